/* SPDX-License-Identifier: MIT */
/* Rows whose columns are sections: each cell is a passage of its own. */
#include "core/model/document_builder.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "core/model/private_row.h"
#include "core/model/private_table.h"
#include "core/model/section_lines.h"
#include "core/text/markdown_lines.h"

/* Whichever of them are private, and even if none is: the same text always has
 * the same passages. */
static const bool any[SECTION_COUNT] = {
	[SECTION_PROGRESS] = true, [SECTION_LEARNED] = true,
	[SECTION_THOUGHTS] = true, [SECTION_LINKS] = true,
	[SECTION_QUESTIONS] = true,
};

/* Of a table that is no log: "Details" and "Resources" head columns of any, of
 * which a row says something only as a whole. */
static const bool thoughts[SECTION_COUNT] = { [SECTION_THOUGHTS] = true };

/* --- the lines of a day that was a row --- */

/* Where such a line begins. */
struct row_line {
	bool is_row;
	bool barred;		/* with the bar before its first cell */
	size_t column;		/* of that */
};

static size_t count_lines(struct str text)
{
	size_t n = 0;

	while (section_next_line(&text).s)
		n++;
	return n;
}

static void walk_lines(struct builder *b, struct private_table *table,
		       struct str body)
{
	struct row_line *lines = arena_alloc(
		b->mem, (count_lines(body) + 1) * sizeof(*lines));
	struct str line;
	size_t n = 0;

	for (; (line = section_next_line(&body)).s; n++) {
		private_table_follow(table, line);
		lines[n].is_row = private_table_begins_row(
			table, line, &lines[n].column, &lines[n].barred);
	}
	b->row_lines = lines;
	b->nrow_lines = n;
}

void builder_read_row(struct builder *b, struct str body)
{
	struct private_rules rules;
	struct private_table table;

	if (b->doc->kind != DOCUMENT_ENTRY || !b->doc->entry.front.len)
		return;
	rules = private_rules_read(any, b->doc->entry.front, b->mem);
	if (!rules.head.len)
		return;
	private_table_begin(&table, body, rules);
	b->row_columns = arena_str(b->mem, strbuf_slice(&table.of_text));
	walk_lines(b, &table, body);
	private_table_release(&table);
}

/* --- the cells of a block --- */

struct cell {
	size_t column;
	enum section section;
	struct str raw, text;
	unsigned first, last;	/* lines */
};

struct cells {
	struct cell *items;
	size_t count, cap;
};

static void cells_release(struct cells *c)
{
	free(c->items);
}

static size_t count_bars(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += s.s[i] == '|';
	return n;
}

/* Take a cell with so many bars of its own off the text of a line. */
static struct str text_cell(struct str *text, size_t bars)
{
	struct str cell = *text;
	size_t end = 0;

	for (; end < text->len; end++)
		if (text->s[end] == '|' && !bars--)
			break;
	*text = str_from(*text, end + 1);
	return str_trim(str_upto(cell, end));
}

/* From the first of two slices of a text to the second. */
static struct str joined(struct str a, struct str b)
{
	if (!a.len || !b.len)
		return a.len ? a : b;
	return (struct str){ a.s, (size_t)(b.s + b.len - a.s) };
}

/* A cell goes on where the line before ended in it. */
static void add_cell(struct cells *c, struct cell cell, bool goes_on)
{
	struct cell *last = c->count ? &c->items[c->count - 1] : NULL;

	if (goes_on && last && last->column == cell.column) {
		last->raw = joined(last->raw, cell.raw);
		last->text = joined(last->text, cell.text);
		last->last = cell.last;
		return;
	}
	XGROW(c->items, c->count, c->cap);
	c->items[c->count++] = cell;
}

/*
 * The cells of a line as it is written, and as it is read.  False: a bar is
 * within an address or a comment, so nobody can tell which is which.
 */
static bool add_line(struct cells *c, const struct builder *b,
		     const struct row_line *at, struct str raw,
		     struct str text, unsigned line)
{
	size_t column = at->column;
	bool first = true;

	if (count_bars(raw) != count_bars(text))
		return false;
	if (at->barred) {
		raw = private_row_cells(raw);
		text = str_from(text, str_find(text, '|') + 1);
	}
	for (; raw.len; column++, first = false) {
		struct str cell = private_next_cell(&raw);

		add_cell(c, (struct cell){
			.column = column,
			.section = column < b->row_columns.len ?
				(enum section)b->row_columns.s[column] :
				SECTION_NONE,
			.raw = str_trim(cell),
			.text = text_cell(&text, count_bars(cell)),
			.first = line,
			.last = line,
		}, first && !at->barred);
	}
	return true;
}

