/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_DATE_H
#define CORE_BASE_DATE_H

#include <stdbool.h>

#include "core/base/error.h"
#include "core/base/str.h"

/*
 * Civil days.  A day is a number: days since 1970-01-01 in the proleptic
 * Gregorian calendar, without zone or time.  All arithmetic is on these
 * numbers, never on seconds, so daylight saving cannot lose a day.  Years run
 * from 1 to 9999.  The conversion is Howard Hinnant's days_from_civil
 * ("chrono-compatible low-level date algorithms", public domain).
 */
#define DAY_NONE (-2147483647 - 1)	/* no date, or not known */

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

struct civil {
	int year;		/* 1 … 9999 */
	int month;		/* 1 … 12 */
	int day;		/* 1 … 31 */
};

bool civil_is_valid(struct civil c);
int day_from_civil(struct civil c);	/* DAY_NONE when there is no such day */
struct civil day_to_civil(int day);
enum weekday day_weekday(int day);
int days_in_month(int year, int month);

/* "2022-07-04", and nothing else; DAY_NONE when it is no such date. */
int day_parse_iso(struct str s);

/* Does it begin as such a date, be there one or not?  "2022-02-30", with
 * anything behind it. */
bool day_is_iso_form(struct str s);

/* Room for "2022-07-04" and NUL; DAY_NONE gives an empty string. */
struct day_text {
	char s[36];
};
struct day_text day_format(int day);			/* 2022-07-04 */

const char *weekday_name(enum weekday w);		/* Monday */
const char *weekday_short(enum weekday w);		/* Mon */
const char *month_name(int month);			/* January, for 1 */
const char *month_short(int month);			/* Jan, for 1 */

#endif
