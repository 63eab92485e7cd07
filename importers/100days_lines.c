/* SPDX-License-Identifier: MIT */
/* The lines of a log that a reader sees, and the form each is written in. */
#include "importers/100days.h"

#include <ctype.h>
#include <string.h>

size_t daylog_line_end(struct str input, size_t start, size_t *next)
{
	size_t end = start;

	while (end < input.len && input.s[end] != '\n' && input.s[end] != '\r')
		end++;
	*next = end;
	if (end < input.len)
		*next = end + 1 +
			(input.s[end] == '\r' && end + 1 < input.len &&
			 input.s[end + 1] == '\n');
	return end;
}

static enum line_end line_end_of(struct str input, size_t end, size_t next)
{
	if (next == end)
		return LINE_END_NONE;
	if (next == end + 2)
		return LINE_END_CRLF;
	return input.s[end] == '\r' ? LINE_END_CR : LINE_END_LF;
}

/* The line at `start`, without its end. */
static struct str line_at(struct str input, size_t start, size_t *next)
{
	size_t end = daylog_line_end(input, start, next);

	return (struct str){ input.s + start, end - start };
}

/* Blanks in front, a tab counting to the next multiple of four. */
static size_t indentation(struct str s, struct str *text)
{
	size_t columns = 0, i = 0;

	for (; i < s.len && (s.s[i] == ' ' || s.s[i] == '\t'); i++)
		columns += s.s[i] == '\t' ? 4 - columns % 4 : 1;
	*text = str_from(s, i);
	return columns;
}

static size_t run_length(struct str s, char c)
{
	size_t n = 0;

	while (n < s.len && s.s[n] == c)
		n++;
	return n;
}

/* Is this line made of `c` only, and of at least `least` of them? */
static bool is_run_of(struct str s, char c, size_t least)
{
	s = str_trim(s);
	return s.len >= least && run_length(s, c) == s.len;
}

static bool is_underline(struct str s)
{
	struct str text;

	return indentation(s, &text) < 4 &&
	       (is_run_of(text, '=', 2) || is_run_of(text, '-', 2));
}

/* "---", "***", "* * *", "=====" */
static bool is_rule(struct str s)
{
	size_t marks = 0;
	struct str text = str_trim(s);

	for (size_t i = 0; i < text.len; i++) {
		if (text.s[i] == ' ')
			continue;
		if (!strchr("-=*_", text.s[i]) || text.s[i] != text.s[0])
			return false;
		marks++;
	}
	return marks >= 3;
}

static bool contains(struct str s, struct str what)
{
	return str_find_str(s, what) < s.len;
}

/* --- what a reader does not see ------------------------------------------ */

/* Where front matter ends that begins a file, or 0. */
static size_t front_matter_end(struct str input, unsigned *lines)
{
	size_t at, next;
	struct str line = line_at(input, 0, &at);

	*lines = 1;
	if (!str_is(str_trim_right(line), "---"))
		return 0;
	for (; at < input.len && *lines < 200; at = next) {
		line = str_trim_right(line_at(input, at, &next));
		if (++*lines == 2 && !contains(line, STR(":")))
			return 0;
		if (str_is(line, "---") || str_is(line, "..."))
			return next;
	}
	return 0;
}

void daylog_lines_begin(struct daylog_lines *l, struct str input)
{
	unsigned lines;
	size_t end;

	*l = (struct daylog_lines){ .input = input, .after_blank = true };
	if (str_starts(input, "\xef\xbb\xbf"))
		l->at = 3;
	end = front_matter_end(str_from(input, l->at), &lines);
	if (end) {
		l->at += end;
		l->number = lines;
	}
}

/* Take block quote marks off the front. */
static struct str unquoted(struct str s, bool *quoted)
{
	struct str text;

	*quoted = false;
	while (indentation(s, &text) < 4 && text.len && text.s[0] == '>') {
		s = str_from(text, 1);
		if (s.len && s.s[0] == ' ')
			s = str_from(s, 1);
		*quoted = true;
	}
	return s;
}

/*
 * Follow code fences (CommonMark 4.5): true while `s` is code or a fence.  A
 * fence within a list item or a quote ends where its container does.
 */
static bool fence_follow(struct daylog_lines *l, struct str s, bool quoted)
{
	struct str text;
	size_t columns = indentation(s, &text), n;

	if (l->fence) {
		if ((l->fence_quoted && !quoted) ||
		    (text.len && columns < l->fence_inside)) {
			l->fence = 0;
		} else {
			n = run_length(text, l->fence);
			if (n >= l->fence_length &&
			    !str_trim(str_from(text, n)).len)
				l->fence = 0;
			return true;
		}
	}
	if (!text.len || (text.s[0] != '`' && text.s[0] != '~') ||
	    (columns >= 4 && !l->list_inside))
		return false;
	n = run_length(text, text.s[0]);
	if (n < 3 || (text.s[0] == '`' && contains(str_from(text, n), STR("`"))))
		return false;
	l->fence = text.s[0];
	l->fence_length = n;
	l->fence_quoted = quoted;
	l->fence_inside = columns >= l->list_inside ? l->list_inside : 0;
	return true;
}

