/* SPDX-License-Identifier: MIT */
/* Editing plans line by line. */
#include "core/model/plan_edit.h"

#include <string.h>

#include "core/base/attributes.h"

#define MARKS "*_#>|-+` \t"
#define DIGITS_MAX 7

/* What stands before the number, folded to lower case. */
static const struct {
	const char *label;
	bool percent;
} countdown_labels[] = {
	{ "days to go", false },      { "days left", false },
	{ "days remaining", false },  { "days until exam", false },
	{ "days until the exam", false }, { "days to exam", false },
	{ "percentage remaining", true }, { "percent remaining", true },
	{ "percentage left", true },  { "percentage of time left", true },
	{ "time remaining", true },   { "% remaining", true },
};

/* A line with its end, and where its parts are. */
struct line {
	struct str whole;	/* with what ends it */
	struct str text;	/* without */
	unsigned number;
	bool literal;		/* of front matter or of a block of code */
};

struct lines {
	struct str rest;
	unsigned number;
	struct str end;		/* of the last line that had one */
	size_t fence;		/* marks that opened a block of code, or 0 */
	char mark;
	bool front;		/* within front matter */
};

static struct str skip(struct str s, const char *set)
{
	while (s.len && *s.s && strchr(set, *s.s))
		s = str_from(s, 1);
	return s;
}

/* Marks of a fence at the front of a line: "```c", "> ~~~"; or 0. */
static size_t fence_marks(struct str text, struct str *behind)
{
	size_t count = 0;

	text = skip(text, " \t>");
	while (count < text.len && (*text.s == '`' || *text.s == '~') &&
	       text.s[count] == *text.s)
		count++;
	*behind = str_from(text, count);
	return count >= 3 ? count : 0;
}

/* Whether a line is of a block of code, its fences included. */
static bool see_fence(struct lines *l, struct str text)
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

static bool see_front(struct lines *l, struct str text)
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
static bool next_line(struct lines *l, struct line *out)
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

static struct str line_end(const struct line *line)
{
	return str_from(line->whole, line->text.len);
}

/* What ends lines here; a text that has none gets one of its own. */
static void add_line_end(struct strbuf *out, struct str end)
{
	strbuf_addslice(out, end.len ? end : STR("\n"));
}

/* --- the countdown ------------------------------------------------------- */

/* Behind a label of the countdown; .s NULL: the line has none. */
static struct str behind_label(struct str text, bool *percent)
{
	struct str s = skip(text, MARKS);

	for (size_t i = 0; i < ARRAY_SIZE(countdown_labels); i++) {
		const char *label = countdown_labels[i].label;

		if (!str_starts_nocase(s, label))
			continue;
		*percent = countdown_labels[i].percent;
		s = skip(str_from(s, strlen(label)), MARKS ":=");
		return s;
	}
	return STR_NONE;
}

/* The digits that a countdown line has; .len 0: none. */
static struct str countdown_number(struct str text, bool *percent)
{
	struct str s = behind_label(text, percent);
	size_t digits = 0;

	if (!s.s)
		return STR("");
	while (digits < s.len && digits <= DIGITS_MAX && s.s[digits] >= '0' &&
	       s.s[digits] <= '9')
		digits++;
	if (digits > DIGITS_MAX)
		return STR("");
	if (*percent && !str_starts(str_from(s, digits), "%") &&
	    digits < s.len && strchr("0123456789.", s.s[digits]))
		return STR("");
	return str_upto(s, digits);
}

static void add_countdown_line(struct strbuf *out, const struct line *line,
			       struct str number, int value)
{
	size_t at = (size_t)(number.s - line->whole.s);

	strbuf_addslice(out, str_upto(line->whole, at));
	strbuf_addf(out, "%d", value > 0 ? value : 0);
	strbuf_addslice(out, str_from(line->whole, at + number.len));
}

