/* SPDX-License-Identifier: MIT */
/* hecto done: tick what was to do, where it stands. */
#include "cmd/command.h"

#include <string.h>

#include "cmd/items/items.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"

#define TICKED (TRAIT_TODO | TRAIT_LAB | TRAIT_COURSE | TRAIT_READING | \
		TRAIT_HOLE)

struct done_args {
	bool undo, json;
};

static const struct option done_options[] = {
	FLAG('u', "undo", done_args, undo,
	     "take the tick away again; without ID, list what is done"),
	FLAG(0, "json", done_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

static int none(bool undo, struct error *err)
{
	return error_set(err, ERROR_NOTHING, undo ?
			 "nothing is done yet: no plan has an item with a "
			 "tick" :
			 "nothing is to be done: no plan has an open item");
}

/* Without an id: what there is to do, or what is done. */
static int list(const struct context *ctx, const struct done_args *a,
		struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct journal_item *items;
	size_t count, kept = 0;

	if (journal_items(ctx->journal, TICKED, &mem, &items, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		if ((items[i].state == ITEM_CLOSED) == a->undo)
			items[kept++] = items[i];
	if (a->json && items_print_json(items, kept, err))
		return -1;
	if (!kept)
		return none(a->undo, err);
	if (a->json)
		return 0;
	items_add(&out, ctx, items, kept, false);
	if (report_output(&out, err))
		return -1;
	report_note(a->undo ? "'hecto done --undo ID' opens one again" :
			      "'hecto done ID' ticks one");
	return 0;
}

static int tick(const struct context *ctx, const char *typed,
		const struct done_args *a, struct error *err)
{
	const struct item_edit edit = {
		.traits = TICKED,
		.typed = typed,
		.what = "item",
		.list = a->undo ? "done --undo" : "done",
		.change = a->undo ? item_untick : item_tick,
		.message = a->undo ? "Untick" : "Tick",
	};
	const char *lead = a->undo ? "Open again: " : "Done: ";
	const struct journal_item *item;
	struct journal_item after;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	if (item_edit_run(ctx->journal, &edit, &mem, &item, err))
		return -1;
	after = *item;
	after.state = a->undo ? ITEM_OPEN : ITEM_CLOSED;
	if (a->json)
		return items_print_json(&after, 1, err);
	strbuf_addstr(&out, lead);
	present_hanging(&out, ctx, item->text, (unsigned)strlen(lead));
	return report_output(&out, err);
}

static int done_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	struct done_args a = { false };
	int count = options_parse(done_options, &a, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 1, err))
		return -1;
	return count ? tick(ctx, argv[0], &a, err) : list(ctx, &a, err);
}

const struct command cmd_done = {
	.name = "done",
	.summary = "Tick what was to do, or list it",
	.usage = "[--undo] [--json] [ID]",
	.options = done_options,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = done_run,
};
