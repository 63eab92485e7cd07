// SPDX-License-Identifier: MIT
// Finds pages by the index beside this file; hecto-query(7) has the language.

// --- files: pages on a disk may load scripts, and nothing else ---

const here = new URL(".", document.currentScript.src).href;
const files = new Map();
const early = window.hectoSearch?.index;	// a page asks for it before this
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
const values = new Uint8Array(128);
for (let i = 0; i < digits.length; i++)
	values[digits.charCodeAt(i)] = i;

function numbers(text) {
	const out = new Uint32Array(text.length);
	let count = 0, bits = 0;
	for (let i = 0; i < text.length; i++) {
		const value = values[text.charCodeAt(i)];
		out[count] |= (value & 31) << bits;
		bits += 5;
		if (value < 32) {
			count++;
			bits = 0;
		}
	}
	return out.subarray(0, count);
}

async function begin() {
	if (index)
		return;
	const read = early ?? await load("index");
	let at = 0;
	read.keys = read.shards.split(" ").slice(0, -1);
	read.first = numbers(read.chunks).map((count) => (at += count) - count);
	index = read;
}

// --- sets of documents: by number what each is worth, or that it is none of them ---

const absent = -1, foremost = Number.MAX_VALUE;

const setOf = (worth) => new Float64Array(index.documents).fill(worth);

function sizeOf(set) {
	let size = 0;
	for (let d = 0; d < set.length; d++)
		size += set[d] >= 0;
	return size;
}

const isEmpty = (set) => !set.some((worth) => worth >= 0);

function both(a, b) {
	const out = setOf(absent);
	for (let d = 0; d < out.length; d++)
		if (a[d] >= 0 && b[d] >= 0)
			out[d] = a[d] + b[d];
	return out;
}

function either(a, b) {
	const out = a.slice();
	for (let d = 0; d < out.length; d++)
		if (b[d] >= 0)
			out[d] = Math.max(out[d], 0) + b[d];
	return out;
}

// Those of the first that are, or are not, in the second.
function within(a, b, isIn = true) {
	const out = a.slice();
	for (let d = 0; d < out.length; d++)
		if ((b[d] >= 0) !== isIn)
			out[d] = absent;
	return out;
}

// [document, worth] of those that are worth most, and of these the latest.
function bestOf(set, count) {
	const best = [];
	for (let d = set.length - 1; d >= 0; d--) {
		const worth = set[d];
		if (worth < 0 || (best.length >= count && worth <= best[count - 1][1]))
			continue;
		let from = 0, end = best.length;
		while (from < end) {
			const middle = (from + end) >> 1;
			if (best[middle][1] >= worth)
				from = middle + 1;
			else
				end = middle;
		}
		best.splice(from, 0, [d, worth]);
		if (best.length > count)
			best.pop();
	}
	return best;
}

const hex = (token) => [...new TextEncoder().encode(token)]
	.map((b) => b.toString(16).padStart(2, "0")).join("");

function tokensIn(shard, token, isPrefix) {
	if (isPrefix)
		return Object.keys(shard).filter((t) => t.startsWith(token));
	return Object.hasOwn(shard, token) ? [token] : [];
}

// What each weight is worth: the middle of a step of search_weight.c.
const worths = Array.from({ length: 32 }, (_, weight) =>
	[0.5, 0.8, 1][weight] ?? 1.1 + 0.04 * (weight - 3));

async function having(token, isPrefix) {
	const key = hex(token), last = index.keys.findLastIndex((k) => k <= key);
	const shards = index.keys.filter((k, i) => i === last || (isPrefix && k.startsWith(key)));
	const read = await Promise.all(shards.map((k) => load("s" + k)));
	const out = setOf(absent), found = [];
	for (const shard of read)
		for (const t of tokensIn(shard, token, isPrefix)) {
			const list = numbers(shard[t]);
			for (let i = 0, document = -1; i < list.length; i++) {
				document += list[i] >>> 2;
				let weight = list[i] & 3;
				if (weight === 3)
					weight += list[++i];
				if (out[document] === absent) {
					found.push(document);
					out[document] = 0;
				}
				out[document] += worths[weight] * (1 - out[document] / 2.2);
			}
		}
	const rare = Math.log(1 + index.documents / found.length);
	for (const document of found)
		out[document] *= rare;
	return out;
}

