/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRIVATE_ROW_H
#define CORE_MODEL_PRIVATE_ROW_H

#include <stdbool.h>

#include "core/base/alloc.h"
#include "core/base/strbuf.h"
#include "core/model/section.h"

/*
 * An entry that was a row of an imported log's table has the other cells of
 * that row as its text, and what their columns are called in its front matter:
 * "columns: Progress | Thoughts | Link".
 */

/* The names in what was read of an entry's file above its body; STR_NONE: it
 * has none.  In `mem`. */
struct str private_columns(struct str front, struct arena *mem);

/* Append the row with blanks for each cell that is in a column of a private
 * section (index: enum section; *section is the last of them).  False: there is none, and nothing appended.
 * A row with more cells than columns has no name for the last ones. */
bool private_row(struct strbuf *out, struct str row, struct str columns,
		 const bool private_sections[], enum section *section);

/* Is a private section named in the first cell of a row, "| Thoughts | fine |"? */
bool private_row_label(struct str row, const bool private_sections[],
		       enum section *section);

#endif
