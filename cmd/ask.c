/* SPDX-License-Identifier: MIT */
/* hecto ask: note a question in a plan. */
#include "cmd/command.h"
#include "cmd/items/items.h"
#include "cmd/report.h"

struct ask_args {
	const char *plan, *exam;
	bool json;
};

static const struct option ask_options[] = {
	STRING('p', "plan", ask_args, plan, "PLAN", COMPLETE_FILES,
	       "the plan it goes to"),
	STRING('e', "exam", ask_args, exam, "EXAM", COMPLETE_EXAMS,
	       "to the plan of this exam"),
	FLAG(0, "json", ask_args, json, "say in JSON what was understood"),
	NO_MORE_OPTIONS
};

static int ask(const struct context *ctx, const struct ask_args *a,
	       struct str text, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct item_id id = item_id(text);
	struct journal_item *items;
	const char *path;
	size_t count;

	if (journal_items(ctx->journal, TRAIT_QUESTION, &mem, &items, &count,
			  err))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (str_is(str_of(id.s), items[i].id.s)) {
			report_note("this was asked already");
			return item_show_noted(ctx, TRAIT_QUESTION, text,
					       a->json, &mem, err);
		}
	if (plan_choose(&path, ctx->journal, a->plan, a->exam, &mem, err) ||
	    plan_add_item(ctx->journal, path, PLAN_QUESTIONS, "Questions",
			  text, "Ask a question\n", err))
		return -1;
	return item_show_noted(ctx, TRAIT_QUESTION, text, a->json,
			       &mem, err);
}

static int ask_run(const struct context *ctx, int argc, char **argv,
		   struct error *err)
{
	struct ask_args a = { .plan = NULL };
	AUTO(strbuf) text = STRBUF_INIT;
	int count = options_parse(ask_options, &a, argc, argv, err);

	if (count < 0)
		return -1;
	operands_join(&text, count, argv);
	if (!str_trim(strbuf_slice(&text)).len)
		return error_set(err, ERROR_USAGE, "what is the question?");
	return ask(ctx, &a, str_trim(strbuf_slice(&text)), err);
}

const struct command cmd_ask = {
	.name = "ask",
	.summary = "Note a question",
	.usage = "[--plan PLAN|--exam EXAM] [PREFIX:] QUESTION...",
	.options = ask_options,
	.needs = NEEDS_JOURNAL,
	.run = ask_run,
};
