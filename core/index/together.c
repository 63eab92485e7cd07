/* SPDX-License-Identifier: MIT */
/* What one passage has to be at once: of a kind, and on a topic. */
#include "core/index/together.h"

/* All that is beneath it, whatever joins it, is of one passage. */
static bool is_term(const struct query_node *n, bool *kinds)
{
	if (n->kind == QUERY_TRAIT) {
		*kinds = true;
		return !n->to;
	}
	if (!n->first)
		return n->kind == QUERY_TOPIC;
	for (const struct query_node *c = n->first; c; c = c->next)
		if (!is_term(c, kinds))
			return false;
	return true;
}

static bool all_meet(const struct query_node *n,
		     const struct part_topics *topics, unsigned traits,
		     size_t passage);

/* Topics NULL: it is on none. */
static bool meets(const struct query_node *n, const struct part_topics *topics,
		  unsigned traits, size_t passage)
{
	if (n->kind == QUERY_TOPIC)
		return topics && part_topics_has(topics, passage, n->text);
	if (n->kind == QUERY_TRAIT)
		return (traits & (unsigned)n->from) != 0;
	if (n->kind == QUERY_NOT)
		return !meets(n->first, topics, traits, passage);
	if (n->kind == QUERY_AND)
		return all_meet(n, topics, traits, passage);
	for (const struct query_node *c = n->first; c; c = c->next)
		if (meets(c, topics, traits, passage))
			return true;
	return false;
}

static bool all_meet(const struct query_node *n,
		     const struct part_topics *topics, unsigned traits,
		     size_t passage)
{
	for (const struct query_node *c = n->first; c; c = c->next)
		if (!meets(c, topics, traits, passage))
			return false;
	return true;
}

static void add_wishes(struct together *t, const struct query_node *n)
{
	if (n->kind == QUERY_TOPIC || n->kind == QUERY_TRAIT)
		t->wishes[t->nwishes++] = n;
	if (n->kind == QUERY_NOT)
		return;
	for (const struct query_node *c = n->first; c; c = c->next)
		add_wishes(t, c);
}

static void add_term(struct together *t, const struct query_node *n)
{
	bool kinds = false;

	if (n->kind == QUERY_TRAIT && n->to) {
		t->things[t->nthings++] = n;
		return;
	}
	if (!is_term(n, &kinds)) {
		add_wishes(t, n);
		return;
	}
	t->terms[t->nterms++] = n;
	t->kinds |= kinds;
	/* What a passage is that is nothing at all. */
	t->any |= !meets(n, NULL, 0, 0);
}

static size_t count_nodes(const struct query_node *n)
{
	size_t count = 1;

	for (const struct query_node *c = n->first; c; c = c->next)
		count += count_nodes(c);
	return count;
}

void together_read(struct together *t, const struct query_node *n,
		   struct arena *mem)
{
	size_t most = count_nodes(n);

	*t = (struct together){
		.terms = arena_alloc(mem, most * sizeof(*t->terms)),
		.things = arena_alloc(mem, most * sizeof(*t->things)),
		.wishes = arena_alloc(mem, most * sizeof(*t->wishes)),
	};
	if (n->kind != QUERY_AND) {
		add_term(t, n);
		return;
	}
	for (const struct query_node *c = n->first; c; c = c->next)
		add_term(t, c);
}

void together_read_leaf(struct together *t, const struct query_node *n,
			struct arena *mem)
{
	*t = (struct together){
		.terms = arena_alloc(mem, sizeof(*t->terms)),
		.nterms = 1,
		.kinds = n->kind == QUERY_TRAIT,
		.any = true,
	};
	*t->terms = n;
}

bool together_counts(const struct together *t)
{
	return t->kinds && t->any && t->nterms > 1;
}

static bool leaves_out(const struct query_node *n)
{
	if (n->kind == QUERY_NOT)
		return true;
	for (const struct query_node *c = n->first; c; c = c->next)
		if (leaves_out(c))
			return true;
	return false;
}

bool together_decides(const struct together *t, const struct query_node *n)
{
	if (!together_counts(t) || !leaves_out(n))
		return false;
	for (size_t i = 0; i < t->nterms; i++)
		if (t->terms[i] == n)
			return true;
	return false;
}

size_t together_count(const struct together *t,
		      const struct part_topics *topics,
		      const struct stored_passage *passages, size_t passage)
{
	const struct stored_passage *p = &passages[passage];
	size_t count = 0;

	/* "S3" over numbers is no number, but nobody asks for it. */
	if (t->kinds && p->kind == PASSAGE_HEADING && !p->traits)
		return 0;
	for (size_t i = 0; i < t->nterms; i++)
		count += meets(t->terms[i], topics, p->traits, passage);
	return count;
}

size_t together_count_things(const struct together *t, unsigned traits)
{
	size_t count = 0;

	for (size_t i = 0; i < t->nthings; i++)
		count += meets(t->things[i], NULL, traits, 0);
	return count;
}

size_t together_count_wishes(const struct together *t,
			     const struct part_topics *topics, unsigned traits,
			     size_t passage)
{
	size_t count = 0;

	for (size_t i = 0; i < t->nwishes; i++)
		count += meets(t->wishes[i], topics, traits, passage);
	return count;
}

bool together_met(const struct together *t, const struct part_topics *topics,
		  const struct stored_passage *passages, size_t count,
		  unsigned columns)
{
	for (size_t i = 0; i < count; i++)
		if (columns >> passages[i].column & 1 &&
		    together_count(t, topics, passages, i) == t->nterms)
			return true;
	return false;
}
