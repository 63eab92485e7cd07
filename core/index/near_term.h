/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_NEAR_TERM_H
#define CORE_INDEX_NEAR_TERM_H

#include "core/index/database.h"

/* How many slips of the pen a word may have: none under five letters, one, or
 * two from eight on. */
size_t near_term_slips(struct str word);

/* The stem in the journal's vocabulary that is as near as that to a word and
 * its stem, with the same digits: the nearest, then the commonest; or empty. */
int near_term_find(struct str *out, struct index *ix, struct str stem,
		   struct str typed, struct arena *mem) MUST_CHECK;

#endif
