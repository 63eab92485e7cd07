/* SPDX-License-Identifier: MIT */
/* hecto rm: remove an entry. */
#include <unistd.h>

#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/terminal/ask.h"
#include "cmd/terminal/pick.h"
#include "core/base/alloc.h"
#include "core/base/file.h"

struct rm_args {
	bool yes;
};

static const struct option rm_options[] = {
	FLAG('y', "yes", rm_args, yes,
	     "do not ask, even if that ends a streak"),
	NO_MORE_OPTIONS
};

/* Does the journal have this day in another entry than `e`? */
static int is_only_one(struct journal *j, const struct index_entry *e, int day,
		       struct arena *mem, bool *only, struct error *err)
{
	const struct index_filter filter = { .since = day, .until = day };
	struct index_entry *found;
	struct index *ix;
	size_t count;

	*only = true;
	if (journal_index(j, &ix, err) ||
	    index_entries(ix, &filter, mem, &found, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (!found[i].empty &&
		    !str_is(str_of(found[i].entry.id), e->entry.id))
			*only = false;
	return 0;
}

/* Take a day out of those that count. */
static size_t without(struct studied_day *days, size_t count, int day)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (days[i].day != day)
			days[kept++] = days[i];
	return kept;
}

/*
 * How long the streak is, and how long it would be without the entry.  To lose
 * the days of the entry itself is no break; to lose others with them is.
 */
static int weigh(struct journal *j, const struct index_entry *e,
		 struct arena *mem, int *before, int *after, struct error *err)
{
	struct streak now, then;
	struct studied_day *days;
	size_t count, own = 0;

	if (journal_streak(j, mem, &now, &days, &count, err))
		return -1;
	for (size_t i = 0; i < e->entry.ndays; i++) {
		size_t left;
		bool only;

		if (is_only_one(j, e, e->entry.days[i], mem, &only, err))
			return -1;
		if (!only)
			continue;
		left = without(days, count, e->entry.days[i]);
		own += count - left;
		count = left;
	}
	streak_compute(&then, days, count, now.today,
		       &journal_settings(j)->streak);
	*before = now.streak;
	*after = then.streak + (int)own;
	return 0;
}

/* A question on the terminal; anything but a yes is a no. */
static int check_streak(const struct index_entry *e, const struct rm_args *a,
			struct journal *j, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) question = STRBUF_INIT;
	int before, after;

	if (a->yes)
		return 0;
	if (weigh(j, e, &mem, &before, &after, err))
		return -1;
	if (after >= before)
		return 0;
	if (!ask_is_possible())
		return error_set(err, ERROR_CONFLICT,
				 "without '%s' the streak of %d days breaks; "
				 "remove it all the same with --yes",
				 e->entry.id, before);
	strbuf_addf(&question,
		    "Without '%s' the streak of %d days breaks.  Remove it?",
		    e->entry.id, before);
	if (ask_yes(question.buf))
		return 0;
	return error_set(err, ERROR_NOTHING, "'%s' is kept", e->entry.id);
}

static int remove_file(const struct picked *p, struct journal *j,
		       struct error *err)
{
	struct store_report report = { .changed = false };
	AUTO(strbuf) text = STRBUF_INIT;

	if (journal_begin(j, err))
		return -1;
	if (journal_remove(j, p->path, err)) {
		journal_abandon(j);
		return -1;
	}
	strbuf_addf(&text, "Remove %s\n", p->id);
	if (journal_commit(j, text.buf, &report, err))
		return -1;
	report_store(&report);
	strbuf_reset(&text);
	strbuf_addf(&text, "Removed %s; its text stays in the history of git\n",
		    p->id);
	if (report_output(&text, err))
		return error_context(err, "'%s' is removed, but this went wrong "
				     "afterwards",
				     p->id);
	return 0;
}

static int rm_run(const struct context *ctx, int argc, char **argv,
		  struct error *err)
{
	struct rm_args a = { .yes = false };
	int count = options_parse(rm_options, &a, argc, argv, err);
	AUTO(arena) mem = ARENA_INIT;
	struct picked p;

	if (count < 0 ||
	    operand_wanted(count,
			   "remove which entry?  'hecto list' shows them", err) ||
	    operands_check(count, argv, 1, 1, err) ||
	    pick_one(&p, ctx->journal, argv[0], &mem, err))
		return -1;
	if (p.entry && check_streak(p.entry, &a, ctx->journal, err))
		return -1;
	return remove_file(&p, ctx->journal, err);
}

const struct command cmd_rm = {
	.name = "rm",
	.summary = "Remove an entry",
	.usage = "[--yes] ID|DATE",
	.options = rm_options,
	.operands = COMPLETE_ENTRIES,
	.needs = NEEDS_JOURNAL,
	.run = rm_run,
};
