/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_TOGETHER_H
#define CORE_INDEX_TOGETHER_H

#include "core/index/part_topics.h"
#include "core/index/passages.h"

/*
 * Who asks for a topic and a kind wants passages of the kind that are on the
 * topic, and not parts that have the one here and the other there; and so it is
 * with a kind that they must not be of.  A term is a topic, a kind, or what is
 * made of nothing else by "or", "-" and parentheses.  "has:" is none: that
 * something is there is all it says.
 */
struct together {
	const struct query_node **terms;	/* a passage has to meet all */
	size_t nterms;
	const struct query_node **things;	/* "has:", to show one with them */
	size_t nthings;
	/* Topics, kinds and "has:" that a word may stand for ("topic:s3 or
	 * word"): a passage need not meet them. */
	const struct query_node **wishes;
	size_t nwishes;
	bool kinds;	/* some are of kinds, not all of topics */
	bool any;	/* some ask for something; not all leave out */
};

/* The terms of an AND, or another node that is one. */
void together_read(struct together *t, const struct query_node *n,
		   struct arena *mem);

/* A topic, a kind or "has:" alone. */
void together_read_leaf(struct together *t, const struct query_node *n,
			struct arena *mem);

/* Topics alone may be spoken of here and there; and where all is left out, it
 * must be nowhere in the part. */
bool together_counts(const struct together *t);

/* Is this child of the AND for the passages alone to decide?  Of what leaves
 * nothing out, some passage of the part has to be as well. */
bool together_decides(const struct together *t, const struct query_node *n);

/* How many of the terms a passage meets.  A heading that is of no kind is only
 * what others stand under, and meets none where kinds are asked for. */
size_t together_count(const struct together *t,
		      const struct part_topics *topics,
		      const struct stored_passage *passages, size_t passage);

/* How many of the things that are asked for it has. */
size_t together_count_things(const struct together *t, unsigned traits);

/* How many of the wishes it meets. */
size_t together_count_wishes(const struct together *t,
			     const struct part_topics *topics, unsigned traits,
			     size_t passage);

/* Has the part a passage in one of the columns that meets all of them? */
bool together_met(const struct together *t, const struct part_topics *topics,
		  const struct stored_passage *passages, size_t count,
		  unsigned columns);

#endif
