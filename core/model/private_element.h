/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRIVATE_ELEMENT_H
#define CORE_MODEL_PRIVATE_ELEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/str.h"
#include "core/model/section.h"

/*
 * Tables, and lists of terms, that are written as HTML.  Nobody can tell which
 * of their bytes a browser shows below which head, so one with a cell that is
 * called like a private section is private as a whole: the outermost of those
 * around the cell, with all of its lines, to the end of the text if nothing
 * closes it.  In code there are none.
 */
struct private_element {
	unsigned line, last_line;	/* of the text, from 1 */
	size_t before;	/* bytes of the first line that stand before it */
	size_t length;	/* bytes of the last line up to its end */
	enum section section;
	bool heads;	/* it says nothing behind that name: what follows it may
			   be the section */
};

struct private_elements {
	struct private_element *items;	/* ascending; they share no line */
	size_t count, cap;
};
#define PRIVATE_ELEMENTS_INIT { NULL, 0, 0 }

/* O(n).  `sections`: which ones are private. */
void private_elements_find(struct private_elements *out, struct str text,
			   const bool sections[]);
void private_elements_release(struct private_elements *e);

/* Which private section is such a cell called like, or a line of it?  *lines:
 * how many it has on a page that are not blank. */
enum section private_cell_section(struct str html, const bool sections[],
				  size_t *lines);

#endif
