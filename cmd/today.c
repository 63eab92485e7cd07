/* SPDX-License-Identifier: MIT */
/* hecto today, and hecto alone: where one stands, and what comes next. */
#include "cmd/today/today.h"

#include <stdlib.h>

#include "cmd/duration.h"
#include "cmd/exam/exam.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "core/base/date.h"
#include "core/model/date_words.h"

#define TOPIC_DAYS 28
#define WEEK_COLUMNS 64	/* that a week in one line takes */
#define RENEWAL_DAYS 90	/* before a certificate ends */

/* Minutes to study where nobody says how many. */
#define MINUTES_DEFAULT 60

struct today_args {
	const char *minutes;
	bool json;
};

static const struct option today_options[] = {
	STRING('m', "minutes", today_args, minutes, "TIME", COMPLETE_NOTHING,
	       "propose what fits into this time: 90, 1h30 (60)"),
	FLAG(0, "json", today_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

static int by_id(const void *a, const void *b)
{
	return str_cmp(str_of(*(const char *const *)a),
		       str_of(*(const char *const *)b));
}

/* Put a topic into its place among the most frequent. */
static void rank(struct dashboard *d, struct topic_count t)
{
	size_t at = d->ntopics;

	while (at && d->topics[at - 1].entries < t.entries)
		at--;
	if (at == TOPICS_SHOWN)
		return;
	if (d->ntopics < TOPICS_SHOWN)
		d->ntopics++;
	for (size_t i = d->ntopics - 1; i > at; i--)
		d->topics[i] = d->topics[i - 1];
	d->topics[at] = t;
}

static bool is_recent(const struct dashboard *d, const struct index_entry *e)
{
	int day = entry_day(&e->entry);

	return day != DAY_NONE && day > d->today - TOPIC_DAYS &&
	       day <= d->today;
}

/* What the entries of the last weeks speak of, most often first. */
static int count_topics(struct dashboard *d, struct index *ix,
			struct arena *mem, struct error *err)
{
	const struct index_filter recent = {
		.since = d->today - TOPIC_DAYS + 1, .until = d->today,
	};
	struct index_entry *entries;
	const char **ids;
	size_t nentries, count = 0;

	if (index_entries(ix, &recent, mem, &entries, &nentries, err))
		return -1;
	for (size_t i = 0; i < nentries; i++)
		count += is_recent(d, &entries[i]) ? entries[i].ntopics : 0;
	ids = arena_alloc(mem, (count + 1) * sizeof(*ids));
	count = 0;
	for (size_t i = 0; i < nentries; i++)
		for (size_t k = 0; is_recent(d, &entries[i]) &&
				   k < entries[i].ntopics; k++)
			ids[count++] = entries[i].topics[k];
	if (count)
		qsort(ids, count, sizeof(*ids), by_id);
	for (size_t i = 0; i < count;) {
		struct topic_count t = { ids[i], 0 };

		for (; i < count && str_is(str_of(ids[i]), t.id); i++)
			t.entries++;
		rank(d, t);
	}
	return 0;
}

/* Those of the last days; where no day is known, the last of the log. */
static int load_entries(struct dashboard *d, struct index *ix,
			struct arena *mem, struct error *err)
{
	const struct index_filter dated = {
		.since = DAY_NONE, .until = d->today, .last = ENTRIES_SHOWN,
	};
	const struct index_filter all = {
		.since = DAY_NONE, .until = DAY_NONE, .last = ENTRIES_SHOWN,
	};

	if (index_entries(ix, &dated, mem, &d->entries, &d->nentries, err))
		return -1;
	return d->nentries ? 0 : index_entries(ix, &all, mem, &d->entries,
					       &d->nentries, err);
}

static int load(struct dashboard *d, struct arena *mem, struct error *err)
{
	struct error unread = ERROR_INIT;
	struct index *ix;

	if (progress_load(&d->progress, d->ctx, mem, err) ||
	    journal_index(d->ctx->journal, &ix, err))
		return -1;
	d->set = journal_settings(d->ctx->journal);
	d->today = d->progress.streak.today;
	if (load_entries(d, ix, mem, err) || count_topics(d, ix, mem, err))
		return -1;
	if (journal_git_dir(d->ctx->journal) &&
	    timer_read(&d->timer, d->ctx->journal, &unread))
		d->timer.running = false;
	if (journal_study(d->ctx->journal,
			  exam_next(d->set->exams, d->set->nexams, d->today),
			  mem, &d->study, err))
		return -1;
	journal_study_remember(d->ctx->journal, &d->study);
	return 0;
}

int today_first_of_week(const struct dashboard *d)
{
	int from_monday = (int)day_weekday(d->today);

	return d->set->week_start == WEEK_FROM_SUNDAY ?
		       d->today - (from_monday + 1) % 7 :
		       d->today - from_monday;
}

struct heat today_heat(const struct dashboard *d, int day)
{
	return heat_of(d->progress.days, d->progress.ndays, day, d->today,
		       &d->set->streak);
}

size_t today_last_entry(const struct dashboard *d)
{
	size_t n = d->nentries;

	/* Undated ones stand last and are the latest only if all are. */
	while (n && entry_day(&d->entries[n - 1].entry) == DAY_NONE)
		n--;
	while (n && entry_day(&d->entries[n - 1].entry) > d->today)
		n--;
	return n ? n : d->nentries;
}

static void add_exam(struct strbuf *out, const struct dashboard *d)
{
	const struct exam *e = exam_next(d->set->exams, d->set->nexams,
					 d->today);
	AUTO(strbuf) text = STRBUF_INIT;
	struct countdown c;

	if (!e)
		return;
	exam_countdown(&c, e, d->today);
	strbuf_addf(&text, "%s ", e->name);
	if (exam_is_open(e))
		strbuf_addf(&text, "%s, %s",
			    date_words_distance(e->day, d->today).s,
			    date_words_long(e->day).s);
	else
		exam_add_when(&text, e, d->today);
	if (exam_is_open(e) && c.days_to_go < 0)
		strbuf_addstr(&text, EXAM_PAST_HINT);
	if (exam_is_open(e) && c.percent_left >= 0 && c.days_to_go >= 0)
		strbuf_addf(&text, "; %d%% of the time left", c.percent_left);
	present_fact(out, d->ctx, "Exam", STYLE_BOLD, strbuf_slice(&text));
}

/* Certificates that have to be renewed within a few months. */
static void add_renewals(struct strbuf *out, const struct dashboard *d)
{
	for (size_t i = 0; i < d->set->nexams; i++) {
		const struct exam *e = &d->set->exams[i];
		int day = exam_renewal(e);
		AUTO(strbuf) text = STRBUF_INIT;

		if (day == DAY_NONE || day < d->today ||
		    day - d->today > RENEWAL_DAYS)
			continue;
		strbuf_addf(&text, "%s by %s, ", e->name,
			    date_words_long(day).s);
		strbuf_addstr(&text, date_words_distance(day, d->today).s);
		present_fact(out, d->ctx, "To renew", STYLE_NONE,
			     strbuf_slice(&text));
	}
}

/* Where the plan is, and what to study today. */
static void add_study(struct strbuf *out, const struct dashboard *d)
{
	AUTO(strbuf) percentages = STRBUF_INIT;
	AUTO(strbuf) advice = STRBUF_INIT;
	AUTO(strbuf) length = STRBUF_INIT;

	if (!today_has_study(d))
		return;
	plan_add_percentages(&percentages, &d->study);
	if (percentages.len && !study_waits_for_result(&d->study))
		present_fact(out, d->ctx, "Plan", STYLE_NONE,
			     strbuf_slice(&percentages));
	plan_add_pace(out, d->ctx, &d->study);
	plan_add_planned(out, d->ctx, &d->study);
	plan_add_advice(&advice, d->ctx, &d->study, d->minutes);
	if (!advice.len)
		return;
	duration_add(&length, d->minutes);
	strbuf_addf(out, d->progress.streak.status == STREAK_REST ?
				 "\nToday is a day off; for %s, if you like:\n" :
				 "\nFor %s today:\n",
		    length.buf);
	strbuf_addslice(out, strbuf_slice(&advice));
}

static void add_timer(struct strbuf *out, const struct dashboard *d)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (!d->timer.running)
		return;
	duration_add(&text, timer_minutes(&d->timer, d->ctx->now));
	strbuf_addstr(&text, " so far; 'hecto stop' logs them");
	present_fact(out, d->ctx, "Studying", STYLE_BOLD, strbuf_slice(&text));
}

static void add_week(struct strbuf *out, const struct dashboard *d)
{
	AUTO(strbuf) text = STRBUF_INIT;
	bool narrow = d->ctx->columns < WEEK_COLUMNS;
	int first = today_first_of_week(d), studied = 0;

	present_fact(&text, d->ctx, "This week", STYLE_NONE, STR_NONE);
	strbuf_truncate(&text, text.len - 1);
	strbuf_addstr(&text, narrow ? "\n  " : "");
	for (int day = first; day < first + 7; day++) {
		struct heat h = today_heat(d, day);

		studied += h.level > 0;
		strbuf_addf(&text, narrow ? "%.2s" : "%.2s ",
			    weekday_short(day_weekday(day)));
		heat_add_mark(&text, d->ctx, h);
		strbuf_addstr(&text, narrow ? " " : "  ");
	}
	strbuf_addf(&text, "%d of 7\n", studied);
	strbuf_addslice(out, strbuf_slice(&text));
}

static void add_topics(struct strbuf *out, const struct dashboard *d)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (!d->ntopics)
		return;
	for (size_t i = 0; i < d->ntopics; i++)
		strbuf_addf(&text, "%s%s %zu", i ? ", " : "", d->topics[i].id,
			    d->topics[i].entries);
	present_fact(out, d->ctx, "Lately", STYLE_NONE, strbuf_slice(&text));
}

