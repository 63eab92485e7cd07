/* SPDX-License-Identifier: MIT */
/* The days of an exam where nobody says them: as its plan or the log has it. */
#include "cmd/exam/exam.h"

#include <stdlib.h>

#include "cmd/items/items.h"
#include "cmd/report.h"
#include "core/base/date.h"
#include "core/model/date_words.h"
#include "core/model/plan_facts.h"
#include "core/model/plan_schedule.h"

#define PAUSE_MOST 56	/* days without study that one comes back from */

static bool holds(struct str text, const char *name)
{
	for (; name && *name && text.len; text = str_from(text, 1))
		if (str_starts_nocase(text, name))
			return true;
	return false;
}

/* A plan that says which exam it is for says nothing of another. */
static bool is_for(const struct plan_facts *facts, const struct exam *e,
		   int today)
{
	struct error unread = ERROR_INIT;
	int day;

	return !facts->exam.value.len || holds(facts->exam.value, e->name) ||
	       holds(facts->exam.value, e->code) ||
	       !date_words_parse(&day, facts->exam.value, today, DATE_FUTURE,
				 &unread);
}

static bool read_day(int *day, const struct plan_fact *fact, int today,
		     enum date_direction direction)
{
	const struct plan_calendar calendar = { DAY_NONE, today, 0 };
	struct error unread = ERROR_INIT;
	struct plan_days days;

	if (!fact->value.len)
		return false;
	if (!date_words_parse(day, fact->value, today, direction, &unread))
		return true;
	/* "Friday, August 28, 2026 · 14:00, online" */
	if (!plan_dates_read(&days, fact->value, &calendar))
		return false;
	*day = days.first;
	return true;
}

static void take_day(struct exam_days *days, const struct plan_facts *facts,
		     const char *path, int today)
{
	const struct plan_fact *said = &facts->date;

	if (!read_day(&days->day, said, today, DATE_FUTURE)) {
		/* "Exam: 20 July 2022" */
		said = &facts->exam;
		if (!read_day(&days->day, said, today, DATE_FUTURE))
			return;
	}
	report_note("the day of the exam is from '%s', line %u", path,
		    said->line);
}

/* Said, or what makes so many days to go so many per cent. */
static void take_start(struct exam_days *days, const struct plan_facts *facts,
		       const char *path, int today)
{
	int total = exam_days_total(facts->days_to_go, facts->percent), start;

	if (read_day(&start, &facts->start, today, DATE_PAST) &&
	    (days->day == DAY_NONE || start < days->day)) {
		days->start = start;
		report_note("the first day of study is from '%s', line %u",
			    path, facts->start.line);
	} else if (total && days->day != DAY_NONE &&
		   days->day - total <= today) {
		/* A later one: the countdown is old, or of another exam. */
		days->start = days->day - total;
		report_note("the first day of study, %s, follows from the "
			    "countdown in '%s', line %u",
			    day_format(days->start).s, path, facts->countdown);
	}
}

static void take_from_plan(struct exam_days *days, struct journal *j,
			   const struct exam *e, bool no_day)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct error unread = ERROR_INIT;
	const char *path = plan_of_exam(j, e, &mem);
	int today = journal_today(j);
	struct plan_facts facts;

	if (!path || journal_read(j, path, &text, &unread))
		return;
	plan_facts_read(&facts, strbuf_slice(&text));
	if (!is_for(&facts, e, today))
		return;
	if (days->day == DAY_NONE && !no_day)
		take_day(days, &facts, path, today);
	if (days->start == DAY_NONE)
		take_start(days, &facts, path, today);
}

/* --- the log ------------------------------------------------------------- */

struct day_list {
	int *days;
	size_t count, cap;
};

static void day_list_release(struct day_list *l)
{
	free(l->days);
}

static int by_day(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return x < y ? -1 : x > y;
}

static void add_days(struct day_list *l, struct index *ix, const char *topic,
		     int today)
{
	const struct index_filter filter = {
		.since = DAY_NONE, .until = today, .topic = topic,
	};
	AUTO(arena) mem = ARENA_INIT;
	struct error unread = ERROR_INIT;
	struct index_entry *entries;
	size_t count;

	if (index_entries(ix, &filter, &mem, &entries, &count, &unread))
		return;
	for (size_t i = 0; i < count; i++) {
		int day = entry_day(&entries[i].entry);

		if (day == DAY_NONE || day > today || entries[i].empty)
			continue;
		XGROW(l->days, l->count, l->cap);
		l->days[l->count++] = day;
	}
}

/* The first day of the stretch of study that today is in, or DAY_NONE. */
static int first_of_stretch(struct day_list *l, int today)
{
	int first = today;

	if (l->count)
		qsort(l->days, l->count, sizeof(*l->days), by_day);
	for (size_t i = l->count; i-- > 0;) {
		if (first - l->days[i] > PAUSE_MOST)
			break;
		first = l->days[i];
	}
	return l->count && first <= l->days[l->count - 1] ? first : DAY_NONE;
}

static void take_from_log(struct exam_days *days, struct journal *j,
			  struct str topics)
{
	AUTO(day_list) l = { .days = NULL };
	struct error unread = ERROR_INIT;
	bool any = str_trim(topics).len > 0;
	int today = journal_today(j);
	struct index *ix;
	struct str topic;

	if (journal_index(j, &ix, &unread))
		return;
	if (!any)
		add_days(&l, ix, NULL, today);
	while ((topic = str_next_field(&topics, ',')).s) {
		const struct topic *t = topic_find(journal_topics(j),
						   str_trim(topic));

		if (t)
			add_days(&l, ix, t->id, today);
	}
	days->start = first_of_stretch(&l, today);
	if (days->start != DAY_NONE && days->start < today)
		report_note("the first day of study is the first that was "
			    "logged %s, %s; --start says another",
			    any ? "on its topics" : "of late",
			    day_format(days->start).s);
}

void exam_default_days(struct exam_days *days, struct journal *j,
		       const struct exam *e, struct str topics, bool is_new,
		       bool no_day)
{
	take_from_plan(days, j, e, no_day);
	if (!is_new || days->start != DAY_NONE)
		return;
	take_from_log(days, j, topics);
	if (days->start == DAY_NONE)
		days->start = journal_today(j);
}
