/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_SNIPPET_H
#define CORE_INDEX_SNIPPET_H

#include "core/index/words.h"

/* Cut at blanks, around the place that has most of the query's words, the first
 * of such; what was found stands between \x01 and \x02.  `code`: its lines stay
 * lines, else it is on one. */
const char *snippet_make(struct str text, const struct findings *f, bool code,
			 struct arena *mem);

#endif
