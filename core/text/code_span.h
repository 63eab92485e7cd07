/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_CODE_SPAN_H
#define CORE_TEXT_CODE_SPAN_H

#include "core/base/str.h"

/* How many backticks stand at the front. */
size_t code_mark_length(struct str text);

/* The code span at the front, its marks included (CommonMark 6.1), or as many
 * backticks as begin none.  Each length of marks may be looked for to the end. */
size_t code_span_length(struct str text);

#endif