/* Where a line opens a section by itself, what follows is its. */
static bool is_label(struct str raw)
{
	enum section section;
	struct str rest;

	return section_label(raw, &section, &rest);
}

/* Nobody writes more, and links are looked for in each. */
#define CELLS_MOST 64

static bool find_cells(struct cells *c, const struct builder *b,
		       const struct markdown_block *block)
{
	struct str rest = block->raw, text = block->text, raw;
	unsigned line = block->line;
	size_t i = 0, from = 0;

	for (; (raw = markdown_next_line(&rest)).s; i++, line++) {
		size_t to = i < block->nbreaks ? block->breaks[i] : text.len;
		const struct row_line *at;

		if (i > block->nbreaks || !line || line > b->nrow_lines)
			return false;
		at = &b->row_lines[line - 1];
		if (!at->is_row || is_label(raw) ||
		    !add_line(c, b, at, raw, str_upto(str_from(text, from),
						      to - from), line) ||
		    c->count > CELLS_MOST)
			return false;
		from = to + 1;
	}
	return i == block->nbreaks + 1;
}

/* --- their passages --- */

/* Is there more in it than "-" and the like, for "nothing"? */
static bool says_something(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (isalnum((unsigned char)text.s[i]) || text.s[i] & 0x80)
			return true;
	return false;
}

/* "SQS" is what a row is about, "2 h" is not. */
static bool is_subject(struct str text)
{
	return text.len && (isalpha((unsigned char)text.s[0]) ||
			    text.s[0] & 0x80);
}

static void add_passage(struct builder *b, const struct cell *cell,
			enum passage_kind kind, struct str *row, int parent)
{
	struct passage_cell *about = arena_alloc(b->mem, sizeof(*about));
	enum section around = b->section;
	struct passage *p;

	*about = (struct passage_cell){ cell->raw, *row };
	*row = STR_NONE;
	if (cell->section)
		b->section = cell->section;
	b->raw = cell->raw;
	builder_add_passage(b, b->block->parent, kind, cell->first, cell->last,
			    cell->text);
	b->raw = STR_NONE;
	b->section = around;
	p = &b->passages[b->npassages - 1];
	p->cell = about;
	if (parent >= 0)
		p->parent = parent;
}

/* The cells before the first one of a section are together what all of the row
 * is about: "SQS" before what was learned of it.  They are taken off. */
static struct cell take_lead(struct cell **items, size_t *count)
{
	struct cell lead = { .column = 0 };

	for (; *count && !(*items)->section; ++*items, --*count) {
		if (!(*items)->text.len)
			continue;
		if (!lead.first)
			lead.first = (*items)->first;
		lead.raw = joined(lead.raw, (*items)->raw);
		lead.text = joined(lead.text, (*items)->text);
		lead.last = (*items)->last;
	}
	return lead;
}

static struct str row_text(const struct markdown_block *block)
{
	struct str text = str_trim(block->text);

	return block->nbreaks ? text : entry_row_text(text);
}

static bool add_cells(struct builder *b, struct cell *items, size_t count)
{
	struct cell lead = take_lead(&items, &count);
	struct str row = row_text(b->block);
	size_t before = b->npassages;
	int parent = -1;

	if (!count)
		return false;
	if (says_something(lead.text)) {
		add_passage(b, &lead, PASSAGE_PARAGRAPH, &row, -1);
		if (is_subject(lead.text))
			parent = (int)b->npassages - 1;
	}
	for (size_t i = 0; i < count; i++)
		if (says_something(items[i].text))
			add_passage(b, &items[i], PASSAGE_PARAGRAPH, &row,
				    parent);
	return b->npassages > before;
}

bool builder_add_cells(struct builder *b, const struct markdown_block *block)
{
	AUTO(cells) cells = { NULL, 0, 0 };

	return b->row_lines && block->kind == MARKDOWN_PARAGRAPH &&
	       block->parent < 0 && find_cells(&cells, b, block) &&
	       add_cells(b, cells.items, cells.count);
}

/* --- tables within a text --- */

/* The cells of a row that are of no section, as it is written. */
static struct str without_thoughts(const struct builder *b, struct str raw)
{
	AUTO(strbuf) out = STRBUF_INIT;

	raw = private_row_cells(raw);
	for (size_t i = 0; raw.len; i++) {
		struct str cell = private_next_cell(&raw);

		if (i < b->columns.len && b->columns.buf[i])
			continue;
		strbuf_addstr(&out, out.len ? "|" : "");
		strbuf_addslice(&out, cell);
	}
	return arena_str(b->mem, strbuf_slice(&out));
}

