/* SPDX-License-Identifier: MIT */
/* Ranking passages by how well they answer a question. */
#include "core/model/answer.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/text/unicode.h"

#define TERM_LEAST 2		/* bytes of a word that says something */
#define PASSAGE_BYTES 2000	/* of a passage that are looked at */
#define SHORT_BYTES 24		/* what is shorter answers nothing */
#define NEEDED_ON_TOPIC 0.5	/* share of the terms, where the topic fits */
#define NEEDED_ALONE 0.75	/* and where there is none */

/* Words that a question has, whatever it asks. */
static const char *const stop_words[] = {
	"a",	"an",	 "and",	  "are",  "as",	   "at",     "be",   "been",
	"between", "by", "can",	  "cant", "compare", "did",  "difference",
	"differences", "differ", "do", "does", "each", "for", "from", "get",
	"had",	"has",	 "have",  "how",  "i",	   "if",     "in",   "instance",
	"into", "is",	 "isnt",  "it",	  "its",   "me",     "mean", "more",
	"my",	"need",	 "not",	  "of",	  "on",	   "one",    "or",   "other",
	"our",	"out",	 "over",  "really", "same", "should", "so",  "some",
	"something", "than", "that", "the", "their", "them",  "then", "there",
	"may",	"might", "must",
	"these", "they", "this",  "to",	  "too",   "up",     "use",  "used",
	"using", "versus", "via", "vs",	  "was",   "we",     "what", "whats",
	"when", "where", "which", "who",  "why",   "will",   "with", "work",
	"works", "would", "you",  "your", "aws",   "amazon", "azure", "google",
};

/* Of a word no byte is 0; a letter of ASCII is a small one. */
static unsigned char word_byte(char c)
{
	static const unsigned char ascii[129] =
		"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
		"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
		"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
		"0123456789\0\0\0\0\0\0"
		"\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"
		"\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0";
	unsigned char byte = (unsigned char)c;

	return byte < 128 ? ascii[byte] : byte;
}

/* A word as it stands, and the hash of its stem. */
struct word {
	struct str text;
	uint32_t stem;
};

/* FNV-1a */
static uint32_t hash(struct str word)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < word.len; i++)
		h = (h ^ word_byte(word.s[i])) * 16777619u;
	return h;
}

/* How many bytes of its end do not count: "ing", "es", "ed" or "s", where three
 * are left.  That is enough of a stem for two forms of a word to meet. */
static size_t ending_of(struct str word)
{
	const char *end = word.s + word.len;
	unsigned char last;

	if (word.len < 4)
		return 0;
	last = word_byte(end[-1]);
	if (last == 'g')
		return word.len >= 6 && word_byte(end[-2]) == 'n' &&
				       word_byte(end[-3]) == 'i' ? 3 : 0;
	if (last != 's' && last != 'd')
		return 0;
	if (word.len >= 5 && word_byte(end[-2]) == 'e')
		return 2;
	return last == 's';
}

/* Take a word off the front; false: there is none. */
static bool next_word(struct str *rest, struct word *out)
{
	size_t begin = 0, end;
	struct str text;

	while (begin < rest->len && !word_byte(rest->s[begin]))
		begin++;
	end = begin;
	while (end < rest->len && word_byte(rest->s[end]))
		end++;
	text = (struct str){ rest->s + begin, end - begin };
	*out = (struct word){
		text, hash(str_upto(text, text.len - ending_of(text)))
	};
	*rest = str_from(*rest, end);
	return text.len;
}

static bool is_stop_word(struct str word)
{
	return str_is_among(word, stop_words, ARRAY_SIZE(stop_words));
}

static uint64_t filter_bit(uint32_t word)
{
	return UINT64_C(1) << (word >> 26);
}

/* The bit of a word among the terms; 0: it is none. */
static uint64_t find_term(const struct answer_terms *t, uint32_t word)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->words[i] == word)
			return UINT64_C(1) << i;
	return 0;
}

void answer_terms_read(struct answer_terms *t, struct str text)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	struct str rest;
	struct word word;

	unicode_add_folded(&folded, str_upto(text, PASSAGE_BYTES));
	rest = strbuf_slice(&folded);
	while (t->count < ANSWER_TERMS && next_word(&rest, &word)) {
		if (word.text.len < TERM_LEAST || is_stop_word(word.text) ||
		    find_term(t, word.stem))
			continue;
		t->words[t->count++] = word.stem;
		t->filter |= filter_bit(word.stem);
	}
}

