/* SPDX-License-Identifier: MIT */
/* Two notes that give different numbers for what seems to be the same. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/base/ascii.h"
#include "core/base/date.h"
#include "core/model/dossier.h"

#define WORDS_MAX 12		/* a longer sentence says too much to compare */
#define COMPARED_MAX 3000	/* numbers; the work grows with its square */

/* What a sentence says besides its quantity. */
struct claim {
	const struct dossier_number *number;
	const struct dossier_passage *passage;
	size_t index;		/* of the number */
	uint32_t words[WORDS_MAX];	/* hashes, each once */
	size_t count;
	uint64_t filter;	/* a bit for each word */
	enum quantity_bound bound;
};

struct claims {
	struct claim *items;
	size_t count, cap;	/* owned; claims_release */
};

static void claims_release(struct claims *c)
{
	free(c->items);
}

void dossier_disagreements_release(struct dossier_disagreements *d)
{
	free(d->items);
	*d = (struct dossier_disagreements)DOSSIER_DISAGREEMENTS_INIT;
}

/* Words that say nothing of what is measured. */
static const char *const empty_words[] = {
	"a",	"an",	"the",	"is",	"are",	"be",	"it",	"its",
	"in",	"of",	"to",	"for",	"at",	"by",	"on",	"with",
	"and",	"has",	"have",	"had",	"can",	"will",	"that",	"this",
	"was",	"were",	"after", "up",	"only",	"you",	"your",	"about",
	"set",	"aws",	"amazon", "there", "which", "also", "now", "note",
};

/* Words that make a number a bound wherever they stand in the sentence. */
static const struct {
	const char *word;
	enum quantity_bound bound;
} bound_words[] = {
	{ "default", QUANTITY_DEFAULT }, { "defaults", QUANTITY_DEFAULT },
	{ "minimum", QUANTITY_LEAST },	 { "min", QUANTITY_LEAST },
	{ "least", QUANTITY_LEAST },	 { "maximum", QUANTITY_MOST },
	{ "max", QUANTITY_MOST },	 { "most", QUANTITY_MOST },
	{ "limit", QUANTITY_MOST },	 { "limited", QUANTITY_MOST },
};

/* The next word off the front; .len 0 at the end. */
static struct str next_word(struct str *rest)
{
	struct str word;
	size_t from = 0, to;

	while (from < rest->len && !ascii_is_of_word(rest->s[from]))
		from++;
	to = from;
	while (to < rest->len && ascii_is_of_word(rest->s[to]))
		to++;
	word = str_from(str_upto(*rest, to), from);
	*rest = str_from(*rest, to);
	return word;
}

/* FNV-1a over the word in lower case, without the ending of a plural. */
static uint32_t hash_word(uint32_t hash, struct str word)
{
	if (word.len > 3 && (word.s[word.len - 1] | 32) == 's')
		word.len--;
	for (size_t i = 0; i < word.len; i++) {
		char c = word.s[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c | 32);
		hash = (hash ^ (unsigned char)c) * 16777619u;
	}
	return hash;
}
#define HASH_BEGIN 2166136261u

static bool is_empty_word(struct str word)
{
	for (size_t i = 0; i < ARRAY_SIZE(empty_words); i++)
		if (str_eq_nocase(word, str_of(empty_words[i])))
			return true;
	return false;
}

static bool is_bound_word(struct claim *c, struct str word)
{
	for (size_t i = 0; i < ARRAY_SIZE(bound_words); i++)
		if (str_eq_nocase(word, str_of(bound_words[i].word))) {
			c->bound = bound_words[i].bound;
			return true;
		}
	return false;
}

/* The topic itself is spoken of by both: "kinesis-firehose" in each part. */
static bool is_of_topic(const char *topic, struct str word)
{
	struct str id = str_of(topic), part;

	while ((part = str_next_field(&id, '-')).s)
		if (str_eq_nocase(part, word))
			return true;
	return false;
}

static bool add_hash(struct claim *c, uint32_t hash)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->words[i] == hash)
			return true;
	if (c->count == WORDS_MAX)
		return false;
	c->words[c->count++] = hash;
	c->filter |= UINT64_C(1) << (hash & 63);
	return true;
}

static bool is_time_word(struct str word)
{
	return str_eq_nocase(word, STR("time")) ||
	       str_eq_nocase(word, STR("times")) ||
	       str_eq_nocase(word, STR("timed"));
}

/* Add the words of a text; "times out" is "timeout".  false: too many. */
static bool add_words(struct claim *c, struct str text)
{
	struct str word = next_word(&text);

	while (word.len) {
		struct str next = next_word(&text);

		if (is_time_word(word) && str_eq_nocase(next, STR("out"))) {
			word = STR("timeout");
			next = next_word(&text);
		}
		if (!is_empty_word(word) && !is_bound_word(c, word) &&
		    !is_of_topic(c->passage->topic, word) &&
		    !add_hash(c, hash_word(HASH_BEGIN, word)))
			return false;
		word = next;
	}
	return true;
}

