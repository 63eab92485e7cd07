/* SPDX-License-Identifier: MIT */
/* hecto questions: what was asked, and what may answer it. */
#include "cmd/command.h"
#include "cmd/items/items.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "cmd/typed.h"

struct questions_args {
	const char *topic;
	bool open, suggest, json;
};

static const struct option questions_options[] = {
	FLAG('o', "open", questions_args, open, "only those without an answer"),
	STRING('t', "topic", questions_args, topic, "TOPIC", COMPLETE_TOPICS,
	       "only those on TOPIC"),
	FLAG('s', "suggest", questions_args, suggest,
	     "show the passages that may answer them"),
	FLAG(0, "json", questions_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

static size_t keep_wanted(struct journal_item *items, size_t count,
			  const struct questions_args *a, const char *topic)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (item_is_on(&items[i], topic) &&
		    (!a->open || items[i].state != ITEM_CLOSED))
			items[kept++] = items[i];
	return kept;
}

static void add_counts(struct strbuf *out, const struct journal_item *items,
		       size_t count)
{
	size_t states[ITEM_CLOSED + 1] = { 0 };

	for (size_t i = 0; i < count; i++)
		states[items[i].state]++;
	present_count(out, count, "question", "questions");
	strbuf_addf(out, ": %zu open, %zu with a suggested answer, %zu "
		    "answered\n", states[ITEM_OPEN], states[ITEM_SUGGESTED],
		    states[ITEM_CLOSED]);
}

static int print_questions(const struct context *ctx,
			   const struct questions_args *a,
			   const struct journal_item *items, size_t count,
			   struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	if (a->json && items_print_json(items, count, err))
		return -1;
	if (!count)
		return error_set(err, ERROR_NOTHING, "there is no %squestion; "
				 "'hecto ask' notes one",
				 a->open ? "open " : "");
	if (a->json)
		return 0;
	add_counts(&out, items, count);
	strbuf_addch(&out, '\n');
	items_add(&out, ctx, items, count, a->suggest);
	if (report_output(&out, err))
		return -1;
	report_note("'hecto answer ID' shows what may answer one, 'hecto "
		    "answer ID \"…\"' answers it");
	return 0;
}

static int questions_run(const struct context *ctx, int argc, char **argv,
			 struct error *err)
{
	struct questions_args a = { .topic = NULL };
	struct typed_topic topic = { .id = NULL };
	AUTO(arena) mem = ARENA_INIT;
	struct journal_item *items;
	size_t total;
	int count = options_parse(questions_options, &a, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err) ||
	    (a.topic && typed_topic(&topic, a.topic, ctx, &mem, err)) ||
	    journal_items(ctx->journal, TRAIT_QUESTION, &mem, &items, &total,
			  err))
		return -1;
	total = keep_wanted(items, total, &a, topic.id);
	journal_items_date(ctx->journal, items, total, &mem);
	if (journal_suggest(ctx->journal, items, total, &mem, err))
		return -1;
	return print_questions(ctx, &a, items, total, err);
}

const struct command cmd_questions = {
	.name = "questions",
	.summary = "List what was asked, and what may answer it",
	.usage = "[--open] [--topic TOPIC] [--suggest] [--json]",
	.options = questions_options,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = questions_run,
};
