/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_SNIPPET_H
#define CORE_INDEX_SNIPPET_H

#include "core/index/words.h"

/* Cut around the first word, at blanks; what was found stands between \x01 and
 * \x02.  `code`: its lines stay lines, else it is on one. */
const char *snippet_make(struct str text, const struct findings *f, bool code,
			 struct arena *mem);

#endif
