/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_CONFLICT_H
#define CORE_MODEL_CONFLICT_H

#include <stdbool.h>

#include "core/base/str.h"

/*
 * The marks that git leaves in a text where two sides changed the same lines.
 * What stands within a block of code shows such marks, and has none.
 */
struct conflict {
	struct str line;
	unsigned number;	/* of the line, from 1 */
	bool whole;		/* both sides stand here; else a mark is left */
};

struct conflict_reader {
	void (*found)(void *data, const struct conflict *c);
	/* Is this line, from 1, of a block of code?  They are asked for in
	 * ascending order.  NULL: by fences alone. */
	bool (*is_code)(void *data, unsigned line);
	void *data;
};

/* Tell of each, in the order of their last lines.  Borrows `text`. */
void conflicts_find(struct str text, const struct conflict_reader *reader);

#endif