function chunkOf(document) {
	let from = 0, end = index.first.length;
	while (end - from > 1) {
		const middle = (from + end) >> 1;
		if (index.first[middle] <= document)
			from = middle;
		else
			end = middle;
	}
	return from;
}

// The records of topics are with their names as well.
let topics = [];

async function read(document) {
	if (topics[document])
		return topics[document];
	const chunk = chunkOf(document);
	return (await load("d" + chunk))[document - index.first[chunk]];
}

const isToken = (word, k, token) => token === word.tokens[k] ||
	(word.prefix && k + 1 === word.tokens.length && token.startsWith(word.tokens[k]));

const hasToken = (word, k, place) => place.tokens.some((token) => isToken(word, k, token));

// In a plain text words that may have one of its tokens are soon found.
function plainPlaces(word, text) {
	const out = [];
	let n = 0, from = 0;
	for (const { 0: found, index: at } of text.matchAll(
		pattern(`(?<![A-Za-z0-9])(?:${word.begins})[A-Za-z0-9]*`, "gi"))) {
		n += text.slice(from, at).match(runs)?.length ?? 0;
		out.push({ tokens: [tokenOf(found)], n, at, end: at + found.length });
		from = at;
	}
	return out;
}

// The places in a text that have a token of a word; n: so many are before it.
function placesOf(word, text) {
	if (!word.placed.has(text))
		word.placed.set(text, (isPlain(text) ? plainPlaces(word, text) :
			tokens(text, false, pattern(`^(?:${word.begins})`, "i"))
				.map((place, n) => ({ ...place, n })))
			.filter((place) => word.tokens.some((_, k) => hasToken(word, k, place))));
	return word.placed.get(text);
}

// Those where it stands, all of it if it is a phrase.
const standsAt = (word, text) => placesOf(word, text).filter(({ n }, i, places) =>
	word.tokens.every((_, k) => places[i + k]?.n === n + k && hasToken(word, k, places[i + k])));

