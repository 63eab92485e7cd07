/* SPDX-License-Identifier: MIT */
/* Editing plans line by line. */
#include "core/model/plan_edit.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/model/passage_traits.h"
#include "core/model/plan_lines.h"
#include "core/model/section.h"

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

/* --- the countdown ------------------------------------------------------- */

/* Behind a label of the countdown; .s NULL: the line has none. */
static struct str behind_label(struct str text, bool *percent)
{
	struct str s = plan_skip(text, MARKS);

	for (size_t i = 0; i < ARRAY_SIZE(countdown_labels); i++) {
		const char *label = countdown_labels[i].label;

		if (!str_starts_nocase(s, label))
			continue;
		*percent = countdown_labels[i].percent;
		s = plan_skip(str_from(s, strlen(label)), MARKS ":=");
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

int plan_countdown_read(struct str line, bool *percent)
{
	struct str number = countdown_number(line, percent);
	unsigned value;

	return !number.len || str_to_uint(number, 9999999, &value) ?
		       -1 :
		       (int)value;
}

static void add_countdown_line(struct strbuf *out, const struct plan_line *line,
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
	struct plan_lines lines = { .rest = text };
	size_t start = out->len;
	struct plan_line line;

	while (plan_line_next(&lines, &line)) {
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

static int add_ticked(struct strbuf *out, const struct plan_line *line,
		      bool done, struct error *err)
{
	size_t prefix = plan_item_prefix(line->text);
	struct str item = str_from(line->whole, prefix);

	if (!prefix)
		return error_set(err, ERROR_INPUT,
				 "line %u is no list item, so there is nothing "
				 "to tick", line->number);
	strbuf_addslice(out, str_upto(line->whole, prefix));
	if (plan_has_box(str_from(line->text, prefix)))
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

/* Copy the lines above one, which is taken too; the ones below are the rest. */
static bool copy_up_to(struct strbuf *out, struct plan_lines *lines,
		       unsigned line, struct plan_line *at)
{
	while (plan_line_next(lines, at)) {
		if (at->number == line)
			return true;
		strbuf_addslice(out, at->whole);
	}
	return false;
}

int plan_edit_tick(struct strbuf *out, struct str text, unsigned line,
		   bool done, struct error *err)
{
	struct plan_lines lines = { .rest = text };
	struct plan_line at;

	if (!copy_up_to(out, &lines, line, &at))
		return no_line(line, lines.number, err);
	if (add_ticked(out, &at, done, err))
		return -1;
	strbuf_addslice(out, lines.rest);
	return 0;
}

/* The same bullet, indented to where the text of the item above begins. */
static void add_nested(struct strbuf *out, struct str above, struct str item)
{
	size_t prefix = plan_item_prefix(above), quote = 0;

	while (quote < prefix && strchr(" \t>", above.s[quote]))
		quote++;
	strbuf_addslice(out, str_upto(above, quote));
	for (size_t i = quote; i < prefix; i++)
		strbuf_addch(out, above.s[i] == '\t' ? '\t' : ' ');
	strbuf_addstr(out, "- ");
	plan_add_flat(out, item);
}

int plan_edit_beneath(struct strbuf *out, struct str text, unsigned first,
		      unsigned last, struct str item, struct error *err)
{
	struct plan_lines lines = { .rest = text };
	struct str above = STR_NONE;
	bool added = false;
	struct plan_line at;

	while (plan_line_next(&lines, &at)) {
		strbuf_addslice(out, at.whole);
		if (at.number == first)
			above = at.text;
		if (at.number != last || !above.s)
			continue;
		if (!plan_line_end(&at).len)
			plan_add_line_end(out, lines.end);
		add_nested(out, above, item);
		if (plan_line_end(&at).len)
			strbuf_addslice(out, plan_line_end(&at));
		added = true;
	}
	return added ? 0 : no_line(last, lines.number, err);
}

int plan_edit_behind(struct strbuf *out, struct str text, unsigned line,
		     struct str more, struct error *err)
{
	struct plan_lines lines = { .rest = text };
	struct plan_line at;

	if (!copy_up_to(out, &lines, line, &at))
		return no_line(line, lines.number, err);
	strbuf_addslice(out, str_trim_right(at.text));
	strbuf_addch(out, ' ');
	plan_add_flat(out, more);
	strbuf_addslice(out, plan_line_end(&at));
	strbuf_addslice(out, lines.rest);
	return 0;
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

static void add_struck_cells(struct strbuf *out, struct str row)
{
	while (row.len) {
		size_t end = plan_cell_end(row);

		add_struck_text(out, str_upto(row, end));
		strbuf_addslice(out, str_upto(str_from(row, end), 1));
		row = str_from(row, end < row.len ? end + 1 : end);
	}
}

/* What of a line is struck out.  The marks of quotes and headings stay outside,
 * and so does the label that opens a section of an entry: what is below belongs
 * to that still, and may be private by it. */
static struct str to_strike(struct str line)
{
	struct str text = plan_skip(line, " \t>#"), rest;
	enum section section;

	return section_label(line, &section, &rest) && str_trim(rest).len ?
		       rest : text;
}

static void add_struck(struct strbuf *out, const struct plan_line *line,
		       bool row)
{
	struct str text = row ? plan_skip(line->text, " \t>#") :
				to_strike(line->text);

	strbuf_addslice(out, str_upto(line->text,
				      (size_t)(text.s - line->text.s)));
	if (row)
		add_struck_cells(out, text);
	else
		add_struck_text(out, str_trim_right(text));
	strbuf_addslice(out, plan_line_end(line));
}

int plan_edit_strike(struct strbuf *out, struct str text, unsigned line,
		     bool row, struct error *err)
{
	struct plan_lines lines = { .rest = text };
	bool found = false;
	struct plan_line at;

	while (plan_line_next(&lines, &at)) {
		if (at.number != line || !plan_skip(at.text, " \t>#").len) {
			strbuf_addslice(out, at.whole);
			continue;
		}
		add_struck(out, &at, row);
		found = true;
	}
	return found ? 0 : no_line(line, lines.number, err);
}

static void add_unstruck(struct strbuf *out, struct str text)
{
	size_t at;

	while ((at = str_find_str(text, STR("~~"))) < text.len) {
		strbuf_addslice(out, str_upto(text, at));
		text = str_from(text, at + 2);
	}
	strbuf_addslice(out, text);
}

int plan_edit_unstrike(struct strbuf *out, struct str text, unsigned line,
		       struct error *err)
{
	struct plan_lines lines = { .rest = text };
	struct plan_line at;

	if (!copy_up_to(out, &lines, line, &at))
		return no_line(line, lines.number, err);
	if (!passage_is_struck(plan_skip(at.text, " \t>#")))
		return error_set(err, ERROR_INPUT,
				 "line %u has neither a tick nor strokes to "
				 "take away; change by hand what else says "
				 "that it is done", line);
	add_unstruck(out, at.whole);
	strbuf_addslice(out, lines.rest);
	return 0;
}

bool plan_line_is_ticked(struct str text, unsigned line)
{
	struct plan_lines lines = { .rest = text };
	struct plan_line at;

	while (plan_line_next(&lines, &at)) {
		struct str item;

		if (at.number != line)
			continue;
		item = str_from(at.text, plan_item_prefix(at.text));
		return plan_item_prefix(at.text) && plan_has_box(item) &&
		       !str_starts(item, "[ ]");
	}
	return false;
}

static size_t indent_of(struct str text)
{
	return text.len - plan_skip(text, " \t>").len;
}

struct str plan_lines_beneath(struct str text, unsigned first, unsigned last)
{
	struct plan_lines lines = { .rest = text };
	size_t own = 0, from = text.len, to = text.len;
	struct plan_line at;

	while (plan_line_next(&lines, &at)) {
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
	struct plan_lines lines = { .rest = text };
	struct plan_line at;

	while (plan_line_next(&lines, &at))
		if (at.number == line)
			return plan_item_prefix(at.text) > 0;
	return false;
}
