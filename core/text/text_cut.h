/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_TEXT_CUT_H
#define CORE_TEXT_TEXT_CUT_H

#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/str.h"

/* As much of an item as stands in the way to what is nested in it. */
#define PARENT_SHOWN 60

/* At most `max` bytes and ended by "…" if cut, at a blank where there is one;
 * line ends become blanks. */
const char *text_cut(struct str text, size_t max, struct arena *mem);

#endif
