// SPDX-License-Identifier: MIT
// Finds pages by the index beside this file; hecto-query(7) has the language.
(() => {
"use strict";

// --- files: pages on a disk may load scripts, and nothing else ---

const here = new URL(".", document.currentScript.src).href;
const files = new Map();
let index;	// { version, documents, size, keys, first }

function load(name) {
	if (!files.has(name)) {
		const file = {};
		file.data = new Promise((done, failed) => {
			const s = document.createElement("script");
			file.done = done;
			s.src = `${here}${name}.js${index ? "?" + index.version : ""}`;
			s.onload = () => failed(Error(`${name}.js is another file`));
			s.onerror = () => {
				files.delete(name);
				failed(Error(`${name}.js cannot be read`));
			};
			document.head.append(s);
		});
		files.set(name, file);
	}
	return files.get(name).data;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const values = Object.fromEntries([...digits].map((d, i) => [d, i]));

function* numbers(text) {
	let n = 0, unit = 1;
	for (const digit of text) {
		const value = values[digit];
		n += (value & 31) * unit;
		unit *= 32;
		if (value < 32) {
			yield n;
			n = 0;
			unit = 1;
		}
	}
}

async function begin() {
	if (index)
		return;
	const read = await load("index");
	let at = 0;
	read.keys = read.shards.split(" ").slice(0, -1);
	read.first = [...numbers(read.chunks)].map((count) => (at += count) - count);
	index = read;
}

// --- tokens, as core/text/tokens.h has them ---

const unspaced = "\\u0e01-\\u0e3e\\u0e40-\\u0eff\\u1000-\\u109f\\u1100-\\u11ff" +
	"\\u1780-\\u17d3\\u3005-\\u3007\\u3041-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff" +
	"\\u3105-\\u318e\\u31a0-\\u31bf\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff" +
	"\\ua960-\\ua97f\\uac00-\\ud7fb\\uf900-\\ufaff\\uff66-\\uff9f\\u{20000}-\\u{3ffff}";
const inWord = `(?![${unspaced}\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}])[\\p{L}\\p{M}\\p{N}]`;
const wordOrRun = new RegExp(`([${unspaced}]+)|(?!\\p{M})${inWord}(?:${inWord})*`, "gu");
const joins = new RegExp(`^${inWord}`, "u");
const wordChar = new RegExp("(?![\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}])[\\p{L}\\p{M}\\p{N}]", "u");
const isUnspaced = new RegExp(`^[${unspaced}]$`, "u");
const accents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/g;

const fold = (text) => text.normalize("NFKD").toLowerCase()
	.replace(/\u0345/g, "\u03b9").replace(accents, "")
	.replace(/\u00df/g, "ss").replace(/\u03c2/g, "\u03c3").normalize("NFC");

// Consonants and vowels: "y" is a vowel behind a consonant.
function shape(word) {
	let out = "";
	for (const l of word)
		out += "aeiou".includes(l) || (l === "y" && out.endsWith("c")) ? "v" : "c";
	return out;
}
const measure = (word) => shape(word).split("vc").length - 1;
const isShort = (word) => shape(word).endsWith("cvc") && !/[wxy]$/.test(word);

const rules = [
	["ational:ate tional:tion enci:ence anci:ance izer:ize logi:log bli:ble " +
	 "alli:al entli:ent eli:e ousli:ous ization:ize ation:ate ator:ate alism:al " +
	 "iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble", 0],
	["icate:ic ative: alize:al iciti:ic ical:ic ful: ness:", 0],
	["al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ion: ou: ism: " +
	 "ate: iti: ous: ive: ize:", 1],
].map(([list, m]) => [list.split(" ").map((r) => r.split(":")), m]);

// Porter's, as core/text/stem.h has it.
function stem(word) {
	const bytes = new TextEncoder().encode(word).length;
	let past;
	if (bytes < 3 || bytes > 64)
		return word;
	if (/.(ss|i)es$/s.test(word))
		word = word.slice(0, -2);
	else if (/[^s]s$/.test(word))
		word = word.slice(0, -1);
	if (/.eed$/.test(word)) {
		if (measure(word.slice(0, -3)))
			word = word.slice(0, -1);
	} else if ((past = /^(.+)(ed|ing)$/.exec(word)) && shape(past[1]).includes("v")) {
		word = past[1];
		if (/.(at|bl|iz)$/.test(word))
			word += "e";
		else if (/([^aeioulsz])\1$/.test(word))
			word = word.slice(0, -1);
		else if (measure(word) === 1 && isShort(word))
			word += "e";
	}
	if (word.endsWith("y") && shape(word.slice(0, -1)).includes("v"))
		word = word.slice(0, -1) + "i";
	for (const [list, m] of rules) {
		const rule = list.find(([end]) => word.length > end.length && word.endsWith(end));
		const front = rule && word.slice(0, -rule[0].length);
		if (rule && measure(front) > m && (rule[0] !== "ion" || /[st]$/.test(front)))
			word = front + rule[1];
	}
	if (word.endsWith("e")) {
		const front = word.slice(0, -1), m = measure(front);
		if (m > 1 || (m === 1 && !isShort(front)))
			word = front;
	}
	if (word.endsWith("ll") && measure(word.slice(0, -1)) > 1)
		word = word.slice(0, -1);
	return word;
}

const known = new Map();
function tokenOf(word) {
	if (!known.has(word))
		known.set(word, stem(fold(word)));
	return known.get(word);
}

// The places of what one query looks at more than once.
const placed = new Map();
function placesOf(text) {
	if (!placed.has(text))
		placed.set(text, tokens(text, false));
	return placed.get(text);
}

// Places in a text, each with its tokens: several only at the end of a run.
function tokens(text, isQuery) {
	const out = [];
	for (const found of text.matchAll(wordOrRun)) {
		let at = found.index;
		if (!found[1]) {
			const token = tokenOf(found[0]);
			if (token)
				out.push({ tokens: [token], at, end: at + found[0].length });
			continue;
		}
		const run = [...found[1]];
		run.forEach((c, i) => {
			const pair = c + (run[i + 1] ?? "");
			if (i + 1 < run.length || !i)
				out.push({ tokens: [pair], at, end: at + pair.length });
			else if (!isQuery)
				out[out.length - 1].tokens.push(c);
			at += c.length;
		});
	}
	return out;
}

// --- queries ---

const fields = /^(topic|in|tag|since|until|on|kind|round|day|has):/i;
const blank = /[\s\0]/;
const marks = (text) => fold(text.replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[\u201c\u201d]/g, '"')
	.replace(/[\u2010\u2011]/g, "-"));

// Words with marks in them have to stand in the text with these.
function literals(text) {
	const out = [];
	for (const word of text.split(/\s+/)) {
		let bare = word.replace(/^["']+/, "").replace(/["',.;:!?]+$/, "");
		if (!wordChar.test(word))
			bare = word;
		// A lone mark is nothing that anybody looks for.
		if ((bare.length > 1 || bare > "\x7f") && [...bare].some((c) => !wordChar.test(c)))
			out.push(marks(bare));
	}
	return out;
}

function leaf(text, kind) {
	const found = tokens(text, true).map((place) => place.tokens[0]);
	return {
		kind, text, tokens: found, literals: literals(text),
		prefix: found.length > 0 &&
			(kind === "prefix" || isUnspaced.test(found[found.length - 1])),
	};
}

function parse(text) {
	let at = 0, depth = 0, unclosed = 0;
	const rest = () => text.slice(at);
	const fail = (what) => { throw { query: what }; };
	const isOr = () => /^or([\s\0]|$)/i.test(rest()) || (depth > 0 && /^or\)/i.test(rest()));
	const settle = (kind, nodes) => nodes.length > 1 ? { kind, nodes } : nodes[0];

	function word() {
		const start = at;
		let open = depth ? 0 : unclosed;
		for (; at < text.length && !blank.test(text[at]); at++) {
			if (text[at] === "(")
				open++;
			else if (text[at] === ")" && !open)
				break;
			else if (text[at] === ")")
				open--;
		}
		if (!depth)
			unclosed = open;
		return text.slice(start, at);
	}
	function term() {
		if (text[at] === "(") {
			at++;
			if (++depth > 16)
				fail("The query is nested too deeply.");
			const inner = any();
			if (at >= text.length)
				fail("A parenthesis is not closed.");
			at++;
			depth--;
			return inner;
		}
		if (text[at] === '"') {
			const quoted = /^"((?:\\["\\]|[^"])*)"/.exec(rest());
			if (!quoted)
				fail("A quote is not closed.");
			if (!quoted[1].trim())
				fail("There is nothing between the quotes.");
			at += quoted[0].length;
			return leaf(quoted[1].replace(/\\(["\\])/g, "$1"), "phrase");
		}
		if (fields.test(rest()))
			fail(`Only \u201checto search\u201d in a terminal knows of \u201c${fields.exec(rest())[0]}\u201d.`);
		if (text[at] === ")")
			fail("A parenthesis is closed that was not opened.");
		const typed = word(), prefix = /[^\0-\x7f*]\*$|[a-z0-9]\*$/i.test(typed);
		return prefix ? leaf(typed.slice(0, -1), "prefix") : leaf(typed, "word");
	}
	function all() {
		const nodes = [];
		for (;; ) {
			while (at < text.length && blank.test(text[at]))
				at++;
			if (at >= text.length || (depth && text[at] === ")") || isOr())
				break;
			if (/^-[^\s\0\-=>)]/.test(rest())) {
				at++;
				nodes.push({ kind: "not", nodes: [term()] });
			} else {
				nodes.push(term());
			}
		}
		return settle("and", nodes) ?? fail("There is nothing to search for on one side.");
	}
	function any() {
		const nodes = [all()];
		while (at < text.length && isOr()) {
			at += 2;
			nodes.push(all());
		}
		return settle("or", nodes);
	}
	return any();
}

function leaves(node) {
	return node.nodes ? node.nodes.flatMap(leaves) : [node];
}

// --- sets of documents: Maps from their numbers to what they are worth ---

const hex = (token) => [...new TextEncoder().encode(token)]
	.map((b) => b.toString(16).padStart(2, "0")).join("");

async function having(token, isPrefix) {
	const key = hex(token), out = new Map(), last = index.keys.findLastIndex((k) => k <= key);
	const shards = index.keys.filter((k, i) => i === last || (isPrefix && k.startsWith(key)));
	const worth = [0, 1, 1.55, 1.3];	// once, often, in a title or heading
	for (const shard of await Promise.all(shards.map((k) => load("s" + k))))
		for (const [t, places] of Object.entries(shard)) {
			if (t !== token && !(isPrefix && t.startsWith(token)))
				continue;
			const list = [...numbers(places)];
			const rare = Math.log(1 + index.documents / list.length);
			let document = -1;
			for (const n of list) {
				document += n >>> 2;
				out.set(document, Math.max(out.get(document) ?? 0, rare * worth[n & 3]));
			}
		}
	return out;
}

function both(a, b) {
	const out = new Map();
	for (const [d, worth] of a)
		if (b.has(d))
			out.set(d, worth + b.get(d));
	return out;
}

async function everything() {
	return new Map(Array.from({ length: index.documents }, (_, d) => [d, 0]));
}

async function read(document) {
	const chunk = chunkOf(document);
	return (await load("d" + chunk))[document - index.first[chunk]];
}

const isToken = (word, k, token) => token === word.tokens[k] ||
	(word.prefix && k + 1 === word.tokens.length && token.startsWith(word.tokens[k]));

const phraseAt = (word, places, i) => word.tokens.every((_, k) =>
	places[i + k]?.tokens.some((token) => isToken(word, k, token)));

function hasPhrase(word, text) {
	const places = placesOf(text);
	return places.some((_, i) => phraseAt(word, places, i));
}

function hasLiteral(word, literal, text) {
	const before = (at) => [...text.slice(Math.max(0, at - 2), at)].pop() ?? "";
	// ".NET" is not in "oauth.net", but "::move" is in "std::move".
	const front = joins.test(literal) || (/^[.$#@-]/.test(literal) && wordChar.test(literal));
	const end = word.kind !== "prefix" && joins.test([...literal].pop());
	for (let at = -1; (at = text.indexOf(literal, at + 1)) >= 0;)
		if (!(front && joins.test(before(at))) &&
		    !(end && joins.test(text.slice(at + literal.length))))
			return true;
	return false;
}

// What the index cannot know of, the text says.
function stands(word, texts) {
	return (word.tokens.length < 2 || texts.some((text) => hasPhrase(word, text))) &&
		(!word.literals.length || texts.map(marks).some((text) =>
			word.literals.every((literal) => hasLiteral(word, literal, text))));
}

// So many pages are looked through for one phrase.
const most = 400;

async function verify(word, set, search) {
	const best = [...set].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
	const some = search.thorough ? best : best.slice(0, most);
	const records = await Promise.all(some.map(([document]) => read(document)));
	search.partial ||= some.length < best.length;
	return new Map(some.filter((_, i) => stands(word, records[i].slice(2))));
}

async function havingAll(word, within, search) {
	const last = word.tokens.length - 1;
	const sets = await Promise.all(word.tokens.map((t, k) => having(t, word.prefix && k === last)));
	let set = sets.length ? sets.reduce(both) : within ?? await everything();
	word.having = set.size;
	if (within && sets.length)
		set = new Map([...set].filter(([d]) => within.has(d)));
	return word.tokens.length > 1 || word.literals.length ? verify(word, set, search) : set;
}

// What is cheap comes first, and what has to be read when few are left.
const cost = (node) => node.kind === "not" ? 3 : node.nodes ? 2 :
	node.tokens.length === 1 && !node.literals.length ? 0 : 1;

async function evaluate(node, within, search) {
	if (node.kind === "and") {
		let set = within;
		for (const n of [...node.nodes].sort((a, b) => cost(a) - cost(b))) {
			const next = await evaluate(n, set, search);
			set = set && n.kind !== "not" ? both(set, next) : next;
		}
		return set;
	}
	if (node.kind === "or") {
		const out = new Map();
		for (const n of node.nodes)
			for (const [d, worth] of await evaluate(n, within, search))
				out.set(d, (out.get(d) ?? 0) + worth);
		return out;
	}
	if (node.kind === "not") {
		const out = new Map(within ?? await everything());
		for (const d of (await evaluate(node.nodes[0], out, search)).keys())
			out.delete(d);
		return out;
	}
	return havingAll(node, within, search);
}

// --- ranking, as core/index/ranking.c has it ---

const isAddresses = /^(?:(?:https?|mailto):\S*\s*)+$/i;

// Where the word, or the phrase, stands in a text.
const standsAt = (word, text) => placesOf(text).flatMap((_, i, places) =>
	phraseAt(word, places, i) ? [i] : []);

// How near all words come to each other: 1 side by side, towards 0 far apart.
function nearness(words, text) {
	const all = words.flatMap((word, k) => standsAt(word, text).map((at) => [at, k]));
	const last = new Map();
	let best = 0;
	for (const [at, k] of all.sort((a, b) => a[0] - b[0])) {
		last.set(k, at);
		if (last.size === words.length)
			best = Math.max(best, words.length / (at - Math.min(...last.values()) + 1));
	}
	return Math.min(best, 1);
}

function score([, , title, headings = "", ...texts], words) {
	const own = texts.filter((text) => !isAddresses.test(text));
	const size = own.reduce((n, text) => n + text.length, title.length + headings.length);
	const length = 1.2 * (0.25 + 0.75 * size / index.size);
	const near = words.length > 1 ? Math.max(0, ...own.map((text) => nearness(words, text))) : 0;
	const count = (word, list) => list.reduce((n, text) => n + standsAt(word, text).length, 0);
	let sum = 0;
	for (const word of words) {
		const inText = count(word, own);
		const often = inText + count(word, [title]) + 2 * count(word, [headings]) +
			0.1 * count(word, texts.filter((text) => isAddresses.test(text)));
		const rare = words.length < 2 ? 1 :
			Math.max(1e-6, Math.log((index.documents - word.having + 0.5) / (word.having + 0.5)));
		sum += rare * often * 2.2 / (often + length) * (inText ? 1 : 0.7);
	}
	return sum * (1 + near);
}

// The index tells roughly who is the best; of those the texts tell more.  Others
// that stand in the same files are looked at as well, for they cost nothing.
const chunkOf = (document) => index.first.findLastIndex((first) => first <= document);
function likely(best, limit) {
	const chunks = new Set(best.slice(0, limit + 2).map(([document]) => chunkOf(document)));
	return best.slice(0, 20 * limit).filter(([document]) => chunks.has(chunkOf(document)))
		.slice(0, 3 * limit);
}

async function rank(set, node, limit) {
	const best = [...set].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
	const words = shownLeaves(node).filter((word) => word.tokens.length);
	if (!words.length || limit > most || best.length < 2)
		return best.slice(0, limit);
	const some = likely(best, limit);
	const records = await Promise.all(some.map(([document]) => read(document)));
	return some.map(([document, worth], i) => [document, worth === Infinity ? worth :
		score(records[i], words) * (isTopic(records[i]) ? topicWorth : 1)])
		.sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, limit);
}

// Who types a part of the name of a topic mostly looks for its page.
const topicWorth = 3;
const isTopic = ([url]) => url.startsWith("topics/");

// --- what is shown ---

function shownLeaves(node, shown = true) {
	if (!node.nodes)
		return shown ? [node] : [];
	return node.nodes.flatMap((n) => shownLeaves(n, shown !== (node.kind === "not")));
}

// Passages are lines of a text; where one has no full stop, a mark parts them.
const joined = (text) => text.replace(/([.,;:!?)]?)[^\S\n]*\n\s*/g,
	(_, stop) => stop ? `${stop} ` : " \u00b7 ");

// Pieces of a text around the words: [text, is one of them].
function snippet(texts, words) {
	let best = { count: -1 };
	for (const text of texts.filter((t) => t)) {
		const places = placesOf(text);
		const found = places.filter((p) => words.some((w) => w.tokens.some((_, k) =>
			p.tokens.some((token) => isToken(w, k, token)))));
		const near = found.filter((p) => p.at < found[0].at + 160);
		const count = new Set(near.flatMap((p) => p.tokens)).size;
		if (count > best.count)
			best = { count, text, found: near };
	}
	if (!best.text)
		return [];
	const { text, found } = best, out = [];
	let from = Math.max(0, (found[0]?.at ?? 0) - 50);
	while (from && !blank.test(text[from - 1]) && from < (found[0]?.at ?? 0))
		from++;
	let end = Math.min(text.length, from + 220), at = from;
	while (end < text.length && end > from + 160 && !blank.test(text[end]))
		end--;
	for (const p of found)
		if (p.at >= at && p.end <= end) {
			out.push([joined(text.slice(at, p.at)), false], [text.slice(p.at, p.end), true]);
			at = p.end;
		}
	out.push([joined(text.slice(at, end)) + (end < text.length ? " \u2026" : ""), false]);
	if (from)
		out.unshift(["\u2026 ", false]);
	return out;
}

// Marks of Markdown say nothing here: [[a note|its name]] reads as its name.
const unmarked = (text) => text.replace(/\[\[(?=\S)(?:[^\]|\n]*\|)?|(?<=\S)\]\]|`/g, "");

async function show(document, words) {
	const [url, day, own, headings = "", ...texts] = await read(document);
	const [, date, called] = /^(\S*) ?(.*)$/.exec(day), title = called || own;
	// Of a topic these are other names.
	const path = isTopic([url]) ? [] :
		headings.split("\n").filter((h) => h && h !== own);
	const said = snippet(texts, words).map(([text, found]) => [unmarked(text), found]);
	// A day with one sentence is called by that.
	const again = called.endsWith(said.map(([text]) => text).join("").replace(/[.!?:\s]+$/, ""));
	return { url, date, title: [title, ...path].join(" \u203a "),
		snippet: called && again ? [] : said };
}

// The entries of a day: those that have one are the last, in its order.
async function ofDay(day) {
	let from = 0, end = index.documents;
	const found = [];
	while (from < end) {
		const middle = (from + end) >> 1, [url, date] = await read(middle);
		if (url.startsWith("days/") && date >= day)
			end = middle;
		else
			from = middle + 1;
	}
	for (; from < index.documents && (await read(from))[1].startsWith(day); from++)
		found.push(from);
	return found;
}

// What the catalogue of topics calls them; core/model/topic.h has the keys.
async function named(text) {
	const key = text.trim().replace(/[A-Z]/g, (c) => c.toLowerCase())
		.replace(/(?<=[a-z0-9&\x80-\uffff])[ _-](?=[a-z0-9&\x80-\uffff])/g, "");
	const names = key && !key.includes(" ") ? await load("names").catch(() => []) : [];
	const having = (name) => names.flatMap((keys, document) =>
		keys.includes(` ${name} `) ? [document] : []);
	const found = having(key);
	return found.length || !/...s$/.test(key) ? found : having(key.slice(0, -1));
}

// The last word may not be typed in full yet; it then begins a word, or the
// stem of one is a little shorter.
function* unfinished(node) {
	const last = node.kind === "and" ? node.nodes[node.nodes.length - 1] : node;
	const typed = fold(last.text ?? "");
	if (last.kind !== "word" || last.tokens.length !== 1 || last.literals.length)
		return;
	for (let end = typed.length; end > 2 && end > typed.length - 4; end--) {
		const begun = { ...last, kind: "prefix", prefix: true, tokens: [typed.slice(0, end)] };
		yield node === last ? begun : { ...node, nodes: [...node.nodes.slice(0, -1), begun] };
	}
}

/*
 * Resolves to { total, hits, error, partial, begun }: `error` is what is wrong
 * with the query, `partial`: only a part of the pages was looked through for a
 * phrase, `begun`: nothing has the last word, but words that begin like it.
 */
window.hectoSearch = (name, data) => files.get(name)?.done(data);
window.hectoSearch.find = async (text, { limit = 10, thorough = false } = {}) => {
	const search = { thorough, partial: false };
	const none = { total: 0, hits: [] };
	let node;
	placed.clear();
	await begin();
	if (!text.trim())
		return none;
	try {
		node = parse(text.replace(/[\u3000\u00a0]/g, " "));
	} catch (wrong) {
		if (!wrong.query)
			throw wrong;
		return { ...none, error: wrong.query };
	}
	if (leaves(node).every((n) => !n.tokens.length && !n.literals.length))
		return none;
	const day = thorough ? null : /^\s*(\d{4}-\d\d-\d\d)\s*$/.exec(text);
	// Asked for with what the words need, so that they come together.
	const called = thorough || day ? [] : named(text);
	let set = await evaluate(node, null, search), begun = false;
	for (const other of set.size || thorough ? [] : unfinished(node)) {
		set = await evaluate(node = other, null, search);
		begun = set.size > 0;
		if (begun)
			break;
	}
	for (const document of day ? await ofDay(day[1]) : await called)
		set.set(document, Infinity);
	const best = await rank(set, node, limit);
	const words = shownLeaves(node);
	return {
		total: set.size, partial: search.partial, begun,
		hits: await Promise.all(best.map(([document]) => show(document, words))),
	};
};
window.hectoSearch.tokens = tokens;
})();
