/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_WORD_COUNT_H
#define CORE_MODEL_WORD_COUNT_H

#include <stddef.h>

#include "core/base/str.h"

/*
 * How many words a text has for its readers: runs between blanks with a letter
 * or a digit in them, so that an address is one and a lone mark is none.  What
 * stands in an HTML comment is not read, but for one that is shown as code.
 */
size_t word_count(struct str body);

#endif
