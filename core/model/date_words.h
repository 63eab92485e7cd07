/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DATE_WORDS_H
#define CORE_MODEL_DATE_WORDS_H

#include "core/base/date.h"
#include "core/base/error.h"
#include "core/base/str.h"

/*
 * Dates as people type them: "today", "yesterday", "fri", "last friday",
 * "3 days ago", "-2w", "+10d", "in 3 weeks", "2022-07-08", "20220708",
 * "8 July 2022", "jul 8", "2022-W27-5".  A name without a year or direction
 * means the most recent past one when logging and the next one for an exam.
 * "05/07/2022" can be two days and is refused with both, and so is what means
 * more than one day, with its first and its last.
 */
enum date_direction { DATE_PAST, DATE_FUTURE };

int date_words_parse(int *day, struct str words, int today,
		     enum date_direction direction, struct error *err)
	MUST_CHECK;

/*
 * The same where several days will do: "last week", "this month", "july",
 * "july 2022", "2022", "2022-07", "2022-W28", "last 7 days".  Weeks begin on
 * Monday (ISO 8601); a month without a year is the latest that has begun, or
 * the next that is not over.
 */
struct day_span {
	int first, last;	/* both in it */
};

int date_words_span(struct day_span *out, struct str words, int today,
		    enum date_direction direction, struct error *err)
	MUST_CHECK;

/* Are they of such a form, if only of a day that is in no calendar, as
 * "2026-02-30", or that can be two? */
bool date_words_mean_days(struct str words, int today);

/* "mon", "tues.", "monday": at least three letters of a weekday's name. */
bool date_words_weekday(struct str word, enum weekday *out);

/* "Fri 8 July 2022" */
struct date_words_text {
	char s[64];
};
struct date_words_text date_words_long(int day);

/* "today", "yesterday", "in 16 days", "3 days ago" */
struct date_words_text date_words_distance(int day, int today);

#endif
