/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_QUANTITY_SPENT_H
#define CORE_MODEL_QUANTITY_SPENT_H

#include "core/model/quantity.h"

/*
 * Times that are of whoever learns: "took 40 minutes", "Duration: 6 weeks",
 * "1.5 hours per day".  They stand in the sentence that is known.
 */

/* Where the first one stands of which that is told; beyond the end of the
 * sentence: nowhere. */
size_t quantity_find_spent(const struct quantity_sense *known);

/* Is this time one?  Where one in a sentence is, those behind it are: "1h Go,
 * 1h Rust". */
bool quantity_is_spent(const struct quantity_sense *known,
		       const struct quantity *q);

/* Is a deed told of in front of what stands behind `before`, by whoever did
 * it? */
static inline bool quantity_is_behind_deed(const struct quantity_sense *known,
					   struct str before)
{
	return known->deed <= before.len;
}

#endif
