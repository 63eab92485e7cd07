// SPDX-License-Identifier: MIT
// axe finds no barrier: each kind of page, light and dark, phone and desktop.
// Meanwhile, nothing is asked of another origin, and no page
// scrolls sideways, nor does a table of an exam.
//	node axe.mjs FOLDER
import { readFileSync } from "node:fs";
import { lightAndDark, locate, report, samplePages, screens, serve, withChromium }
	from "./browser.mjs";

const folder = process.argv[2];
const site = await serve(folder);
const axe = readFileSync(locate("axe-core/axe.min.js"), "utf8");
const rules = { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a",
	"wcag21aa", "wcag22aa", "best-practice"] } };
const barriers = [], elsewhere = [], sideways = [], cut = [], complaints = [];
let runs = 0;

async function check(context, name, what) {
	const page = await context.newPage();

	page.on("request", request => {
		if (!request.url().startsWith(site.address) &&
		    !request.url().startsWith("data:"))
			elsewhere.push(`${name}: ${request.url()}`);
	});
	page.on("console", message => {
		if (message.type() === "error")
			complaints.push(`${name}: ${message.text()}`);
	});
	await page.goto(site.address + name);
	const wide = await page.evaluate(() =>
		document.documentElement.scrollWidth - innerWidth);
	if (wide > 0)
		sideways.push(`${name} (${what}): ${wide} px`);
	cut.push(...(await page.evaluate(() => [...document.querySelectorAll(".table[role=region]")]
		.filter(t => t.scrollWidth > t.clientWidth)
		.map(t => `${t.getAttribute("aria-label")}: ${t.scrollWidth - t.clientWidth} px`)))
		.map(t => `${name} (${what}): ${t}`));
	// The page's policy lets no script in; this one is the debugger's.
	await page.evaluate(axe);
	// The days of a year are links below their map as well, of a size to be hit:
	// what WCAG 2.2, 2.5.8 calls an equivalent.
	const found = await page.evaluate(async r => {
		const all = await window.axe.run(document, r);
		const isEquivalent = n => document.querySelector(n.target[0])?.closest(".heat.long");

		for (const v of all.violations.filter(v => v.id === "target-size"))
			v.nodes = v.nodes.filter(n => !isEquivalent(n));
		return all;
	}, rules);
	for (const v of found.violations)
		for (const n of v.nodes)
			barriers.push(`${name} (${what}): ${v.id}: ` +
				      `${n.target.join(" ")}: ${v.help}`);
	runs++;
	await page.close();
}

await withChromium(async browser => {
	for (const colorScheme of lightAndDark)
		for (const [screen, viewport] of Object.entries(screens)) {
			const context = await browser.newContext({
				colorScheme, viewport, bypassCSP: true });


			for (const name of samplePages(folder))
				await check(context, name,
					    `${colorScheme}, ${screen}`);
			await context.close();
		}
});
site.close();
report(`axe finds no barrier (${runs} runs)`, barriers);
report("nothing is asked of another origin", elsewhere);
report("no page is wider than the screen", sideways);
report("no table of figures has to be scrolled", cut);
report("the browser has nothing to complain about", complaints);
