/* SPDX-License-Identifier: MIT */
/* hecto hole: note what a practice exam showed to be missing. */
#include "cmd/command.h"
#include "cmd/items/items.h"
#include "cmd/report.h"
#include "cmd/typed.h"

struct hole_args {
	const char *plan, *exam, *topic;
	bool json;
};

static const struct option hole_options[] = {
	STRING('p', "plan", hole_args, plan, "PLAN", COMPLETE_FILES,
	       "the plan it goes to"),
	STRING('e', "exam", hole_args, exam, "EXAM", COMPLETE_EXAMS,
	       "to the plan of this exam"),
	STRING('t', "topic", hole_args, topic, "TOPIC", COMPLETE_TOPICS,
	       "what it is about, where the text does not name it"),
	FLAG(0, "json", hole_args, json, "say in JSON what was understood"),
	NO_MORE_OPTIONS
};

static int show(const struct context *ctx, struct str text, bool json,
		struct arena *mem, struct error *err)
{
	struct item_id id = item_id(text);
	AUTO(strbuf) out = STRBUF_INIT;
	struct journal_item *items;
	size_t count;

	if (journal_items(ctx->journal, TRAIT_HOLE, mem, &items, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		if (!str_is(str_of(id.s), items[i].id.s))
			continue;
		if (json)
			return items_print_json(&items[i], 1, err);
		items_add(&out, ctx, &items[i], 1, false);
	}
	return report_output(&out, err);
}

/* "topic: text", so that the hole itself says what it is about. */
static int note(const struct context *ctx, const struct hole_args *a,
		struct str text, struct error *err)
{
	struct typed_topic topic = { NULL, NULL };
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) item = STRBUF_INIT;
	const char *path;

	if (a->topic && typed_topic(&topic, a->topic, ctx, &mem, err))
		return -1;
	if (topic.id)
		strbuf_addf(&item, "%s: ", topic.id);
	strbuf_addslice(&item, text);
	if (plan_choose(&path, ctx->journal, a->plan, a->exam, &mem, err) ||
	    plan_add_item(ctx->journal, path, PLAN_HOLES,
			  "Practice exam holes", strbuf_slice(&item),
			  "Note a hole\n", err))
		return -1;
	return show(ctx, strbuf_slice(&item), a->json, &mem, err);
}

static int hole_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	struct hole_args a = { NULL };
	AUTO(strbuf) text = STRBUF_INIT;
	int count = options_parse(hole_options, &a, argc, argv, err);

	if (count < 0)
		return -1;
	for (int i = 0; i < count; i++)
		strbuf_addf(&text, "%s%s", i ? " " : "", argv[i]);
	if (!str_trim(strbuf_slice(&text)).len)
		return error_set(err, ERROR_USAGE, "what was missing?");
	return note(ctx, &a, str_trim(strbuf_slice(&text)), err);
}

const struct command cmd_hole = {
	.name = "hole",
	.summary = "Note what a practice exam showed to be missing",
	.usage = "[--plan PLAN|--exam EXAM] [--topic TOPIC] TEXT...",
	.options = hole_options,
	.needs = NEEDS_JOURNAL,
	.run = hole_run,
};
