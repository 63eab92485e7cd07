/* SPDX-License-Identifier: MIT */
/* hecto list: the entries of a journal. */
#include "cmd/command.h"
#include "cmd/dates.h"
#include "cmd/entry_json.h"
#include "cmd/report.h"
#include "cmd/terminal/table.h"
#include "cmd/typed.h"

struct list_args {
	const char *since, *until, *tag, *topic;
	unsigned round, limit;
	bool undated, json;
};

static const struct option list_options[] = {
	STRING(0, "since", list_args, since, "DATE", COMPLETE_DATES,
	       "only from this day on"),
	STRING(0, "until", list_args, until, "DATE", COMPLETE_DATES,
	       "only up to this day"),
	STRING('t', "tag", list_args, tag, "TAG", COMPLETE_TAGS,
	       "only with this tag"),
	STRING(0, "topic", list_args, topic, "TOPIC", COMPLETE_TOPICS,
	       "only those that name this topic"),
	NUMBER(0, "round", list_args, round, "N", "only of this round"),
	FLAG(0, "undated", list_args, undated, "only those without a date"),
	NUMBER('n', "limit", list_args, limit, "N", "only the last N"),
	FLAG(0, "json", list_args, json, "print JSON"),
	NO_MORE_OPTIONS
};

static int read_filter(struct index_filter *f, const struct list_args *a,
		       const struct context *ctx, struct arena *mem,
		       struct error *err)
{
	struct journal *j = ctx->journal;
	struct typed_topic topic = { NULL, NULL };

	*f = (struct index_filter){
		.since = DAY_NONE,
		.until = DAY_NONE,
		.tag = a->tag,
		.round = (int)a->round,
		.undated = a->undated,
		.last = a->limit,
	};
	if (a->topic && typed_topic(&topic, a->topic, ctx, mem, err))
		return -1;
	f->topic = topic.id;
	if (date_option(&f->since, "since", a->since, j, err))
		return -1;
	return date_option(&f->until, "until", a->until, j, err);
}

/* "14", "R2 14", "3-5", or nothing */
static void add_number(struct strbuf *out, const struct entry *e)
{
	if (e->round)
		strbuf_addf(out, "R%d%s", e->round, e->nnumbers ? " " : "");
	if (!e->nnumbers)
		return;
	strbuf_addf(out, "%d", e->numbers[0]);
	if (e->nnumbers > 1)
		strbuf_addf(out, "-%d", e->numbers[e->nnumbers - 1]);
}

static void add_row(struct table *t, const struct index_entry *ie)
{
	const struct entry *e = &ie->entry;
	AUTO(strbuf) number = STRBUF_INIT;

	add_number(&number, e);
	table_cell(t, STYLE_BOLD, str_of(e->id));
	table_cell(t, STYLE_NONE, strbuf_slice(&number));
	if (e->minutes)
		table_cellf(t, STYLE_NONE, "%d:%02d", e->minutes / 60,
			    e->minutes % 60);
	else
		table_cell(t, STYLE_NONE, STR(""));
	if (ie->empty)
		table_cell(t, STYLE_DIM, STR("(nothing yet)"));
	else
		table_cell(t, STYLE_NONE,
			   str_of(ie->summary ? ie->summary : ""));
}

static int print_table(const struct context *ctx,
		       const struct index_entry *entries, size_t count,
		       struct error *err)
{
	static const char *const heads[] = { "ENTRY", "DAY", "TIME", "SUMMARY" };
	struct table *t = table_new(ARRAY_SIZE(heads));
	AUTO(strbuf) out = STRBUF_INIT;

	table_right(t, 1);
	table_right(t, 2);
	for (size_t i = 0; i < ARRAY_SIZE(heads); i++)
		table_cell(t, STYLE_DIM, str_of(heads[i]));
	for (size_t i = 0; i < count; i++)
		add_row(t, &entries[i]);
	table_write(&out, t, ctx);
	table_free(t);
	return report_output(&out, err);
}

static int print_json(const struct index_entry *entries, size_t count,
		      struct error *err)
{
	struct json *array = json_new_array();
	int rc;

	for (size_t i = 0; i < count; i++)
		json_append(array, entry_json(&entries[i]));
	rc = report_json(array, err);
	json_free(array);
	return rc;
}

static int nothing(const struct index_filter *f, struct error *err)
{
	bool any = f->since == DAY_NONE && f->until == DAY_NONE && !f->tag &&
		   !f->topic && !f->round && !f->undated;

	if (any)
		return error_set(err, ERROR_NOTHING,
				 "there is no entry yet; write one with 'hecto "
				 "log'");
	return error_set(err, ERROR_NOTHING, "no entry is like that");
}

static int list_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	struct list_args a = { .since = NULL };
	int operands = options_parse(list_options, &a, argc, argv, err);
	AUTO(arena) mem = ARENA_INIT;
	struct index_entry *entries;
	struct index_filter filter;
	struct index *ix;
	size_t count;

	if (operands < 0 || operands_check(operands, argv, 0, 0, err) ||
	    read_filter(&filter, &a, ctx, &mem, err) ||
	    journal_index(ctx->journal, &ix, err) ||
	    index_entries(ix, &filter, &mem, &entries, &count, err))
		return -1;
	if (a.json && print_json(entries, count, err))
		return -1;
	if (!count)
		return nothing(&filter, err);
	return a.json ? 0 : print_table(ctx, entries, count, err);
}

const struct command cmd_list = {
	.name = "list",
	.summary = "List the entries",
	.usage = "[OPTION]...",
	.options = list_options,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = list_run,
};
