/* SPDX-License-Identifier: MIT */
/* Parts of documents as rows, and the passages they hold. */
#include "core/index/part_row.h"

void part_row_release(struct part_row *row)
{
	if (row->text)
		(void)!database_end(row->text, 0);
	arena_release(&row->mem);
	*row = (struct part_row)PART_ROW_INIT;
}

/* What is not there has no text. */
static int read_text(struct part_row *row, struct index *ix)
{
	int more;

	row->text = database_get(ix, SQL_TEXT);
	bind_int(row->text, 1, row->part);
	more = database_step(ix, row->text);
	for (int i = 0; i < COLUMN_COUNT; i++)
		row->columns[i] =
			more > 0 ? column_borrow(row->text, i) : STR_NONE;
	return more < 0 ? -1 : 0;
}

int part_row_read(struct part_row *row, struct index *ix, sqlite3_stmt *st,
		  struct arena *mem)
{
	row->part = sqlite3_column_int64(st, 0);
	row->common = (struct index_passage){
		.path = column_string(st, 1, mem),
		.id = column_string(st, 2, mem),
		.title = column_string(st, 3, mem),
		.document = (enum document_kind)sqlite3_column_int(st, 4),
		.day = column_day(st, 5),
	};
	row->way = (struct way){
		.kind = row->common.document,
		.title = row->common.title,
		.headings = column_borrow(st, 6),
	};
	row->passages =
		passages_read(column_borrow(st, 7), &row->mem, &row->count);
	return read_text(row, ix);
}

/* A heading is not among those that lead to it. */
static bool shares_way(const struct stored_passage *a,
		       const struct stored_passage *b)
{
	return a && a->section == b->section && a->over == b->over &&
	       a->parent == b->parent && a->kind != PASSAGE_HEADING &&
	       b->kind != PASSAGE_HEADING;
}

struct index_passage part_row_passage(struct part_row *row, size_t index,
				      struct arena *mem)
{
	const struct stored_passage *p = &row->passages[index];
	struct index_passage out = row->common;

	out.kind = p->kind;
	out.section = p->section;
	out.plan = p->plan;
	out.traits = p->traits;
	out.line = p->line;
	out.last_line = p->last_line;
	out.number = index;
	out.text = arena_str(mem, passage_text(p, row->columns));
	if (!shares_way(row->last, p))
		row->headings = passage_way(&row->way, row->passages,
					    row->count, index, row->columns,
					    mem, &row->nheadings);
	row->last = p;
	out.headings = row->headings;
	out.nheadings = row->nheadings;
	return out;
}
