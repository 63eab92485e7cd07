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

/* Call `found` for each, in the order of their last lines.  Borrows `text`. */
void conflicts_find(struct str text,
		    void (*found)(void *data, const struct conflict *c),
		    void *data);

#endif
