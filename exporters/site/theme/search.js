// SPDX-License-Identifier: MIT
// The search box of a page, and the page of what is found.  What finds is in
// search/, and is loaded when the box is used.
(() => {
"use strict";

const root = new URL(".", document.currentScript.src).href;
const form = document.querySelector("form.search");
const input = form?.querySelector("input");
if (!input)
	return;

function element(tag, properties, ...inside) {
	const e = Object.assign(document.createElement(tag), properties);
	e.append(...inside);
	return e;
}

// --- what finds, and what it will ask for, which is on its way while that comes ---

let finding, wanted = "";

// Until find.js is there, which has a function of this name that takes all files.
window.hectoSearch = (name, data) => {
	window.hectoSearch.index = data;
	preload();
};

const hex = (word) => word.replace(/./g, (c) => c.charCodeAt(0).toString(16));

// The shards of the words: a guess, for a stem may stand in the one before.
function preload() {
	const { index } = window.hectoSearch, words = wanted.toLowerCase().match(/[a-z0-9]+/g);
	if (!index || !words)
		return;
	const keys = index.shards.split(" ").slice(0, -1);
	const shards = words.slice(0, 4).map((word) => keys.findLast((key) => key <= hex(word)));
	for (const name of new Set([...shards.filter(Boolean).map((key) => "s" + key), "names"]))
		document.head.append(element("link", { rel: "preload", as: "script",
			href: `${root}search/${name}.js?${index.version}` }));
}

function find(text, options) {
	finding ??= new Promise((done, failed) => {
		// Not async: they are run one after the other.
		document.head.append(
			element("script", { src: root + "search/index.js", async: false }),
			element("script", {
				src: root + "search/find.js", async: false, onload: done,
				onerror: () => failed(Error("search/find.js cannot be read")),
			}));
	});
	wanted = text;
	preload();
	return finding.then(() => window.hectoSearch.find(text, options));
}

// Text stays text: nothing that was found is ever read as markup.
const pieces = (snippet) => snippet.map(([text, found]) =>
	found ? element("mark", { textContent: text }) : text);

const months = ["January", "February", "March", "April", "May", "June", "July", "August",
	"September", "October", "November", "December"];

// A title mostly is a date by itself.  A browser takes long to begin with dates.
function dateOf(hit) {
	const [year, month, day] = hit.date.split("-");
	return !hit.date || hit.title.includes(year) ? "" :
		`${Number(day)} ${months[month - 1]} ${year}`;
}

function said(result, shown) {
	if (result.error)
		return result.error;
	if (!result.total)
		return "Nothing has that.";
	const pages = result.total === 1 ? "1 place" : `${result.total} places`;
	return (result.partial ? `At least ${pages}: only the likeliest were looked through` : pages) +
		(result.begun ? " with words that begin like the last one" : "") +
		(shown < result.total ? `, ${shown} shown` : "") + ".";
}

function told(wrong) {
	return `Search does not work here: ${wrong.message}.`;
}

// --- the list below the box ---

const list = element("ul", { id: "hits_", hidden: true });
const status = element("p", { className: "hidden" });
let active = -1, asked = 0, counted = "", timer, shown = Promise.resolve();

list.setAttribute("role", "listbox");
list.setAttribute("aria-label", "Found");
status.setAttribute("role", "status");
for (const [name, value] of Object.entries({
	role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
	"aria-controls": list.id,
}))
	input.setAttribute(name, value);
form.append(list, status);

function activate(at) {
	list.children[active]?.setAttribute("aria-selected", "false");
	active = at;
	const option = list.children[at];
	if (!option) {
		input.removeAttribute("aria-activedescendant");
		return;
	}
	option.setAttribute("aria-selected", "true");
	option.scrollIntoView({ block: "nearest" });
	input.setAttribute("aria-activedescendant", option.id);
}

function open(isOpen) {
	list.hidden = !isOpen;
	input.setAttribute("aria-expanded", String(isOpen));
	// What is not shown is not counted either.
	status.textContent = isOpen ? counted : "";
	if (!isOpen)
		activate(-1);
}

function option(hit, i) {
	const li = element("li", { id: `hit_${i}` },
		element("strong", { textContent: hit.title }), " ",
		element("small", { textContent: dateOf(hit) }),
		element("span", {}, ...pieces(hit.snippet)));
	li.setAttribute("role", "option");
	li.setAttribute("aria-selected", "false");
	li.dataset.url = root + hit.url;
	return li;
}

async function suggest() {
	const mine = ++asked, text = input.value;
	if (!text.trim()) {
		open(false);
		status.textContent = "";
		return;
	}
	let count = 0;
	function add(hits) {
		if (mine !== asked)
			return;
		if (!count) {
			activate(-1);
			list.replaceChildren();
			counted = "";
		}
		list.append(...hits.slice(count).map((hit, i) => option(hit, count + i)));
		count = hits.length;
		open(count > 0);
	}
	try {
		const result = await find(text, { limit: 8, first: add });
		add(result.hits);
		if (mine !== asked)
			return;
		counted = said(result, count);
		status.textContent = counted;
	} catch (wrong) {
		status.textContent = told(wrong);
	}
}

input.addEventListener("focus", () => find("").catch(() => {}), { once: true });
input.addEventListener("input", () => {
	clearTimeout(timer);
	shown = new Promise((done) => {
		timer = setTimeout(() => suggest().then(done), 60);
	});
});
input.addEventListener("blur", () => open(false));
// The box keeps the focus, so that the list is still there for the click.
list.addEventListener("mousedown", (event) => event.preventDefault());
list.addEventListener("click", (event) => {
	const li = event.target.closest("li");
	if (li)
		location.assign(li.dataset.url);
});

// Behind the last one is the box itself, and then the first.
async function move(step) {
	await shown;
	const count = list.children.length, at = active + step;
	if (!count)
		return;
	open(true);
	activate(at < -1 ? count - 1 : at >= count ? -1 : at);
}

const steps = { ArrowDown: 1, ArrowUp: -1 };
input.addEventListener("keydown", (event) => {
	if (steps[event.key]) {
		event.preventDefault();
		move(steps[event.key]);
	} else if (event.key === "Enter" && active >= 0) {
		event.preventDefault();
		location.assign(list.children[active].dataset.url);
	} else if (event.key === "Escape" && !list.hidden) {
		event.preventDefault();
		asked++;
		open(false);
	}
});
form.addEventListener("submit", () => clearTimeout(timer));
document.addEventListener("keydown", (event) => {
	if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey ||
	    event.target.closest?.("input, textarea, select, [contenteditable]"))
		return;
	event.preventDefault();
	input.focus();
	input.select();
});

// --- the page of what is found ---

const place = document.getElementById("found_");
const query = new URLSearchParams(location.search).get("q") ?? "";

function item(hit) {
	const link = element("a", { href: root + hit.url, textContent: hit.title });
	return element("li", {}, link, " ", element("small", { textContent: dateOf(hit) }),
		element("p", {}, ...pieces(hit.snippet)));
}

async function fill(limit) {
	const head = element("p", { className: "facts" });
	const old = place.querySelectorAll("li").length;
	head.setAttribute("role", "status");
	try {
		const result = await find(query, { limit });
		const hits = element("ol", { className: "found" }, ...result.hits.map(item));
		place.replaceChildren(head, hits);
		head.textContent = said(result, result.hits.length);
		if (result.hits.length < result.total) {
			const more = element("button", { type: "button", textContent: "More" });
			more.addEventListener("click", () => fill(limit + 20));
			place.append(more);
		}
		if (old)
			hits.children[old]?.querySelector("a").focus();
	} catch (wrong) {
		place.replaceChildren(head);
		head.textContent = told(wrong);
	}
}

if (place) {
	place.replaceChildren();
	input.value = query;
	if (query.trim())
		fill(20);
}
})();
