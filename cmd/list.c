/* SPDX-License-Identifier: MIT */
/* hecto list: the entries of a journal. */
#include "cmd/command.h"
#include "cmd/edit.h"
#include "cmd/entry_json.h"
#include "cmd/meant.h"
#include "cmd/query_options.h"
#include "cmd/report.h"
#include "cmd/terminal/choose.h"
#include "cmd/terminal/table.h"

struct list_args {
	struct query_options filters;
	unsigned limit;
	bool undated, interactive, json;
};

static void list_args_release(struct list_args *a)
{
	query_options_release(&a->filters);
}

static const struct option list_options[] = {
	QUERY_OPTIONS(list_args, filters),
	FLAG(0, "undated", list_args, undated, "only those without a date"),
	NUMBER('n', "limit", list_args, limit, "N", "only the last N"),
	FLAG('i', "interactive", list_args, interactive,
	     "choose one and edit it (needs fzf)"),
	FLAG(0, "json", list_args, json, "print JSON"),
	NO_MORE_OPTIONS
};

/* "14", "R2 14", "3-5", or nothing */
static void add_number(struct table *t, const struct index_summary *e)
{
	AUTO(strbuf) number = STRBUF_INIT;

	if (e->round)
		strbuf_addf(&number, "R%d%s", e->round,
			    e->nnumbers ? " " : "");
	if (e->nnumbers)
		strbuf_addint(&number, e->number);
	if (e->nnumbers > 1)
		strbuf_addf(&number, "-%d", e->last_number);
	table_cell(t, STYLE_NONE, strbuf_slice(&number));
}

static void add_row(struct table *t, const struct index_summary *e)
{
	table_borrow(t, STYLE_BOLD, str_of(e->id));
	add_number(t, e);
	if (e->minutes)
		table_cellf(t, STYLE_NONE, "%d:%02d", e->minutes / 60,
			    e->minutes % 60);
	else
		table_borrow(t, STYLE_NONE, STR(""));
	if (e->empty)
		table_borrow(t, STYLE_DIM, STR("(nothing yet)"));
	else
		table_borrow(t, STYLE_NONE,
			     str_of(e->summary ? e->summary : ""));
}

static int print_table(const struct context *ctx,
		       const struct index_summary *entries, size_t count,
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

static int nothing(const struct index_filter *f, struct query *q,
		   struct index *ix, const struct context *ctx,
		   struct error *err)
{
	AUTO(strbuf) hint = STRBUF_INIT;

	if (meant_add_words(&hint, q, ix, ctx))
		return error_set(err, ERROR_NOTHING,
				 "no entry is like that; %s", hint.buf);
	if (!q->root && !f->undated)
		return error_set(err, ERROR_NOTHING,
				 "there is no entry yet; write one with 'hecto "
				 "log'");
	return error_set(err, ERROR_NOTHING, "no entry is like that");
}

/* The latest first: it is the likeliest. */
static int edit_chosen(const struct context *ctx,
		       const struct index_entry *entries, size_t count,
		       struct error *err)
{
	AUTO(choices) all = CHOICES_INIT;
	size_t chosen;

	for (size_t i = count; i-- > 0;)
		choices_add(&all, entries[i].path, 1, "%s  %s",
			    entries[i].entry.id,
			    entries[i].summary ? entries[i].summary : "");
	if (choices_ask(&all, journal_root(ctx->journal), &chosen, err))
		return -1;
	if (chosen >= count)
		return 0;
	return edit_document(ctx, entries[count - 1 - chosen].entry.id, 0, err);
}

/* A table shows little of each, and often all of them. */
static int list_table(const struct index_filter *filter, struct query *q,
		      const struct context *ctx, struct arena *mem,
		      struct error *err)
{
	struct index_summary *entries;
	struct index *ix;
	size_t count;

	if (journal_index_meanwhile(ctx->journal, &ix, err) ||
	    index_summaries(ix, filter, mem, &entries, &count, err))
		return -1;
	return count ? print_table(ctx, entries, count, err)
		     : nothing(filter, q, ix, ctx, err);
}

static int list(const struct list_args *a, const struct index_filter *filter,
		struct query *q, const struct context *ctx, struct arena *mem,
		struct error *err)
{
	struct index_entry *entries;
	struct index *ix;
	size_t count;

	if (!a->json && !a->interactive)
		return list_table(filter, q, ctx, mem, err);
	if (journal_index(ctx->journal, &ix, err) ||
	    index_entries(ix, filter, mem, &entries, &count, err) ||
	    (a->json && print_json(entries, count, err)))
		return -1;
	if (!count)
		return nothing(filter, q, ix, ctx, err);
	return a->interactive ? edit_chosen(ctx, entries, count, err) : 0;
}

static int list_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	AUTO(list_args) a = { .limit = 0 };
	int operands = options_parse(list_options, &a, argc, argv, err);
	AUTO(arena) mem = ARENA_INIT;
	struct query q = { .root = NULL };
	struct index_filter filter = {
		.since = DAY_NONE,
		.until = DAY_NONE,
		.query = &q,
	};

	if (operands < 0 || (a.interactive && choices_check(a.json, err)))
		return -1;
	filter.undated = a.undated;
	filter.last = a.limit;
	if (query_options_read(&q, &a.filters, argv, operands, ctx, &mem, err))
		return -1;
	return list(&a, &filter, &q, ctx, &mem, err);
}

const struct command cmd_list = {
	.name = "list",
	.summary = "List the entries",
	.usage = "[OPTION]... [--] [QUERY]...",
	.options = list_options,
	.operands = COMPLETE_QUERY,
	.needs = TAKES_QUERY | NEEDS_JOURNAL | NEEDS_PAGER | ASKS_INDEX,
	.run = list_run,
};