uint64_t answer_terms_in(const struct answer_terms *t,
			 const struct answer_text *text)
{
	uint64_t bits = 0;

	if (!(t->filter & text->filter))
		return 0;
	for (size_t i = 0; i < text->nwords; i++)
		if (t->filter & filter_bit(text->words[i]))
			bits |= find_term(t, text->words[i]);
	return bits;
}

static unsigned count_bits(uint64_t bits)
{
	unsigned count = 0;

	for (; bits; bits &= bits - 1)
		count++;
	return count;
}

/* What a candidate has of the question. */
struct rated {
	uint64_t terms;
	unsigned topics;
	double bonus;
};

/* "SQS, SNS, Kinesis" names things and says nothing of them. */
static bool is_enumeration(struct str text)
{
	size_t words = 1, commas = 0;

	for (size_t i = 0; i < text.len; i++) {
		words += text.s[i] == ' ';
		commas += text.s[i] == ',';
	}
	return commas && commas * (text.len < 80 ? 6 : 4) >= words;
}

/* The words of a passage, while it is read. */
struct reading {
	struct answer_reader *by;
	size_t seen, count;
	uint64_t filter;
};

void answer_vocabulary_add(struct answer_vocabulary *v, struct str question)
{
	struct answer_terms t = { .count = 0 };

	answer_terms_read(&t, question);
	for (size_t i = 0; i < t.count; i++)
		v->bits[t.words[i] >> 22] |= UINT64_C(1) << (t.words[i] >> 16 &
							      63);
}

static bool is_wanted(const struct answer_vocabulary *v, uint32_t word)
{
	return !v || v->bits[word >> 22] >> (word >> 16 & 63) & 1;
}

static void take_words(struct reading *r, struct str rest)
{
	struct word word;

	while (r->seen < ANSWER_WORDS && next_word(&rest, &word)) {
		r->seen++;
		if (!is_wanted(r->by->wanted, word.stem))
			continue;
		r->by->words[r->count++] = word.stem;
		r->filter |= filter_bit(word.stem);
	}
}

/* Letters of ASCII are folded where they are read, and so is the end of what
 * the index has shortened: it would become dots. */
static void add_words(struct reading *r, struct str text)
{
	AUTO(strbuf) folded = STRBUF_INIT;

	text = str_upto(text, PASSAGE_BYTES);
	if (str_ends(text, "…"))
		text = str_upto(text, text.len - strlen("…"));
	if (str_is_ascii(text)) {
		take_words(r, text);
		return;
	}
	unicode_add_folded(&folded, text);
	take_words(r, strbuf_slice(&folded));
}

/* As if it were read: its words are those that were kept of it then. */
static void repeat_words(struct reading *r, const struct answer_heading *h)
{
	for (size_t i = 0; i < h->count; i++) {
		r->by->words[r->count++] = h->words[i];
		r->filter |= filter_bit(h->words[i]);
	}
	r->seen += h->seen;
}

/* Of the bytes that it holds no more can be words than there is room for. */
static void add_heading(struct reading *r, size_t depth, const char *heading)
{
	struct answer_heading *h = &r->by->above[depth % ARRAY_SIZE(r->by->above)];
	const size_t len = strlen(heading), count = r->count, seen = r->seen;
	bool is_held = len && len < sizeof(h->text) &&
		       seen + ARRAY_SIZE(h->words) <= ANSWER_WORDS;

	if (is_held && !strcmp(h->text, heading)) {
		repeat_words(r, h);
		return;
	}
	add_words(r, (struct str){ heading, len });
	if (!is_held)
		return;
	h->count = r->count - count;
	h->seen = r->seen - seen;
	memcpy(h->text, heading, len + 1);
	memcpy(h->words, r->by->words + count, h->count * sizeof(*h->words));
}

bool answer_may_be(enum passage_kind kind, unsigned traits)
{
	return kind != PASSAGE_HEADING &&
	       !(passage_item_traits(traits) & (TRAIT_QUESTION | TRAIT_TODO | TRAIT_LAB |
			   TRAIT_READING));
}

