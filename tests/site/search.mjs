// SPDX-License-Identifier: MIT
// Does a site find what `hecto search` finds?
//	node search.mjs HECTO [TOKENS]
// TOKENS: the program tests/drivers/tokens.c, to compare words one by one.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync }
	from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openSite } from "./finder.mjs";

const [hecto, tokensProgram] = process.argv.slice(2).map((p) => resolve(p));
const here = dirname(fileURLToPath(import.meta.url));
const sample = join(here, "../../scripts/sample");
const scratch = mkdtempSync(join(tmpdir(), "hecto-search."));
const journal = join(scratch, "journal"), folder = join(scratch, "site");
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const env = {
	...process.env, HECTO_NOW: "2026-05-09T20:15:00+02:00",
	GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1",
	GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: "a@example.org",
	GIT_COMMITTER_NAME: "A", GIT_COMMITTER_EMAIL: "a@example.org",
};
const run = (program, args, input) =>
	execFileSync(program, args, { env, input, encoding: "utf8", maxBuffer: 1 << 28,
		stdio: ["pipe", "pipe", "pipe"] });
const inJournal = (...args) => run(hecto, ["-C", journal, ...args]);

let bad = 0;
function check(what, holds, detail = "") {
	console.log(`${holds ? "ok" : "not ok"}: ${what}`);
	if (holds)
		return;
	bad++;
	console.log(detail);
}

// --- a journal with what is hard to find ---

const entries = {
	"2026-03-01": "**Today's Progress**: Café au lait, naïve Bayes, Straße, ΟΔΟΣ and Ёлка. Rather much.\n\n" +
		"**What I learned**:\n- queues are queueing; relational hopping\n- C++ is no C, " +
		"nor C#\n- X-Ray traces; an x ray does not\n- CI/CD in t2.micro, not bt2.micros\n",
	"2026-03-02": "東京都の Lambda を勉強する。\n\nキューは一回以上配信する。 한국어를 공부한다.\n\n" +
		"ＡＷＳ in full width ☁️ S3.\n",
	"2026-03-03": "At least once, and once at least.\n\n`--flag` and $LATEST and .NET and a→b.\n\n" +
		"> f(x) = std::vector<int>\n\n| queue | limit |\n|---|---|\n| sqs | 12 |\n",
	"2026-03-04": "least\n\nonce\n\n- at\n\n**Thoughts**: don’t split “smart” quotes; " +
		"the e-mail—dash; snake_case __init__ <b>bold</b>\n",
	"2026-03-05": "हिन्दी भाषा and ไทย and Việt Nam and Łódź and 1️⃣ ½ ﬁne.\n",
	"2026-03-08": "Read [the shelf](https://shelving.example.org/deep/wombat) and \\<!-- no comment\n\n" +
		"<details><summary>Of vicunas</summary></details>\n\n- <script> goes last\n\n" +
		"<!-- hidden okapi -->\n\n<?php echo 1;\n\nquokka\n",
	"2026-03-09": "The lowering of `code` in [[dva-notes|its notes]]; EC2 as well.\n",
	"2026-03-10": "See oauth.net, me@shelf, main.py and the no--flag of std::forward.\n",
	"2026-03-06": "Private lines hide.\n\nSeen.\n\nzanzibarine <!-- private -->\n\n" +
		"**Link to work**: https://example.org/rackett\n",
};
function makeJournal() {
	run(hecto, ["init", journal]);
	inJournal("import", join(sample, "log.md"));
	inJournal("import", "--as", "note", join(sample, "dva-notes.md"));
	mkdirSync(join(journal, "log/2026"), { recursive: true });
	for (const [day, text] of Object.entries(entries))
		writeFileSync(join(journal, `log/2026/${day}.md`), `---\ndate: ${day}\n---\n${text}`);
	writeFileSync(join(journal, "log/2026/2026-03-07.md"),
		"---\ndate: 2026-03-07\nprivate: true\n---\nkrumhornist queue\n");
	writeFileSync(join(journal, "notes/marks.md"),
		"# Marks\n\nBefore.\n\n## C++ and CI/CD\n\nstd::move at least once.\n\n" +
		"## 東京\n\n都と queue\n\n### Deep < heading\n\nonce\n");
	inJournal("config", "publish.private", "links");
	inJournal("publish", "-o", folder);
}

// --- the two searches ---

const hidden = new Set(["log/2026/2026-03-07.md"]);

function count(list) {
	const counts = {};
	for (const name of list.sort())
		counts[name] = (counts[name] ?? 0) + 1;
	return JSON.stringify(counts);
}

