/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRIVATE_SAID_H
#define CORE_MODEL_PRIVATE_SAID_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/text/frontmatter.h"

/*
 * Does front matter say that nobody else is to read a document?  Where in doubt
 * it does (hecto-journal(5)): keys count in any case,
 *
 *	private, draft		unless the value is a clear no,
 *	publish			unless it is a clear yes,
 *	published, public	if it is a clear no,
 *	visibility		if it is "private", "hidden" or "draft";
 *
 * of two such keys the one that hides counts, whatever map it stands in.  Front
 * matter that cannot be read hides if it speaks of the matter at all.
 */
bool private_is_said(const struct frontmatter *fm, bool readable);

/*
 * The same of a file that has no front matter by our rules, but begins with what
 * may have been meant so: "---" that is never closed or ends its lines in "\r",
 * blank lines above it, TOML between "+++", JSON in braces, or lines of
 * "key: value" without rules.
 */
bool private_is_said_above(struct str file);

#endif
