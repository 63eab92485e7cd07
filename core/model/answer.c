/* SPDX-License-Identifier: MIT */
/* Ranking passages by how well they answer a question. */
#include "core/model/answer.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/text/unicode.h"

#define TERM_LEAST 2		/* bytes of a word that says something */
#define PASSAGE_BYTES 2000	/* of a passage that are looked at */
#define WORDS_MOST 1000
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

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
}

/* Enough of a stem for two forms of a word to meet. */
static struct str stem(struct str word)
{
	static const char *const endings[] = { "ing", "es", "ed", "s" };

	for (size_t i = 0; i < ARRAY_SIZE(endings); i++) {
		size_t len = strlen(endings[i]);

		if (word.len >= len + 3 && str_ends(word, endings[i]))
			return str_upto(word, word.len - len);
	}
	return word;
}

static struct str next_word(struct str *rest)
{
	size_t end = 0;

	while (rest->len && !is_word_byte(*rest->s))
		*rest = str_from(*rest, 1);
	while (end < rest->len && is_word_byte(rest->s[end]))
		end++;
	if (!end)
		return STR_NONE;
	*rest = str_from(*rest, end);
	return (struct str){ rest->s - end, end };
}

static bool is_stop_word(struct str word)
{
	for (size_t i = 0; i < ARRAY_SIZE(stop_words); i++)
		if (str_is(word, stop_words[i]))
			return true;
	return false;
}

/* FNV-1a */
static uint32_t hash(struct str word)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < word.len; i++)
		h = (h ^ (unsigned char)word.s[i]) * 16777619u;
	return h;
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
	struct str rest, word;

	unicode_add_folded(&folded, str_upto(text, PASSAGE_BYTES));
	rest = strbuf_slice(&folded);
	while (t->count < ANSWER_TERMS && (word = next_word(&rest)).s) {
		uint32_t h = hash(stem(word));

		if (word.len < TERM_LEAST || is_stop_word(word) ||
		    find_term(t, h))
			continue;
		t->words[t->count++] = h;
		t->filter |= filter_bit(h);
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

static void add_words(struct answer_text *out, uint32_t *words, struct str text)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	struct str rest, word;

	unicode_add_folded(&folded, str_upto(text, PASSAGE_BYTES));
	rest = strbuf_slice(&folded);
	while (out->nwords < WORDS_MOST && (word = next_word(&rest)).s) {
		uint32_t h = hash(stem(word));

		words[out->nwords++] = h;
		out->filter |= filter_bit(h);
	}
}

struct answer_text answer_text_read(struct str text,
				    const char *const *headings,
				    size_t nheadings, bool definition,
				    bool table, struct arena *mem)
{
	struct answer_text out = { .nwords = 0 };
	uint32_t words[WORDS_MOST], *kept;

	add_words(&out, words, text);
	for (size_t i = 0; i < nheadings; i++)
		add_words(&out, words, str_of(headings[i]));
	if (definition)
		out.bonus += 0.3;
	if (table)
		out.bonus += 0.1;
	if (text.len < SHORT_BYTES)
		out.bonus -= 0.5;
	if (is_enumeration(text))
		out.bonus -= 1.5;
	kept = arena_alloc(mem, (out.nwords + 1) * sizeof(*kept));
	memcpy(kept, words, out.nwords * sizeof(*kept));
	out.words = kept;
	return out;
}

/* The share of the question's terms among these. */
static double share(const struct answer_terms *t, uint64_t bits)
{
	return t->count ? (double)count_bits(bits) / (double)t->count : 0;
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
