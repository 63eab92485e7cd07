/* SPDX-License-Identifier: MIT */
/* The word of the journal that is nearest to a misspelt one. */
#include "core/index/near_term.h"

#include "core/base/spelling.h"
#include "core/base/strset.h"
#include "core/index/terms.h"
#include "core/model/measure.h"
#include "core/text/tokens.h"

/*
 * Few letters are an acronym sooner than a slip, and others are only a letter
 * away; so how many slips a word may have grows with its letters.
 */
#define LEAST_LETTERS 5
#define LONG_LETTERS 8
/* Vocabulary beyond is not looked at, so that the time is bounded. */
#define MOST_TERMS 300000

/* How far off a slip is: letters get turned around most easily. */
enum { FAR_TURNED = 1, FAR_SLIP = 2 };

/*
 * FTS5 has stems, and a slip may change what is taken off a word: so it is
 * first one slip in the whole word that is looked for ("partitoins" would be
 * far from the stem "partit"), by the stems of all words that are one slip
 * away; then, of a long word, up to two in the stem.  Nobody gets the first
 * letter of a short word wrong without seeing it.
 */
struct nearest {
	struct strset stems;	/* of the words that are one slip away: how far */
	struct str wanted;	/* the stem */
	bool is_long;
	unsigned letters;
	struct str term;
	size_t distance;	/* twice the slips, one if letters are turned */
	int64_t documents;
	size_t left;		/* terms to look at */
	int failed;
	struct index *ix;
	struct arena *mem;
};

static unsigned letters_of(struct str word)
{
	unsigned letters = 0;

	for (size_t i = 0; i < word.len; i++)
		letters |= 1u << ((unsigned char)word.s[i] & 31);
	return letters;
}

static size_t count_letters(struct str word)
{
	size_t count = 0;

	for (size_t i = 0; i < word.len; i++)
		count += ((unsigned char)word.s[i] & 0xc0) != 0x80;
	return count;
}

size_t near_term_slips(struct str word)
{
	size_t letters = count_letters(word);

	return letters < LEAST_LETTERS ? 0 : letters < LONG_LETTERS ? 1 : 2;
}

struct slip {
	struct strset *stems;
	size_t far;
};

static int add_stem(void *arg, const struct token *t)
{
	const struct slip *s = arg;
	size_t far;

	if (!strset_get(s->stems, t->text, &far))
		strset_put(s->stems, t->text, s->far);
	return 0;
}

/* Put `with` for `out` bytes of a word, from `at` on. */
static void add_slip(struct nearest *n, struct str word, size_t at, size_t out,
		     struct str with)
{
	struct slip s = { &n->stems, out == 2 ? FAR_TURNED : FAR_SLIP };
	AUTO(strbuf) slip = STRBUF_INIT;

	strbuf_addslice(&slip, str_upto(word, at));
	strbuf_addslice(&slip, with);
	strbuf_addslice(&slip, str_from(word, at + out));
	tokens_walk(strbuf_slice(&slip), true, add_stem, &s);
}

static void add_slips(struct nearest *n, struct str word)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";

	if (word.len > SPELLING_MAX)
		return;
	for (size_t at = n->is_long ? 0 : 1; at + 1 < word.len; at++) {
		char turned[] = { word.s[at + 1], word.s[at] };

		add_slip(n, word, at, 2, (struct str){ turned, 2 });
	}
	for (size_t at = n->is_long ? 0 : 1; at <= word.len; at++) {
		for (const char *l = letters; *l; l++) {
			add_slip(n, word, at, 0, (struct str){ l, 1 });
			add_slip(n, word, at, 1, (struct str){ l, 1 });
		}
		add_slip(n, word, at, 1, STR(""));
	}
}

static size_t distance_of(const struct nearest *n, struct str term)
{
	size_t a = n->wanted.len, b = term.len, far;

	if (strset_get(&n->stems, term, &far))
		return far;
	if (!n->is_long || a > b + 2 || b > a + 2 ||
	    __builtin_popcount(letters_of(term) ^ n->letters) > 4)
		return SPELLING_FAR;
	far = spelling_near(n->wanted, term);
	return far == SPELLING_FAR ? far : far * FAR_SLIP;
}

/* Of those as far away, which more parts have; then the first. */
static int consider(struct nearest *n, struct str term)
{
	size_t distance = distance_of(n, term);
	int64_t documents;

	if (!distance || distance > n->distance || str_eq(term, n->term) ||
	    !measure_same_digits(term, n->wanted))
		return 0;
	if (term_documents(n->ix, term, &documents))
		return -1;
	if (!documents ||
	    (distance == n->distance &&
	     (documents < n->documents ||
	      (documents == n->documents && str_cmp(term, n->term) > 0))))
		return 0;
	n->distance = distance;
	n->documents = documents;
	n->term = arena_str(n->mem, term);
	return 0;
}

static int look_at(void *arg, struct str term)
{
	struct nearest *n = arg;

	n->failed = consider(n, term);
	return n->failed || !n->left--;
}

int near_term_find(struct str *out, struct index *ix, struct str stem,
		   struct str typed, struct arena *mem)
{
	struct nearest n = {
		.wanted = stem,
		.is_long = near_term_slips(typed) > 1,
		.letters = letters_of(stem),
		.distance = SPELLING_FAR - 1,
		.stems = STRSET_INIT,
		.left = MOST_TERMS,
		.ix = ix,
		.mem = mem,
	};
	int rc;

	add_slips(&n, typed);
	rc = terms_walk(ix, look_at, &n);
	strset_release(&n.stems);
	*out = n.term;
	return rc || n.failed ? -1 : 0;
}
