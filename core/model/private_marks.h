/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRIVATE_MARKS_H
#define CORE_MODEL_PRIVATE_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/str.h"

/* The marks of private text, and the code that they may stand in. */

/*
 * The comment <!-- private --> in a line, in any case and spacing, or STR_NONE.
 * One that only begins with the word means the same, for "<!-- private: not for
 * the boss -->" was meant to hide something, and so does "<!-- begin private
 * -->".  Where in doubt there is a mark: one too many hides more.
 */
struct str private_mark(struct str line);

/* The comment <!-- /private -->, and nothing else, or STR_NONE. */
struct str private_end_mark(struct str line);

/* A comment that speaks like a mark and is none: "<!-- end private -->". */
bool private_almost_mark(struct str line);

/* Nothing but the mark, and what makes a line a quotation, an item, a heading
 * or the comment of a line of YAML. */
bool private_mark_is_alone(struct str line, struct str mark);

/*
 * Blocks of code between fences, and comments of several lines, as lines go
 * by.  Where the two differ, a line is rather taken for code than for text.
 */
struct private_code {
	char fence;		/* '`' or '~'; 0: no code */
	size_t length;		/* of the fence */
	size_t item;		/* columns that code of a list item stands in */
	bool quoted;		/* within a quotation */
	bool in_comment;
};

enum private_step {
	CODE_NONE,		/* a line of text */
	CODE_OPENS,		/* a fence */
	CODE_INSIDE,
	CODE_CLOSES,		/* a fence */
};

/* What this line is, which comes next. */
enum private_step private_code_step(struct private_code *c, struct str line);

#endif
