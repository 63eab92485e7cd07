/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_ROUNDS_H
#define CORE_INDEX_ROUNDS_H

#include "core/index/database.h"
#include "core/index/part_set.h"

/* The parts of the entries of a round, as it is counted on that day: few tell
 * theirs, so all are looked at. */
int rounds_add_parts(struct index *ix, int round, int today,
		     struct part_set *out) MUST_CHECK;

#endif
