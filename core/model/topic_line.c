/* SPDX-License-Identifier: MIT */
/* What stands around a name on its line. */
#include "core/model/topic_line.h"

#include <stdint.h>
#include <string.h>

static const uint8_t marks[256] = {
	['\0'] = AROUND | ENDS | LISTS,
	[' '] = AROUND,
	['*'] = AROUND,
	['_'] = AROUND,
	['\t'] = BEFORE_ITEM | AFTER_ITEM | OPENS,
	['\r'] = AFTER_ITEM,
	['"'] = BEFORE_WORD | AFTER_WORD | OPENS,
	['\''] = BEFORE_WORD | AFTER_WORD | OPENS,
	['('] = BEFORE_ITEM | BEFORE_WORD | OPENS,
	[')'] = BEFORE_ITEM | AFTER_ITEM | AFTER_WORD,
	['['] = BEFORE_ITEM | OPENS,
	[']'] = BEFORE_ITEM | AFTER_ITEM,
	['~'] = BEFORE_ITEM | AFTER_ITEM,
	['#'] = BEFORE_ITEM | AFTER_ITEM | ENDS,
	['.'] = BEFORE_ITEM | AFTER_ITEM | ENDS | FILLS,
	['-'] = BEFORE_ITEM | AFTER_WORD | ENDS | FILLS,
	['+'] = BEFORE_ITEM | ENDS | LISTS,
	['>'] = BEFORE_ITEM | ENDS | LISTS,
	[':'] = BEFORE_ITEM | ENDS,
	['0'] = BEFORE_ITEM, ['1'] = BEFORE_ITEM, ['2'] = BEFORE_ITEM,
	['3'] = BEFORE_ITEM, ['4'] = BEFORE_ITEM, ['5'] = BEFORE_ITEM,
	['6'] = BEFORE_ITEM, ['7'] = BEFORE_ITEM, ['8'] = BEFORE_ITEM,
	['9'] = BEFORE_ITEM,
	['|'] = ENDS | LISTS,
	['!'] = ENDS, ['?'] = ENDS, [';'] = ENDS,
	[','] = LISTS, ['/'] = LISTS, ['&'] = LISTS,
};

bool line_mark(char c, enum mark of)
{
	return marks[(unsigned char)c] & of;
}

bool line_begins_item(struct str line, const char *p)
{
	while (p > line.s && p[-1] != '|') {
		p--;
		if (!line_mark(*p, BEFORE_ITEM) &&
		    !(*p == 'x' && p > line.s && p[-1] == '['))
			return false;
	}
	return true;
}

bool line_ends_item(struct str line, const char *p)
{
	const char *end = line.s + line.len;

	for (; p < end && *p != '|' && *p != ':'; p++) {
		if (*p == '-' && p > line.s && p[-1] == ' ' && p + 1 < end &&
		    p[1] == ' ')
			return true;
		if (!line_mark(*p, AFTER_ITEM))
			return false;
	}
	return true;
}

bool line_begins_sentence(struct str line, const char *p)
{
	while (p > line.s && line_mark(p[-1], OPENS))
		p--;
	return p == line.s || line_mark(p[-1], ENDS) ||
	       line_begins_item(line, p);
}

bool line_sentence_ends(struct str line, const char *from, const char *to)
{
	for (const char *p = from; p < to; p++)
		if (str_find(STR(".!?"), *p) < 3 &&
		    (p + 1 == line.s + line.len || p[1] == ' '))
			return true;
	return false;
}

bool word_in_list(struct str list, struct str word)
{
	const char *p = list.s, *end = list.s + list.len, *comma;

	if (!word.len)
		return false;
	for (; p < end; p = comma + 1) {
		comma = memchr(p, ',', (size_t)(end - p));
		if (!comma)
			comma = end;
		if ((size_t)(comma - p) == word.len &&
		    (*p | 32) == (*word.s | 32) &&
		    str_eq_nocase((struct str){ p, word.len }, word))
			return true;
	}
	return false;
}

struct str line_word_before(struct str line, const char *p)
{
	const char *end, *floor = line.s;

	while (p > floor && line_mark(p[-1], BEFORE_WORD))
		p--;
	for (end = p; p > floor && is_letter(p[-1]); )
		p--;
	return (struct str){ p, (size_t)(end - p) };
}

struct str line_word_after(struct str line, const char *p)
{
	const char *end = line.s + line.len, *start;

	while (p < end && line_mark(*p, AFTER_WORD))
		p++;
	for (start = p; p < end && is_letter(*p); )
		p++;
	return (struct str){ start, (size_t)(p - start) };
}

struct str line_next_word(struct str line, const char *p)
{
	const char *end = line.s + line.len;

	if (end - p < 2 || *p != ' ' || !is_letter(p[1]))
		return STR("");
	return line_word_after(line, p);
}

bool line_word_follows(struct str line, const char *p)
{
	struct str word = line_next_word(line, p);

	for (size_t i = 0; i < word.len; i++)
		if (!is_lower(word.s[i]))
			return false;
	return word.len;
}