/* One quantity of its kind, so that the words are about this one. */
static bool is_alone(const struct dossier_number *n)
{
	struct str rest = n->sentence;
	struct quantity q = QUANTITY_NONE;
	size_t same = 0;

	while (quantity_next(&rest, &q))
		same += q.kind == n->quantity.kind;
	return same == 1;
}

/* false: the sentence says too much, or nothing, or is no statement; a range
 * leaves room for what others say. */
static bool make_claim(struct claim *c, const struct dossier_number *n,
		       const struct dossier_passage *p, size_t index)
{
	const struct quantity *q = &n->quantity;
	size_t before = (size_t)(q->text.s - n->sentence.s);
	unsigned other = TRAIT_QUESTION | TRAIT_TABLE | TRAIT_TODO | TRAIT_LAB;

	*c = (struct claim){ .number = n, .passage = p, .index = index,
			     .bound = q->bound };
	return !(passage_item_traits(p->traits) & other) && q->least >= q->value && is_alone(n) &&
	       add_words(c, str_upto(n->sentence, before)) &&
	       add_words(c, str_from(n->sentence, before + q->text.len)) &&
	       c->count;
}

static size_t shared_words(const struct claim *a, const struct claim *b)
{
	size_t shared = 0;

	for (size_t i = 0; i < a->count; i++)
		for (size_t j = 0; j < b->count; j++)
			shared += a->words[i] == b->words[j];
	return shared;
}

/*
 * One has all words of the other and few more: with a word of its own on each
 * side ("standard", "FIFO") they speak of two things.
 */
static bool same_words(const struct claim *a, const struct claim *b)
{
	size_t least = a->count < b->count ? a->count : b->count;
	size_t most = a->count < b->count ? b->count : a->count;
	uint64_t both = a->filter & b->filter;

	if ((both != a->filter && both != b->filter) || 3 * least < 2 * most)
		return false;
	return shared_words(a, b) == least;
}

/* "4 days" is within "up to 14 days", and beyond "at most 3 days". */
static bool is_beyond(const struct claim *a, const struct claim *b)
{
	double value = a->number->quantity.value;
	double bound = b->number->quantity.value;

	return a->bound == QUANTITY_EXACT &&
	       ((b->bound == QUANTITY_MOST && value > bound) ||
		(b->bound == QUANTITY_LEAST && value < bound));
}

/* Can they not both be true? */
static bool exclude(const struct claim *a, const struct claim *b)
{
	return a->bound == b->bound || is_beyond(a, b) || is_beyond(b, a);
}

static bool same_place(const struct claim *a, const struct claim *b)
{
	const char *x = a->passage->under, *y = b->passage->under;

	if (strcmp(a->passage->path, b->passage->path))
		return true;
	return x && y ? !strcmp(x, y) : x == y;
}

static bool same_value(double a, double b)
{
	double difference = a > b ? a - b : b - a, most = a > b ? a : b;

	return difference <= most * 1e-9;
}

static bool disagree(const struct claim *a, const struct claim *b)
{
	const struct quantity *x = &a->number->quantity;
	const struct quantity *y = &b->number->quantity;

	return x->kind == y->kind &&
	       (x->kind < QUANTITY_MONEY || !strcmp(x->unit, y->unit)) &&
	       !same_value(x->value, y->value) &&
	       exclude(a, b) && same_words(a, b) &&
	       a->number->passage != b->number->passage &&
	       !strcmp(a->passage->topic, b->passage->topic) &&
	       same_place(a, b);
}

static void add_pair(struct dossier_disagreements *out, const struct claim *a,
		     const struct claim *b)
{
	bool swap = a->number->passage > b->number->passage;

	XGROW(out->items, out->count, out->cap);
	out->items[out->count++] = (struct dossier_disagreement){
		swap ? b->index : a->index, swap ? a->index : b->index
	};
}

/* Each claim is held against those before it, up to the first that differs. */
static void compare(struct dossier_disagreements *out, const struct claims *c)
{
	for (size_t i = 1; i < c->count; i++)
		for (size_t j = i; j-- > 0;)
			if (disagree(&c->items[j], &c->items[i])) {
				add_pair(out, &c->items[j], &c->items[i]);
				break;
			}
}

void dossier_find_disagreements(struct dossier_disagreements *out,
				const struct dossier_numbers *n,
				const struct dossier_passage *p)
{
	AUTO(claims) claims = { NULL, 0, 0 };

	for (size_t i = 0; i < n->count && claims.count < COMPARED_MAX; i++) {
		const struct dossier_number *number = &n->items[i];
		struct claim claim;

		if (!make_claim(&claim, number, &p[number->passage], i))
			continue;
		XGROW(claims.items, claims.count, claims.cap);
		claims.items[claims.count++] = claim;
	}
	compare(out, &claims);
}
