/* SPDX-License-Identifier: MIT */
/* Porter's stemmer of English words. */
#include "core/text/stem.h"

#include <stdbool.h>
#include <string.h>

#include "core/base/attributes.h"

/* What is left of the word. */
struct stem {
	char *s;
	size_t len;
};

/* "y" is a vowel behind a consonant. */
static bool is_vowel(char c, bool behind_consonant)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' ||
	       (c == 'y' && behind_consonant);
}

/* How often vowels are followed by consonants: Porter's m, up to 2. */
static int measure(const char *s, size_t len)
{
	bool consonant = false, vowel = false;
	int m = 0;

	for (size_t i = 0; i < len && m < 2; i++) {
		consonant = !is_vowel(s[i], consonant);
		m += consonant && vowel;
		vowel = !consonant;
	}
	return m;
}

static bool has_vowel(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (is_vowel(s[i], i > 0))
			return true;
	return false;
}

/* Consonant, vowel, consonant at the end, but for w, x and y: "hop". */
static bool ends_short(const char *s, size_t len)
{
	bool consonant = false;
	unsigned last = 0;

	if (!len || strchr("wxy", s[len - 1]))
		return false;
	for (size_t i = 0; i < len; i++) {
		consonant = !is_vowel(s[i], consonant);
		last = last << 1 | consonant;
	}
	return (last & 7) == 5;
}

static bool ends(const struct stem *w, const char *suffix)
{
	size_t n = strlen(suffix);

	return w->len > n && !memcmp(w->s + w->len - n, suffix, n);
}

static void take_off(struct stem *w, const char *suffix, const char *instead)
{
	size_t n = strlen(instead);

	w->len -= strlen(suffix);
	memcpy(w->s + w->len, instead, n);
	w->len += n;
}

/* A suffix, and what stands instead of it where more than `m` is before it. */
struct rule {
	const char *suffix;
	size_t len;
	const char *instead;
	int m;
	const char *behind;	/* one of these letters; NULL: any */
};

/* Most words differ in the last letter already, or in the one before. */
static bool has_suffix(const struct stem *w, const struct rule *r)
{
	size_t n = r->len;

	if (w->len <= n)
		return false;
	while (n && w->s[w->len - r->len + n - 1] == r->suffix[n - 1])
		n--;
	return !n;
}

/* Only the first suffix that is there counts, also where too little is. */
static void apply(struct stem *w, const struct rule *rules, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct rule *r = &rules[i];
		size_t n = w->len - r->len;

		if (!has_suffix(w, r))
			continue;
		if (measure(w->s, n) > r->m &&
		    (!r->behind || strchr(r->behind, w->s[n - 1])))
			take_off(w, r->suffix, r->instead);
		return;
	}
}

static void take_plural(struct stem *w)
{
	if (w->s[w->len - 1] != 's')
		return;
	if (ends(w, "sses") || ends(w, "ies"))
		w->len -= 2;
	else if (w->s[w->len - 2] != 's')
		w->len--;
}

/* What "-ed" and "-ing" were put to. */
static void mend(struct stem *w)
{
	char last = w->s[w->len - 1];

	if (ends(w, "at") || ends(w, "bl") || ends(w, "iz"))
		w->s[w->len++] = 'e';
	else if (w->len > 1 && last == w->s[w->len - 2] &&
		 !is_vowel(last, false) && !strchr("lsz", last))
		w->len--;
	else if (measure(w->s, w->len) == 1 && ends_short(w->s, w->len))
		w->s[w->len++] = 'e';
}

static void take_past(struct stem *w)
{
	char last = w->s[w->len - 1];
	size_t n;

	if (last != 'd' && last != 'g')
		return;
	n = ends(w, "ed") ? 2 : ends(w, "ing") ? 3 : 0;
	if (ends(w, "eed")) {
		w->len -= measure(w->s, w->len - 3) > 0;
		return;
	}
	if (!n || !has_vowel(w->s, w->len - n))
		return;
	w->len -= n;
	mend(w);
}

static void take_final_e(struct stem *w)
{
	size_t n = w->len - 1;

	if (w->s[n] == 'e') {
		int m = measure(w->s, n);

		if (m > 1 || (m == 1 && !ends_short(w->s, n)))
			w->len = n;
	}
	n = w->len - 1;
	if (n && w->s[n] == 'l' && w->s[n - 1] == 'l' && measure(w->s, n) > 1)
		w->len = n;
}

#define RULE(from, to) { from, sizeof(from) - 1, to, 0, NULL }
static const struct rule doubles[] = {
	RULE("ational", "ate"), RULE("tional", "tion"), RULE("enci", "ence"),
	RULE("anci", "ance"),	RULE("izer", "ize"),	RULE("logi", "log"),
	RULE("bli", "ble"),	RULE("alli", "al"),	RULE("entli", "ent"),
	RULE("eli", "e"),	RULE("ousli", "ous"),	RULE("ization", "ize"),
	RULE("ation", "ate"),	RULE("ator", "ate"),	RULE("alism", "al"),
	RULE("iveness", "ive"), RULE("fulness", "ful"), RULE("ousness", "ous"),
	RULE("aliti", "al"),	RULE("iviti", "ive"),	RULE("biliti", "ble"),
};

static const struct rule singles[] = {
	RULE("icate", "ic"), RULE("ative", ""), RULE("alize", "al"),
	RULE("iciti", "ic"), RULE("ical", "ic"), RULE("ful", ""),
	RULE("ness", ""),
};

#define LAST(from, behind) { from, sizeof(from) - 1, "", 1, behind }
static const struct rule ends_of_words[] = {
	LAST("al", NULL),   LAST("ance", NULL),	 LAST("ence", NULL),
	LAST("er", NULL),   LAST("ic", NULL),	 LAST("able", NULL),
	LAST("ible", NULL), LAST("ant", NULL),	 LAST("ement", NULL),
	LAST("ment", NULL), LAST("ent", NULL),	 LAST("ion", "st"),
	LAST("ou", NULL),   LAST("ism", NULL),	 LAST("ate", NULL),
	LAST("iti", NULL),  LAST("ous", NULL),	 LAST("ive", NULL),
	LAST("ize", NULL),
};

size_t stem_english(char *word, size_t len)
{
	struct stem w = { word, len };

	if (len < 3 || len > STEM_LONGEST)
		return len;
	take_plural(&w);
	take_past(&w);
	if (w.s[w.len - 1] == 'y' && has_vowel(w.s, w.len - 1))
		w.s[w.len - 1] = 'i';
	apply(&w, doubles, ARRAY_SIZE(doubles));
	apply(&w, singles, ARRAY_SIZE(singles));
	apply(&w, ends_of_words, ARRAY_SIZE(ends_of_words));
	take_final_e(&w);
	return w.len;
}
