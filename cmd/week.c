/* SPDX-License-Identifier: MIT */
/* hecto week: a week on one screen, as text that can be kept. */
#include "cmd/command.h"
#include "cmd/duration.h"
#include "cmd/plan/plan.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "core/base/date.h"
#include "core/model/date_words.h"

#include <stdlib.h>
#include <string.h>

#define MINUTES_NEXT (5 * 60)	/* that next week is proposed for */

struct week_args {
	bool json;
};

static const struct option week_options[] = {
	FLAG(0, "json", week_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* A topic touched in the week, and whether for the first time. */
struct touched {
	const char *id;
	size_t entries;
	bool is_new;
};

struct week {
	const struct context *ctx;
	int first, last, today;
	struct index_entry *entries;	/* of the week */
	size_t nentries;
	bool logged[7];
	int days, minutes;
	struct touched *topics;
	size_t ntopics;
	struct study study;
};

static bool is_in(const struct week *w, int day)
{
	return day >= w->first && day <= w->last;
}

static void count_days(struct week *w)
{
	for (size_t i = 0; i < w->nentries; i++) {
		const struct entry *e = &w->entries[i].entry;

		w->minutes += e->minutes;
		for (size_t k = 0; k < e->ndays; k++)
			if (is_in(w, e->days[k]) && !w->entries[i].empty)
				w->logged[e->days[k] - w->first] = true;
	}
	for (int i = 0; i < 7; i++)
		w->days += w->logged[i];
}

static int most_first(const void *a, const void *b)
{
	const struct touched *x = a, *y = b;

	if (x->entries != y->entries)
		return x->entries > y->entries ? -1 : 1;
	return strcmp(x->id, y->id);
}

static void touch(struct week *w, const char *id, struct strset *seen)
{
	size_t at;

	if (strset_get(seen, str_of(id), &at)) {
		w->topics[at].entries++;
		return;
	}
	strset_put(seen, str_of(id), w->ntopics);
	w->topics[w->ntopics++] = (struct touched){ id, 1, false };
}

/* The topics of the week; new is what no earlier entry names. */
static int count_topics(struct week *w, struct index *ix, struct arena *mem,
			struct error *err)
{
	struct strset seen = STRSET_INIT;
	struct index_topic *all;
	size_t most = 0, count;

	if (index_topics(ix, mem, &all, &count, err))
		return -1;
	for (size_t i = 0; i < w->nentries; i++)
		most += w->entries[i].ntopics;
	w->topics = arena_alloc(mem, (most + 1) * sizeof(*w->topics));
	for (size_t i = 0; i < w->nentries; i++)
		for (size_t k = 0; k < w->entries[i].ntopics; k++)
			touch(w, w->entries[i].topics[k], &seen);
	for (size_t i = 0; i < count; i++) {
		size_t at;

		if (strset_get(&seen, str_of(all[i].id), &at))
			w->topics[at].is_new = is_in(w, all[i].first_day);
	}
	if (w->ntopics)
		qsort(w->topics, w->ntopics, sizeof(*w->topics), most_first);
	strset_release(&seen);
	return 0;
}

static int load(struct week *w, struct arena *mem, struct error *err)
{
	const struct index_filter filter = { .since = w->first,
					     .until = w->last };
	struct journal *j = w->ctx->journal;
	const struct exam *e;
	struct index *ix;

	if (journal_index(j, &ix, err) ||
	    index_entries(ix, &filter, mem, &w->entries, &w->nentries, err) ||
	    plan_exam(&e, j, NULL, err) ||
	    count_topics(w, ix, mem, err) ||
	    journal_study(j, e, mem, &w->study, err))
		return -1;
	count_days(w);
	return 0;
}

static void add_head(struct strbuf *out, const struct week *w)
{
	AUTO(strbuf) missed = STRBUF_INIT;

	strbuf_addf(out, "# %s", date_words_long(w->first).s);
	strbuf_addf(out, " to %s\n\n", date_words_long(w->last).s);
	strbuf_addf(out, "- Days logged: %d of 7", w->days);
	for (int i = 0; i < 7; i++)
		if (!w->logged[i] && w->first + i <= w->today)
			strbuf_addf(&missed, "%s%s", missed.len ? ", " : "",
				    weekday_short(day_weekday(w->first + i)));
	if (missed.len)
		strbuf_addf(out, " (not %s)", missed.buf);
	strbuf_addch(out, '\n');
	if (w->minutes) {
		strbuf_addstr(out, "- Time: ");
		duration_add(out, w->minutes);
		strbuf_addch(out, '\n');
	}
}

static void add_topics(struct strbuf *out, const struct week *w)
{
	if (!w->ntopics)
		return;
	strbuf_addstr(out, "- Topics: ");
	for (size_t i = 0; i < w->ntopics && i < 12; i++)
		strbuf_addf(out, "%s%s%s", i ? ", " : "", w->topics[i].id,
			    w->topics[i].is_new ? " (new)" : "");
	if (w->ntopics > 12)
		strbuf_addf(out, " and %zu more", w->ntopics - 12);
	strbuf_addch(out, '\n');
}

static void add_entries(struct strbuf *out, const struct week *w)
{
	if (!w->nentries)
		return;
	strbuf_addstr(out, "\n## What was done\n\n");
	for (size_t i = 0; i < w->nentries; i++)
		strbuf_addf(out, "- %s: %s\n",
			    day_format(entry_day(&w->entries[i].entry)).s,
			    w->entries[i].summary);
}

static int print_text(const struct week *w, struct error *err)
{
	AUTO(strbuf) page = STRBUF_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	AUTO(strbuf) advice = STRBUF_INIT;
	AUTO(strbuf) percentages = STRBUF_INIT;

	add_head(&page, w);
	add_topics(&page, w);
	plan_add_percentages(&percentages, &w->study);
	if (percentages.len)
		strbuf_addf(&page, "- Plan: %s\n", percentages.buf);
	add_entries(&page, w);
	plan_add_planned_in(&page, &w->study, w->first, w->last, "Planned");
	plan_add_planned_in(&page, &w->study, w->last + 1, w->last + 7,
			    "Planned for the week after");
	present_page(&out, w->ctx, strbuf_slice(&page));
	plan_add_advice(&advice, w->ctx, &w->study, MINUTES_NEXT);
	if (advice.len) {
		strbuf_addstr(&out, "\n## Next\n\n");
		strbuf_addslice(&out, strbuf_slice(&advice));
	}
	return report_output(&out, err);
}

static struct json *planned_json(const struct week *w)
{
	struct json *v = json_new_object(), *list = json_new_array();
	AUTO(arena) mem = ARENA_INIT;
	size_t all, open;
	const struct study_planned **items = study_planned_in(
		&w->study, w->first, w->last, &mem, &all, &open);

	for (size_t i = 0; i < open; i++)
		json_append_string(list, items[i]->id);
	json_set_int(v, "items", (int64_t)all);
	json_set(v, "open", list);
	return v;
}

static int print_json(const struct week *w, struct error *err)
{
	struct json *v = json_new_object(), *topics = json_new_array();
	struct json *entries = json_new_array();
	int rc;

	json_set_day(v, "first", w->first);
	json_set_day(v, "last", w->last);
	json_set_int(v, "days", w->days);
	json_set_int(v, "minutes", w->minutes);
	for (size_t i = 0; i < w->ntopics; i++) {
		struct json *t = json_new_object();

		json_set_string(t, "id", w->topics[i].id);
		json_set_int(t, "entries", (int64_t)w->topics[i].entries);
		json_set_bool(t, "new", w->topics[i].is_new);
		json_append(topics, t);
	}
	json_set(v, "topics", topics);
	for (size_t i = 0; i < w->nentries; i++)
		json_append_string(entries, w->entries[i].entry.id);
	json_set(v, "entries", entries);
	json_set(v, "planned", planned_json(w));
	json_set(v, "advice", plan_advice_json(&w->study, MINUTES_NEXT));
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

/* ISO 8601: a week begins on Monday. */
static int monday_of(int day)
{
	return day - (int)day_weekday(day);
}

/* "last week" needs no quotes. */
static int read_week(struct week *w, char **words, int count,
		     struct error *err)
{
	struct day_span days = { w->today, w->today };
	AUTO(strbuf) typed = STRBUF_INIT;

	operands_join(&typed, count, words);
	if (count && date_words_span(&days, strbuf_slice(&typed), w->today,
				     DATE_PAST, err))
		return -1;
	w->first = monday_of(days.first);
	w->last = w->first + 6;
	if (days.last <= w->last)
		return 0;
	return error_set(err, ERROR_USAGE, "'%s' is more than one week; name "
			 "a day of the one that is meant", typed.buf);
}

static int week_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	struct week_args a = { false };
	struct week w = { .ctx = ctx };
	AUTO(arena) mem = ARENA_INIT;
	int count = options_parse(week_options, &a, argc, argv, err);

	if (count < 0)
		return -1;
	w.today = journal_today(ctx->journal);
	if (read_week(&w, argv, count, err) || load(&w, &mem, err))
		return -1;
	return a.json ? print_json(&w, err) : print_text(&w, err);
}

const struct command cmd_week = {
	.name = "week",
	.summary = "Sum up a week, and propose the next",
	.usage = "[--json] [DATE]...",
	.options = week_options,
	.operands = COMPLETE_SPANS,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = week_run,
};
