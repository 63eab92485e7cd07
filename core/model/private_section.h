/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRIVATE_SECTION_H
#define CORE_MODEL_PRIVATE_SECTION_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/model/section.h"

/* Where a text is gone through line by line: which private section is a line
 * in?  Begin with { .sections = … }. */
struct private_section {
	const bool *sections;	/* which ones are private */
	enum section section;	/* that goes on; SECTION_NONE: there is none */
	bool bare;		/* so was the label that opened it */
	struct str label;	/* the line of that */
	int level;		/* of its heading; 0: it is none */
	size_t item;		/* it is but an item of a list, which stands so
				   far in, plus 1; 0: it is not */
	bool gap;		/* the line before was blank */
	struct section_block_end end;	/* of the block that it is, if any */
	bool over;		/* the line was its last one */
};

/*
 * Go on to a line, which `behind` follows.  True: a private section begins with
 * it.  The label of one counts wherever it stands.  That of another section
 * ends it only where a reader would see that (`seen`): not in code, a comment,
 * or a line that is kept back itself; and one without any mark only where the
 * section began with one without.
 */
bool private_section_step(struct private_section *s, struct str line,
			  struct str behind, bool seen);

/*
 * "<li>a</li><li>Thoughts: x</li>": on a page there are several lines, of which
 * one behind the first, that was gone on to, may open a private section, and
 * another one end it.  In a row of a table that ends with the row.  Gives the
 * last that was opened; SECTION_NONE: none was, or one went on before.
 */
enum section private_section_step_html(struct private_section *s,
				       struct str line, bool in_row, bool seen);

#endif
