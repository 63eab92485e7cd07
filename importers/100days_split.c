/* SPDX-License-Identifier: MIT */
/*
 * Where the text of a day begins on the line of its header: "Day 3: queues",
 * "- 2022-07-04: pipes", "| 3 | 4 July | queues |".  A heading keeps its title;
 * of other lines only what says which day it is belongs to the header.
 */
#include "importers/100days_kinds.h"

#include <stdint.h>
#include <string.h>

#include "core/base/utf8.h"

#define SPLIT_BYTES 120		/* of a line, in search of the text */

static bool is_same_date(const struct daylog_date *a,
			 const struct daylog_date *b)
{
	return a->year == b->year && a->month == b->month && a->day == b->day &&
	       a->first == b->first && a->second == b->second &&
	       a->weekday == b->weekday && a->through == b->through;
}

/* Signs may have been settled meanwhile. */
static bool is_same_number(int a, int b)
{
	return a == b || a == -b;
}

/* Do both say the same day? */
static bool is_same(const struct daylog_header *a,
		    const struct daylog_header *b)
{
	bool same = a->labelled == b->labelled && a->round == b->round &&
		    a->nnumbers == b->nnumbers && a->ndates == b->ndates;

	for (size_t i = 0; same && i < a->nnumbers; i++)
		same = is_same_number(a->numbers[i], b->numbers[i]);
	for (size_t i = 0; same && i < a->ndates; i++)
		same = is_same_date(&a->dates[i], &b->dates[i]);
	return same;
}

static bool says_same(struct daylog *log, const struct daylog_header *h,
		      struct str beginning)
{
	struct daylog_header part = { .line = h->line, .deed = h->deed };

	part.line.text = beginning;
	daylog_tokens_read(&log->tokens, &log->words, beginning);
	return daylog_header_read(&part, &log->tokens, &log->mem) &&
	       is_same(&part, h);
}

/* The length of a mark that parts a header from the text, or 0. */
static size_t separator_length(struct str s)
{
	static const char *const wide[] = { "：", "–", "—", "，", "、", "　" };

	if (s.len && strchr(" \t:-.,;|*_)]>", s.s[0] ? s.s[0] : 'x'))
		return 1;
	if (str_starts(s, "</td>"))
		return str_find(s, '>') + 1;
	for (size_t i = 0; i < ARRAY_SIZE(wide); i++)
		if (str_starts(s, wide[i]))
			return str_of(wide[i]).len;
	return 0;
}

/* "**Mon**: queues": what is above that tells the date, this only the day. */
static size_t under_length(struct str text)
{
	size_t n = 0;

	while (n < text.len && separator_length(str_from(text, n)))
		n++;
	while (n < text.len && !separator_length(str_from(text, n)))
		n++;
	return n;
}

/* The length of the text that says which day it is, or all of it. */
static size_t label_length(struct daylog *log, const struct daylog_header *h,
			   struct str text)
{
	size_t most = text.len < SPLIT_BYTES ? text.len : SPLIT_BYTES;

	if (h->under)
		return under_length(text);
	for (size_t n = 1; n < most; n++)
		if (separator_length(str_from(text, n)) &&
		    !separator_length(str_from(text, n - 1)) &&
		    says_same(log, h, str_upto(text, n)))
			return n;
	return text.len;
}

/* The length of an emoji, "Day 5 ✅: queues", or 0: it is of the label too. */
static size_t ornament_length(struct str s)
{
	struct str rest = s;
	uint32_t c = s.len && (unsigned char)s.s[0] >= 0x80 ? utf8_next(&rest)
							    : 0;

	return (c >= 0x2300 && c <= 0x27bf) || (c >= 0x2b00 && c <= 0x2bff) ||
			       (c >= 0xfe00 && c <= 0xfe0f) ||
			       (c >= 0x1f000 && c <= 0x1ffff)
		       ? s.len - rest.len : 0;
}

/* "[Day 5: queues](queues.md)": where the link begins that is open at the end
 * of this text, or all of it.  A link is not to be torn in two. */
static size_t open_link(struct str s)
{
	size_t open = 0, begin = s.len;

	for (size_t i = 0; i < s.len; i++) {
		if (s.s[i] == '[' && !open++)
			begin = i;
		else if (s.s[i] == ']' && open && !--open)
			begin = s.len;
	}
	return begin;
}

/*
 * "| 3 | 4 July | **Queues**": does emphasis begin here that is of the text?
 * Behind "**Day 3: " such marks are those that end it.
 */
static bool begins_emphasis(struct str text, size_t at)
{
	size_t run = at, open = 0;

	while (run < text.len && text.s[run] == '*')
		run++;
	if (run == at || run == text.len || !at ||
	    !strchr(" \t|", text.s[at - 1]) || strchr(" \t", text.s[run]))
		return false;
	for (size_t i = 0; i < at; i++)
		open += text.s[i] == '*';
	return open % (2 * (run - at)) == 0;
}

void daylog_split(struct daylog *log, struct daylog_header *h)
{
	struct str text = h->line.text, rest;
	size_t n;

	if (is_strong(h) || h->bare || !text.len)
		return;
	rest = str_from(text, label_length(log, h, text));
	while (!begins_emphasis(text, text.len - rest.len) &&
	       ((n = separator_length(rest)) || (n = ornament_length(rest))))
		rest = str_from(rest, n);
	if (!rest.len)
		return;
	n = open_link(str_upto(text, text.len - rest.len));
	if (n < text.len - rest.len)
		rest = str_from(text, n);
	h->line.end = h->line.next = (size_t)(rest.s - log->input.s);
	h->line.line_end = LINE_END_NONE;
}
