/* SPDX-License-Identifier: MIT */
/* The lines of a plan's file, and what an item looks like in one. */
#include "core/model/plan_lines.h"

#include <string.h>

struct str plan_skip(struct str s, const char *set)
{
	while (s.len && *s.s && strchr(set, *s.s))
		s = str_from(s, 1);
	return s;
}

/* Marks of a fence at the front of a line: "```c", "> ~~~"; or 0. */
static size_t fence_marks(struct str text, struct str *behind)
{
	size_t count = 0;

	text = plan_skip(text, " \t>");
	while (count < text.len && (*text.s == '`' || *text.s == '~') &&
	       text.s[count] == *text.s)
		count++;
	*behind = str_from(text, count);
	return count >= 3 ? count : 0;
}

/* Whether a line is of a block of code, its fences included. */
static bool see_fence(struct plan_lines *l, struct str text)
{
	bool inside = l->fence > 0;
	struct str behind;
	size_t count = fence_marks(text, &behind);
	char mark = count ? behind.s[-1] : '\0';

	if (!count)
		return inside;
	if (!inside && (mark != '`' || str_find(behind, '`') == behind.len)) {
		l->fence = count;
		l->mark = mark;
		return true;
	}
	if (inside && mark == l->mark && count >= l->fence &&
	    !str_trim(behind).len)
		l->fence = 0;
	return inside;
}

/* A rule at the front of a text that nothing closes is a rule. */
static bool has_front(struct str behind)
{
	return str_find_str(behind, STR("\n---")) < behind.len ||
	       str_find_str(behind, STR("\r---")) < behind.len ||
	       str_find_str(behind, STR("\n...")) < behind.len;
}

static bool see_front(struct plan_lines *l, struct str text)
{
	bool mark = str_is(str_trim_right(text), "---");

	if (l->number == 1 && mark) {
		l->front = has_front(str_from(l->rest, text.len));
		return l->front;
	}
	if (!l->front)
		return false;
	l->front = !mark && !str_is(str_trim_right(text), "...");
	return true;
}

/* As cmark counts lines: "\n", "\r\n" or "\r" ends one. */
bool plan_line_next(struct plan_lines *l, struct plan_line *out)
{
	size_t end = 0, text;

	if (!l->rest.len)
		return false;
	while (end < l->rest.len && l->rest.s[end] != '\n' &&
	       l->rest.s[end] != '\r')
		end++;
	text = end;
	if (end < l->rest.len)
		end += str_starts(str_from(l->rest, end), "\r\n") ? 2 : 1;
	out->text = str_upto(l->rest, text);
	out->whole = str_upto(l->rest, end);
	out->number = ++l->number;
	out->literal = see_front(l, out->text) || see_fence(l, out->text);
	if (end > text)
		l->end = str_from(out->whole, text);
	l->rest = str_from(l->rest, end);
	return true;
}

struct str plan_line_end(const struct plan_line *line)
{
	return str_from(line->whole, line->text.len);
}

/* What ends lines here; a text that has none gets one of its own. */
void plan_add_line_end(struct strbuf *out, struct str end)
{
	strbuf_addslice(out, end.len ? end : STR("\n"));
}

/* What is before an item's text: indent, bullet or number, blank; 0: it is no
 * item. */
size_t plan_item_prefix(struct str text)
{
	size_t at = 0, digits = 0;

	while (at < text.len && strchr(" \t>", text.s[at]))
		at++;
	while (at + digits < text.len && digits < 9 &&
	       text.s[at + digits] >= '0' && text.s[at + digits] <= '9')
		digits++;
	if (digits && at + digits < text.len &&
	    strchr(".)", text.s[at + digits]))
		at += digits + 1;
	else if (!digits && at < text.len && strchr("-*+", text.s[at]))
		at++;
	else
		return 0;
	if (at >= text.len || !strchr(" \t", text.s[at]))
		return 0;
	while (at < text.len && strchr(" \t", text.s[at]))
		at++;
	return at;
}

bool plan_item_is_struck(struct str raw)
{
	struct str line = str_upto(raw, str_find(raw, '\n')), rest;

	line = str_trim(str_from(line, plan_item_prefix(line)));
	if (!str_starts(line, "~~") || line.len < 5)
		return false;
	rest = str_from(line, 2);
	return str_find_str(rest, STR("~~")) == rest.len - 2;
}

bool plan_has_box(struct str item)
{
	return item.len >= 3 && item.s[0] == '[' && item.s[2] == ']' &&
	       strchr(" xX", item.s[1]) && (item.len == 3 || item.s[3] == ' ');
}

/* One line: what ends lines becomes a blank. */
void plan_add_flat(struct strbuf *out, struct str item)
{
	item = str_trim(item);
	for (size_t i = 0; i < item.len; i++) {
		bool end = item.s[i] == '\n' || item.s[i] == '\r';

		if (!end)
			strbuf_addch(out, item.s[i]);
		else if (out->len && out->buf[out->len - 1] != ' ')
			strbuf_addch(out, ' ');
	}
}

/* The end of a cell: a "|" that no "\\" takes the meaning of. */
size_t plan_cell_end(struct str row)
{
	for (size_t i = 0; i < row.len; i++) {
		if (row.s[i] == '|')
			return i;
		i += row.s[i] == '\\';
	}
	return row.len;
}
