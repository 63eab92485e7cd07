/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_DIFF_H
#define CORE_TEXT_DIFF_H

#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * Append how `before` becomes `after`, line by line, in the unified format
 * that diff -u writes and patch reads, with `context` lines around each
 * change.  Nothing is added where both are the same.
 *
 * The shortest edit is looked for (Myers, "An O(ND) Difference Algorithm")
 * while it is short; where more than some thousand lines differ, they are
 * given as removed and added whole.
 */
void diff_add(struct strbuf *out, const char *path, struct str before,
	      struct str after, size_t context);

/*
 * The same with other words for what is compared: the n-th line of `shown`
 * stands for the n-th of `text`, so there have to be as many, and an empty one
 * at the end counts only with its "\n".
 */
struct diff_side {
	struct str text, shown;
};
void diff_add_shown(struct strbuf *out, const char *path,
		    const struct diff_side *before,
		    const struct diff_side *after, size_t context);

#endif
