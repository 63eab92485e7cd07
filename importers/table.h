/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_TABLE_H
#define IMPORTERS_TABLE_H

#include "importers/csv.h"

/* Is it named as a table of values: "study.csv", "study.tsv"? */
bool table_is_named(struct str name);

/* What the columns are of the table that a log is, by the names in the last
 * head of one in what stands above its first day; none, if there is no head.
 * The names are slices of that. */
void table_columns_read(struct columns *out, struct str above);

/* The last head of a table up to a place in a log, which is gone on with. */
struct table_head {
	struct str rest;	/* of the log, from where it was looked for */
	struct str above;	/* the line before that */
	struct str names;	/* the head; .len 0: there is none */
};
#define TABLE_HEAD_INIT(log) { (log), { NULL, 0 }, { NULL, 0 } }
void table_head_follow(struct table_head *head, const char *to);

/* What the columns are called of the cells behind the first ones of a row, for
 * struct entry's columns.  NULL: none is the name of a section. */
const char *table_section_names(const struct table_head *head,
				struct str first_cells, struct arena *mem);

/* Walking through the lines of a text, from row to row of its tables. */
struct table_walk {
	struct str before;	/* the row above, if it may be a head; or NONE */
	struct columns columns;	/* of the table at hand; none: not in one */
};

/* The next row; `first`: there is no row right above it.  Does it tell of a
 * day: in a table with a column for the number of the day and one for what was
 * done or learned, which is filled with more than a state? */
bool table_row_is_deed(struct table_walk *w, struct str row, bool first);

/* The minutes that the first line of `row` says in the column of the time, as
 * minutes_read does; 0: it does not say it. */
int table_row_minutes(const struct columns *columns, struct str row);

#endif
