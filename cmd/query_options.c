/* SPDX-License-Identifier: MIT */
/* Queries from a command line. */
#include "cmd/query_options.h"

#include <stdio.h>
#include <string.h>

#include "cmd/typed.h"
#include "core/base/strbuf.h"

/* Topics by any of their names. */
static int find_topics(struct query_node *n, const struct context *ctx,
		       struct arena *mem, struct error *err)
{
	struct typed_topic topic;

	if (n->kind == QUERY_TOPIC) {
		if (typed_topic(&topic, n->text, ctx, mem, err))
			return -1;
		n->text = topic.id;
	}
	for (n = n->first; n; n = n->next)
		if (find_topics(n, ctx, mem, err))
			return -1;
	return 0;
}

void query_options_release(struct query_options *o)
{
	struct option_list *const all[] = {
		&o->topic, &o->in, &o->tag, &o->since, &o->until, &o->on,
		&o->kind, &o->round, &o->day, &o->has,
	};

	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		option_list_release(all[i]);
}

int query_options_add(struct query *q, const struct query_options *o,
		      const struct context *ctx, struct arena *mem,
		      struct error *err)
{
	const struct {
		const char *field;
		const struct option_list *values;
	} all[] = {
		{ "topic", &o->topic }, { "in", &o->in },
		{ "tag", &o->tag },	{ "since", &o->since },
		{ "until", &o->until }, { "on", &o->on },
		{ "kind", &o->kind },	{ "round", &o->round },
		{ "day", &o->day },	{ "has", &o->has },
	};
	int today = journal_today(ctx->journal);

	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		for (size_t k = 0; k < all[i].values->count; k++)
			if (query_add_field(q, all[i].field,
					    all[i].values->values[k], today,
					    mem, err))
				return -1;
	return q->root ? find_topics(q->root, ctx, mem, err) : 0;
}

int query_options_read(struct query *q, const struct query_options *options,
		       char *const *operands, int count,
		       const struct context *ctx, struct arena *mem,
		       struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;
	int today = journal_today(ctx->journal);

	query_join(&text, (const char *const *)operands, (size_t)count, today);
	if (query_parse(q, strbuf_slice(&text), today, mem, err))
		return -1;
	return query_options_add(q, options, ctx, mem, err);
}

int query_options_hint(struct error *err)
{
	size_t used = strlen(err->text);

	/* What is to be left out begins with one dash; "--sort" is a slip. */
	if (str_starts(str_of(err->text), "unknown option '-") &&
	    !str_starts(str_of(err->text), "unknown option '--") &&
	    str_find_str(str_of(err->text), STR("mean")) == used)
		snprintf(err->text + used, sizeof(err->text) - used,
			 "; what is to be left out goes behind '--': -- a -b");
	return -1;
}
