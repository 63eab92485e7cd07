/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_CLOCK_H
#define CORE_BASE_CLOCK_H

#include <stdint.h>

#include "core/base/error.h"

/*
 * An instant with the offset of the zone it was read in.  It is read once, in
 * cmd/, and handed down; nothing else asks the system for the time.
 */
struct clock {
	int64_t seconds;	/* since 1970-01-01 00:00 UTC */
	int offset;		/* minutes east of UTC, -24*60 … 24*60 */
};

/* The system's time; or `fixed`, an RFC 3339 date-time, where not NULL. */
int clock_now(struct clock *out, const char *fixed, struct error *err)
	MUST_CHECK;

/* Milliseconds that only grow, to wait by; no date. */
int64_t clock_monotonic(void);

/* Milliseconds of work of this thread, neither of waiting nor of what others
 * do, to limit it by. */
int64_t clock_of_thread(void);

/* RFC 3339 section 5.6: "2022-07-04T21:30:12-07:00", "…Z" included. */
int clock_parse(struct clock *out, const char *text);
struct clock_text {
	char s[48];
};
struct clock_text clock_format(struct clock c);

/*
 * Give `c` the offset that a zone of the tz database ("Europe/Berlin") had at
 * that instant; -1 where the system knows no such zone.
 */
int clock_set_zone(struct clock *c, const char *zone);

/*
 * The civil day it is, where a day turns `rollover` minutes after midnight
 * (design: streak, "Today").
 */
int clock_day(struct clock c, int rollover);
int clock_minute_of_day(struct clock c);	/* 0 … 1439, local */

#endif
