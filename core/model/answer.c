/* SPDX-License-Identifier: MIT */
/* Ranking passages by how well they answer a question. */
#include "core/model/answer.h"

#include <string.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/base/strset.h"
#include "core/text/unicode.h"

#define TERMS_MAX 32
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
	"these", "they", "this",  "to",	  "too",   "up",     "use",  "used",
	"using", "versus", "via", "vs",	  "was",   "we",     "what", "whats",
	"when", "where", "which", "who",  "why",   "will",   "with", "work",
	"works", "would", "you",  "your", "aws",   "amazon", "azure", "google",
};

/* The words of a question that say something, and their bits. */
struct terms {
	struct strset set;
	size_t count;
};

static void terms_release(struct terms *t)
{
	strset_release(&t->set);
}

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

static void read_terms(struct terms *t, struct str text)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	struct str rest, word;

	unicode_add_folded(&folded, str_upto(text, PASSAGE_BYTES));
	rest = strbuf_slice(&folded);
	while (t->count < TERMS_MAX && (word = next_word(&rest)).s)
		if (word.len >= TERM_LEAST && !is_stop_word(word) &&
		    strset_put(&t->set, stem(word), t->count))
			t->count++;
}

static unsigned long long find_terms(const struct terms *t, struct str text)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	unsigned long long bits = 0;
	struct str rest, word;
	size_t at;

	unicode_add_folded(&folded, str_upto(text, PASSAGE_BYTES));
	rest = strbuf_slice(&folded);
	while ((word = next_word(&rest)).s)
		if (strset_get(&t->set, stem(word), &at))
			bits |= 1ULL << at;
	return bits;
}

static unsigned count_bits(unsigned long long bits)
{
	unsigned count = 0;

	for (; bits; bits &= bits - 1)
		count++;
	return count;
}

/* What a candidate has of the question. */
struct rated {
	unsigned long long terms;
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

static struct rated rate(const struct terms *t,
			 const struct answer_candidate *c)
{
	struct rated r = { find_terms(t, c->text), c->topics, 0 };

	for (size_t i = 0; i < c->nheadings; i++)
		r.terms |= find_terms(t, str_of(c->headings[i]));
	if (c->definition)
		r.bonus += 0.3;
	if (c->table)
		r.bonus += 0.1;
	if (c->text.len < SHORT_BYTES)
		r.bonus -= 0.5;
	if (is_enumeration(c->text))
		r.bonus -= 1.5;
	return r;
}

/* The share of the question's terms among these. */
static double share(const struct terms *t, unsigned long long bits)
{
	return t->count ? (double)count_bits(bits) / (double)t->count : 0;
}

/* What is found so far. */
struct found {
	unsigned long long terms;
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
static double worth(const struct terms *t, const struct found *f,
		    const struct rated *r)
{
	unsigned topics = r->topics & ~f->topics;
	unsigned long long terms = r->terms & ~f->terms;

	if (!topics && !terms)
		return 0;
	return count_bits(topics) + share(t, terms) +
	       0.2 * share(t, r->terms) + r->bonus;
}

static bool take_best(const struct terms *t, struct found *f,
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

static bool is_answered(const struct answer_question *q, const struct terms *t,
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
	AUTO(terms) t = { STRSET_INIT, 0 };
	struct found f = { .items = out };
	AUTO(arena) mem = ARENA_INIT;
	struct rated *rated = arena_alloc(&mem, (count + 1) * sizeof(*rated));

	read_terms(&t, q->text);
	for (size_t i = 0; i < count; i++)
		rated[i] = rate(&t, &candidates[i]);
	while (f.count < ANSWERS_MAX && take_best(&t, &f, rated, count))
		continue;
	return is_answered(q, &t, &f) ? f.count : 0;
}
