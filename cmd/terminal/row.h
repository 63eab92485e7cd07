/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_ROW_H
#define CMD_TERMINAL_ROW_H

#include <stdbool.h>

#include "cmd/command.h"
#include "cmd/terminal/table.h"
#include "core/base/strbuf.h"

/*
 * A line of parts, each in its style and two blanks apart: "2022-07-04  Day 3
 * Queues › Limits".  On a terminal a word that would go beyond its edge begins
 * the next line, set in by `indent`; in a pipe it is one line.  A part that is
 * `whole`, as a path or an address, is never broken, so that it can be copied.
 */
struct row {
	struct strbuf *out;
	const struct context *ctx;
	unsigned indent;
	size_t used;		/* columns of the line that stands there */
	bool filled;		/* something stands in front of the next part */
};

/* `start` columns stand on the line already. */
void row_begin(struct row *r, struct strbuf *out, const struct context *ctx,
	       unsigned start, unsigned indent);
void row_add(struct row *r, enum style style, struct str text);
void row_add_whole(struct row *r, enum style style, struct str text);
/* One blank behind the part before, of the same sentence. */
void row_go_on(struct row *r, enum style style, struct str text);

/* "Compute > Lambda", the arrow as the locale has it; false: there is nothing but
 * what repeats the title of the document. */
bool row_add_headings(struct row *r, const char *title,
		      const char *const *headings, size_t count);

void row_end(struct row *r);

#endif
