/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_TOGETHER_H
#define CORE_INDEX_TOGETHER_H

#include "core/index/part_topics.h"
#include "core/index/passages.h"

/*
 * Who asks for a topic and a kind wants passages of the kind that are on the
 * topic, and not parts that have the one here and the other there.
 */
struct together {
	const struct query_node **topics;	/* all have to be met, and */
	size_t ntopics;
	const struct query_node **kinds;	/* each of these with them */
	size_t nkinds;
};

/* What an AND asks for on its own or by further ANDs in it; of another node
 * nothing.  "has:" is not meant: that something is there is all it says. */
void together_read(struct together *t, const struct query_node *n,
		   struct arena *mem);

/* Is there anything that has to be met together? */
bool together_counts(const struct together *t);

/* Is a passage on the topics? */
bool together_on_topics(const struct together *t,
			const struct part_topics *topics, size_t passage);

/* Has the part passages as they are wanted?  Else it is false. */
bool together_met(const struct together *t, const struct part_topics *topics,
		  const struct stored_passage *passages, size_t count);

#endif
