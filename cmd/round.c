/* SPDX-License-Identifier: MIT */
/* hecto round: the rounds of a hundred days, and beginning a new one. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/setting.h"
#include "cmd/terminal/table.h"
#include "core/base/limits.h"
#include "core/model/entry_rounds.h"

struct round_args {
	bool json;
};

static const struct option round_options[] = {
	FLAG(0, "json", round_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* A round as its entries have it, labelled or not. */
struct round {
	size_t entries;
	int days;		/* studied, as the challenge counts them */
	int first, last;	/* or DAY_NONE */
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

/* Days and numbers are paired as they were written, as the index does it. */
static void add_entry(struct entry_rounds *out, const struct index_entry *of)
{
	const struct entry *e = &of->entry;
	size_t n = e->ndays > e->nnumbers ? e->ndays : e->nnumbers;

	entry_rounds_add(out, e->round, of->empty);
	for (size_t i = 0; !i || i < n; i++)
		entry_rounds_add_mark(out,
				      i < e->ndays ? e->days[i] : DAY_NONE,
				      i < e->nnumbers ? e->numbers[i]
						      : NUMBER_NONE);
}

static void see_entry(struct rounds *out, const struct entry *e, int number)
{
	if (number > out->highest)
		out->highest = number;
	out->items[number].entries++;
	for (size_t k = 0; k < e->ndays; k++)
		see_day(&out->items[number], e->days[k]);
}

static void see_entries(struct rounds *out, const struct index_entry *entries,
			size_t count, int today)
{
	AUTO(entry_rounds) r = ENTRY_ROUNDS_INIT;

	for (size_t i = 0; i < count; i++)
		add_entry(&r, &entries[i]);
	entry_rounds_settle(&r, today);
	for (size_t i = 0; i < count; i++)
		see_entry(out, &entries[i].entry, r.items[i].round);
	for (size_t i = 0; i < r.nmarks; i++)
		out->items[r.places[i].round].days += r.places[i].counts;
}

static int load(struct rounds *out, struct journal *j, struct error *err)
{
	const struct index_filter all = { .since = DAY_NONE, .until = DAY_NONE };
	struct index_entry *entries;
	AUTO(arena) mem = ARENA_INIT;
	struct index *ix;
	size_t count;

	for (int i = 0; i <= LIMIT_ROUND; i++)
		out->items[i] = (struct round){ 0, 0, DAY_NONE, DAY_NONE };
	out->highest = 0;
	if (journal_index(j, &ix, err) ||
	    index_entries(ix, &all, &mem, &entries, &count, err))
		return -1;
	see_entries(out, entries, count, journal_today(j));
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
		json_set_int(v, "days", r->items[i].days);
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
	struct table *t = table_new(5);
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
		table_cellf(t, STYLE_NONE, "%d day%s studied", round->days,
			    round->days == 1 ? "" : "s");
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
