/* SPDX-License-Identifier: MIT */
/* Ticking a row of a table where its state stands. */
#include "core/model/plan_edit.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/model/passage_traits.h"
#include "core/model/plan_lines.h"
#include "core/model/plan_table.h"

#define DONE_BYTES 48	/* of what another row says when it is done */

/* The table that a line is of. */
struct table {
	struct str header;	/* line; .s NULL: it is of none */
	/* What rows say that are, or empty, by whether it is words. */
	struct str done[2], open[2];
	int column;		/* of the states, or -1 */
};

/* "| --- | :-: |", which makes the line before it a header. */
static bool is_rule(struct str text)
{
	return str_find(text, '-') < text.len && str_find(text, '|') < text.len &&
	       !plan_skip(text, " \t>|:-").len;
}

/* "✅ Done" and "40%", but not "✅" or "[x]". */
static bool has_words(struct str cell)
{
	if (str_starts(cell, "["))
		return false;
	for (size_t i = 0; i < cell.len; i++)
		if (ascii_is_letter(cell.s[i]) || ascii_is_digit(cell.s[i]))
			return true;
	return false;
}

/* What a row tells of how those that are done, or open, are written. */
static void see_row(struct table *t, struct str text)
{
	struct str cell = str_trim(plan_table_cell(text, t->column));
	enum plan_status status;
	bool words = has_words(cell);

	if (t->column < 0 || cell.len > DONE_BYTES)
		return;
	status = plan_status_read(cell);
	if (status == PLAN_STATUS_NONE || !plan_status_is_plain(cell))
		return;
	if (!t->done[words].len && status == PLAN_STATUS_DONE)
		t->done[words] = cell;
	if (!t->open[words].len && status == PLAN_STATUS_OPEN)
		t->open[words] = cell;
}

/* Marks are answered by a mark where other rows have one, words by words. */
static struct str said_elsewhere(const struct str said[2], struct str cell)
{
	bool words = has_words(cell);

	return said[words].len ? said[words] : said[!words];
}

static struct table find_table(struct str text, unsigned line)
{
	struct plan_lines lines = { .rest = text };
	struct table t = { .column = -1 };
	struct str before = STR_NONE;
	struct plan_line at;
	bool mine = false;

	while (plan_line_next(&lines, &at)) {
		bool blank = !plan_skip(at.text, " \t>").len;

		if (is_rule(at.text) && before.s && !at.literal && !mine)
			t = (struct table){ .header = before,
					    .column = plan_table_read(before)
							      .status };
		else if (blank && mine)
			return t;
		else if (blank)
			t = (struct table){ .column = -1 };
		else if (t.header.s)
			see_row(&t, at.text);
		mine |= at.number == line;
		before = blank ? STR_NONE : at.text;
	}
	return t;
}

static const struct {
	const char *open, *done;
} pairs[] = {
	{ "[ ]", "[x]" }, { "[]", "[x]" },  { "no", "yes" },
	{ "No", "Yes" },  { "NO", "YES" },  { "n", "y" },
	{ "N", "Y" },	  { "nein", "ja" }, { "Nein", "Ja" },
	{ "offen", "erledigt" },	    { "Offen", "Erledigt" },
};

/* Where no other row is open: the opposite, or an empty cell. */
static const char *opposite_of_done(struct str cell)
{
	for (size_t i = 0; i < ARRAY_SIZE(pairs); i++)
		if (str_is(cell, pairs[i].done))
			return pairs[i].open;
	return str_ends(cell, "%") ? "0%" : "";
}

/* Where no other row is done: the opposite of what this one says. */
static const char *opposite(struct str cell, struct str head)
{
	for (size_t i = 0; i < ARRAY_SIZE(pairs); i++)
		if (str_is(cell, pairs[i].open))
			return pairs[i].done;
	if (str_ends(cell, "%"))
		return "100%";
	/* Marks are answered by a mark, words by a word. */
	for (size_t i = 0; i < cell.len; i++)
		if ((cell.s[i] | 32) >= 'a' && (cell.s[i] | 32) <= 'z')
			return *cell.s & 0x80 ? "✅ Done" : "Done";
	if (cell.len)
		return *cell.s & 0x80 ? "✅" : "x";
	return head.len && *head.s & 0x80 ? "✅" : "x";
}

/* "3/10" becomes "10/10", or "0/10". */
static bool add_parts(struct strbuf *out, struct str cell, bool done)
{
	struct str rest = cell, part = str_next_field(&rest, '/');
	unsigned unused, whole;

	if (part.len == cell.len ||
	    str_to_uint(str_trim(part), 9999, &unused) ||
	    str_to_uint(str_trim(rest), 9999, &whole))
		return false;
	strbuf_addf(out, "%u/%u", done ? whole : 0, whole);
	return true;
}

static void add_state(struct strbuf *out, struct str said,
		      const struct table *t, bool done)
{
	struct str words = said_elsewhere(done ? t->done : t->open, said);

	if (add_parts(out, said, done))
		return;
	if (words.len)
		strbuf_addslice(out, words);
	else if (done)
		strbuf_addstr(out, opposite(said, str_trim(
			plan_table_cell(t->header, t->column))));
	else
		strbuf_addstr(out, opposite_of_done(said));
}

static void add_row(struct strbuf *out, const struct plan_line *line,
		    struct str cell, const struct table *t, bool done)
{
	struct str said = str_trim(cell);
	size_t at = (size_t)((said.s ? said.s : cell.s) - line->whole.s);
	bool tight = !said.len;

	if (tight)
		at = (size_t)(cell.s - line->whole.s);
	strbuf_addslice(out, str_upto(line->whole, at));
	strbuf_addstr(out, tight ? " " : "");
	add_state(out, said, t, done);
	strbuf_addstr(out, tight ? " " : "");
	strbuf_addslice(out, str_from(line->whole,
				      at + (tight ? cell.len : said.len)));
}

int plan_edit_tick_row(struct strbuf *out, struct str text, unsigned line,
		       bool done, struct error *err)
{
	struct table t = find_table(text, line);
	struct plan_lines lines = { .rest = text };
	struct plan_line at;

	while (plan_line_next(&lines, &at)) {
		struct str cell = at.number == line && t.column >= 0 ?
					  plan_table_cell(at.text, t.column) :
					  STR_NONE;

		if (at.number == line &&
		    (!cell.s || (!done && passage_is_struck(at.text)))) {
			strbuf_truncate(out, out->len -
						     (size_t)(at.whole.s -
							      text.s));
			return done ? plan_edit_strike(out, text, line, true,
						       err) :
				      plan_edit_unstrike(out, text, line, err);
		}
		if (cell.s)
			add_row(out, &at, cell, &t, done);
		else
			strbuf_addslice(out, at.whole);
	}
	if (line > lines.number)
		return error_set(err, ERROR_NOT_FOUND, "there is no line %u; "
				 "the text has %u", line, lines.number);
	return 0;
}
