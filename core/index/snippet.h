/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_SNIPPET_H
#define CORE_INDEX_SNIPPET_H

#include "core/index/words.h"

/* Cut around the first word, at blanks, on one line; what was found stands
 * between \x01 and \x02. */
const char *snippet_make(struct str text, const struct findings *f,
			 struct arena *mem);

#endif
