/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRIVATE_H
#define CORE_MODEL_PRIVATE_H

#include <stdbool.h>

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/model/section.h"

/*
 * What of a text its author keeps back: lines that bear <!-- private -->,
 * blocks from a line with nothing but that to <!-- /private -->, one within
 * the other, and the sections of settings.private_sections, which may be
 * columns or rows of a table.  Where in doubt, more is kept back: a comment
 * that only begins with the word is a mark, a block that nobody closes goes on
 * to the end, a mark counts in code as well, and what stands in a private block
 * may begin a private section but never end one.  Each function looks at one
 * text alone.
 */
enum private_kind {
	PRIVATE_ENTRY,		/* all of it */
	PRIVATE_NOTE,
	PRIVATE_SECTION,
	PRIVATE_BLOCK,
	PRIVATE_LINE,
	PRIVATE_FIELD,		/* of front matter */

	/* What hides less or more than its author may think. */
	PRIVATE_UNCLOSED,	/* a block that goes on to the end */
	PRIVATE_UNOPENED,	/* <!-- /private --> of no block */
	PRIVATE_NO_MARK,	/* a comment that only speaks like a mark */

	/* What is shown, and hardly was to be: left_out.h. */
	PRIVATE_CONFLICT,	/* a mark that a merge left */
	PRIVATE_KINDS,
};

struct private_place {
	enum private_kind kind;
	enum section section;	/* of PRIVATE_SECTION */
	bool cells;		/* of it, only cells of the line */
	unsigned line, last_line;	/* of the text, from 1 */
};

/* Who wants to hear of each place, in order; or NULL. */
struct private_listener {
	void (*tell)(void *to, const struct private_place *place);
	void *to;
};

/* What else is private of a text than what is marked in it; private_row.h has
 * private_rules_read. */
struct private_rules {
	const bool *sections;	/* index: enum section */

	/* The heading that the text stood under in a log, "## Day 3 - Thoughts";
	 * .len 0: it has none. */
	struct str heading;

	/* Of a text that was a row of a table: its head, and in which of the
	 * columns (from 0) the text begins. */
	struct str head;
	size_t first_column;
};

/* A text without what is private; the text itself when it has none.  `mem`
 * holds what is new.  Lines are left out, but cells of a row become blanks. */
struct str private_filter(struct str text, struct private_rules rules,
			  const struct private_listener *listener,
			  struct arena *mem);

/* Places in what private_filter gave, ascending, become those in the text. */
void private_origins(struct str text, struct private_rules rules,
		     size_t *places, size_t count);

/*
 * Front matter without the fields and values whose lines bear the mark, with
 * what hangs on them.  False: nobody can tell what would be left of it, so
 * all of the document is to be kept back.
 */
bool private_filter_front(struct str *front,
			  const struct private_listener *listener,
			  struct arena *mem);

/* Does a line bear the mark? */
bool private_is_marked(struct str line);

#endif
