/* SPDX-License-Identifier: MIT */
/* hecto on-this-day: what was studied on this day in other years. */
#include "cmd/command.h"
#include "cmd/dates.h"
#include "cmd/entry_json.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "core/base/date.h"
#include "core/model/date_words.h"

struct day_args {
	bool json;
};

static const struct option day_options[] = {
	FLAG(0, "json", day_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* What an entry has to do with the day; "" when nothing. */
static const char *reason(const struct index_entry *ie, int day,
			  struct arena *mem)
{
	int then = entry_day(&ie->entry), ago = day - then;
	struct civil a, b;

	if (then == DAY_NONE || ago <= 0)
		return "";
	a = day_to_civil(then);
	b = day_to_civil(day);
	if (a.month == b.month && a.day == b.day)
		return arena_printf(mem, "%d year%s ago", b.year - a.year,
				    b.year - a.year == 1 ? "" : "s");
	return ago % 100 ? "" : arena_printf(mem, "%d days ago", ago);
}

/* The same day of the challenge in another round. */
static const struct index_entry *entry_of(const struct index_entry *entries,
					  size_t count, int day)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < entries[i].entry.ndays; k++)
			if (entries[i].entry.days[k] == day)
				return &entries[i];
	return NULL;
}

static bool is_earlier_round(const struct index_entry *ie,
			     const struct index_entry *now)
{
	return now && ie->entry.round && ie->entry.nnumbers &&
	       now->entry.nnumbers && ie->entry.round < now->entry.round &&
	       entry_number(&ie->entry) == entry_number(&now->entry);
}

struct memory {
	const struct index_entry *entry;
	const char *why;
};

static struct memory *remember(const struct index_entry *entries, size_t count,
			       int day, struct arena *mem, size_t *found)
{
	struct memory *all = arena_alloc(mem, (count + 1) * sizeof(*all));
	const struct index_entry *now = entry_of(entries, count, day);

	*found = 0;
	for (size_t i = count; i-- > 0;) {
		const char *why = reason(&entries[i], day, mem);

		if (!*why && is_earlier_round(&entries[i], now))
			why = arena_printf(mem, "round %d, the same day",
					   entries[i].entry.round);
		if (*why && !entries[i].empty)
			all[(*found)++] = (struct memory){ &entries[i], why };
	}
	return all;
}

static int print_json(const struct memory *all, size_t count,
		      struct error *err)
{
	struct json *array = json_new_array();
	int rc;

	for (size_t i = 0; i < count; i++) {
		struct json *v = entry_json(all[i].entry);

		json_set_string(v, "why", all[i].why);
		json_append(array, v);
	}
	rc = report_json(array, err);
	json_free(array);
	return rc;
}

static int print_text(const struct memory *all, size_t count,
		      const struct context *ctx, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < count; i++) {
		const struct index_entry *ie = all[i].entry;

		style_add(&out, ctx, STYLE_BOLD, str_of(all[i].why));
		strbuf_addstr(&out, "  ");
		style_add(&out, ctx, STYLE_NONE, str_of(ie->entry.id));
		strbuf_addstr(&out, "  ");
		style_add(&out, ctx, STYLE_NONE, str_of(ie->title));
		strbuf_addch(&out, '\n');
		present_text(&out, ctx,
			     str_of(ie->summary ? ie->summary : ""));
	}
	return report_output(&out, err);
}

static int show(const struct day_args *args, int day, const struct context *ctx,
		struct error *err)
{
	const struct index_filter any = { .since = DAY_NONE,
					  .until = DAY_NONE };
	AUTO(arena) mem = ARENA_INIT;
	struct index_entry *entries;
	struct memory *all;
	struct index *ix;
	size_t count, found;

	if (journal_index(ctx->journal, &ix, err) ||
	    index_entries(ix, &any, &mem, &entries, &count, err))
		return -1;
	all = remember(entries, count, day, &mem, &found);
	if (args->json && print_json(all, found, err))
		return -1;
	if (!found)
		return error_set(err, ERROR_NOTHING,
				 "no earlier year has an entry for %s",
				 date_words_long(day).s);
	return args->json ? 0 : print_text(all, found, ctx, err);
}

static int day_run(const struct context *ctx, int argc, char **argv,
		   struct error *err)
{
	struct day_args args = { .json = false };
	AUTO(strbuf) date = STRBUF_INIT;
	int count = options_parse(day_options, &args, argc, argv, err);
	int day = journal_today(ctx->journal);

	if (count < 0)
		return -1;
	/* "7 july" needs no quotes. */
	operands_join(&date, count, argv);
	if (count && date_words_parse(&day, strbuf_slice(&date), day,
				      DATE_PAST, err))
		return -1;
	return show(&args, day, ctx, err);
}

const struct command cmd_on_this_day = {
	.name = "on-this-day",
	.summary = "Show what you studied on this day in earlier years",
	.usage = "[OPTION]... [DATE]...",
	.options = day_options,
	.operands = COMPLETE_DATES,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = day_run,
};
