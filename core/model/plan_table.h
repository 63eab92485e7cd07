/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PLAN_TABLE_H
#define CORE_MODEL_PLAN_TABLE_H

#include <stdbool.h>

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/model/plan_section.h"
#include "core/model/plan_status.h"

/*
 * Tables of plans: which of their rows are items, and how far each is.  A row
 * is as a passage has it, its cells joined by " | " (core/text/markdown.h), but
 * where a line is asked for: in that, "\|" is no end of a cell.
 */
/* What the header of a table says of the rows below it. */
struct plan_table {
	int status;		/* the column with their states, or -1 */
	int when;		/* the column with days or weeks, or -1 */
	int spent;		/* the column with the time that rows took or
				   take, or -1 */
	bool tasks;		/* a column says what is to do */
	bool weeks;		/* the first column has weeks or longer */
	bool figures;		/* it counts and measures: no row is an item */
	bool meanings;		/* it says what the first cell of a row is */
	bool limits;		/* it tells how far things go */
	bool status_is_day;	/* the state is the day on which it was done */
	bool weighs;		/* it has a column of weights of an exam */
	bool weights;		/* its shares are weights of an exam, or how
				   much of something is done */
};

/* `header`: the line as it is written. */
struct plan_table plan_table_read(struct str header);

/* The cell of a column in a line as it is written, with its blanks; .s NULL:
 * there is none. */
struct str plan_table_cell(struct str line, int column);

/*
 * Is a row below the header an item?  It is in a section of items, or where
 * the table has a column of states, or as a row of a schedule: "Day | Topic"
 * over "1 | Queues", or of the tasks of a week or day that a heading names
 * (`span`), but not in an overview; and it names something.
 */
bool plan_row_is_item(const struct plan_table *t, struct str row,
		      enum plan_section section, bool span);

/* By the column of states of the line as it is written; without such a column,
 * PLAN_STATUS_NONE. */
enum plan_status plan_row_status(const struct plan_table *t, struct str line);

/*
 * What the row names: its cells without numbers, forms to fill in and states,
 * so that an item is called the same when it is done; of a question, that
 * alone.  In `mem`.
 */
struct str plan_row_name(struct str row, struct arena *mem);

/* How much of it is done, 0 … 1, as its states say: one that is begun counts
 * half, as is usual where nobody measures (earned value's 50/50 rule). */
double plan_row_share(struct str row);

/* The next cell of a row, trimmed; .s NULL: there is none. */
struct str plan_cell_next(struct str *row);

#endif
