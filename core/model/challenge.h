/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_CHALLENGE_H
#define CORE_MODEL_CHALLENGE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/model/streak.h"

/*
 * How far a round of a hundred days has come.  It counts studied days, not
 * days of the calendar, so a missed day is one more at the end; Day 0 is
 * before the first.  A round begins where its label grows, or where the
 * numbers of later days start again.  What has a number and no date counts as
 * a day of its round, but nobody knows that it was the last.
 */
struct challenge_mark {
	int day;		/* DAY_NONE: the log gave no date */
	int number;		/* of "Day N", or NUMBER_NONE */
	int round;		/* of "RnDm", or 0 */
};

struct challenge {
	int round;		/* 1 …; 0: nothing logged yet */
	int number;		/* the last "Day N" of it, of days that have a
				   date if any has; or NUMBER_NONE */
	int done, goal;		/* days studied, of how many */
	int first;		/* its first day, or DAY_NONE */
	int missed;
	int last_projected;	/* when it will be done at this rate; or DAY_NONE
				   when it is, or nothing is known */
};

/*
 * `marks` in the order of their days, those without one last; marks after
 * `today` do not count.  `days` are all studied days.
 */
void challenge_compute(struct challenge *out,
		       const struct challenge_mark *marks, size_t count,
		       int goal, const struct studied_day *days, size_t ndays,
		       int today, const struct streak_rules *rules);

/*
 * The same for each mark, so that all who speak of rounds mean the same ones:
 * what a day of an entry counts for.  Marks after `today` begin no round by
 * their numbers, and count for none yet.
 */
struct challenge_place {
	int round;		/* 1 … LIMIT_ROUND */
	bool counts;		/* it is one more day of the round's .done */
};
void challenge_places(struct challenge_place *out,
		      const struct challenge_mark *marks, size_t count,
		      int today);

/* Which day of the challenge it is: the last "Day N", else those studied. */
int challenge_day(const struct challenge *c);

#endif
