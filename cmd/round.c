/* SPDX-License-Identifier: MIT */
/* hecto round: the rounds of a hundred days, and beginning a new one. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/setting.h"
#include "cmd/terminal/table.h"
#include "core/base/limits.h"

struct round_args {
	bool json;
};

static const struct option round_options[] = {
	FLAG(0, "json", round_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* A round as its entries have it. */
struct round {
	size_t entries;
	int first, last;	/* days, or DAY_NONE */
};

struct rounds {
	struct round items[LIMIT_ROUND + 1];
	int highest;
};

static void see_day(struct round *r, int day)
{
	if (r->first == DAY_NONE || day < r->first)
		r->first = day;
	if (r->last == DAY_NONE || day > r->last)
		r->last = day;
}

static int load(struct rounds *out, struct journal *j, struct error *err)
{
	const struct index_filter all = { .since = DAY_NONE, .until = DAY_NONE };
	struct index_entry *entries;
	AUTO(arena) mem = ARENA_INIT;
	struct index *ix;
	size_t count;

	for (int i = 0; i <= LIMIT_ROUND; i++)
		out->items[i] = (struct round){ 0, DAY_NONE, DAY_NONE };
	out->highest = 0;
	if (journal_index(j, &ix, err) ||
	    index_entries(ix, &all, &mem, &entries, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		const struct entry *e = &entries[i].entry;
		/* Without a label it is the first. */
		int number = e->round > 0 && e->round <= LIMIT_ROUND ?
				     e->round :
				     1;

		if (number > out->highest)
			out->highest = number;
		out->items[number].entries++;
		for (size_t k = 0; k < e->ndays; k++)
			see_day(&out->items[number], e->days[k]);
	}
	return 0;
}

static int print_json(const struct rounds *r, struct error *err)
{
	struct json *list = json_new_array();
	int rc;

	for (int i = 1; i <= r->highest; i++) {
		struct json *v = json_new_object();

		json_set_int(v, "round", i);
		json_set_int(v, "entries", (int64_t)r->items[i].entries);
		json_set_day(v, "first", r->items[i].first);
		json_set_day(v, "last", r->items[i].last);
		json_append(list, v);
	}
	rc = report_json(list, err);
	json_free(list);
	return rc;
}

static int print_rounds(const struct context *ctx, const struct rounds *r,
			struct error *err)
{
	struct table *t = table_new(4);
	AUTO(strbuf) out = STRBUF_INIT;

	for (int i = 1; i <= r->highest; i++) {
		const struct round *round = &r->items[i];

		if (!round->entries)
			continue;
		table_cellf(t, STYLE_BOLD, "Round %d", i);
		table_cellf(t, STYLE_NONE, "%zu entr%s", round->entries,
			    round->entries == 1 ? "y" : "ies");
		table_cell(t, STYLE_NONE, str_of(day_format(round->first).s));
		table_cell(t, STYLE_NONE, str_of(day_format(round->last).s));
	}
	table_write(&out, t, ctx);
	table_free(t);
	if (journal_settings(ctx->journal)->round > r->highest)
		strbuf_addf(&out, "Round %d begins with what you log next\n",
			    journal_settings(ctx->journal)->round);
	return report_output(&out, err);
}

static int new_round(const struct context *ctx, const struct rounds *r,
		     struct error *err)
{
	AUTO(strbuf) number = STRBUF_INIT;
	AUTO(strbuf) message = STRBUF_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	if (!r->highest)
		return error_set(err, ERROR_NOTHING, "nothing is logged yet, "
				 "so the first round has not begun");
	if (r->highest == LIMIT_ROUND)
		return error_set(err, ERROR_INPUT, "there are %d rounds, and "
				 "more are not counted", LIMIT_ROUND);
	strbuf_addf(&number, "%d", r->highest + 1);
	strbuf_addf(&message, "Begin round %s\n", number.buf);
	if (setting_change(ctx->journal, "journal.round", number.buf, false,
			   message.buf, err))
		return -1;
	strbuf_addf(&out, "Round %s begins with what you log next\n",
		    number.buf);
	return report_output(&out, err);
}

static int round_run(const struct context *ctx, int argc, char **argv,
		     struct error *err)
{
	struct round_args a = { false };
	struct rounds rounds;
	int count = options_parse(round_options, &a, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 1, err))
		return -1;
	if (count && !str_is(str_of(argv[0]), "new"))
		return error_set(err, ERROR_USAGE, "'hecto round' takes 'new' "
				 "or nothing, not '%s'", argv[0]);
	if (count && a.json)
		return error_set(err, ERROR_USAGE, "--json lists the rounds, "
				 "and 'new' begins one");
	if (load(&rounds, ctx->journal, err))
		return -1;
	if (count)
		return new_round(ctx, &rounds, err);
	if (a.json && print_json(&rounds, err))
		return -1;
	if (!rounds.highest)
		return error_set(err, ERROR_NOTHING, "nothing is logged yet; "
				 "'hecto log' begins the first round");
	return a.json ? 0 : print_rounds(ctx, &rounds, err);
}

const struct command cmd_round = {
	.name = "round",
	.summary = "Show the rounds, or begin a new one",
	.usage = "[--json]\nnew",
	.options = round_options,
	.needs = NEEDS_JOURNAL,
	.run = round_run,
};
