/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_PART_TOPICS_H
#define CORE_INDEX_PART_TOPICS_H

#include "core/index/database.h"

/* By its heading or parent, too; by its own words. */
enum { MARKED = 1, MARK_NAMED = 2 };

/* Which passages of a part are on which of its topics. */
struct part_topics {
	const char *const *ids;
	size_t count;
	uint8_t *marks;	/* by passage and topic */
	size_t npassages;
};

/* From part.topics and part.marks; the ids are in `strings`, the rest is in
 * `mem`.  Marks of passages that the part has not are passed over. */
void part_topics_read(struct part_topics *t, struct str ids, struct str marks,
		      size_t npassages, struct arena *strings,
		      struct arena *mem);

bool part_topics_has(const struct part_topics *t, size_t passage,
		     const char *id);

#endif