void builder_see_head(struct builder *b, const struct markdown_block *block)
{
	struct str raw = block->raw;

	strbuf_reset(&b->columns);
	b->row_section = SECTION_NONE;
	if (b->doc->kind != DOCUMENT_PLAN) {
		private_columns_read(&b->columns, raw, thoughts);
		if (!memchr(b->columns.buf, SECTION_THOUGHTS, b->columns.len))
			strbuf_reset(&b->columns);
		else
			raw = without_thoughts(b, raw);
	}
	b->table = plan_table_read(raw);
}

/* "| Thoughts | fine |", and the rows behind it whose first cell is blank. */
static enum section labelled(struct builder *b,
			     const struct markdown_block *block)
{
	struct str cells = private_row_cells(block->raw);
	struct str first = private_next_cell(&cells);
	enum section section;

	if (b->doc->kind != DOCUMENT_ENTRY)
		return SECTION_NONE;
	if (!str_trim(first).len)
		return b->row_section;
	section = private_row_label(block->raw, any);
	if (section && block->header && private_row_has_labels(block->raw))
		section = SECTION_NONE;
	b->row_section = section;
	return section;
}

static struct cell whole_row(const struct markdown_block *block,
			     enum section section)
{
	return (struct cell){
		.section = section,
		.raw = block->raw,
		.text = str_trim_right(block->text),
		.first = block->line,
		.last = block->last_line,
	};
}

/* What is left of a row, its cells joined as all of them were. */
static struct str text_of_others(const struct builder *b,
				 const struct markdown_block *block)
{
	AUTO(strbuf) out = STRBUF_INIT;
	bool any_before = false;

	for (size_t i = 0; i < block->ncells; i++) {
		struct markdown_span at = block->cells[i];

		if (i < b->columns.len && b->columns.buf[i])
			continue;
		strbuf_addstr(&out, any_before ? " | " : "");
		strbuf_addslice(&out, str_upto(str_from(block->text, at.from),
					       at.to - at.from));
		any_before = true;
	}
	return arena_str(b->mem, str_trim_right(strbuf_slice(&out)));
}

static void add_others(struct builder *b, const struct markdown_block *block,
		       struct str *row)
{
	struct cell cell = whole_row(block, SECTION_NONE);

	cell.raw = without_thoughts(b, block->raw);
	cell.text = text_of_others(b, block);
	if (says_something(cell.text))
		add_passage(b, &cell, PASSAGE_ROW, row, -1);
}

static void add_thoughts(struct builder *b, const struct markdown_block *block,
			 struct str *row)
{
	struct str raw = private_row_cells(block->raw);

	for (size_t i = 0; i < block->ncells; i++) {
		struct markdown_span at = block->cells[i];
		struct cell cell = whole_row(block, SECTION_THOUGHTS);

		cell.raw = str_trim(private_next_cell(&raw));
		cell.text = str_upto(str_from(block->text, at.from),
				     at.to - at.from);
		if (i < b->columns.len && b->columns.buf[i] &&
		    says_something(cell.text))
			add_passage(b, &cell, PASSAGE_ROW, row, -1);
	}
}

/* Some cells say themselves that they are thoughts. */
static bool add_apart(struct builder *b, const struct markdown_block *block,
		      struct str row)
{
	AUTO(strbuf) of_head = STRBUF_INIT;
	bool any_thoughts;

	strbuf_addslice(&of_head, strbuf_slice(&b->columns));
	if (b->doc->kind == DOCUMENT_ENTRY)
		private_row_read_labels(&b->columns, block->raw, thoughts);
	any_thoughts = of_head.len ||
		       memchr(b->columns.buf, SECTION_THOUGHTS, b->columns.len);
	if (any_thoughts) {
		add_others(b, block, &row);
		add_thoughts(b, block, &row);
	}
	strbuf_reset(&b->columns);
	strbuf_addslice(&b->columns, strbuf_slice(&of_head));
	return any_thoughts;
}

bool builder_add_row(struct builder *b, const struct markdown_block *block)
{
	struct str row = str_trim_right(block->text);
	enum section section = labelled(b, block);
	struct cell cell;

	if (section && (!b->columns.len || section == SECTION_THOUGHTS)) {
		cell = whole_row(block, section);
		add_passage(b, &cell, PASSAGE_ROW, &row, -1);
		return true;
	}
	return !block->header && b->doc->kind != DOCUMENT_PLAN &&
	       add_apart(b, block, row);
}
