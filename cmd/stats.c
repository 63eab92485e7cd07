/* SPDX-License-Identifier: MIT */
/* hecto stats: the journal in numbers. */
#include "cmd/command.h"
#include "cmd/dates.h"
#include "cmd/duration.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "core/base/date.h"
#include "core/base/strset.h"

#include <stdlib.h>

#define TOP_TOPICS 10
#define BAR_WIDTH 30

struct stats_args {
	const char *since, *until;
	bool json;
};

static const struct option stats_options[] = {
	STRING(0, "since", stats_args, since, "DATE", COMPLETE_SPANS,
	       "count from DATE on"),
	STRING(0, "until", stats_args, until, "DATE", COMPLETE_SPANS,
	       "count up to DATE"),
	FLAG(0, "json", stats_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

struct topic_count {
	const char *id;
	size_t entries;
};

/* What is counted; `topics` most first. */
struct stats {
	struct day_span asked;	/* for, or DAY_NONE */
	int first, last;	/* studied days within that */
	size_t entries, words;
	int days, minutes;
	int days_with_minutes;
	int weekdays[7];	/* studied days on each, Monday first */
	struct topic_count *topics;
	size_t ntopics;
};

static bool is_within(const struct stats *s, int day)
{
	if (day == DAY_NONE)
		return s->asked.first == DAY_NONE && s->asked.last == DAY_NONE;
	return (s->asked.first == DAY_NONE || day >= s->asked.first) &&
	       (s->asked.last == DAY_NONE || day <= s->asked.last);
}

static void count_days(struct stats *s, const struct studied_day *days,
		       size_t count, int today)
{
	for (size_t i = 0; i < count; i++) {
		if (days[i].day > today || !is_within(s, days[i].day))
			continue;
		if (!s->days++)
			s->first = days[i].day;
		s->last = days[i].day;
		s->minutes += days[i].minutes;
		s->days_with_minutes += days[i].minutes > 0;
		s->weekdays[day_weekday(days[i].day)]++;
	}
}

static void count_entries(struct stats *s, const struct index_entry *entries,
			  size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (entries[i].empty ||
		    !is_within(s, entry_day(&entries[i].entry)))
			continue;
		s->words += entries[i].words;
		s->entries++;
	}
}

static int by_entries(const void *a, const void *b)
{
	const struct topic_count *x = a, *y = b;

	if (x->entries != y->entries)
		return x->entries > y->entries ? -1 : 1;
	return str_cmp(str_of(x->id), str_of(y->id));
}

/* One more entry on the topic; `places` has where each stands in the list. */
static void count_topic(struct stats *s, struct strset *places, const char *id)
{
	size_t at = s->ntopics;

	if (!strset_get(places, str_of(id), &at)) {
		strset_put(places, str_of(id), at);
		s->topics[s->ntopics++] = (struct topic_count){ id, 0 };
	}
	s->topics[at].entries++;
}

static void count_topics(struct stats *s, const struct index_entry *entries,
			 size_t count, struct arena *mem)
{
	AUTO(strset) places = STRSET_INIT;
	size_t most = 0;

	for (size_t i = 0; i < count; i++)
		most += entries[i].ntopics;
	s->topics = arena_alloc(mem, (most + 1) * sizeof(*s->topics));
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < entries[i].ntopics; k++)
			if (is_within(s, entry_day(&entries[i].entry)))
				count_topic(s, &places, entries[i].topics[k]);
	if (s->ntopics)
		qsort(s->topics, s->ntopics, sizeof(*s->topics), by_entries);
}

static int load(struct stats *s, const struct context *ctx, struct arena *mem,
		struct error *err)
{
	const struct index_filter filter = { .since = DAY_NONE,
					     .until = DAY_NONE };
	const struct settings *set = journal_settings(ctx->journal);
	struct index_entry *entries;
	struct studied_day *days;
	size_t ndays, count;
	struct index *ix;

	if (journal_index(ctx->journal, &ix, err) ||
	    index_days(ix, set->rollover, set->min_minutes, mem, &days, &ndays,
		       err) ||
	    index_entries(ix, &filter, mem, &entries, &count, err))
		return -1;
	count_days(s, days, ndays, journal_today(ctx->journal));
	count_topics(s, entries, count, mem);
	count_entries(s, entries, count);
	return 0;
}

static struct json *weekdays_json(const struct stats *s)
{
	struct json *list = json_new_array();

	for (enum weekday w = MONDAY; w <= SUNDAY; w++) {
		struct json *v = json_new_object();

		json_set_string(v, "weekday", weekday_name(w));
		json_set_int(v, "days", s->weekdays[w]);
		json_append(list, v);
	}
	return list;
}

static struct json *topics_json(const struct stats *s)
{
	struct json *list = json_new_array();

