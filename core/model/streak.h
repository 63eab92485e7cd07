/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_STREAK_H
#define CORE_MODEL_STREAK_H

#include <stddef.h>
#include <stdbool.h>

/*
 * The streak, exactly as the design page "streak" has it: civil days only; no
 * clock, no zone.  Rest and pause are transparent, one missed day in a row is
 * bridged (grace), two end it; nothing but a studied day is ever counted.
 */
enum day_state {
	DAY_STUDIED,
	DAY_LATE,		/* studied, written on a later day */
	DAY_REST,
	DAY_PAUSE,
	DAY_MISSED,
	DAY_PENDING,		/* today, nothing yet */
	DAY_OUTSIDE,		/* before the first day, or in the future */
};

const char *day_state_name(enum day_state s);

struct pause {
	int first, last;	/* days, both included */
	const char *reason;	/* or NULL */
};

struct streak_rules {
	unsigned rest_weekdays;	/* bit 0: Monday … bit 6: Sunday */
	const int *rest_days;	/* single days of rest, ascending */
	size_t nrest_days;
	const struct pause *pauses;	/* ascending; none overlaps another */
	size_t npauses;
	int grace;		/* missed days in a row that are bridged: 1 */
	int pause_max;		/* rest or pause in a row that keeps it: 14 */
};

/* A studied day; `late` when it was written on a later effective day. */
struct studied_day {
	int day;
	bool late;
	int minutes;		/* 0: not said */
};

enum streak_status {
	STREAK_NONE,		/* nothing studied yet */
	STREAK_DONE,		/* today is studied */
	STREAK_PENDING,		/* today is still open */
	STREAK_LAST_CHANCE,	/* yesterday was bridged: study today */
	STREAK_REST,		/* today is a day of rest */
	STREAK_BROKEN,
};

const char *streak_status_name(enum streak_status s);	/* "last-chance" … */

struct run_of_days {
	int days;		/* studied days in it */
	int first, last;	/* DAY_NONE when there is none */
};

struct streak {
	int today;
	enum streak_status status;
	int streak, run;
	int since;		/* first day of the streak, or DAY_NONE */
	int last;		/* the last studied day, or DAY_NONE */
	struct run_of_days longest_streak, longest_run;
	int studied7, possible7;	/* of the last 7 days: studied, and not */
	int studied28, possible28;	/* rest or pause; today only if studied */
	int total;		/* studied days in all, up to today */
	int on_time;		/* of them not late */
};

/*
 * `days` ascending and distinct; those after `today` do not count.  Entries
 * without content and days under the least minutes are the caller's to leave
 * out.
 */
void streak_compute(struct streak *out, const struct studied_day *days,
		    size_t count, int today, const struct streak_rules *rules);

enum day_state streak_day_state(const struct studied_day *days, size_t count,
				int day, int today,
				const struct streak_rules *rules);

/* How many days from `first` to today were missed (DAY_MISSED). */
int streak_missed(const struct studied_day *days, size_t count, int first,
		  int today, const struct streak_rules *rules);

#endif
