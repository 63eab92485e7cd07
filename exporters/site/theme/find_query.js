// SPDX-License-Identifier: MIT
// What is typed, as hecto-query(7) has it.  A part of find.js.

const fields = /^(topic|in|tag|since|until|on|kind|round|day|has):/i;
const blank = /[\s\0]/;
// A phrase; typographic quotes are closed by whatever quote comes next.
const phrase = /^(?:"((?:\\["\\]|[^"])*)"|[\u201c-\u201f\xab\xbb]((?:\\["\\]|[^"\u201c-\u201f\xab\xbb])*)["\u201c-\u201f\xab\xbb])/;
const quote = /^["\u201c-\u201f\xab\xbb]/;
const marks = (text) => fold(text.replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[\u201c\u201d]/g, '"')
	.replace(/[\u2010\u2011]/g, "-"));

// Words with marks in them have to stand in the text with these.
function literals(text) {
	const out = [];
	for (const word of text.split(/\s+/)) {
		let bare = word.replace(/^["']+/, "").replace(/["',.;:!?]+$/, "");
		if (!hasWordChar(word))
			bare = word;
		// A lone mark is nothing that anybody looks for.
		if ((bare.length > 1 || bare > "\x7f") && [...bare].some((c) => !hasWordChar(c)))
			out.push(marks(bare));
	}
	return out;
}

// A stem begins as its word does, but that an "i" there may have been a "y".
const beginOf = (token) => token.slice(0, 2).replace(/(?<=.)i/, "[iy]");

function leafOf(kind, text, found) {
	return {
		kind, text, tokens: found, literals: literals(text), placed: new Map(),
		begins: found.filter(isAscii).map(beginOf).join("|") || "(?!)",
		prefix: found.length > 0 &&
			(kind === "prefix" || isUnspaced(found[found.length - 1])),
	};
}
const leaf = (text, kind) =>
	leafOf(kind, text, tokens(text, true).map((place) => place.tokens[0]));

function parse(text) {
	let at = 0, depth = 0, unclosed = 0;
	const rest = () => text.slice(at);
	const fail = (what) => { throw { query: what }; };
	const isOr = () => /^or([\s\0]|$)/i.test(rest()) || (depth > 0 && /^or\)/i.test(rest()));
	// "AND" and "NOT" before a term; elsewhere they are words.
	const operator = (name) => {
		const length = new RegExp(`^${name}[\\s\\0]+`).exec(rest())?.[0].length ?? 0;
		const behind = text.slice(at + length);
		return !behind || (depth > 0 && behind[0] === ")") || /^or([\s\0]|$)/i.test(behind) ||
			(depth > 0 && /^or\)/i.test(behind)) ? 0 : length;
	};
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
		if (quote.test(rest())) {
			const quoted = phrase.exec(rest());
			if (!quoted)
				fail("A quote is not closed.");
			const inner = quoted[1] ?? quoted[2];
			if (!inner.trim())
				fail("There is nothing between the quotes.");
			at += quoted[0].length;
			return leaf(inner.replace(/\\(["\\])/g, "$1"), "phrase");
		}
		if (fields.test(rest()))
			fail(`Only \u201checto search\u201d in a terminal knows of \u201c${fields.exec(rest())[0]}\u201d.`);
		if (text[at] === ")")
			fail("A parenthesis is closed that was not opened.");
		const typed = word(), prefix = /[^\0-\x7f*]\*$|[a-z0-9]\*$/i.test(typed);
		return prefix ? leaf(typed.slice(0, -1), "prefix") : leaf(typed, "word");
	}
	function negated() {
		const not = operator("NOT");
		if (!not && !/^-[^\s\0\-=>)]/.test(rest()))
			return term();
		at += not || 1;
		return { kind: "not", nodes: [not ? negated() : term()] };
	}
	function all() {
		const nodes = [];
		for (;; ) {
			while (at < text.length && blank.test(text[at]))
				at++;
			if (at >= text.length || (depth && text[at] === ")") || isOr())
				break;
			if (nodes.length)
				at += operator("AND");
			nodes.push(negated());
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
