// SPDX-License-Identifier: MIT
// Search as a visitor uses it: by the keyboard, from a disk and from a server.
//	node search-browser.mjs SITE_DIR [QUERY]
// Needs playwright-core (npm), in the folder it is run in or beside this file,
// and chromium; without one of them it says so and exits with 77.
// QUERY: a word that several pages have (lambda).
import { existsSync, readFileSync, statSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [folder, word = "lambda"] = process.argv.slice(2);
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

function skip(why) {
	console.log(`skip: ${why}`);
	process.exit(77);
}

function playwright() {
	for (const from of [import.meta.url, join(process.cwd(), "x")])
		try {
			return createRequire(from)("playwright-core");
		} catch {
			// It may be in the other place.
		}
	return skip("playwright-core is not installed");
}

if (!folder || !existsSync(join(folder, "index.html")))
	throw Error("usage: node search-browser.mjs SITE_DIR [QUERY]");
if (!existsSync(executablePath))
	skip("chromium is not installed");
const { chromium } = playwright();

let bad = 0;
function check(what, holds, detail) {
	console.log(`${holds ? "ok" : "not ok"}: ${what}`);
	if (!holds) {
		bad++;
		console.log(detail ?? "");
	}
}

// --- a server that compresses, as those of the web do ---

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css",
	".svg": "image/svg+xml", ".xml": "application/xml" };
const asked = [], compressed = new Map();

function compress(file) {
	if (!compressed.has(file))
		compressed.set(file, gzipSync(readFileSync(file)));
	return compressed.get(file);
}

function answer(request, response) {
	const path = join(folder, decodeURIComponent(new URL(request.url, "http://x").pathname));
	const file = path.endsWith("/") ? join(path, "index.html") : path;
	if (!resolve(file).startsWith(resolve(folder)) || !existsSync(file) || !statSync(file).isFile()) {
		response.writeHead(404).end();
		return;
	}
	const bytes = compress(file);
	asked.push({ path: request.url, size: bytes.length });
	response.writeHead(200, { "Content-Type": types[extname(file)] ?? "text/plain",
		"Content-Encoding": "gzip", "Content-Length": bytes.length }).end(bytes);
}

// --- what a visitor does ---

async function pageOf(browser, problems) {
	const page = await browser.newPage();
	page.on("console", (m) => m.type() === "error" && problems.push(m.text()));
	page.on("pageerror", (e) => problems.push(String(e)));
	return page;
}

const box = (page) => page.locator("form.search input");
const attribute = (page, name) => box(page).getAttribute(name);

