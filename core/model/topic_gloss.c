/* SPDX-License-Identifier: MIT */
/* Initials whose line says what they stand for. */
#include "core/model/topic_gloss.h"

#include "core/model/topic_line.h"

#define INITIALS_MIN 2
#define INITIALS_MAX 6
#define STEM 4			/* letters that make two words the same */

static char lower(char c)
{
	return ascii_is_upper(c) ? (char)(c | 32) : c;
}

/* The next letters, between which only blanks and hyphens may stand. */
static struct str next_letters(struct str *rest)
{
	size_t n = 0;

	while (rest->len && (*rest->s == ' ' || *rest->s == '-'))
		*rest = str_from(*rest, 1);
	while (n < rest->len && ascii_is_letter(rest->s[n]))
		n++;
	*rest = str_from(*rest, n);
	return (struct str){ rest->s - n, n };
}

static bool are_initials(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!ascii_is_upper(name.s[i]))
			return false;
	return name.len >= INITIALS_MIN && name.len <= INITIALS_MAX;
}

/* Do so many words, no more and no less, begin with these letters? */
static bool spell(struct str words, struct str initials)
{
	for (size_t i = 0; i < initials.len; i++) {
		struct str word = next_letters(&words);

		if (!word.len || lower(*word.s) != lower(initials.s[i]))
			return false;
	}
	return !str_trim(words).len;
}

/* The last `n` words of what stands before the name and its bracket. */
static struct str words_before(struct str line, const char *start, size_t n)
{
	const char *end = start - 1, *p = end;

	for (; n; n--) {
		while (p > line.s && (p[-1] == ' ' || p[-1] == '-'))
			p--;
		while (p > line.s && ascii_is_letter(p[-1]))
			p--;
	}
	return (struct str){ p, (size_t)(end - p) };
}

struct str gloss_of(struct str line, const char *start, const char *end)
{
	struct str name = { start, (size_t)(end - start) }, words;
	struct str after = { end, line.len - (size_t)(end - line.s) };

	bool inside = start > line.s && start[-1] == '(' &&
		      after.len && *after.s == ')';

	if (!inside && !(after.len > 1 && after.s[0] == ' ' &&
			 after.s[1] == '('))
		return STR("");
	if (!are_initials(name))
		return STR("");
	if (inside) {
		words = words_before(line, start, name.len);
	} else {
		words = str_from(after, 2);
		words = str_upto(words, str_find(words, ')'));
	}
	return spell(words, name) ? words : STR("");
}

static bool same_stem(struct str a, struct str b)
{
	return str_eq_nocase(str_upto(a, STEM), str_upto(b, STEM));
}

/* How many words of `gloss` the name has at its front; -1: its words there
 * begin with other letters. */
static int count_shared(struct str gloss, struct str name, int *words)
{
	struct str ours, theirs;
	int shared = 0;

	for (*words = 0; (ours = next_letters(&gloss)).len; ++*words) {
		theirs = next_letters(&name);
		if (!theirs.len || lower(*theirs.s) != lower(*ours.s))
			return -1;
		shared += same_stem(ours, theirs);
	}
	return shared;
}

bool gloss_is_other(struct str gloss, struct str name)
{
	while (gloss.len && name.len) {
		int words, shared = count_shared(gloss, name, &words);

		if (shared >= 0)
			return 2 * shared < words;
		if (!next_letters(&name).len)
			break;
	}
	return false;
}
