/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRIVATE_H
#define CORE_MODEL_PRIVATE_H

#include <stdbool.h>

#include "core/base/alloc.h"
#include "core/base/str.h"

/*
 * What of a text its author keeps back: lines that bear <!-- private -->,
 * blocks from a line with nothing but that to <!-- /private -->, and the
 * sections of settings.private_sections.
 */

/* A text without that; the text itself when it has none.  `mem` holds what is
 * new.  Where in doubt, more is dropped. */
struct str private_filter(struct str text, const bool private_sections[],
			  struct arena *mem);

/* Does a line bear the mark? */
bool private_is_marked(struct str line);

#endif
