// SPDX-License-Identifier: MIT
// The search of a published site without a browser: just enough of a document
// for search/find.js to load its files by.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import vm from "node:vm";

// Gives { find(text, options), tokens(text, isQuery), loaded: [paths] }.  A file comes
// once what `until` gives for its path, if anything, is settled.
export function openSite(folder, until = () => null) {
	const src = pathToFileURL(join(folder, "search/find.js")).href;
	const loaded = [];
	const page = { URL, TextEncoder };

	function append(script) {
		const path = fileURLToPath(script.src.replace(/\?.*/, ""));

		if (!existsSync(path)) {
			setImmediate(script.onerror);
			return;
		}
		loaded.push(path);
		Promise.resolve(until(path)).then(() => setImmediate(() => {
			vm.runInContext(readFileSync(path, "utf8"), page, path);
			script.onload();
		}));
	}
	page.window = page;
	page.document = {
		currentScript: { src },
		createElement: () => ({}),
		head: { append },
	};
	vm.createContext(page);
	vm.runInContext(readFileSync(fileURLToPath(src), "utf8"), page, src);
	return { find: page.hectoSearch.find, tokens: page.hectoSearch.tokens, loaded };
}
