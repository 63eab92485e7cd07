/* SPDX-License-Identifier: MIT */
/* What stands around a name on its line. */
#include "core/model/topic_line.h"

#include <stdint.h>
#include <string.h>

/* No sentence is longer; a line may be. */
#define SENTENCE_MAX 1000

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

/* Is at `p` a picture, an arrow or a mark that is no letter of any language? */
static bool is_picture(const char *p, const char *end)
{
	return (unsigned char)*p == 0xf0 || (unsigned char)*p == 0xe2 ||
	       (end - p > 1 && (unsigned char)*p == 0xef &&
		(unsigned char)p[1] == 0xb8);
}

static bool continues_letter(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

bool line_begins_item(struct str line, const char *p)
{
	while (p > line.s && p[-1] != '|') {
		p--;
		while (p > line.s && continues_letter(*p))
			p--;
		if (!line_mark(*p, BEFORE_ITEM) &&
		    !is_picture(p, line.s + line.len) &&
		    !(*p == 'x' && p > line.s && p[-1] == '['))
			return false;
	}
	return true;
}

/* Behind the next ')', or the end. */
static const char *after_bracket(const char *p, const char *end)
{
	const char *close = memchr(p, ')', (size_t)(end - p));

	return close ? close + 1 : end;
}

/* Behind the address of a link whose text ends at `p`, and what is in brackets;
 * `p` if neither is there. */
static const char *after_asides(const char *p, const char *end)
{
	if (end - p > 1 && *p == ']' && p[1] == '(')
		p = after_bracket(p, end);
	if (end - p > 1 && *p == ' ' && p[1] == '(')
		p = after_bracket(p, end);
	return p;
}

bool line_ends_item(struct str line, const char *p)
{
	const char *end = line.s + line.len;

	for (p = after_asides(p, end); p < end && *p != '|' && *p != ':'; p++) {
		if (*p == '-' && p > line.s && p[-1] == ' ' && p + 1 < end &&
		    p[1] == ' ')
			return true;
		if (!line_mark(*p, AFTER_ITEM) && !is_picture(p, end) &&
		    !continues_letter(*p))
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

/* Does a letter begin at `p` that is not Latin?  0xE2 and 0xEF begin marks and
 * pictures. */
static bool is_other_script(const char *p)
{
	unsigned char c = (unsigned char)*p;

	return c >= 0xCE && c < 0xF0 && c != 0xE1 && c != 0xE2 && c != 0xEF &&
	       !(c == 0xE3 && (unsigned char)p[1] == 0x80);
}

bool line_is_foreign(struct str line, const char *start, const char *end)
{
	const char *last = line.s + line.len;

	if (end < last && *end == ' ')
		end++;
	if (last - end > 1 && is_other_script(end))
		return true;
	if (start > line.s && start[-1] == ' ')
		start--;
	if (start == line.s || !continues_letter(start[-1]))
		return false;
	do {
		start--;
	} while (start > line.s && continues_letter(*start));
	return is_other_script(start);
}

bool line_begins_phrase(struct str line, const char *p)
{
	const char *q = p;

	while (q > line.s && q[-1] == ' ')
		q--;
	return (q > line.s && (line_mark(q[-1], LISTS | ENDS) ||
			       q[-1] == '(' || q[-1] == '=')) ||
	       line_begins_item(line, p);
}

bool line_sentence_ends(struct str line, const char *from, const char *to)
{
	if (to - from > SENTENCE_MAX)
		return true;
	for (const char *p = from; p < to; p++)
		if (str_find(STR(".!?;"), *p) < 4 &&
		    (p + 1 == line.s + line.len || p[1] == ' '))
			return true;
	return false;
}

bool word_in_list(struct str list, struct str word)
{
	const char *end = list.s + list.len, *p = list.s;
	char first;

	if (!word.len)
		return false;
	first = ascii_is_upper(*word.s) ? *word.s | 32 : *word.s;
	for (; (p = memchr(p, first, (size_t)(end - p))); p++) {
		if ((size_t)(end - p) < word.len)
			return false;
		if ((p == list.s || p[-1] == ',') &&
		    (p + word.len == end || p[word.len] == ',') &&
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
	for (end = p; p > floor && ascii_is_letter(p[-1]); )
		p--;
	return (struct str){ p, (size_t)(end - p) };
}

struct str line_word_after(struct str line, const char *p)
{
	const char *end = line.s + line.len, *start;

	while (p < end && line_mark(*p, AFTER_WORD))
		p++;
	for (start = p; p < end && ascii_is_letter(*p); )
		p++;
	return (struct str){ start, (size_t)(p - start) };
}

struct str line_next_word(struct str line, const char *p)
{
	const char *end = line.s + line.len;

	if (end - p < 2 || *p != ' ' || !ascii_is_letter(p[1]))
		return STR("");
	return line_word_after(line, p);
}

const char *line_place_behind(struct str line, const char *end,
			      const char *place_end)
{
	const char *last = line.s + line.len;
	size_t left = (size_t)(last - end);

	if (left > 4 && *end == ' ' && (end[1] == 'i' || end[1] == 'o') &&
	    end[2] == 'n' && end[3] == ' ')
		return end + 4;
	if (left < 3 || *end != ' ' || end[1] != '(')
		return NULL;
	return !place_end || (place_end < last && *place_end == ')') ? end + 2
								     : NULL;
}

bool line_word_follows(struct str line, const char *p)
{
	struct str word = line_next_word(line, p);

	for (size_t i = 0; i < word.len; i++)
		if (!ascii_is_lower(word.s[i]))
			return false;
	return word.len;
}