function hasLiteral(word, literal, text) {
	const before = (at) => [...text.slice(Math.max(0, at - 2), at)].pop() ?? "";
	// ".NET" is not in "oauth.net", but "::move" is in "std::move".
	const front = joins(literal) || (/^[.$#@-]/.test(literal) && hasWordChar(literal));
	const end = word.kind !== "prefix" && joins([...literal].pop());
	for (let at = -1; (at = text.indexOf(literal, at + 1)) >= 0;)
		if (!(front && joins(before(at))) &&
		    !(end && joins(text.slice(at + literal.length))))
			return true;
	return false;
}

// What the index cannot know of, the text says.
function stands(word, texts) {
	return (word.tokens.length < 2 || texts.some((text) => standsAt(word, text).length)) &&
		(!word.literals.length || texts.map(marks).some((text) =>
			word.literals.every((literal) => hasLiteral(word, literal, text))));
}

// So many pages are looked through for one phrase.
const most = 400;

async function verify(word, set, search) {
	const some = bestOf(set, search.thorough ? Infinity : most);
	const records = await Promise.all(some.map(([document]) => read(document)));
	search.partial ||= some.length < sizeOf(set);
	const out = setOf(absent);
	some.forEach(([document, worth], i) => {
		if (stands(word, records[i].slice(2)))
			out[document] = worth;
	});
	return out;
}

async function havingAll(word, among, search) {
	const last = word.tokens.length - 1;
	const sets = await Promise.all(word.tokens.map((t, k) => having(t, word.prefix && k === last)));
	let set = sets.length ? sets.reduce(both) : among ?? setOf(0);
	word.set = set;
	if (among && sets.length)
		set = within(set, among);
	return word.tokens.length > 1 || word.literals.length ? verify(word, set, search) : set;
}

// What is cheap comes first, and what has to be read when few are left.
const cost = (node) => node.kind === "not" ? 3 : node.nodes ? 2 :
	node.tokens.length === 1 && !node.literals.length ? 0 : 1;

async function evaluate(node, among, search) {
	if (node.kind === "and") {
		let set = among;
		for (const n of [...node.nodes].sort((a, b) => cost(a) - cost(b))) {
			const next = await evaluate(n, set, search);
			set = set && n.kind !== "not" ? both(set, next) : next;
		}
		return set;
	}
	if (node.kind === "or") {
		let set = setOf(absent);
		for (const n of node.nodes)
			set = either(set, await evaluate(n, among, search));
		return set;
	}
	if (node.kind === "not") {
		const all = among ?? setOf(0);
		return within(all, await evaluate(node.nodes[0], all, search), false);
	}
	return havingAll(node, among, search);
}

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
		const places = new Map(words.flatMap((w) => placesOf(w, text)).map((p) => [p.at, p]));
		const found = [...places.values()].sort((a, b) => a.at - b.at);
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

async function showOne(document, words) {
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

// `tell` gets those that come first, as many as are known, when there are more.
async function show(documents, words, tell) {
	const hits = [];
	let known = 0;
	await Promise.all(documents.map(async (document, i) => {
		hits[i] = await showOne(document, words);
		while (hits[known])
			known++;
		tell?.(hits.slice(0, known));
	}));
	return hits;
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
	const having = (name) => names.flatMap(([keys], document) =>
		keys.includes(` ${name} `) ? [document] : []).reverse();
	const found = having(key);
	topics = names.map(([, ...record]) => record);
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
		const begun = leafOf("prefix", last.text, [typed.slice(0, end)]);
		yield node === last ? begun : { ...node, nodes: [...node.nodes.slice(0, -1), begun] };
	}
}

/*
 * Resolves to { total, hits, error, partial, begun }: `error` is what is wrong
 * with the query, `partial`: only a part of the pages was looked through for a
 * phrase, `begun`: nothing has the last word, but words that begin like it.
 * `first` gets those hits that come first, as soon as they are known and each
 * time that there are more of them.
 */
window.hectoSearch = (name, data) => files.get(name)?.done(data);
window.hectoSearch.find = async (text, { limit = 10, thorough = false, first } = {}) => {
	const search = { thorough, partial: false };
	const none = { total: 0, hits: [] };
	let node;
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
	const having = evaluate(node, null, search);
	// Asked for with what the words need, so that they come together.
	const called = thorough || day ? [] : named(text);
	let begun = false, told = 0;
	const tell = (hits) => {
		if (hits.length > told) {
			told = hits.length;
			first?.(hits);
		}
	};
	if (first && called.then)
		called.then((found) => show(found.slice(0, limit), shownLeaves(node), tell))
			.catch(() => {});
	let set = await having;
	for (const other of isEmpty(set) && !thorough ? unfinished(node) : []) {
		set = await evaluate(node = other, null, search);
		begun = !isEmpty(set);
		if (begun)
			break;
	}
	const foremosts = day ? await ofDay(day[1]) : await called;
	for (const document of topics.keys())
		set[document] *= topicWorth;
	for (const document of foremosts)
		set[document] = foremost;
	const ranked = await rank(set, node, limit, first);
	const shown = show(ranked.map(([document]) => document), shownLeaves(node), tell);
	const total = sizeOf(set), hits = await shown;
	told = Infinity;
	return { total, partial: search.partial, begun, hits };
};
window.hectoSearch.tokens = tokens;