bool plan_edit_countdown(struct strbuf *out, struct str text, int days_to_go,
			 int percent)
{
	struct lines lines = { .rest = text };
	size_t start = out->len;
	struct line line;

	while (next_line(&lines, &line)) {
		bool is_percent = false;
		struct str number = countdown_number(line.text, &is_percent);
		int value = is_percent ? percent : days_to_go;

		if (line.literal || !number.len || (is_percent && percent < 0))
			strbuf_addslice(out, line.whole);
		else
			add_countdown_line(out, &line, number, value);
	}
	return !str_eq(str_from(strbuf_slice(out), start), text);
}

/* --- items --------------------------------------------------------------- */

/* What is before an item's text: indent, bullet or number, blank; 0: it is no
 * item. */
static size_t item_prefix(struct str text)
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

static bool has_box(struct str item)
{
	return item.len >= 3 && item.s[0] == '[' && item.s[2] == ']' &&
	       strchr(" xX", item.s[1]) && (item.len == 3 || item.s[3] == ' ');
}

static int add_ticked(struct strbuf *out, const struct line *line, bool done,
		      struct error *err)
{
	size_t prefix = item_prefix(line->text);
	struct str item = str_from(line->whole, prefix);

	if (!prefix)
		return error_set(err, ERROR_INPUT,
				 "line %u is no list item, so there is nothing "
				 "to tick", line->number);
	strbuf_addslice(out, str_upto(line->whole, prefix));
	if (has_box(str_from(line->text, prefix)))
		item = str_from(item, item.len > 3 && item.s[3] == ' ' ? 4 : 3);
	else if (!done)
		return strbuf_addslice(out, item), 0;
	strbuf_addstr(out, done ? "[x] " : "[ ] ");
	strbuf_addslice(out, item);
	return 0;
}

static int no_line(unsigned line, unsigned count, struct error *err)
{
	return error_set(err, ERROR_NOT_FOUND,
			 "there is no line %u; the text has %u", line, count);
}

int plan_edit_tick(struct strbuf *out, struct str text, unsigned line,
		   bool done, struct error *err)
{
	struct lines lines = { .rest = text };
	struct line at;
	bool found = false;

	while (next_line(&lines, &at)) {
		if (at.number != line) {
			strbuf_addslice(out, at.whole);
			continue;
		}
		if (add_ticked(out, &at, done, err))
			return -1;
		found = true;
	}
	return found ? 0 : no_line(line, lines.number, err);
}

/* One line: what ends lines becomes a blank. */
static void add_flat(struct strbuf *out, struct str item)
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

/* The same bullet, indented to where the text of the item above begins. */
static void add_nested(struct strbuf *out, struct str above, struct str item)
{
	size_t prefix = item_prefix(above), quote = 0;

	while (quote < prefix && strchr(" \t>", above.s[quote]))
		quote++;
	strbuf_addslice(out, str_upto(above, quote));
	for (size_t i = quote; i < prefix; i++)
		strbuf_addch(out, above.s[i] == '\t' ? '\t' : ' ');
	strbuf_addstr(out, "- ");
	add_flat(out, item);
}

int plan_edit_beneath(struct strbuf *out, struct str text, unsigned first,
		      unsigned last, struct str item, struct error *err)
{
	struct lines lines = { .rest = text };
	struct str above = STR_NONE;
	bool added = false;
	struct line at;

	while (next_line(&lines, &at)) {
		strbuf_addslice(out, at.whole);
		if (at.number == first)
			above = at.text;
		if (at.number != last || !above.s)
			continue;
		if (!line_end(&at).len)
			add_line_end(out, lines.end);
		add_nested(out, above, item);
		if (line_end(&at).len)
			strbuf_addslice(out, line_end(&at));
		added = true;
	}
	return added ? 0 : no_line(last, lines.number, err);
}

int plan_edit_behind(struct strbuf *out, struct str text, unsigned line,
		     struct str more, struct error *err)
{
	struct lines lines = { .rest = text };
	bool found = false;
	struct line at;

