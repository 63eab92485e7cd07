/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_SECTION_BLOCK_H
#define CORE_MODEL_SECTION_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/str.h"

/*
 * Blocks of other kinds of Markdown than ours, which say on their first line
 * what they are called: the admonition of MkDocs, the fenced div of Pandoc, the
 * callout of Obsidian, and the element of HTML with a label or a class.
 */
enum section_block {
	BLOCK_NONE,
	BLOCK_INDENTED,		/* !!! note "Thoughts" */
	BLOCK_FENCED,		/* ::: thoughts */
	BLOCK_QUOTED,		/* > [!thoughts] */
	BLOCK_ELEMENT,		/* <section aria-label="Thoughts"> */
};

/* Which block does a line begin?  Then `names` has all that it may be called. */
enum section_block section_block_begins(struct str line, struct str *names);

/* Take the next of these off the front; .s is NULL behind the last. */
struct str section_block_name(struct str *names);

/* Where the lines of such a block end, from its first one on. */
struct section_block_end {
	enum section_block block;
	struct str first;	/* its first line */
	size_t depth;		/* of blocks of its kind that are open */
	bool entered, blank;	/* it has text; the line before is blank */
};

enum section_block_step {
	BLOCK_GOES_ON,
	BLOCK_ENDED,		/* before this line */
	BLOCK_ENDS,		/* with it */
};

struct section_block_end section_block_follow(enum section_block block,
					      struct str first);

/* Go on to a line, the first one too. */
enum section_block_step section_block_step(struct section_block_end *b,
					   struct str line);

#endif
