/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PLAN_SCHEDULE_H
#define CORE_MODEL_PLAN_SCHEDULE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/str.h"

/*
 * For when a plan sets what it lists: by dates, "Week 3 (12–18 May)",
 * "2026-05-12: queues", "(by 3 June)", or by a week or day counted from the
 * first day of study, "Week 3", "Day 5-7".  Days are numbers of days.
 */
struct plan_days {
	int first, last;
	bool sure;		/* a year or the weekday says which year it is */
};

/* Where a plan's weeks are counted from; a date without a year is in the one
 * in which its weekday is, and of these in the one nearest to `start`, or
 * without that to `known`, or to `today`. */
struct plan_calendar {
	int start;		/* the first day, or DAY_NONE */
	int today;
	int known;		/* a day of it that is sure; 0: none */
};

/* 1 … 7, from Monday on, in some languages and cut short; 0: it is none. */
int plan_weekday_named(struct str word);

/* The days that a line names as dates; false: none. */
bool plan_dates_read(struct plan_days *out, struct str line,
		     const struct plan_calendar *c);

/*
 * The days that a line is for: its dates, else its week, day or month from the
 * start on; a day of a week counts within `outer`, the days of the heading
 * above, which may be NULL.
 */
bool plan_days_read(struct plan_days *out, struct str line,
		    const struct plan_calendar *c,
		    const struct plan_days *outer);

/* The first day that a line with both a week (or a day) and its dates counts
 * from; DAY_NONE: it has not both. */
int plan_start_of(struct str line, const struct plan_calendar *c);

/* What a line calls its stretch of days: "Week 3"; .len 0: it has no name.  A
 * slice of the line. */
struct str plan_days_name(struct str line);

/* Is that name a label of what is behind it, "Week 2: storage", "Day 8 - EC2",
 * and not the begin of a sentence? */
bool plan_days_is_label(struct str line);

/*
 * How many of `late` items, whose days are over, to take along today, so that
 * they are spread evenly over the study days that are left.
 */
size_t plan_take_along(size_t late, int study_days_left);

#endif
