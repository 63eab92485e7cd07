/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PLAN_LINES_H
#define CORE_MODEL_PLAN_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/strbuf.h"

/*
 * A plan's file line by line, for those who change it (plan_edit.h): lines are
 * counted as cmark does, and front matter and blocks of code are told apart.
 */

/* A line with its end, and where its parts are. */
struct plan_line {
	struct str whole;	/* with what ends it */
	struct str text;	/* without */
	unsigned number;
	bool literal;		/* of front matter or of a block of code */
};

struct plan_lines {
	struct str rest;
	unsigned number;
	struct str end;		/* of the last line that had one */
	size_t fence;		/* marks that opened a block of code, or 0 */
	char mark;
	bool front;		/* within front matter */
};

/* Begin with { .rest = text }. */
bool plan_line_next(struct plan_lines *l, struct plan_line *out);

struct str plan_line_end(const struct plan_line *line);

/* What ends lines here; a text that has none gets one of its own. */
void plan_add_line_end(struct strbuf *out, struct str end);

/* Without the bytes of `set` at its front. */
struct str plan_skip(struct str s, const char *set);

/* What is before an item's text: indent, bullet or number, blank; 0: it is no
 * item. */
size_t plan_item_prefix(struct str text);

/* Is all of an item's first line struck out: "2. ~~Queues~~"? */
bool plan_item_is_struck(struct str raw);

/* Does the text of an item begin with a box? */
bool plan_has_box(struct str item);

/* One line: what ends lines becomes a blank. */
void plan_add_flat(struct strbuf *out, struct str item);

/* The end of a cell: a "|" that no "\\" takes the meaning of. */
size_t plan_cell_end(struct str row);

#endif
