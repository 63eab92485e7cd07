/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PASSAGE_NUMBERS_H
#define CORE_MODEL_PASSAGE_NUMBERS_H

#include "core/base/leb128.h"

/*
 * The numbers of some passages of a part, ascending: mostly a byte each, for a
 * journal has more mentions of topics than anything else.  It is the distance
 * of each to the one before, of the first to 0; `last` begins as 0.
 */
static inline void passage_numbers_add(struct strbuf *out, uint32_t *last,
				       uint32_t number)
{
	leb128_add(out, number - *last);
	*last = number;
}

static inline uint32_t passage_numbers_next(struct str *numbers, uint32_t *last)
{
	*last += (uint32_t)leb128_take(numbers);
	return *last;
}

#endif
