/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_PART_ROW_H
#define CORE_INDEX_PART_ROW_H

#include "core/index/passages.h"

/*
 * A part as a statement gives it whose first columns are PART_ROW of
 * statements.c: what its passages have in common, and the passages.
 */
struct part_row {
	struct arena mem;	/* of the part as stored, while it is in hand */
	int64_t part;
	struct index_passage common;
	struct way way;
	struct stored_passage *passages;
	size_t count;
	sqlite3_stmt *text;	/* which the columns are borrowed from */
	struct str columns[COLUMN_COUNT];
	/* The way to the passage given last: most share it with the next. */
	const struct stored_passage *last;
	const char *const *headings;
	size_t nheadings;
};
#define PART_ROW_INIT { .mem = ARENA_INIT }
#define PART_ROW_COLUMNS 8	/* the first column behind those of PART_ROW */

/* Of an index one at a time is in hand, until it is released. */
void part_row_release(struct part_row *row);

/* Read the row that `st` is at; what is common to the passages is in `mem`.
 * The row must stay where it is while `row` is used. */
int part_row_read(struct part_row *row, struct index *ix, sqlite3_stmt *st,
		  struct arena *mem) MUST_CHECK;

/* A passage of it, in `mem`, which is the same for all of a row; `named` is the
 * caller's to set. */
struct index_passage part_row_passage(struct part_row *row, size_t index,
				      struct arena *mem);

#endif
