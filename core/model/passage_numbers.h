/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PASSAGE_NUMBERS_H
#define CORE_MODEL_PASSAGE_NUMBERS_H

#include "core/base/leb128.h"

/*
 * The numbers of some passages of a part, ascending: mostly a byte each, for a
 * journal has more mentions of topics than anything else.  It is the distance
 * of each to the one before, of the first to 0; `last` begins as 0.  A bit says
 * that behind it follows which of its traits are of other topics than the one
 * that these passages are on: a gap, say, that it names of another.
 */
static inline void passage_numbers_add(struct strbuf *out, uint32_t *last,
				       uint32_t number, unsigned others)
{
	leb128_add(out, (uint64_t)(number - *last) << 1 | (others != 0));
	if (others)
		leb128_add(out, others);
	*last = number;
}

static inline uint32_t passage_numbers_next(struct str *numbers, uint32_t *last,
					    unsigned *others)
{
	uint64_t step = leb128_take(numbers);

	*last += (uint32_t)(step >> 1);
	*others = step & 1 ? (unsigned)leb128_take(numbers) : 0;
	return *last;
}

#endif
