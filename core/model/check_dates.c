/* SPDX-License-Identifier: MIT */
/* Checks of the dates of a log. */
#include "core/model/check_rows.h"

#include <stdlib.h>

#include "core/base/path.h"

#define ORDER_LEAST 4		/* steps that show in which order a log is */

static void report(struct findings *f, const struct check_day *day,
		   const char *why, const char *proposal)
{
	findings_add(f, day->path, day->line, check_heading(day), why,
		     proposal);
}

void check_impossible(struct findings *f, const struct check_log *log)
{
	for (size_t i = 0; i < log->count; i++)
		if (check_has_flag(log->days[i].entry, "date-impossible"))
			report(f, &log->days[i],
			       "there is no such date, so the entry has none",
			       "write the date that was meant");
}

/* "2026-02-30.md", where nothing else in the file says the day. */
void check_impossible_name(struct findings *f, const struct check_file *file)
{
	struct str stem = path_stem(str_of(file->path));
	struct str date = str_upto(stem, 10);

	if (!file->entry || file->entry->ndays || file->complaint ||
	    !day_is_iso_form(date) || day_parse_iso(date) != DAY_NONE)
		return;
	findings_add(f, file->path, 0, STR(""),
		     arena_printf(f->mem, "the file is named after %.*s, which "
				  "is no date, so the entry has none",
				  (int)date.len, date.s),
		     "name it after the date that was meant, or write that as "
		     "'date: YYYY-MM-DD' between two lines of '---' at its "
		     "top");
}

static const char *weekday_why(struct findings *f, int day)
{
	return arena_printf(f->mem, "%s is a %s", day_format(day).s,
			    weekday_name(day_weekday(day)));
}

void check_weekday(struct findings *f, const struct check_log *log)
{
	for (size_t i = 0; i < log->count; i++) {
		const struct entry *e = log->days[i].entry;
		const char *why = "the weekday is not that of the date";

		if (!check_has_flag(e, "weekday-contradicts"))
			continue;
		if (e->ndays == 1)
			why = weekday_why(f, e->days[0]);
		report(f, &log->days[i], why,
		       "correct the weekday, or the date if that is wrong");
	}
}

/* A day behind today may be today elsewhere. */
void check_future(struct findings *f, const struct check_log *log)
{
	for (size_t i = 0; i < log->count; i++) {
		const struct entry *e = log->days[i].entry;

		if (log->today == DAY_NONE || !e->ndays ||
		    e->days[e->ndays - 1] <= log->today + 1)
			continue;
		report(f, &log->days[i],
		       arena_printf(f->mem, "%s is still to come",
				    day_format(e->days[e->ndays - 1]).s),
		       "write the day when it was studied");
	}
}

/* Which way do the dates of a log run?  1, -1; 0: neither way clearly. */
static int order_of(const struct check_log *log)
{
	int before = DAY_NONE, up = 0, down = 0;

	for (size_t i = 0; i < log->count; i++) {
		int day = entry_day(log->days[i].entry);

		if (day == DAY_NONE)
			continue;
		if (before != DAY_NONE) {
			up += day > before;
			down += day < before;
		}
		before = day;
	}
	if (up >= ORDER_LEAST && up >= 10 * down)
		return 1;
	if (down >= ORDER_LEAST && down >= 10 * up)
		return -1;
	return 0;
}

/* The next entry from `i` on that has a date; log->count: there is none. */
static size_t next_dated(const struct check_log *log, size_t i)
{
	while (i < log->count && !log->days[i].entry->ndays)
		i++;
	return i;
}

static int day_at(const struct check_log *log, size_t i)
{
	return entry_day(log->days[i].entry);
}

/* A round begins with its first day, wherever it stands. */
static bool begins_again(const struct check_log *log, size_t a, size_t b)
{
	int x = entry_number(log->days[a].entry);
	int y = entry_number(log->days[b].entry);

	return x != NUMBER_NONE && y != NUMBER_NONE &&
	       ((x <= 1 && y > 1) || (y <= 1 && x > 1));
}

/*
 * A date that steps back.  If the one before it leaps ahead of both its
 * neighbours, that is the odd one.
 */
static void report_step(struct findings *f, const struct check_log *log,
			size_t before, size_t a, size_t b, int order)
{
	bool leap = before < log->count &&
		    (day_at(log, b) - day_at(log, before)) * order >= 0;
	size_t odd = leap ? a : b, other = leap ? b : a;

	report(f, &log->days[odd],
	       arena_printf(f->mem, "%s %s %s, against the order of the log",
			    day_format(day_at(log, odd)).s,
			    leap ? "stands before" : "stands behind",
			    day_format(day_at(log, other)).s),
	       "correct the date, or its year");
}

void check_date_order(struct findings *f, const struct check_log *log)
{
	int order = order_of(log);
	size_t before = log->count, a = next_dated(log, 0), b;

	if (!order)
		return;
	for (; a < log->count; before = a, a = b) {
		b = next_dated(log, a + 1);
		if (b >= log->count)
			break;
		if ((day_at(log, b) - day_at(log, a)) * order < 0 &&
		    !begins_again(log, a, b))
			report_step(f, log, before, a, b, order);
	}
}
