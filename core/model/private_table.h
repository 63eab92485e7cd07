/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRIVATE_TABLE_H
#define CORE_MODEL_PRIVATE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/strbuf.h"
#include "core/model/private.h"

/*
 * Where a text is gone through line by line: which table does a line stand in,
 * and what is private of it there?  Every line has to be followed, also one
 * that is kept back: a head tells of the rows beneath it all the same.
 */
struct private_table {
	const bool *sections;	/* which ones are private */
	struct strbuf of_text;	/* columns of the row that the text was */
	struct strbuf columns;	/* of the table that goes on */
	struct str last_row;	/* with nothing blank behind it; of the text */
	bool in_table;		/* behind its head */
	bool row_dropped;	/* the one before was, for its label */
	bool begun;		/* a line was followed that is not blank */
	bool in_row;		/* that the text was: it goes on */
	bool in_cell;		/* of it, which the line before began */
	size_t column;		/* of that cell */
};

void private_table_begin(struct private_table *t, struct str text,
			 struct private_rules rules);
void private_table_release(struct private_table *t);

/* Go on to a line.  A private section that begins with it, since a private
 * cell of the row that the text was has no end; SECTION_NONE: none. */
enum section private_table_follow(struct private_table *t, struct str line);

/*
 * Does the line, which was followed, belong to the row that the text was, or to
 * one behind it with the same columns, but to no table within the text?  Then
 * *column is that of its first cell, which may have a bar before it (*barred).
 * For who wants nothing but this.
 */
bool private_table_begins_row(struct private_table *t, struct str line,
			      size_t *column, bool *barred);

/* Is the line a row that is left out for its label, or goes on with one that
 * was (*section is as it was)?  `behind`: what stands behind the line. */
bool private_table_drops(struct private_table *t, struct str row,
			 struct str behind, enum section *section);

/* Append the line with blanks for its private cells.  False: it has none, and
 * nothing was appended. */
bool private_table_blank(struct private_table *t, struct strbuf *out,
			 struct str line, enum section *section);

#endif
