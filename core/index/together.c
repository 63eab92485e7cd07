/* SPDX-License-Identifier: MIT */
/* What one passage has to be at once: of a kind, and on a topic. */
#include "core/index/together.h"

/* All that is beneath it, whatever joins it, is of one passage. */
static bool is_of_passage(const struct query_node *n, bool *kind)
{
	if (n->kind == QUERY_TRAIT) {
		*kind = true;
		return !n->to;
	}
	if (n->kind != QUERY_OR)
		return n->kind == QUERY_TOPIC;
	for (const struct query_node *c = n->first; c; c = c->next)
		if (!is_of_passage(c, kind))
			return false;
	return true;
}

static size_t count_leaves(const struct query_node *n)
{
	size_t count = 1;

	for (const struct query_node *c = n->first; c; c = c->next)
		count += count_leaves(c);
	return count;
}

static void gather(struct together *t, const struct query_node *n)
{
	bool kind = false;

	if (n->kind == QUERY_AND) {
		for (const struct query_node *c = n->first; c; c = c->next)
			gather(t, c);
	} else if (is_of_passage(n, &kind)) {
		if (kind)
			t->kinds[t->nkinds++] = n;
		else
			t->topics[t->ntopics++] = n;
	}
}

void together_read(struct together *t, const struct query_node *n,
		   struct arena *mem)
{
	size_t most = count_leaves(n);

	*t = (struct together){
		.topics = arena_alloc(mem, most * sizeof(*t->topics)),
		.kinds = arena_alloc(mem, most * sizeof(*t->kinds)),
	};
	if (n->kind == QUERY_AND)
		gather(t, n);
}

bool together_counts(const struct together *t)
{
	return t->ntopics && t->nkinds;
}

static bool holds(const struct query_node *n, const struct part_topics *topics,
		  unsigned traits, size_t passage)
{
	if (n->kind == QUERY_TOPIC)
		return part_topics_has(topics, passage, n->text);
	if (n->kind == QUERY_TRAIT)
		return (traits & (unsigned)n->from) != 0;
	for (const struct query_node *c = n->first; c; c = c->next)
		if (holds(c, topics, traits, passage))
			return true;
	return false;
}

bool together_on_topics(const struct together *t,
			const struct part_topics *topics, size_t passage)
{
	for (size_t i = 0; i < t->ntopics; i++)
		if (!holds(t->topics[i], topics, 0, passage))
			return false;
	return true;
}

static bool kind_is_met(const struct query_node *kind, const struct together *t,
			const struct part_topics *topics,
			const struct stored_passage *passages, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (holds(kind, topics, passages[i].traits, i) &&
		    together_on_topics(t, topics, i))
			return true;
	return false;
}

bool together_met(const struct together *t, const struct part_topics *topics,
		  const struct stored_passage *passages, size_t count)
{
	for (size_t i = 0; i < t->nkinds; i++)
		if (!kind_is_met(t->kinds[i], t, topics, passages, count))
			return false;
	return true;
}