// Parts are counted by document: "2026-03-01", "dva-notes".
function byTerminal(query) {
	// Several words in one operand would be a phrase.
	const operands = /["()]/.test(query) ? [query] : query.split(/ +/);
	const found = JSON.parse(inJournal("search", "--json", "-n", "0", "--", ...operands));
	// The site puts no word right.
	if (found.corrected)
		return count([]);
	// The site has no links; who is found by more shows that sooner than a link.
	return count(found.hits.filter((h) => !hidden.has(h.path) && h.section !== "links")
		.map((h) => h.path.replace(/^.*\/|\.md$/g, "")));
}

async function bySite(site, query) {
	const found = await site.find(query, { limit: Infinity, thorough: true });
	if (found.error)
		return found.error;
	return count(found.hits.map((h) => h.url).filter((u) => !u.startsWith("topics/"))
		.map((u) => u.replace(/^.*\/|\.html.*$/g, "")));
}

const written = [
	"cafe", "CAFÉ", "naive", "strasse", "οδος", "елка", "queue", "queues", "queueing",
	"hop", "relate", "C++", "c", "C#", "X-Ray", "x-ray traces", "x ray", "CI/CD", "t2.micro",
	"bt2", "東京", "東京都", "都", "勉強", "一回以上", "한국어", "aws", "s3", "at least once",
	'"at least once"', '"once at least"', '"least once"', "--flag", "$LATEST", ".NET", ".net*", "@shelf",
	".py", "::forward", "oauth.net", "f(x)",
	"std::vector", "std::move", "que*", "idempot*", "東*", "lam* -s3", "-lambda", "queue -sqs",
	"sqs or sns", "(sqs or sns) -queue", "lambda (role or bucket)", "queue or", '""', "(",
	"don't", "e-mail", "snake_case", "__init__", "<b>", "bold", "हिन्दी", "ไทย", "viet nam",
	"łódź", "½", "fine", "1", "smart", '"smart quotes"', '"“smart” quotes"', "a→b", "→", "-",
	"the", "and", "or", "x*", "nothing_like_this", "lambda, role.", "'queue'", "-\"at least once\"",
	"queue -(sqs or sns)", "marks", "before", "deep heading", "Deep < heading", "march 1",
	"shelving.example.org", "wombat", "shelf", "comment", "<!--", "vicunas", "<script>", "okapi",
	"<?php", "quokka", "krumhornist", "a b or c", "OR", "AND", "lambda AND role", "AND queue",
	"queue NOT sqs", "queue AND NOT (sqs or sns)", "queue NOT", "“at least once”", "„once at“ queue",
	"-«at least once»", "“queue", "c++*", "t2.mic*", "ci/c*",
];

// Words, neighbours and beginnings of what the site itself says.
function fromVocabulary(howMany) {
	const texts = readdirSync(join(folder, "search")).filter((n) => /^d\d+\.js$/.test(n)).sort()
		.flatMap((n) => JSON.parse(/\[.*\]/s.exec(readFileSync(join(folder, "search", n), "utf8"))[0]))
		.flatMap((record) => record.slice(2));
	const words = texts.join(" ").split(/\s+/)
		.filter((w) => !/^-|["()\\]|^or$/i.test(w) && !/^\w+:/.test(w) && w);
	const step = Math.max(1, Math.floor(words.length / howMany));
	const out = [];
	for (let i = 0; i + 2 < words.length; i += step)
		out.push(words[i], `"${words[i]} ${words[i + 1]}"`, `${words[i]} -${words[i + 2]}`,
			`${words[i].slice(0, 3)}*`);
	return out;
}

async function compare(site) {
	const queries = [...new Set([...written, ...fromVocabulary(15)])];
	const wrong = [];
	for (const query of queries) {
		let expected, refused = false;
		try {
			expected = byTerminal(query);
		} catch (failure) {
			if (failure.status !== 2 && failure.status !== 1)
				throw failure;
			// No hits is a status of its own; a query that makes no sense, another.
			refused = failure.status === 2;
			expected = refused ? "" : count([]);
		}
		const given = await bySite(site, query);
		if (refused ? given.startsWith("{") && given !== "{}" : given !== expected)
			wrong.push(`${query}\n  terminal: ${expected}\n  site:     ${given}`);
	}
	check(`${queries.length} queries find the same in the site and in the terminal`,
		!wrong.length, wrong.join("\n"));
}

async function checkPrivate(site) {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((f) => f.isFile()).map((f) => readFileSync(join(f.parentPath ?? f.path, f.name), "utf8"));
	for (const word of ["zanzibarin", "krumhornist", "rackett"])
		check(`nothing private is in any file of search: ${word}`,
			!files.some((text) => text.includes(word)) && !(await site.find(word)).total);
}

// What is told first while files of these names do not come.
async function firstHits(query, held) {
	let release;
	const later = new Promise((done) => { release = done; });
	const slow = openSite(folder, (path) => held.test(path) ? later : null);
	let all;
	const first = await Promise.race([
		new Promise((done) => { all = slow.find(query, { first: done }); }),
		new Promise((done) => setTimeout(done, 5000, null)),
	]);
	release();
	await all;
	return first;
}

async function checkShown(site) {
	const found = await site.find("c++ move"), [hit] = found.hits;
	check("a heading of a note is found where it stands", hit?.url === "notes/marks.html#c-and-ci-cd",
		JSON.stringify(found));
	check("the words are marked", hit.snippet.some(([text, marked]) => marked && text === "move"),
		JSON.stringify(hit));
	const said = (await site.find("naive")).hits[0].snippet, [lines] = (await site.find("relational")).hits;
	check("what is of one line is not parted", said.map(([text]) => text).join("").includes("au lait, naïve Bayes"),
		JSON.stringify(said));
	check("passages are parted by a mark", lines.snippet.map(([text]) => text).join("")
		.includes("relational hopping · C++ is no C, nor C# · X-Ray traces"), JSON.stringify(lines));
	for (const word of ["presig", "queuein"]) {
		const begun = await site.find(word);
		check(`a word that is not finished finds what begins so: ${word}`,
			begun.begun && begun.total > 0, JSON.stringify(begun));
	}
	const topic = await site.find("dynamodb");
	check("a topic is found by its name", topic.hits.some((h) => h.url.startsWith("topics/")),
		JSON.stringify(topic));
	const early = await firstHits("dynamodb", /\/(s[0-9a-f]+|d\d+)\.js$/);
	check("and it is shown before the rest is known", early?.length === 1 &&
		JSON.stringify(early[0]) === JSON.stringify(topic.hits[0]), JSON.stringify(early));
	for (const typed of ["xray", "dynamo db", "ec2", "Elastic Compute Cloud", "Dynamo", "lambda functions"]) {
		const other = await site.find(typed);
		check(`and first by its id, or another of its names: ${typed}`,
			other.hits[0]?.url.startsWith("topics/"), JSON.stringify(other));
	}
	const day = await site.find(" 2026-03-04 ");
	check("a day is found by its date", day.hits[0]?.url === "days/2026-03-04.html",
		JSON.stringify(day));
	const called = (await site.find("kinesis sns")).hits
		.find((h) => h.url.startsWith("days/"));
	check("a day is called as on other pages", called && /^Day \d+: [A-Z](?!ay)/.test(called.title),
		JSON.stringify(called));
	const marks = (await site.find("lowering")).hits[0];
	check("an excerpt has no marks of Markdown", marks && !/\[\[|\]\]|`/.test(
		marks.snippet.map(([text]) => text).join("")), JSON.stringify(marks));
	const field = await site.find("topic:lambda");
	check("a field is refused by its name", /terminal.*topic:/.test(field.error), field.error);
}

// Words side by side, a short text, a heading: what comes first in a terminal.
async function checkOrder(site) {
	for (const query of ["least once", "once least", "x ray", "queue limit", "role", "before", "lambda", "sqs"]) {
		const [first] = JSON.parse(inJournal("search", "--json", "--", ...query.split(" "))).hits;
		const given = (await site.find(query)).hits.filter((h) => !h.url.startsWith("topics/"));
		check(`what is found first is the same: ${query}`,
			given[0]?.url.replace(/^.*\/|\.html.*$/g, "") === first.path.replace(/^.*\/|\.md$/g, ""),
			`${first.path}\n${given.map((h) => h.url).join("\n")}`);
	}
}

// What the index has of a word, [document, weight], by the format of search_shards.h.
function placesOf(token) {
	const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	const lists = readdirSync(join(folder, "search")).filter((n) => /^s[0-9a-f]*\.js$/.test(n))
		.map((n) => JSON.parse(/\{.*\}/s.exec(readFileSync(join(folder, "search", n), "utf8"))[0]));
	const list = lists.find((l) => Object.hasOwn(l, token))[token], numbers = [];
	for (let i = 0, n = 0, bits = 0; i < list.length; i++) {
		n |= (digits.indexOf(list[i]) & 31) << bits;
		bits += 5;
		if (digits.indexOf(list[i]) < 32) {
			numbers.push(n);
			n = bits = 0;
		}
	}
	const out = [];
	for (let document = -1; numbers.length;) {
		const n = numbers.shift();
		document += n >> 2;
		out.push([document, (n & 3) < 3 ? n & 3 : 3 + numbers.shift()]);
	}
	return out;
}

// A query of one word is in order as soon as the index is read: no text changes that.
async function checkOneWord() {
	const records = readdirSync(join(folder, "search")).filter((n) => /^d\d+\.js$/.test(n))
		.sort((a, b) => parseInt(a.slice(1)) - parseInt(b.slice(1)))
		.flatMap((n) => JSON.parse(/\[.*\]/s.exec(readFileSync(join(folder, "search", n), "utf8"))[0]));
	for (const [word, token] of [["queues", "queue"], ["key", "kei"], ["once", "onc"], ["limit", "limit"]]) {
		const expected = placesOf(token).filter(([d]) => !records[d][0].startsWith("topics/"))
			.sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([d]) => records[d][0]);
		const site = openSite(folder), told = [];
		const found = await site.find(word, { limit: 8, first: (hits) => told.push(hits) });
		const given = found.hits.map((h) => h.url).filter((u) => !u.startsWith("topics/"));
		check(`one word is in the order of the index: ${word}`,
			expected.length > 1 && expected.slice(0, given.length).join() === given.join(),
			`${expected.join("\n")}\n\n${given.join("\n")}`);
		check(`and its hits come one after the other, each where it stays: ${word}`,
			told.length > 0 && told.every((hits, i) => hits.length > (told[i - 1]?.length ?? 0) &&
				JSON.stringify(hits) === JSON.stringify(found.hits.slice(0, hits.length))),
			JSON.stringify(told));
		const chunks = site.loaded.filter((path) => /d\d+\.js$/.test(path));
		check(`for which no other texts are read: ${word}`, chunks.length <= found.hits.length, chunks);
	}
}

// The first hit is shown though others have not come.
async function checkSlowChunk() {
	const site = openSite(folder), { hits } = await site.find("queue");
	const last = site.loaded.findLast((path) => /d\d+\.js$/.test(path));
	const first = await firstHits("queue", RegExp(`${last.replace(/^.*\//, "")}$`));
	check("what is known is shown before all is there", first && first.length < hits.length &&
		JSON.stringify(first[0]) === JSON.stringify(hits[0]), JSON.stringify([hits, first]));
}

function checkFiles() {
	const shards = readdirSync(join(folder, "search")).filter((n) => /^[sd][0-9a-f]*\.js$/.test(n));
	const first = Object.fromEntries(shards.map((n) => [n, readFileSync(join(folder, "search", n))]));
	rmSync(folder, { recursive: true });
	inJournal("publish", "-o", folder);
	check("the same journal gives the same bytes", Object.entries(first).every(([n, bytes]) =>
		bytes.equals(readFileSync(join(folder, "search", n)))));
}

// Each word by the program's own tokenizer and by the script's.
function compareTokens(site) {
	const letters = [];
	for (const [from, to] of [[0x20, 0x250], [0x370, 0x530], [0x900, 0x980], [0xe00, 0xf00],
		[0x1e00, 0x2000], [0x2100, 0x2190], [0x3000, 0x3100], [0xac00, 0xac80], [0xff00, 0xffa0]])
		for (let c = from; c < to; c++)
			letters.push(`x${String.fromCodePoint(c)}ies`, String.fromCodePoint(c));
	const parts = [["", "re", "hop", "fizz", "connect", "adop", "y", "ay", "control", "generali"],
		["", "at", "bl", "iz", "ll", "ss", "t", "e", "y", "ion", "iv"],
		["", "s", "ies", "sses", "ed", "eed", "ing", "y", "e", "ational", "tional", "izer", "logi",
		 "bli", "ousli", "ization", "ator", "iveness", "biliti", "icate", "ative", "ical", "ful",
		 "ness", "al", "ement", "ment", "ion", "ou", "ism", "ize", "ll"]];
	const words = parts.reduce((a, b) => a.flatMap((x) => b.map((y) => x + y)));
	const lines = [...letters, ...words].filter((w) => !/[\n\r]/.test(w));
	const theirs = run(tokensProgram, [], lines.join("\n") + "\n").split("\n").slice(0, -1);
	const wrong = lines.filter((line, i) => theirs[i] !==
		site.tokens(line, false).map((p) => p.tokens.join("=")).join(" "));
	check(`${lines.length} words have the same tokens in the browser`, !wrong.length,
		wrong.map((w) => `${[...w].map((c) => c.codePointAt(0).toString(16))} ${w}: ` +
			site.tokens(w, false).map((p) => p.tokens.join("=")) + " / " +
			theirs[lines.indexOf(w)]).slice(0, 60).join("\n"));
	// By that the script tells which words of a text need no stem.
	const odd = lines.filter((line, i) => /^[a-z0-9]+$/.test(line) && !(line[0] === theirs[i][0] &&
		(theirs[i].length < 2 || line[1] === theirs[i][1] || theirs[i][1] + line[1] === "iy")));
	check("a stem begins as its word does", !odd.length, odd.join(" "));
}

makeJournal();
const site = openSite(folder);
if (tokensProgram)
	compareTokens(site);
await compare(site);
await checkPrivate(site);
await checkShown(site);
await checkOrder(site);
await checkOneWord();
await checkSlowChunk();
checkFiles();
process.exit(bad ? 1 : 0);
