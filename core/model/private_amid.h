/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRIVATE_AMID_H
#define CORE_MODEL_PRIVATE_AMID_H

#include <stdbool.h>

#include "core/base/strbuf.h"
#include "core/model/section.h"

/*
 * Private sections whose label stands amid a line of text: "done. **Thoughts**:
 * fine **Links**: x".  They go on to the next label or the end of the
 * paragraph.  Such a label has a colon, and is bold or begins a sentence.
 */
struct private_amid {
	const bool *sections;	/* which ones are private */
	enum section section;	/* that goes on; SECTION_NONE: there is none */
	struct str label;	/* that it began with, to the end of its line */
};

/* Is the line worth a look?  Most are not. */
bool private_amid_may_cut(const struct private_amid *a, struct str line);

/*
 * Go on to a line of text, and append what is not private of it, which may be
 * nothing; *section is the last that is.  False: none is, and nothing was
 * appended.
 */
bool private_amid_cut(struct private_amid *a, struct strbuf *out,
		      struct str line, enum section *section);

#endif