static void add_entries(struct strbuf *out, const struct dashboard *d)
{
	struct table *t = table_new(3);
	size_t n = today_last_entry(d);

	for (size_t i = 0; i < ENTRIES_SHOWN && n; i++) {
		const struct index_entry *e = &d->entries[--n];

		table_cell(t, STYLE_DIM, str_of(e->entry.id));
		table_cell(t, STYLE_BOLD, str_of(e->title));
		table_cell(t, STYLE_NONE, str_of(e->summary));
	}
	strbuf_addch(out, '\n');
	table_write(out, t, d->ctx);
	table_free(t);
}

static void add_next(struct strbuf *out, const struct dashboard *d)
{
	strbuf_addstr(out, "\nNext: ");
	today_add_next(out, d);
	strbuf_addch(out, '\n');
}

/* Nobody has to know a command to begin. */
static void add_welcome(struct strbuf *out, const struct dashboard *d)
{
	if (today_has_study(d)) {
		strbuf_addstr(out, "\nNothing is logged yet.");
		add_next(out, d);
		return;
	}
	strbuf_addstr(out,
		      "\nNothing is logged yet.  Begin with one of these:\n\n"
		      "  hecto log \"what you studied today\"\n"
		      "  hecto import log.md          "
		      "bring in a log you have\n"
		      "  hecto import notes.md        "
		      "keep notes or a plan, to search them\n"
		      "  hecto exam add NAME --date DATE\n"
		      "\nman hecto-tutorial shows a first week.\n");
}