/* Does a comment that begins within a paragraph end within it? */
static bool closes_soon(struct str rest)
{
	struct str soon = str_upto(rest, 4096), line;
	size_t at = 0, next;

	for (; at < soon.len; at = next) {
		line = line_at(soon, at, &next);
		if (!str_trim(line).len)
			return false;
		if (contains(line, STR("-->")))
			return true;
	}
	return false;
}

/* Follow HTML comments: true when `s` is one, or part of one. */
static bool comment_follow(struct daylog_lines *l, struct str s,
			   struct str rest)
{
	struct str text = str_trim_left(s);
	size_t open;

	if (l->in_comment) {
		l->in_comment = !contains(s, STR("-->"));
		return true;
	}
	open = str_find_str(text, STR("<!--"));
	if (open == text.len)
		return false;
	if (contains(str_from(text, open + 2), STR("-->")))
		return open == 0;
	l->in_comment = open == 0 || closes_soon(rest);
	return open == 0;
}

/* --- forms --------------------------------------------------------------- */

static struct str without_closing(struct str s)
{
	s = str_trim(s);
	while (s.len && s.s[s.len - 1] == '#')
		s.len--;
	return str_trim(s);
}

static bool form_hashes(struct daylog_line *line, struct str text)
{
	size_t n = run_length(text, '#');
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

/* "** Day 1" of Org; with one star it is an item as well. */
static bool form_org(struct daylog_line *line, struct str text)
{
	size_t n = run_length(text, '*');

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
static size_t marker_length(struct str text)
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
	size_t n = marker_length(text);
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

static void form_find(struct daylog_line *line, struct str text)
{
	typedef bool form_test(struct daylog_line *line, struct str text);
	static form_test *const tests[] = {
		form_hashes, form_html, form_org, form_item, form_bold,
		form_row,
	};

	line->level = 7;
	for (size_t i = 0; i < ARRAY_SIZE(tests); i++)
		if (tests[i](line, text))
			return;
	line->form = FORM_PLAIN;
	line->text = str_trim(text);
}

/* A link into this file; or to a file beside it, but not in a further cell of
 * a row, where it leads to what was made that day. */
static bool is_contents(const struct daylog_line *line)
{
	struct str text = line->text, target;
	size_t link = str_find_str(text, STR("]("));

	if (link == text.len)
		return false;
	target = str_from(text, link + 2);
	if (line->form == FORM_ROW && !str_starts(target, "#") &&
	    str_find(str_from(text, 1), '|') + 1 < link)
		return false;
	return !str_starts(target, "http");
}

/* A paragraph of one line over "---" or "===" is a heading. */
static void setext_join(struct daylog_lines *l, struct daylog_line *line)
{
	size_t end, next;

	if ((line->form != FORM_PLAIN && line->form != FORM_BOLD) ||
	    !line->after_blank || line->next >= l->input.len)
		return;
	end = daylog_line_end(l->input, line->next, &next);
	if (!is_underline((struct str){ l->input.s + line->next,
					end - line->next }))
		return;
	line->form = FORM_HEADING;
	line->level = l->input.s[end - 1] == '=' ? 1 : 2;
	line->line_end = line_end_of(l->input, end, next);
	line->end = end;
	line->next = next;
	l->at = next;
	l->number++;
}

static void list_follow(struct daylog_lines *l, struct str s)
{
	struct str text;
	size_t columns = indentation(s, &text), n = marker_length(text);

	if (n)
		l->list_inside = columns + n;
	else if (columns < l->list_inside)
		l->list_inside = 0;
}

/* Fill in the form of a line that is neither code nor blank. */
static void line_read(struct daylog_lines *l, struct daylog_line *line,
		      struct str s)
{
	struct str text;
	size_t columns = indentation(s, &text);

	form_find(line, text);
	if (columns >= 4 && line->form != FORM_ITEM && text.s[0] != '<')
		line->form = l->after_blank && !l->list_inside ? FORM_NONE
							       : FORM_ITEM;
	line->contents = is_contents(line);
	line->after_blank = l->after_blank;
	list_follow(l, s);
	if (!line->hidden)
		setext_join(l, line);
	l->after_blank = line->form == FORM_HEADING ||
			 line->form == FORM_TIGHT || line->hidden;
}

bool daylog_lines_next(struct daylog_lines *l, struct daylog_line *out)
{
	while (l->at < l->input.len) {
		struct daylog_line line = { .start = l->at };
		struct str s, rest;
		bool quoted;

		line.end = daylog_line_end(l->input, line.start, &line.next);
		line.line_end = line_end_of(l->input, line.end, line.next);
		line.number = ++l->number;
		l->at = line.next;
		rest = str_from(l->input, l->at);
		s = unquoted((struct str){ l->input.s + line.start,
					   line.end - line.start }, &quoted);
		if (!l->in_comment && fence_follow(l, s, quoted)) {
			l->after_blank = true;
			continue;
		}
		line.hidden = comment_follow(l, s, rest);
		if (!str_trim(s).len || (!line.hidden && is_rule(s))) {
			l->after_blank = true;
			continue;
		}
		line_read(l, &line, s);
		*out = line;
		return true;
	}
	return false;
}
