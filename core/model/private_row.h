/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRIVATE_ROW_H
#define CORE_MODEL_PRIVATE_ROW_H

#include <stdbool.h>

#include "core/base/alloc.h"
#include "core/base/strbuf.h"
#include "core/model/private.h"

/*
 * Tables of Markdown, of which columns and rows are private sections.
 *
 * An entry that was a row of an imported log's table has the first cells of
 * that row as its heading, the others as its text, and what their columns are
 * called in its front matter: "columns: Progress | Thoughts | Link".
 */

/* The next cell of a row, without the bar behind it, taken off its front; a
 * bar after a backslash is of the text. */
struct str private_next_cell(struct str *row);

/* How many cells of a row end in these first ones of it, which a heading is. */
size_t private_cells_before(struct str first_cells);

/* What is private of a body whose file has this above it (an empty str: it has
 * nothing), besides `sections`.  What is new is in `mem`. */
struct private_rules private_rules_read(const bool sections[], struct str front,
					struct arena *mem);

/* Quote marks, bullets and blanks that a row stands behind, and what follows
 * them. */
struct str private_row_content(struct str line);

/* The same without the bar that a row may begin with. */
struct str private_row_cells(struct str row);

/* "|---|:-:|", which makes the line above the head of a table, without what it
 * stands behind; .len 0: a line is none. */
struct str private_delimiter_row(struct str line);

/* Is a cell the name of a section?  Longer ones are none, whatever the marks. */
#define PRIVATE_NAME_MAX 200
bool private_names_section(struct str cell, enum section *section);

/* Which columns of a table are private by its head: append a byte for each, an
 * enum section; SECTION_NONE: it is not. */
void private_columns_read(struct strbuf *columns, struct str head,
			  const bool sections[]);

/*
 * Append a line of cells, with blanks for the private ones; *section is the
 * last of them.  The first cell is in column *column (from 0), or goes on with
 * what is in there already, and *column becomes that of the last cell.  False:
 * nothing is private, and nothing was appended.
 */
bool private_row(struct strbuf *out, struct str row, struct str columns,
		 size_t *column, enum section *section);

/* The private section that is named in the first cell of a row, "| Thoughts |
 * fine |"; SECTION_NONE: there is none. */
enum section private_row_label(struct str row, const bool sections[]);

/*
 * Which cells of a row below a head are private by what they say: one that
 * begins with a label, "Thoughts: fine", and behind one that is nothing but a
 * label all up to the next.  `columns`, as private_columns_read() has them, are
 * changed for the row.
 */
void private_row_read_labels(struct strbuf *columns, struct str row,
			     const bool sections[]);

/* Is another cell of a row than its first the name of a section? */
bool private_row_has_labels(struct str row);

#endif
