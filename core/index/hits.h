/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_HITS_H
#define CORE_INDEX_HITS_H

#include "core/index/shown.h"
#include "core/model/query.h"

/* What is shown of what was found; the array is malloc'd, the rest is in the
 * arena of `struct showing`. */
struct hit_list {
	struct hit *items;
	size_t count, cap;
};

/* Append those of a part, `most` of them at most; a part without passages has
 * one, too. */
int hits_add(struct index *ix, const struct showing *how, int64_t part,
	     size_t most, struct hit_list *out) MUST_CHECK;

/* Add how many a part has. */
int hits_count(struct index *ix, const struct showing *how, int64_t part,
	       size_t *count) MUST_CHECK;

#endif