	while (next_line(&lines, &at)) {
		if (at.number != line) {
			strbuf_addslice(out, at.whole);
			continue;
		}
		strbuf_addslice(out, str_trim_right(at.text));
		strbuf_addch(out, ' ');
		add_flat(out, more);
		strbuf_addslice(out, line_end(&at));
		found = true;
	}
	return found ? 0 : no_line(line, lines.number, err);
}

/* "~~text~~", the blanks around it outside. */
static void add_struck_text(struct strbuf *out, struct str text)
{
	struct str inner = str_trim(text);
	size_t before = (size_t)(inner.s - text.s);

	if (!inner.len) {
		strbuf_addslice(out, text);
		return;
	}
	strbuf_addslice(out, str_upto(text, before));
	strbuf_addstr(out, "~~");
	strbuf_addslice(out, inner);
	strbuf_addstr(out, "~~");
	strbuf_addslice(out, str_from(text, before + inner.len));
}

/* The end of a cell: a "|" that no "\\" takes the meaning of. */
static size_t cell_end(struct str row)
{
	for (size_t i = 0; i < row.len; i++) {
		if (row.s[i] == '|')
			return i;
		i += row.s[i] == '\\';
	}
	return row.len;
}

static void add_struck_cells(struct strbuf *out, struct str row)
{
	while (row.len) {
		size_t end = cell_end(row);

		add_struck_text(out, str_upto(row, end));
		strbuf_addslice(out, str_upto(str_from(row, end), 1));
		row = str_from(row, end < row.len ? end + 1 : end);
	}
}

/* The marks of quotes and headings stay outside. */
static void add_struck(struct strbuf *out, const struct line *line, bool row)
{
	struct str text = skip(line->text, " \t>#");

	strbuf_addslice(out, str_upto(line->text,
				      (size_t)(text.s - line->text.s)));
	if (row)
		add_struck_cells(out, text);
	else
		add_struck_text(out, str_trim_right(text));
	strbuf_addslice(out, line_end(line));
}

int plan_edit_strike(struct strbuf *out, struct str text, unsigned line,
		     bool row, struct error *err)
{
	struct lines lines = { .rest = text };
	bool found = false;
	struct line at;

	while (next_line(&lines, &at)) {
		if (at.number != line || !skip(at.text, " \t>#").len) {
			strbuf_addslice(out, at.whole);
			continue;
		}
		add_struck(out, &at, row);
		found = true;
	}
	return found ? 0 : no_line(line, lines.number, err);
}

static size_t indent_of(struct str text)
{
	return text.len - skip(text, " \t>").len;
}

struct str plan_lines_beneath(struct str text, unsigned first, unsigned last)
{
	struct lines lines = { .rest = text };
	size_t own = 0, from = text.len, to = text.len;
	struct line at;

	while (next_line(&lines, &at)) {
		size_t end = text.len - lines.rest.len;

		if (at.number == first)
			own = indent_of(at.text);
		if (at.number == last)
			from = to = end;
		if (at.number <= last || indent_of(at.text) == at.text.len)
			continue;
		if (indent_of(at.text) <= own)
			break;
		to = end;
	}
	return str_upto(str_from(text, from), to - from);
}

bool plan_line_is_item(struct str text, unsigned line)
{
	struct lines lines = { .rest = text };
	struct line at;

	while (next_line(&lines, &at))
		if (at.number == line)
			return item_prefix(at.text) > 0;
	return false;
}

/* --- a new item ---------------------------------------------------------- */

static int heading_level(struct str text)
{
	int level = 0;

	while ((size_t)level < text.len && text.s[level] == '#')
		level++;
	return level >= 1 && level <= 6 &&
			       ((size_t)level == text.len ||
				text.s[level] == ' ') ?
		       level :
		       0;
}

/* Of a heading that the line after it underlines: 1, 2 or 0. */
static int underlined_level(const struct line *line, const struct lines *lines)
{
	struct lines after = *lines;
	struct line next;

	if (!skip(line->text, " \t>").len || item_prefix(line->text) ||
	    heading_level(line->text) || !next_line(&after, &next) ||
	    next.literal || !next.text.len || next.text.len > 200)
		return 0;
	if (!skip(str_trim_right(next.text), "=").len)
		return 1;
	return skip(str_trim_right(next.text), "-").len ? 0 : 2;
}

