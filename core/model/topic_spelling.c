/* SPDX-License-Identifier: MIT */
/* How a name is written where it stands. */
#include "core/model/topic_spelling.h"

#include <stdint.h>

#include "core/base/ascii.h"

enum letter {
	LETTER_BIG = 1,
	LETTER_SMALL = 2,
	LETTER_BLANK = 4,
};

/* Each name is looked at byte by byte: one look-up for each. */
static const uint8_t letters[256] = {
	[' '] = LETTER_BLANK,
	['A'] = 1, ['B'] = 1, ['C'] = 1, ['D'] = 1, ['E'] = 1, ['F'] = 1,
	['G'] = 1, ['H'] = 1, ['I'] = 1, ['J'] = 1, ['K'] = 1, ['L'] = 1,
	['M'] = 1, ['N'] = 1, ['O'] = 1, ['P'] = 1, ['Q'] = 1, ['R'] = 1,
	['S'] = 1, ['T'] = 1, ['U'] = 1, ['V'] = 1, ['W'] = 1, ['X'] = 1,
	['Y'] = 1, ['Z'] = 1,
	['a'] = 2, ['b'] = 2, ['c'] = 2, ['d'] = 2, ['e'] = 2, ['f'] = 2,
	['g'] = 2, ['h'] = 2, ['i'] = 2, ['j'] = 2, ['k'] = 2, ['l'] = 2,
	['m'] = 2, ['n'] = 2, ['o'] = 2, ['p'] = 2, ['q'] = 2, ['r'] = 2,
	['s'] = 2, ['t'] = 2, ['u'] = 2, ['v'] = 2, ['w'] = 2, ['x'] = 2,
	['y'] = 2, ['z'] = 2,
};

static bool is_titled(const char *p, const char *end)
{
	for (; p < end; p++)
		if (*p == ' ' && ascii_is_lower(p[1]))
			return false;
	return true;
}

struct spelling topic_spelling(const char *start, const char *end, char last)
{
	bool plural = end - start > 1 && end[-1] == 's' && last != 's';
	unsigned has = 0;

	end -= plural;
	for (const char *p = start; p < end; p++)
		has |= letters[(unsigned char)*p];
	return (struct spelling){
		.capital = has & LETTER_BIG && !ascii_is_lower(*start),
		.caps = !(has & LETTER_SMALL),
		.small = !(has & LETTER_BIG),
		.parted = has & LETTER_BLANK,
		.titled = !(has & LETTER_BLANK) || is_titled(start, end),
		.plural = plural,
	};
}
