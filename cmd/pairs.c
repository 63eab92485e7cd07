/* SPDX-License-Identifier: MIT */
/* hecto pairs: what the notes set against each other. */
#include "cmd/command.h"
#include "cmd/items/items.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "cmd/typed.h"

struct pairs_args {
	const char *topic;
	bool json;
};

static const struct option pairs_options[] = {
	STRING('t', "topic", pairs_args, topic, "TOPIC", COMPLETE_TOPICS,
	       "only those with TOPIC"),
	FLAG(0, "json", pairs_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

static int pairs_run(const struct context *ctx, int argc, char **argv,
		     struct error *err)
{
	struct pairs_args a = { .topic = NULL };
	struct typed_topic topic = { .id = NULL };
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct journal_item *items;
	size_t total, kept = 0;
	int count = options_parse(pairs_options, &a, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err) ||
	    (a.topic && typed_topic(&topic, a.topic, ctx, &mem, err)) ||
	    journal_items(ctx->journal, TRAIT_PAIR, &mem, &items, &total, err))
		return -1;
	for (size_t i = 0; i < total; i++)
		if (item_is_on(&items[i], topic.id))
			items[kept++] = items[i];
	if (a.json && items_print_json(items, kept, err))
		return -1;
	if (!kept)
		return error_set(err, ERROR_NOTHING, "nothing is set against "
				 "each other, as in 'X vs Y' or 'difference "
				 "between'");
	if (a.json)
		return 0;
	items_add(&out, ctx, items, kept, false);
	if (report_output(&out, err))
		return -1;
	report_note("'hecto topic A B' puts two topics side by side");
	return 0;
}

const struct command cmd_pairs = {
	.name = "pairs",
	.summary = "List what your notes set against each other",
	.usage = "[--topic TOPIC] [--json]",
	.options = pairs_options,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = pairs_run,
};
