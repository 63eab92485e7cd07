/* SPDX-License-Identifier: MIT */
/* hecto holes: what was missing, the heaviest and oldest first. */
#include "cmd/command.h"
#include "cmd/items/items.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "cmd/typed.h"
#include "core/base/date.h"
#include "core/model/advice.h"
#include "core/model/plan_edit.h"

#include <stdlib.h>

/* A hole without a date is as old as this; a domain without weight, as heavy. */
#define AGE_UNKNOWN 7
#define WEIGHT_UNKNOWN 10

struct holes_args {
	const char *topic, *right;
	bool all, json;
};

static const struct option holes_options[] = {
	STRING('t', "topic", holes_args, topic, "TOPIC", COMPLETE_TOPICS,
	       "only those on TOPIC"),
	FLAG('a', "all", holes_args, all, "closed ones as well"),
	STRING('r', "right", holes_args, right, "ID", COMPLETE_NOTHING,
	       "it was answered right today; the second day closes it"),
	FLAG(0, "json", holes_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* Domain weight times age, by how often it was missed. */
struct weighed {
	struct journal_item item;
	double weight;
	size_t order;
};

static int heaviest_first(const void *a, const void *b)
{
	const struct weighed *x = a, *y = b;

	if (x->weight < y->weight || x->weight > y->weight)
		return x->weight > y->weight ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

static int domain_weight(const struct exam *e, struct topic_catalogue *c,
			 const struct journal_item *item)
{
	int most = 0;

	for (size_t i = 0; e && i < item->ntopics; i++) {
		const struct exam_domain *d = exam_domain_of(e, item->topics[i]);
		const struct topic *t = d ? NULL :
					    topic_find(c, str_of(
							   item->topics[i]));

		if (t && t->parent)
			d = exam_domain_of(e, t->parent);
		if (d && d->weight > most)
			most = d->weight;
	}
	return most ? most : WEIGHT_UNKNOWN;
}

static void sort(struct journal_item *items, size_t count, struct journal *j)
{
	const struct settings *set = journal_settings(j);
	int today = journal_today(j);
	const struct exam *e = exam_next(set->exams, set->nexams, today);
	struct weighed *all = xcalloc(count + 1, sizeof(*all));

	/* Right once is half of it. */
	for (size_t i = 0; i < count; i++) {
		int day = items[i].day;
		int age = day == DAY_NONE || day > today ? AGE_UNKNOWN :
							   today - day + 1;

		all[i] = (struct weighed){
			items[i],
			age * domain_weight(e, journal_topics(j), &items[i]) *
				advice_hole(items[i].times, items[i].right),
			i,
		};
	}
	if (count)
		qsort(all, count, sizeof(*all), heaviest_first);
	for (size_t i = 0; i < count; i++)
		items[i] = all[i].item;
	free(all);
}

static int list(const struct context *ctx, const struct holes_args *a,
		struct error *err)
{
	struct typed_topic topic = { .id = NULL };
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct journal_item *items;
	size_t count, kept = 0;

	if ((a->topic && typed_topic(&topic, a->topic, ctx, &mem, err)) ||
	    journal_items(ctx->journal, TRAIT_HOLE, &mem, &items, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (item_is_on(&items[i], topic.id))
			items[kept++] = items[i];
	journal_items_date(ctx->journal, items, kept, &mem);
	if (journal_holes(ctx->journal, items, kept, &mem, err))
		return -1;
	count = kept;
	kept = 0;
	for (size_t i = 0; i < count; i++)
		if (a->all || items[i].state != ITEM_CLOSED)
			items[kept++] = items[i];
	if (journal_suggest(ctx->journal, items, kept, &mem, err))
		return -1;
	sort(items, kept, ctx->journal);
	if (a->json && items_print_json(items, kept, err))
		return -1;
	if (!kept)
		return error_set(err, ERROR_NOTHING, "there is no %shole; "
				 "'hecto hole' notes one",
				 a->all ? "" : "open ");
	if (a->json)
		return 0;
	items_add(&out, ctx, items, kept, true);
	return report_output(&out, err);
}

/* --- answered right ------------------------------------------------------ */

/* Is there an answer of another day, or of this one, beneath the item? */
static bool was_right(struct str beneath, int today, bool on_today)
{
	int day;

	while (journal_hole_right(&beneath, &day))
		if ((day == today) == on_today)
			return true;
	return false;
}

/* Two right answers on different days close a hole. */
static int mark_right(struct strbuf *out, struct str text,
		      const struct journal_item *item, const void *arg,
		      struct error *err)
{
	const struct index_passage *p = &item->source->passage;
	struct str beneath = plan_lines_beneath(text, p->line, p->last_line);
	const int *today = arg;
	AUTO(strbuf) mark = STRBUF_INIT;

	if (!plan_line_is_item(text, p->line) ||
	    was_right(beneath, *today, false))
		return item_tick(out, text, item, NULL, err);
	if (was_right(beneath, *today, true)) {
		strbuf_addslice(out, text);
		return 0;
	}
	strbuf_addf(&mark, HOLE_RIGHT "%s", day_format(*today).s);
	return plan_edit_beneath(out, text, p->line, p->last_line,
				 strbuf_slice(&mark), err);
}

static int right(const struct context *ctx, const char *typed,
		 struct error *err)
{
	int today = journal_today(ctx->journal);
	const struct item_edit edit = {
		.traits = TRAIT_HOLE,
		.typed = typed,
		.what = "hole",
		.list = "holes",
		.change = mark_right,
		.arg = &today,
		.message = "Answer right on",
	};
	const struct journal_item *item;
	struct journal_item *items;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	bool open = false;
	size_t count;

	if (item_edit_run(ctx->journal, &edit, &mem, &item, err) ||
	    journal_items(ctx->journal, TRAIT_HOLE, &mem, &items, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (str_is(str_of(items[i].id.s), item->id.s))
			open = items[i].state == ITEM_OPEN;
	strbuf_addstr(&out, open ? "Right once; right again on another day "
				   "closes it: " :
				   "Closed: ");
	present_hanging(&out, ctx, item->text, 2);
	return report_output(&out, err);
}

static int holes_run(const struct context *ctx, int argc, char **argv,
		     struct error *err)
{
	struct holes_args a = { .topic = NULL };
	int count = options_parse(holes_options, &a, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err))
		return -1;
	return a.right ? right(ctx, a.right, err) : list(ctx, &a, err);
}

const struct command cmd_holes = {
	.name = "holes",
	.summary = "List what practice exams showed to be missing",
	.usage = "[--all] [--topic TOPIC] [--json]\n--right ID",
	.options = holes_options,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = holes_run,
};