async function walk(browser, root, where) {
	const problems = [], page = await pageOf(browser, problems);
	const loaded = [];
	page.on("request", (r) => loaded.push(r.url()));
	await page.goto(root + "index.html");
	check(`${where}: nothing of search is loaded before it is used`,
		!loaded.some((u) => u.includes("/search/")), loaded);
	await page.keyboard.press("/");
	check(`${where}: "/" goes to the box`,
		await box(page).evaluate((e) => e === document.activeElement));
	await page.keyboard.type(word);
	await page.locator("[role=option]").first().waitFor();
	check(`${where}: the list is told to be open`, await attribute(page, "aria-expanded") === "true");
	await page.keyboard.press("ArrowDown");
	await page.waitForSelector("[aria-activedescendant]");
	const first = await attribute(page, "aria-activedescendant");
	check(`${where}: ArrowDown goes to the first`, first === "hit_0" &&
		await page.locator("#hit_0").getAttribute("aria-selected") === "true");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowUp");
	await page.keyboard.press("ArrowUp");
	check(`${where}: ArrowUp comes back to the box`, await attribute(page, "aria-activedescendant") === null);
	await page.keyboard.press("ArrowUp");
	const last = await page.locator("[role=option]").count() - 1;
	check(`${where}: and from there to the last`,
		await attribute(page, "aria-activedescendant") === `hit_${last}`);
	check(`${where}: how many there are is said`,
		/\d+ places?/.test(await page.locator("form.search [role=status]").textContent()));
	await page.keyboard.press("Escape");
	check(`${where}: Escape closes the list`, await attribute(page, "aria-expanded") === "false" &&
		!await page.locator("#hits_").isVisible());
	check(`${where}: and what it said goes with it`,
		await page.locator("form.search [role=status]").textContent() === "");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowDown");
	await Promise.all([page.waitForURL((u) => !u.href.endsWith("index.html")), page.keyboard.press("Enter")]);
	check(`${where}: Enter opens what was chosen`, /\/(days|topics|notes)\/[^/]+\.html/.test(page.url()), page.url());
	await page.keyboard.press("/");
	await page.keyboard.type(word);
	await Promise.all([page.waitForURL(/search\.html/), page.keyboard.press("Enter")]);
	await page.locator(".found li").first().waitFor();
	check(`${where}: Enter alone shows all that is found`, await box(page).inputValue() === word &&
		await page.locator(".found a").count() > 1);
	check(`${where}: the words are marked`, await page.locator(".found mark").count() > 0);
	await page.locator(".found a").first().click();
	await page.waitForURL(/\/(days|topics|notes)\//);
	await page.goto(`${root}search.html?q=${encodeURIComponent("<img src=x onerror=alert(1)> \"")}`);
	await page.locator("#found_ [role=status]").waitFor();
	check(`${where}: a query is never markup`, await page.locator("#found_ img").count() === 0);
	await page.goto(`${root}search.html?q=00`);
	await page.locator("#found_ [role=status]").waitFor();
	check(`${where}: no error, and nothing the policy refused`, !problems.length, problems);
	await page.close();
}

async function withoutScript(browser, root) {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(root + "index.html");
	await box(page).fill(word);
	await Promise.all([page.waitForURL(/search\.html\?q=/), box(page).press("Enter")]);
	check("without a script the form leads to the topics",
		await page.locator("#found_ a[href='topics.html']").isVisible());
	await context.close();
}

// A slow line and a slow machine: Lighthouse's "slow 4G".
async function measure(browser, root) {
	const page = await pageOf(browser, []);
	const cdp = await page.context().newCDPSession(page);
	await page.goto(root + "index.html");
	await cdp.send("Network.enable");
	await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 150,
		downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 });
	await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
	asked.length = 0;
	const time = await page.evaluate(async (text) => {
		const input = document.querySelector("form.search input"), start = performance.now();
		input.focus();
		input.value = text;
		input.dispatchEvent(new Event("input"));
		while (!document.querySelector("[role=option]"))
			await new Promise((done) => setTimeout(done, 5));
		return performance.now() - start;
	}, word);
	await page.waitForLoadState("networkidle");
	const bytes = asked.reduce((sum, { size }) => sum + size, 0);
	console.log(`first result after ${Math.round(time)} ms, ${asked.length} files, ` +
		`${bytes} bytes compressed`);
	const ends = new Map(await page.evaluate(() => performance.getEntriesByType("resource")
		.map((e) => [new URL(e.name).pathname, e.responseEnd])));
	const from = Math.min(...asked.map(({ path }) => ends.get(path.replace(/\?.*/, "")) ?? Infinity));
	for (const { path, size } of asked)
		console.log(`  ${size}\t+${Math.round(ends.get(path.replace(/\?.*/, "")) - from)} ms\t${path}`);
	check("a query fetches at most 64 KiB", bytes <= 65536, bytes);
	check("and no file twice", new Set(asked.map(({ path }) => path)).size === asked.length, asked);
	await page.close();
}

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-quic"] });
const server = http.createServer(answer);
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const root = `http://127.0.0.1:${server.address().port}/`;
try {
	await walk(browser, pathToFileURL(resolve(folder)).href + "/", "from a disk");
	await walk(browser, root, "from a server");
	await withoutScript(browser, root);
	await measure(browser, root);
} finally {
	await browser.close();
	server.closeAllConnections();
	server.close();
}
process.exit(bad ? 1 : 0);
