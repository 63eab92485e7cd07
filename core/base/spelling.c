/* SPDX-License-Identifier: MIT */
/* How far a typed word is from a known one, for "did you mean". */
#include "core/base/spelling.h"

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static bool same(struct str a, size_t i, struct str b, size_t j)
{
	return lower(a.s[i]) == lower(b.s[j]);
}

size_t spelling_distance(struct str a, struct str b)
{
	size_t rows[3][SPELLING_MAX + 1];
	size_t *older = rows[0], *old = rows[1], *row = rows[2];

	if (a.len > SPELLING_MAX || b.len > SPELLING_MAX)
		return SPELLING_FAR;
	for (size_t j = 0; j <= b.len; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t *next = older;

		older = old;
		old = row;
		row = next;
		row[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			bool equal = same(a, i - 1, b, j - 1);

			row[j] = least(least(old[j], row[j - 1]) + 1,
				       old[j - 1] + !equal);
			if (i > 1 && j > 1 && same(a, i - 1, b, j - 2) &&
			    same(a, i - 2, b, j - 1))
				row[j] = least(row[j], older[j - 2] + 1);
		}
	}
	return row[b.len];
}

size_t spelling_near(struct str typed, struct str meant)
{
	size_t distance = spelling_distance(typed, meant);
	size_t limit = least(typed.len, meant.len) > 3 ? 2 : 1;

	if (distance > limit || distance >= least(typed.len, meant.len))
		return SPELLING_FAR;
	return distance;
}
