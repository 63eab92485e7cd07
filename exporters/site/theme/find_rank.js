// SPDX-License-Identifier: MIT
// What of it comes first, as core/index/ranking.c has it.  A part of find.js.

const isAddresses = /^(?:(?:https?|mailto):\S*(?:\s+|$))+$/i;

// How near all words come to each other: 1 side by side, towards 0 far apart.
function nearness(words, text) {
	const all = words.flatMap((word, k) => standsAt(word, text).map(({ n }) => [n, k]));
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
		const having = words.length < 2 ? 0 : word.having ??= sizeOf(word.set);
		const rare = words.length < 2 ? 1 :
			Math.max(1e-6, Math.log((index.documents - having + 0.5) / (having + 0.5)));
		sum += rare * often * 2.2 / (often + length) * (inText ? 1 : 0.7);
	}
	return sum * (1 + near);
}

// Of several words the index tells roughly who is the best; the texts tell more of
// those.  Others that stand in the same files are looked at as well, for they cost
// nothing.
function likely(best, count) {
	const chunks = new Set(best.slice(0, count).map(([document]) => chunkOf(document)));
	return best.filter(([document]) => chunks.has(chunkOf(document))).slice(0, 3 * count);
}

// So many files a browser asks a server for at once.
const atOnce = 6;

async function rank(set, node, limit, isHasty) {
	const words = shownLeaves(node).filter((word) => word.tokens.length);
	// The index has said all that there is to say of one word.
	const isTold = words.every(({ tokens }) => words.length + tokens.length === 2);
	if (isTold || limit > most)
		return bestOf(set, limit);
	const best = bestOf(set, 20 * limit), some = likely(best, isHasty ? atOnce : limit + 2);
	const ranked = await Promise.all(some.map(async ([document, worth]) => {
		const record = await read(document);
		return [document, worth === foremost ? worth :
			score(record, words) * (isTopic(record) ? topicWorth : 1)];
	}));
	return [...ranked.sort((a, b) => b[1] - a[1] || b[0] - a[0]),
		...best.filter((one) => !some.includes(one))].slice(0, limit);
}

// Who types a part of the name of a topic mostly looks for its page.
const topicWorth = 3;
const isTopic = ([url]) => url.startsWith("topics/");
