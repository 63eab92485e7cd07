/* SPDX-License-Identifier: MIT */
/* The forms that the line of a day is written in, told by its first marks. */
#include "importers/100days.h"

#include <ctype.h>
#include <string.h>

size_t daylog_run_length(struct str s, char c)
{
	size_t n = 0;

	while (n < s.len && s.s[n] == c)
		n++;
	return n;
}

static struct str without_closing(struct str s)
{
	s = str_trim(s);
	while (s.len && s.s[s.len - 1] == '#')
		s.len--;
	return str_trim(s);
}

static bool form_hashes(struct daylog_line *line, struct str text)
{
	size_t n = daylog_run_length(text, '#');
	struct str rest = str_from(text, n);

	if (!n || n > 6)
		return false;
	line->level = (int)n;
	line->form = rest.len && rest.s[0] != ' ' && rest.s[0] != '\t'
			     ? FORM_TIGHT : FORM_HEADING;
	rest = str_trim_left(rest);
	while (rest.len && rest.s[0] == '#')
		rest = str_from(rest, 1);
	line->text = without_closing(rest);
	return true;
}

/* <h2>, <summary> */
static bool form_html(struct daylog_line *line, struct str text)
{
	if (str_starts_nocase(text, "<summary")) {
		line->level = 6;
	} else if (text.len > 3 && str_starts_nocase(text, "<h") &&
		   text.s[2] >= '1' && text.s[2] <= '6') {
		line->level = text.s[2] - '0';
	} else {
		return false;
	}
	line->form = FORM_HEADING;
	line->text = str_trim(text);
	return true;
}

/* "<tr><td>1</td><td>2022-07-04</td>": a row that is written on one line, and
 * whose first cell does not say itself that it is a day. */
static bool form_html_row(struct daylog_line *line, struct str text)
{
	struct str cell = str_from(text, str_find_str(text, STR("<td")));

	cell = str_trim_left(str_from(cell, str_find(cell, '>') + 1));
	if (!str_starts_nocase(text, "<tr") || !cell.len ||
	    !isdigit((unsigned char)*cell.s))
		return false;
	line->form = FORM_ROW;
	line->text = str_trim(text);
	return true;
}

/* "== Day 1 ==" of MediaWiki, "=== Day 1" of AsciiDoc. */
static bool form_equals(struct daylog_line *line, struct str text)
{
	size_t n = daylog_run_length(text, '=');

	text = str_trim(str_from(text, n));
	if (!n || n > 6 || !text.len || !strchr(" \t", text.s[-1]))
		return false;
	while (text.len && text.s[text.len - 1] == '=')
		text.len--;
	line->form = FORM_HEADING;
	line->level = (int)n;
	line->text = str_trim_right(text);
	return line->text.len > 0;
}

/* "[!note]- Day 1", the title of a callout; its text is quoted. */
static bool form_callout(struct daylog_line *line, struct str text)
{
	size_t end = str_find(str_upto(text, 40), ']');

	if (!str_starts(text, "[!") || end >= text.len || end == 40)
		return false;
	text = str_from(text, end + 1);
	if (text.len && strchr("+-", text.s[0]))
		text = str_from(text, 1);
	line->form = FORM_BOLD;
	line->text = str_trim(text);
	return line->text.len > 0;
}

/* "** Day 1" of Org; with one star it is an item as well. */
static bool form_org(struct daylog_line *line, struct str text)
{
	size_t n = daylog_run_length(text, '*');

	if (n < 2 || n > 6 || n == text.len || text.s[n] != ' ')
		return false;
	line->form = FORM_HEADING;
	line->level = (int)n;
	line->text = str_trim(str_from(text, n));
	return true;
}

static bool form_bold(struct daylog_line *line, struct str text)
{
	static const char *const opening[] = { "**", "__", "<b>", "<strong>" };

	for (size_t i = 0; i < ARRAY_SIZE(opening); i++)
		if (str_starts_nocase(text, opening[i])) {
			line->form = FORM_BOLD;
			line->text = str_trim(text);
			return true;
		}
	return false;
}

static bool form_row(struct daylog_line *line, struct str text)
{
	size_t bar = str_find(str_upto(text, 24), '|');

	/* Rows need no bar in front, but then a number or date is there. */
	if (!text.len || (text.s[0] != '|' &&
			  (!isdigit((unsigned char)text.s[0]) ||
			   bar == 24 || bar == text.len)))
		return false;
	line->form = FORM_ROW;
	line->text = str_trim(text);
	return true;
}

/* The length of a list marker and the blank behind it, or 0. */
size_t daylog_marker_length(struct str text)
{
	size_t n = 0;

	if (text.len && strchr("-*+", text.s[0])) {
		n = 1;
	} else {
		while (n < text.len && n < 9 &&
		       isdigit((unsigned char)text.s[n]))
			n++;
		if (!n || n == text.len ||
		    (text.s[n] != '.' && text.s[n] != ')'))
			return 0;
		n++;
	}
	return n < text.len && (text.s[n] == ' ' || text.s[n] == '\t') ? n + 1
								       : 0;
}

static bool form_item(struct daylog_line *line, struct str text)
{
	size_t n = daylog_marker_length(text);
	struct str rest = str_trim(str_from(text, n));

	if (!n)
		return false;
	if (rest.len >= 3 && rest.s[0] == '[' && rest.s[2] == ']')
		rest = str_trim_left(str_from(rest, 3));
	if (rest.len && rest.s[0] == '#' && form_hashes(line, rest) &&
	    line->form == FORM_HEADING)
		return true;
	for (size_t i = 0; i < n && i < 4 && isdigit((unsigned char)text.s[i]);
	     i++)
		line->item = line->item * 10 + (text.s[i] - '0');
	line->form = FORM_ITEM;
	line->level = 7;
	line->text = rest;
	return true;
}

void daylog_form_find(struct daylog_line *line, struct str text)
{
	typedef bool form_test(struct daylog_line *line, struct str text);
	static form_test *const tests[] = {
		form_hashes, form_html,	   form_html_row, form_org,
		form_item,   form_bold,	   form_row,	  form_equals,
		form_callout,
	};

	line->level = 7;
	for (size_t i = 0; i < ARRAY_SIZE(tests); i++)
		if (tests[i](line, text))
			return;
	line->form = FORM_PLAIN;
	line->text = str_trim(text);
}