	for (size_t i = 0; i < s->ntopics; i++) {
		struct json *v = json_new_object();

		json_set_string(v, "id", s->topics[i].id);
		json_set_int(v, "entries", (int64_t)s->topics[i].entries);
		json_append(list, v);
	}
	return list;
}

static int print_json(const struct stats *s, struct error *err)
{
	struct json *v = json_new_object();
	int rc;

	json_set_day(v, "first", s->first);
	json_set_day(v, "last", s->last);
	json_set_int(v, "days", s->days);
	json_set_int(v, "entries", (int64_t)s->entries);
	json_set_int(v, "minutes", s->minutes);
	json_set_int(v, "words", (int64_t)s->words);
	json_set(v, "weekdays", weekdays_json(s));
	json_set(v, "topics", topics_json(s));
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

static void add_bar(struct strbuf *out, const struct context *ctx, int part,
		    int most)
{
	int width = most ? (part * BAR_WIDTH + most - 1) / most : 0;

	for (int i = 0; i < width; i++)
		style_add(out, ctx, STYLE_GOOD, ctx->utf8 ? STR("\xe2\x96\x88") :
							    STR("#"));
}

static void add_weekdays(struct strbuf *out, const struct context *ctx,
			 const struct stats *s)
{
	bool sunday = journal_settings(ctx->journal)->week_start ==
		      WEEK_FROM_SUNDAY;
	int most = 0;

	for (int i = 0; i < 7; i++)
		if (s->weekdays[i] > most)
			most = s->weekdays[i];
	strbuf_addch(out, '\n');
	for (int i = 0; i < 7; i++) {
		int w = (i + (sunday ? 6 : 0)) % 7;

		strbuf_addf(out, "%s %5d  ", weekday_short((enum weekday)w),
			    s->weekdays[w]);
		add_bar(out, ctx, s->weekdays[w], most);
		strbuf_addch(out, '\n');
	}
}

static void add_topics(struct strbuf *out, const struct context *ctx,
		       const struct stats *s)
{
	struct table *t = table_new(3);

	table_right(t, 1);
	for (size_t i = 0; i < s->ntopics && i < TOP_TOPICS; i++) {
		table_cell(t, STYLE_BOLD, str_of(s->topics[i].id));
		table_cellf(t, STYLE_NONE, "%zu", s->topics[i].entries);
		table_cell(t, STYLE_NONE, str_of(
			s->topics[i].entries == 1 ? "entry" : "entries"));
	}
	if (s->ntopics)
		strbuf_addch(out, '\n');
	table_write(out, t, ctx);
	table_free(t);
}

static void add_minutes(struct strbuf *out, const struct context *ctx,
			const struct stats *s)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (!s->minutes)
		return;
	duration_add(&text, s->minutes);
	strbuf_addf(&text, " on %d of the days, ", s->days_with_minutes);
	duration_add(&text, s->minutes / s->days_with_minutes);
	strbuf_addstr(&text, " each");
	present_fact(out, ctx, "Time", STYLE_NONE, strbuf_slice(&text));
}

static int print_numbers(const struct stats *s, const struct context *ctx,
			 struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	int span = s->days ? s->last - s->first + 1 : 0;

	present_factf(&out, ctx, "Entries", "%zu, %zu words", s->entries,
		      s->words);
	if (s->days) {
		present_factf(&out, ctx, "Days", "%d of %d, %s to %s", s->days,
			      span, day_format(s->first).s,
			      day_format(s->last).s);
		add_minutes(&out, ctx, s);
		add_weekdays(&out, ctx, s);
	}
	add_topics(&out, ctx, s);
	return report_output(&out, err);
}

static int stats_run(const struct context *ctx, int argc, char **argv,
		     struct error *err)
{
	struct stats_args args = { NULL, NULL, false };
	struct stats s = {
		.first = DAY_NONE, .last = DAY_NONE,
	};
	AUTO(arena) mem = ARENA_INIT;
	int count = options_parse(stats_options, &args, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err) ||
	    dates_between(&s.asked, args.since, args.until, ctx->journal,
			  err) ||
	    load(&s, ctx, &mem, err))
		return -1;
	if (args.json && print_json(&s, err))
		return -1;
	if (!s.entries)
		return error_set(err, ERROR_NOTHING, "there is nothing to "
				 "count yet; log a day with 'hecto log'");
	return args.json ? 0 : print_numbers(&s, ctx, err);
}

const struct command cmd_stats = {
	.name = "stats",
	.summary = "Show the journal in numbers",
	.usage = "[--since DATE] [--until DATE] [--json]",
	.options = stats_options,
	.needs = NEEDS_JOURNAL | ASKS_INDEX,
	.run = stats_run,
};
