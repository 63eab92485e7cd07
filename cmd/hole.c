/* SPDX-License-Identifier: MIT */
/* hecto hole: note what a practice exam showed to be missing. */
#include "cmd/command.h"
#include "cmd/items/items.h"
#include "cmd/report.h"
#include "cmd/typed.h"
#include "core/text/typed_markdown.h"

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

/* "topic: text", so that the hole itself says what it is about. */
static int note(const struct context *ctx, const struct hole_args *a,
		struct str text, struct error *err)
{
	struct typed_topic topic = { .id = NULL };
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) item = STRBUF_INIT;
	AUTO(strbuf) typed = STRBUF_INIT;
	const char *path;

	if (a->topic && typed_topic_find(&topic, a->topic, ctx, &mem, err))
		return -1;
	if (topic.slip)
		report_note("no '%s'; taking '%s'", topic.slip, topic.id);
	if (topic.id)
		strbuf_addf(&item, "%s: ", topic.id);
	strbuf_addslice(&item, text);
	typed_markdown_add(&typed, strbuf_slice(&item));
	if (plan_choose(&path, ctx->journal, a->plan, a->exam, &mem, err) ||
	    plan_add_item(ctx->journal, path, PLAN_HOLES,
			  "Practice exam holes", strbuf_slice(&typed),
			  "Note a hole\n", err))
		return -1;
	return item_show_noted(ctx, TRAIT_HOLE, strbuf_slice(&item), a->json,
			       &mem, err);
}

static int hole_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	struct hole_args a = { .plan = NULL };
	AUTO(strbuf) text = STRBUF_INIT;
	int count = options_parse(hole_options, &a, argc, argv, err);

	if (count < 0)
		return -1;
	operands_join(&text, count, argv);
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
