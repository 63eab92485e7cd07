// SPDX-License-Identifier: MIT
// Words of a text and their stems, as core/text/tokens.h has them.  A part of find.js.

const unspaced = "\\u0e01-\\u0e3e\\u0e40-\\u0eff\\u1000-\\u109f\\u1100-\\u11ff" +
	"\\u1780-\\u17d3\\u3005-\\u3007\\u3041-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff" +
	"\\u3105-\\u318e\\u31a0-\\u31bf\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff" +
	"\\ua960-\\ua97f\\uac00-\\ud7fb\\uf900-\\ufaff\\uff66-\\uff9f\\u{20000}-\\u{3ffff}";
const inWord = `(?![${unspaced}\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}])[\\p{L}\\p{M}\\p{N}]`;
const wordOrRun = `([${unspaced}]+)|(?!\\p{M})${inWord}(?:${inWord})*`;
const wordChar = "(?![\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}])[\\p{L}\\p{M}\\p{N}]";
const accents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/g;

// What knows all letters takes long to make, and ASCII does without it.
const made = new Map();
function pattern(source, flags = "u") {
	if (!made.has(source))
		made.set(source, new RegExp(source, flags));
	return made.get(source);
}
const isAscii = (text) => !/[^\0-\x7f]/.test(text);
const hasWordChar = (text) => /[A-Za-z0-9]/.test(text) ||
	(!isAscii(text) && pattern(wordChar).test(text));
const joins = (text) => /^[\0-\x7f]/.test(text) ? /^[A-Za-z0-9]/.test(text) :
	pattern(`^${inWord}`).test(text);
const isUnspaced = (token) => !isAscii(token) && pattern(`^[${unspaced}]$`).test(token);

const fold = (text) => isAscii(text) ? text.toLowerCase() :
	text.normalize("NFKD").toLowerCase().replace(/\u0345/g, "\u03b9").replace(accents, "")
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

// No letter but ASCII's is in these, whatever dashes and quotes there are.
const isPlain = (text) => !/[^\0-\x7f\u2010-\u2027]/.test(text);
const runs = /[^\0-/:-@[-`{-\x7f\u2010-\u2027]+/g;

// Places in what is between such, each with its tokens: several only at the end
// of a run of characters that no blanks part.
function tokensOfRun(text, isQuery) {
	const out = [];
	for (const found of text.matchAll(pattern(wordOrRun, "gu"))) {
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

// The same of a whole text.  Words of ASCII that begin otherwise have no tokens.
function tokens(text, isQuery, begins = /^/) {
	const out = [];
	for (const { 0: run, index } of text.matchAll(runs))
		if (!isAscii(run))
			for (const { tokens, at, end } of tokensOfRun(run, isQuery))
				out.push({ tokens, at: index + at, end: index + end });
		else
			out.push({ tokens: begins.test(run) ? [tokenOf(run)] : [], at: index,
				end: index + run.length });
	return out;
}
