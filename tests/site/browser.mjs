// SPDX-License-Identifier: MIT
// What the checks in a browser share: the pages, a server for them, Chromium.
import { createServer } from "node:http";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync }
	from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
export const tools = process.env.HECTO_SITE_TOOLS ||
	join(here, "../../build/site-tools");
const require = createRequire(pathToFileURL(join(tools, "x.js")));

export const load = name => import(pathToFileURL(require.resolve(name)));
export const locate = name => require.resolve(name);

const types = {
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
	".png": "image/png", ".json": "application/json; charset=utf-8",
	".xml": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8",
	".ics": "text/calendar; charset=utf-8",
};

// The page for what is not found names its parts by the path that the site is to
// have at its host; the folder is there as well.
export const base = process.env.HECTO_SITE_BASE;
const home = base ? new URL(base).pathname : "/";

// A server for a folder on 127.0.0.1, on a port that is free.
export function serve(folder) {
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url, "http://127.0.0.1");
		const path = pathname.startsWith(home) ? pathname.slice(home.length) : pathname;
		let file = join(folder, normalize(decodeURIComponent(path)));

		if (existsSync(file) && statSync(file).isDirectory())
			file = join(file, "index.html");
		if (!existsSync(file)) {
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, { "Content-Type":
			types[extname(file)] || "application/octet-stream" });
		response.end(readFileSync(file));
	});

	return new Promise(resolve => server.listen(0, "127.0.0.1", () => resolve({
		address: `http://127.0.0.1:${server.address().port}/`,
		close: () => { server.closeAllConnections(); server.close(); },
	})));
}

// Every page at the top, and the first and the last of each folder.
export function samplePages(folder) {
	const html = at => readdirSync(join(folder, at), { withFileTypes: true })
		.filter(e => e.isFile() && e.name.endsWith(".html"))
		.map(e => join(at, e.name)).sort();
	const folders = readdirSync(folder, { withFileTypes: true })
		.filter(e => e.isDirectory()).map(e => e.name).sort();
	const pages = html("");

	for (const name of folders) {
		const all = html(name);

		pages.push(...new Set([all[0], all[all.length - 1]]
			.filter(p => p)));
	}
	return pages;
}

const flags = [
	"--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
	"--disable-background-networking", "--disable-component-update",
	"--disable-sync", "--disable-dev-shm-usage",
];

// Chromium, with a profile that is thrown away: body(launcher) is awaited.
export async function withChromium(body) {
	const { chromium } = (await load("playwright-core")).default ||
		await load("playwright-core");
	const browser = await chromium.launch({
		executablePath: process.env.CHROME_PATH || "/usr/bin/chromium",
		args: flags,
	});

	try {
		return await body(browser);
	} finally {
		await browser.close();
	}
}

export async function withProfile(body) {
	const folder = mkdtempSync(join(tmpdir(), "hecto-chromium."));

	try {
		return await body(folder, flags);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

export const lightAndDark = ["light", "dark"];
export const screens = { phone: { width: 360, height: 800 },
			 desktop: { width: 1280, height: 900 } };

// Say what went wrong, and be the exit status.
export function report(what, problems) {
	for (const p of problems)
		console.log(p);
	console.log(`${problems.length ? "not ok" : "ok"}: ${what}`);
	process.exitCode = problems.length ? 1 : process.exitCode || 0;
}
