/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_ENTRY_ROW_H
#define CORE_INDEX_ENTRY_ROW_H

#include "core/index/database.h"

/* What all statements that give whole entries have in columns 4 to 12: days,
 * numbers, round, minutes, tags, when it was written, whether it is private,
 * and its heading.  Strings are in `mem`. */
void entry_row_frame(struct entry *e, sqlite3_stmt *st, struct arena *mem);
/* The same but for the heading, column 12. */
void entry_row_days(struct entry *e, sqlite3_stmt *st, struct arena *mem);

#endif
