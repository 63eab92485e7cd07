// SPDX-License-Identifier: MIT
// The site by keyboard alone: what Tab reaches, in order, seen, and usable.
//	node keyboard.mjs FOLDER
import { report, samplePages, serve, withChromium } from "./browser.mjs";

const folder = process.argv[2];
const site = await serve(folder);
const problems = [];
const STEPS = 400;

// What has the focus: how it looks, and where it is.
const focused = page => page.evaluate(() => {
	const e = document.activeElement;
	const box = e.getBoundingClientRect(), style = getComputedStyle(e);

	return {
		tag: e.localName, text: (e.textContent || "").trim().slice(0, 40),
		href: e.getAttribute("href"), body: e === document.body,
		outlined: style.outlineStyle !== "none" &&
			parseFloat(style.outlineWidth) > 0 ||
			style.boxShadow !== "none",
		visible: box.width > 0 && box.height > 0 && box.bottom > 0 &&
			box.top < innerHeight,
	};
});

async function walk(page, name) {
	const wanted = await page.evaluate(() => [...document.querySelectorAll(
		"a[href], button, input, summary, [tabindex='0']")]
		.filter(e => e.checkVisibility() && !e.disabled).length);
	let reached = 0;

	for (let i = 0; i < Math.min(wanted + 5, STEPS); i++) {
		await page.keyboard.press("Tab");
		const at = await focused(page);

		if (at.body)
			break;
		reached++;
		if (!i && at.href !== "#content_")
			problems.push(`${name}: the first Tab is not the way ` +
				      "to the content");
		if (!at.visible)
			problems.push(`${name}: ${at.tag} "${at.text}" has ` +
				      "the focus and is not to be seen");
		if (!at.outlined)
			problems.push(`${name}: ${at.tag} "${at.text}" does ` +
				      "not show that it has the focus");
	}
	if (reached < Math.min(wanted, STEPS))
		problems.push(`${name}: Tab reaches ${reached} of ${wanted}`);
}

async function skipsToContent(page, name) {
	await page.goto(site.address + name);
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	const id = await page.evaluate(() => document.activeElement.id);

	if (id !== "content_")
		problems.push(`${name}: the way to the content leads elsewhere`);
}

await withChromium(async browser => {
	// What is scrolled to slowly is not where it will be.
	const context = await browser.newContext({ reducedMotion: "reduce" });
	const page = await context.newPage();


	for (const name of samplePages(folder)) {
		await page.goto(site.address + name);
		await walk(page, name);
		await skipsToContent(page, name);
	}
});
site.close();
report("every page can be used by keyboard", problems);
