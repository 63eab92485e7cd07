/* SPDX-License-Identifier: MIT */
/* What a query that found nothing may have been meant as. */
#include "cmd/meant.h"

#include "core/base/spelling.h"
#include "core/base/strbuf.h"

struct tags {
	struct index_tag *items;
	size_t count;
};

static bool has_tag(const struct tags *t, const char *name)
{
	for (size_t i = 0; i < t->count; i++)
		if (str_is(str_of(t->items[i].name), name))
			return true;
	return false;
}

static const char *nearest_tag(const struct tags *t, struct str typed)
{
	size_t best = SPELLING_FAR;
	const char *nearest = NULL;

	for (size_t i = 0; i < t->count; i++) {
		struct str name = str_of(t->items[i].name);
		size_t far = str_eq_nocase(name, typed)
				     ? 0
				     : spelling_near(typed, name);

		if (far >= best)
			continue;
		best = far;
		nearest = t->items[i].name;
	}
	return nearest;
}

/* Of the first tag that has to be there and is nowhere. */
static bool add_tag(struct strbuf *out, const struct query_node *n,
		    const struct tags *t)
{
	const char *nearest;

	if (n->kind == QUERY_TAG && !has_tag(t, n->text)) {
		nearest = nearest_tag(t, str_of(n->text));
		strbuf_addf(out, "there is no tag '%s'", n->text);
		if (nearest)
			strbuf_addf(out, "; did you mean '%s'?", nearest);
		return true;
	}
	if (n->kind == QUERY_NOT)
		return false;
	for (n = n->first; n; n = n->next)
		if (add_tag(out, n, t))
			return true;
	return false;
}

/* Has some tag to be there?  To list all that are takes as long as a search. */
static bool wants_tag(const struct query_node *n)
{
	if (n->kind == QUERY_TAG || n->kind == QUERY_NOT)
		return n->kind == QUERY_TAG;
	for (n = n->first; n; n = n->next)
		if (wants_tag(n))
			return true;
	return false;
}

bool meant_add(struct strbuf *out, const struct query *q, struct index *ix)
{
	struct error ignored = ERROR_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct tags tags;

	if (query_add_hint(out, q, false))
		return true;
	return q->root && wants_tag(q->root) &&
	       !index_tags(ix, &mem, &tags.items, &tags.count, &ignored) &&
	       add_tag(out, q->root, &tags);
}

bool meant_add_words(struct strbuf *out, struct query *q, struct index *ix,
		     const struct context *ctx)
{
	struct error ignored = ERROR_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct correction *all;
	size_t count;

	if (meant_add(out, q, ix))
		return true;
	if (!q->root || index_correct(ix, q, journal_topics(ctx->journal),
				      &mem, &all, &count, &ignored))
		return false;
	for (size_t i = 0; i < count; i++)
		strbuf_addf(out, "%sno '%s'; did you mean '%s'?",
			    i ? " " : "", all[i].typed, all[i].meant);
	return count > 0;
}
