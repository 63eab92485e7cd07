/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRIVATE_READING_H
#define CORE_MODEL_PRIVATE_READING_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/model/private_marks.h"
#include "core/text/markdown_html.h"

/*
 * In code there are no tags, but in HTML there is no code: a block of that goes
 * on to a blank line, or to the end of what it opened with, fences and
 * backticks and all.  Where we may be wrong about HTML, only what is code both
 * ways is left alone: for one table too few would be shown.
 */
struct private_reading {
	struct str rest, line;	/* what follows the line in hand, and that */
	unsigned number;	/* of it, from 1 */
	struct private_code fences, others;	/* all, and those not in HTML */
	bool in_html, in_fences, in_others;
	enum html_opener opener;	/* of that HTML */
	bool certain;		/* nobody can take that for anything else */
	bool ends;		/* with this line */
	struct str span;	/* of code within the line, the last seen */
	bool unpaired;		/* backticks of the paragraph are, each looked
				   for in its line */
	bool in_doubt;		/* before this line: they may end in it */
};

enum code_doubt { NO_CODE, PERHAPS_CODE, CODE };

/* Go on to this place, in or behind the line in hand, and tell whether there is
 * code.  Begins with .rest as the text, and nothing else. */
enum code_doubt private_reading_code_at(struct private_reading *r,
					const char *at);

#endif