static int level_of(const struct line *line, const struct lines *lines)
{
	int level;

	if (line->literal)
		return 0;
	level = heading_level(line->text);
	return level ? level : underlined_level(line, lines);
}

/* Where an item goes. */
struct gap {
	size_t at;		/* byte of the text; behind a line's end */
	struct str above;	/* the last item before it, or STR_NONE */
	struct str end;		/* how lines end there */
	int highest;		/* level of the highest heading; 0: none */
	bool section;		/* there is such a section */
};

/* What the first list of the section is followed by. */
struct list_end {
	struct str top;		/* the last item that is within no other */
	bool blank;		/* the line before is */
	bool over;
};

static void see_item(struct gap *gap, const struct line *line, size_t end,
		     struct list_end *list)
{
	size_t prefix = line->literal ? 0 : item_prefix(line->text);
	bool indented = line->text.len && strchr(" \t", *line->text.s);
	bool blank = !str_trim(line->text).len;

	if (!blank && !indented && !prefix && list->top.s && list->blank)
		list->over = true;
	list->blank = blank;
	if (list->over || blank)
		return;
	if (prefix && !indented)
		list->top = line->text;
	gap->at = end;
	gap->above = list->top;
}

/* The end of the first list of the first such section, or of what it says
 * itself. */
static struct gap find_gap(struct str text, enum plan_section section)
{
	struct list_end list = { .top = STR_NONE };
	struct lines lines = { .rest = text };
	struct gap gap = { .at = text.len };
	bool inside = false;
	struct line line;

	while (next_line(&lines, &line)) {
		int level = level_of(&line, &lines);

		if (level && (!gap.highest || level < gap.highest))
			gap.highest = level;
		if (level)
			inside = false;
		if (level && !gap.section &&
		    plan_section_of(line.text) == section)
			inside = gap.section = true;
		if (inside)
			see_item(&gap, &line, text.len - lines.rest.len, &list);
		if (!gap.section || gap.at == text.len - lines.rest.len)
			gap.end = lines.end;
	}
	return gap;
}

static void add_section(struct strbuf *out, const struct gap *gap,
			const char *title)
{
	int level = gap->highest >= 2 ? gap->highest : 2;

	if (out->len)
		add_line_end(out, gap->end);
	while (level--)
		strbuf_addch(out, '#');
	strbuf_addf(out, " %s", title);
	add_line_end(out, gap->end);
	add_line_end(out, gap->end);
}

/* A box where the list has boxes; numbers become bullets. */
static void add_item_like(struct strbuf *out, struct str above, struct str item)
{
	size_t prefix = above.s ? item_prefix(above) : 0;
	bool box = prefix && has_box(str_from(above, prefix));
	char bullet = prefix && strchr("-*+", *above.s) ? *above.s : '-';

	strbuf_addch(out, bullet);
	strbuf_addch(out, ' ');
	if (box && !has_box(item))
		strbuf_addstr(out, "[ ] ");
	add_flat(out, item);
}

void plan_edit_add(struct strbuf *out, struct str text,
		   enum plan_section section, const char *title,
		   struct str item)
{
	struct gap gap = find_gap(text, section);
	struct str before = str_upto(text, gap.at);

	strbuf_addslice(out, before);
	if (before.len && !strchr("\r\n", before.s[before.len - 1]))
		add_line_end(out, gap.end);
	if (!gap.section)
		add_section(out, &gap, title);
	else if (!gap.above.s)
		add_line_end(out, gap.end);
	add_item_like(out, gap.above, item);
	add_line_end(out, gap.end);
	if (gap.at < text.len && !strchr("\r\n#", text.s[gap.at]))
		add_line_end(out, gap.end);
	strbuf_addslice(out, str_from(text, gap.at));
}
