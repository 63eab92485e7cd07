/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PACE_H
#define CORE_MODEL_PACE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/model/streak.h"

/*
 * How the work of a plan stands against the time that is left: earned value
 * and earned schedule on civil days (design: study-plan, 1.3).  Work is in
 * minutes; days are numbers of days; nothing here reads a clock.
 */
struct pace_plan {
	int start, exam, today;	/* exam after start */
	int buffer;		/* days kept for revision; -1: by default */
	const struct streak_rules *rules;	/* days of rest; NULL: none */
};

/* The work as it stood at the end of a day. */
struct pace_point {
	int day;
	double total, done;
};

/* How far back the pace that is kept is measured, and from how many study days
 * on there is one. */
#define PACE_WINDOW 14
#define PACE_LEAST_DAYS 3

struct pace {
	int days_to_go;		/* g; negative after the exam */
	int days_total;		/* T */
	int time_left;		/* per cent of the time, 0 … 100 */
	int buffer;		/* B */
	int study_days_left;	/* D: from today on, before the buffer */

	double total, done;	/* BAC, EV */
	int covered;		/* per cent of the work; -1: nothing planned */
	double planned;		/* PV: what would be done by now */
	double ahead_days;	/* ES - days gone; negative: behind */
	double performance;	/* SPI(t); NAN on the first day */

	double needed;		/* q: minutes a study day */
	double kept;		/* v over the window; NAN: not enough data */
	double kept_always;	/* the same since the start */
	int finish;		/* at the pace kept; DAY_NONE: not known */
	int finish_always;
	int slack;		/* days from finish to the buffer; 0 when
				   there is no finish */
};

/* Two days, or a tenth of the time if that is more; less than all of it. */
int pace_default_buffer(int start, int exam);

/* Is this a day on which study is planned? */
bool pace_is_study_day(int day, const struct streak_rules *rules);

/*
 * `history` ascending by day, up to today's or yesterday's point; it may be
 * empty, and what was done before its first point belongs to no pace.  `now` is the work as it stands.
 */
void pace_measure(struct pace *out, const struct pace_plan *plan,
		  const struct pace_point *now,
		  const struct pace_point *history, size_t count);

/* "on time", "slightly behind", "behind" or "ahead"; "" when not known. */
const char *pace_word(const struct pace *p);

/* What each of the three levers would have to be, so that all gets done. */
struct pace_levers {
	double minutes;		/* a study day, instead of those kept */
	double drop;		/* minutes of work to leave out */
	int exam;		/* the day to move the exam to; DAY_NONE */
};

/* False: the pace kept is enough, or not known; or only the days for revision
 * are left. */
bool pace_levers(struct pace_levers *out, const struct pace *p,
		 const struct pace_plan *plan);

#endif