static int print_dashboard(const struct dashboard *d, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	AUTO(strbuf) streak = STRBUF_INIT;
	AUTO(strbuf) challenge = STRBUF_INIT;

	style_add(&out, d->ctx, STYLE_BOLD,
		  str_of(date_words_long(d->today).s));
	strbuf_addch(&out, '\n');
	if (!d->nentries) {
		add_exam(&out, d);
		add_renewals(&out, d);
		add_study(&out, d);
		today_add_after(&out, d);
		add_welcome(&out, d);
		return report_output(&out, err);
	}
	progress_add_streak(&streak, &d->progress.streak, d->set);
	present_fact(&out, d->ctx, "Streak",
		     progress_style(d->progress.streak.status),
		     strbuf_slice(&streak));
	progress_add_challenge(&challenge, &d->progress.challenge);
	present_fact(&out, d->ctx, "Challenge", STYLE_NONE,
		     strbuf_slice(&challenge));
	add_exam(&out, d);
	add_renewals(&out, d);
	add_timer(&out, d);
	add_week(&out, d);
	add_topics(&out, d);
	add_study(&out, d);
	today_add_after(&out, d);
	add_entries(&out, d);
	add_next(&out, d);
	return report_output(&out, err);
}

static int today_run(const struct context *ctx, int argc, char **argv,
		     struct error *err)
{
	struct today_args args = { .minutes = NULL };
	struct dashboard d = { .ctx = ctx, .minutes = MINUTES_DEFAULT };
	AUTO(arena) mem = ARENA_INIT;
	int count = options_parse(today_options, &args, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err))
		return -1;
	if (args.minutes && duration_parse(&d.minutes, str_of(args.minutes),
					   err))
		return error_context(err, "--minutes");
	if (load(&d, &mem, err))
		return -1;
	return args.json ? today_print_json(&d, err) : print_dashboard(&d, err);
}

const struct command cmd_today = {
	.name = "today",
	.summary = "Show where you stand and what comes next",
	.usage = "[--minutes TIME] [--json]",
	.options = today_options,
	.needs = NEEDS_JOURNAL,
	.run = today_run,
};