static double bonus_of(struct str text, bool definition, bool table)
{
	double bonus = 0;

	if (definition)
		bonus += 0.3;
	if (table)
		bonus += 0.1;
	if (text.len < SHORT_BYTES)
		bonus -= 0.5;
	if (is_enumeration(text))
		bonus -= 1.5;
	return bonus;
}

static bool is_among(const uint32_t *words, size_t count, uint32_t word)
{
	for (size_t i = 0; i < count; i++)
		if (words[i] == word)
			return true;
	return false;
}

/* Each word once, for each question looks at all of them. */
static size_t copy_words(uint32_t *to, const struct reading *r)
{
	uint64_t seen = 0;
	size_t count = 0;

	for (size_t i = 0; i < r->count; i++) {
		uint32_t word = r->by->words[i];

		if (seen & filter_bit(word) && is_among(to, count, word))
			continue;
		seen |= filter_bit(word);
		to[count++] = word;
	}
	return count;
}

struct answer_text answer_text_read(struct answer_reader *by, struct str text,
				    const char *const *headings,
				    size_t nheadings, bool definition,
				    bool table)
{
	struct reading r = { .by = by };
	uint32_t *words;

	add_words(&r, text);
	for (size_t i = 0; i < nheadings; i++)
		add_heading(&r, i, headings[i]);
	words = arena_alloc(by->mem, (r.count + 1) * sizeof(*words));
	return (struct answer_text){
		.words = words,
		.nwords = copy_words(words, &r),
		.filter = r.filter,
		.bonus = bonus_of(text, definition, table),
	};
}

/* The share of the question's terms among these. */
static double share(const struct answer_terms *t, uint64_t bits)
{
	return bits && t->count ?
		       (double)count_bits(bits) / (double)t->count : 0;
}

/* What is found so far. */
struct found {
	uint64_t terms;
	unsigned topics;
	size_t count;
	size_t *items;
};

static bool is_chosen(const struct found *f, size_t index)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i] == index)
			return true;
	return false;
}

/* What a candidate adds; nothing new is worth nothing. */
static double worth(const struct answer_terms *t, const struct found *f,
		    const struct rated *r)
{
	unsigned topics = r->topics & ~f->topics;
	uint64_t terms = r->terms & ~f->terms;

	if (!topics && !terms)
		return 0;
	return count_bits(topics) + share(t, terms) +
	       0.2 * share(t, r->terms) + r->bonus;
}

static bool take_best(const struct answer_terms *t, struct found *f,
		      const struct rated *rated, size_t count)
{
	size_t best = count;
	double most = 0.25;

	for (size_t i = 0; i < count; i++) {
		double w = is_chosen(f, i) ? 0 : worth(t, f, &rated[i]);

		if (w > most) {
			most = w;
			best = i;
		}
	}
	if (best == count)
		return false;
	f->items[f->count++] = best;
	f->terms |= rated[best].terms;
	f->topics |= rated[best].topics;
	return true;
}

static bool is_answered(const struct answer_question *q, const struct answer_terms *t,
			const struct found *f)
{
	unsigned all = q->ntopics >= 32 ? ~0u : (1u << q->ntopics) - 1;

	if (!f->count)
		return false;
	if (!q->ntopics)
		return t->count >= 2 && share(t, f->terms) >= NEEDED_ALONE;
	if (q->ntopics == 1)
		return (f->topics & 1) && share(t, f->terms) >= NEEDED_ON_TOPIC;
	return (f->topics & all) == all;
}

size_t answer_find(const struct answer_question *q,
		   const struct answer_candidate *candidates, size_t count,
		   size_t *out)
{
	struct answer_terms t = { .count = 0 };
	struct found f = { .items = out };
	AUTO(arena) mem = ARENA_INIT;
	struct rated *rated = arena_alloc(&mem, (count + 1) * sizeof(*rated));

	answer_terms_read(&t, q->text);
	for (size_t i = 0; i < count; i++)
		rated[i] = (struct rated){
			answer_terms_in(&t, &candidates[i].text),
			candidates[i].topics,
			candidates[i].text.bonus,
		};
	while (f.count < ANSWERS_MAX && take_best(&t, &f, rated, count))
		continue;
	return is_answered(q, &t, &f) ? f.count : 0;
}
