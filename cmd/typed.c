/* SPDX-License-Identifier: MIT */
/* What was typed, as what it means. */
#include "cmd/typed.h"

#include <string.h>

#include "cmd/report.h"
#include "cmd/topics_named.h"

#define NEAR_SHOWN 3
#define NEAR_LOOKED_AT 16	/* the journal may have none of the nearest */

bool noted_has(const struct noted_topics *noted, const char *id)
{
	for (size_t i = 0; i < noted->count; i++)
		if (!strcmp(noted->all[i].id, id))
			return true;
	return false;
}

bool typed_add_nearest_topics(struct strbuf *out, const char *typed,
			      const struct noted_topics *noted,
			      const struct context *ctx)
{
	const struct topic *near[NEAR_LOOKED_AT];
	size_t count = topic_nearest(journal_topics(ctx->journal),
				     str_of(typed), near, ARRAY_SIZE(near));
	size_t kept = 0;

	for (size_t i = 0; i < count && kept < NEAR_SHOWN; i++)
		if (noted_has(noted, near[i]->id) &&
		    !str_eq_nocase(str_of(near[i]->id), str_of(typed)))
			near[kept++] = near[i];
	for (size_t i = 0; i < kept; i++)
		strbuf_addf(out, "%s'%s'",
			    !i ? "" : i + 1 == kept ? " or " : ", ",
			    near[i]->id);
	return kept > 0;
}

/* A topic that only the journal knows: one of its tags. */
static int find_in_index(struct typed_topic *out, bool *found,
			 const char *typed, const struct context *ctx,
			 struct arena *mem, struct error *err)
{
	struct index_topic *topics;
	struct index *ix;
	size_t count;

	*found = false;
	if (journal_index(ctx->journal, &ix, err) ||
	    index_topics(ix, mem, &topics, &count, err))
		return -1;
	for (size_t i = 0; i < count && !*found; i++) {
		if (!str_eq_nocase(str_of(topics[i].id), str_of(typed)))
			continue;
		*out = (struct typed_topic){ topics[i].id, topics[i].id, NULL };
		*found = true;
	}
	return 0;
}

int typed_topic_find(struct typed_topic *out, const char *typed,
		     const struct context *ctx, struct arena *mem,
		     struct error *err)
{
	struct topic_catalogue *c = journal_topics(ctx->journal);
	bool found;

	if (!topic_find(c, str_of(typed)) &&
	    (find_in_index(out, &found, typed, ctx, mem, err) || found))
		return found ? 0 : -1;
	if (topic_named(&out->id, ctx->journal, typed, err))
		return -1;
	out->name = topic_find(c, str_of(out->id))->name;
	out->slip = topic_is_misspelt(c, str_of(typed)) ?
			    arena_strdup(mem, typed) : NULL;
	return 0;
}

void typed_topic_tell(const struct typed_topic *topic)
{
	if (topic->slip)
		report_note("no '%s'; showing '%s'", topic->slip, topic->id);
}

int typed_topic(struct typed_topic *out, const char *typed,
		const struct context *ctx, struct arena *mem,
		struct error *err)
{
	if (typed_topic_find(out, typed, ctx, mem, err))
		return -1;
	typed_topic_tell(out);
	return 0;
}
