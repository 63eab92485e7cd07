/* SPDX-License-Identifier: MIT */
/* Which of the lines of a text are rows of a table with private cells. */
#include "core/model/private_table.h"

#include <string.h>

#include "core/model/private_row.h"
#include "core/model/section_lines.h"

static bool has_bar(struct str line)
{
	return str_find(line, '|') < line.len;
}

static bool begins_with_bar(struct str line)
{
	return str_starts(private_row_content(line), "|");
}

/* The text may begin with the bar that the row did. */
void private_table_begin(struct private_table *t, struct str text,
			 struct private_rules rules)
{
	*t = (struct private_table){
		.sections = rules.sections,
		.of_text = STRBUF_INIT,
		.columns = STRBUF_INIT,
		.column = rules.first_column,
	};
	if (!rules.head.len)
		return;
	private_columns_read(&t->of_text, rules.head, rules.sections);
	strbuf_addslice(&t->columns, strbuf_slice(&t->of_text));
	t->in_row = t->column || !begins_with_bar(section_next_line(&text));
}

void private_table_release(struct private_table *t)
{
	strbuf_release(&t->of_text);
	strbuf_release(&t->columns);
}

/* A row without bars is one of a single cell, unless it begins another block. */
static bool ends_table(struct str line)
{
	return !has_bar(line) &&
	       strchr("#>-*+<`~0123456789", str_trim_left(line).s[0]);
}

static size_t count_cells(struct str row)
{
	size_t n = 0;

	for (row = str_trim(private_row_cells(row)); row.len; n++)
		private_next_cell(&row);
	return n;
}

/* "**Progress:** | What | Thoughts |": a page shows the table that is behind the
 * label, if the delimiters below it have as many cells. */
static struct str head_behind_label(struct str row, struct str delimiters)
{
	enum section section;
	struct str rest;

	return section_label(row, &section, &rest) && str_starts(rest, "|") &&
	       count_cells(rest) == count_cells(delimiters) ? rest : row;
}

/* Which table does a line stand in?  Also one whose head was kept back. */
static void follow_table(struct private_table *t, struct str line)
{
	bool blank = !str_trim(private_row_content(line)).len;

	if (t->last_row.len && has_bar(line) && private_delimiter_row(line).len) {
		t->in_table = true;
		strbuf_reset(&t->columns);
		private_columns_read(&t->columns,
				     head_behind_label(t->last_row, line),
				     t->sections);
	} else if (t->in_table && (blank || ends_table(line))) {
		t->in_table = t->row_dropped = false;
		strbuf_reset(&t->columns);
		strbuf_addslice(&t->columns, strbuf_slice(&t->of_text));
	}
	if (blank) {
		t->last_row = STR("");
		t->row_dropped = false;
	} else if (has_bar(line)) {
		t->last_row = line;
	}
}

/*
 * The row that the text was may have been broken up since: lines go on in the
 * cell of the one before, and behind a blank one a private cell does as a
 * section would.
 */
static enum section follow_row(struct private_table *t, struct str line)
{
	bool blank = !str_trim(line).len;
	bool first = !t->begun;

	t->begun |= !blank;
	if (!t->in_row || first || (!blank && !begins_with_bar(line)))
		return SECTION_NONE;
	t->in_row = false;
	return blank && t->in_cell && t->column < t->of_text.len
		       ? (enum section)t->of_text.buf[t->column]
		       : SECTION_NONE;
}

enum section private_table_follow(struct private_table *t, struct str line)
{
	follow_table(t, line);
	return follow_row(t, line);
}

/* One that is left out goes on where the first cell of the next is blank. */
static bool goes_on_row(const struct private_table *t, struct str row)
{
	struct str cells = private_row_cells(row);

	return t->row_dropped && !str_trim(private_next_cell(&cells)).len;
}

bool private_table_drops(struct private_table *t, struct str row,
			 struct str behind, enum section *section)
{
	enum section named;
	bool head;

	if (t->in_row || !has_bar(row) ||
	    (!t->in_table && !begins_with_bar(row)))
		return false;
	if (goes_on_row(t, row))
		return true;
	t->row_dropped = false;
	named = private_row_label(row, t->sections);
	if (!named)
		return false;
	head = private_delimiter_row(section_next_line(&behind)).len > 0;
	if (head && private_row_has_labels(row))
		return false;
	t->row_dropped = !head;
	*section = named;
	return true;
}

/* Of a row of the text itself. */
static bool blank_in_row(struct private_table *t, struct strbuf *out,
			 struct str line, enum section *section)
{
	t->in_cell = !str_ends(str_trim(line), "|");
	return private_row(out, line, strbuf_slice(&t->of_text), &t->column,
			   section);
}

bool private_table_begins_row(struct private_table *t, struct str line,
			      size_t *column, bool *barred)
{
	AUTO(strbuf) ignored = STRBUF_INIT;
	enum section section;

	*column = t->in_row ? t->column : 0;
	*barred = !t->in_row;
	if (t->in_row) {
		blank_in_row(t, &ignored, line, &section);
		return str_trim(line).len > 0;
	}
	return t->of_text.len && !t->in_table && begins_with_bar(line) &&
	       !private_delimiter_row(line).len;
}

bool private_table_blank(struct private_table *t, struct strbuf *out,
			 struct str line, enum section *section)
{
	AUTO(strbuf) columns = STRBUF_INIT;
	struct str cells = private_row_cells(line);
	size_t before = out->len, column = 0;

	if (t->in_row)
		return blank_in_row(t, out, line, section);
	if ((!t->in_table && (!t->columns.len || !has_bar(line))) ||
	    private_delimiter_row(line).len)
		return false;
	strbuf_addslice(&columns, strbuf_slice(&t->columns));
	if (t->in_table)
		private_row_read_labels(&columns, line, t->sections);
	strbuf_addslice(out, str_upto(line, line.len - cells.len));
	if (private_row(out, cells, strbuf_slice(&columns), &column, section))
		return true;
	strbuf_truncate(out, before);
	return false;
}
