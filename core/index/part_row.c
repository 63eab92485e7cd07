/* SPDX-License-Identifier: MIT */
/* Parts of documents as rows, and the passages they hold. */
#include "core/index/part_row.h"

void part_row_release(struct part_row *row)
{
	arena_release(&row->mem);
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
	return part_text(ix, row->part, &row->mem, row->columns);
}

struct index_passage part_row_passage(const struct part_row *row, size_t index,
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
	out.text = arena_str(mem, passage_text(p, row->columns));
	out.headings = passage_way(&row->way, row->passages, row->count, index,
				   row->columns, mem, &out.nheadings);
	return out;
}
