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

/* Is this line made of `c` only, and of at least `least` of them? */
static bool is_run_of(struct str s, char c, size_t least)
{
	s = str_trim(s);
	return s.len >= least && daylog_run_length(s, c) == s.len;
}

static bool is_underline(struct str s)
{
	struct str text;

	return str_indentation(s, &text) < 4 &&
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
	while (str_indentation(s, &text) < 4 && text.len && text.s[0] == '>') {
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
	size_t columns = str_indentation(s, &text), n;

	if (l->fence) {
		if ((l->fence_quoted && !quoted) ||
		    (text.len && columns < l->fence_inside)) {
			l->fence = 0;
		} else {
			n = daylog_run_length(text, l->fence);
			if (n >= l->fence_length &&
			    !str_trim(str_from(text, n)).len)
				l->fence = 0;
			return true;
		}
	}
	if (!text.len || (text.s[0] != '`' && text.s[0] != '~') ||
	    (columns >= 4 && !l->list_inside))
		return false;
	n = daylog_run_length(text, text.s[0]);
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

/*
 * "<details>", and its summary on that line or on the next: what is folded is
 * known by that, and begins above it.
 */
static struct str details_join(struct daylog_lines *l, struct daylog_line *line,
			       struct str text)
{
	size_t summary = str_find_str(text, STR("<summary")), next;
	struct str below;

	if (!str_starts_nocase(text, "<details"))
		return text;
	if (summary < text.len)
		return str_from(text, summary);
	below = str_trim(line_at(l->input, line->next, &next));
	if (!str_starts_nocase(below, "<summary"))
		return text;
	line->end = daylog_line_end(l->input, line->next, &line->next);
	line->line_end = line_end_of(l->input, line->end, next);
	l->at = next;
	l->number++;
	return below;
}

static void list_follow(struct daylog_lines *l, struct str s)
{
	struct str text;
	size_t columns = str_indentation(s, &text), n = daylog_marker_length(text);

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
	size_t columns = str_indentation(s, &text);

	if (!line->hidden)
		text = details_join(l, line, text);
	daylog_form_find(line, text);
	line->nested = columns >= 2;
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
