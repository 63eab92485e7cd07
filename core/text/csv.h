/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_CSV_H
#define CORE_TEXT_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/str.h"

/*
 * Values separated by commas, semicolons, tabs or bars, a record a line
 * (RFC 4180).  A field in quotes may hold separators, line ends and doubled
 * quotes.  Any bytes can be read: a quote within a field is itself, and one
 * that never closes takes the rest of the input.
 */
struct csv_reader {
	struct str input;
	size_t at;
	unsigned line;
	char separator;
	unsigned unclosed;	/* the line of a quote that never closes, or 0 */
};

#define CSV_FIELDS_MAX 256	/* of a record; the last has what is left */

struct csv_record {
	struct str fields[CSV_FIELDS_MAX];
	size_t count;
	unsigned line;		/* where it begins, from 1 */
};

/* A byte order mark and a line "sep=;" are skipped; the latter, or else what
 * cuts the first records most evenly, is the separator. */
void csv_begin(struct csv_reader *r, struct str input);

/* The next record; a field whose quotes had to be taken out is in `mem`, any
 * other a slice of the input.  A blank line is a record of one empty field. */
bool csv_next(struct csv_reader *r, struct csv_record *out, struct arena *mem);

/* Does it say nothing at all? */
bool csv_is_blank(const struct csv_record *record);

#endif
