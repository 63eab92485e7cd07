/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_CODE_SPAN_H
#define CORE_TEXT_CODE_SPAN_H

#include "core/base/str.h"

/* How many backticks stand at the front. */
size_t code_mark_length(struct str text);

/* The code span at the front, its marks included (CommonMark 6.1), or as many
 * backticks as begin none.  Each length of marks may be looked for to the end. */
size_t code_span_length(struct str text);

/* The same in time that grows as the text does: more marks than anyone writes
 * begin none. */
#define CODE_MARKS_MAX 16
size_t code_short_span_length(struct str text);

#endif
