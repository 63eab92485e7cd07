/* SPDX-License-Identifier: MIT */
/* What time it is, and which day that makes. */
#include "core/base/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/base/alloc.h"
#include "core/base/date.h"
#include "core/base/str.h"

#define DAY_SECONDS 86400
#define DAY_MINUTES 1440

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

int64_t clock_monotonic(void)
{
	struct timespec t = { 0, 0 };

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int64_t clock_of_thread(void)
{
	struct timespec t = { 0, 0 };

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Seconds since midnight of 1970-01-01 on the clock on the wall. */
static int64_t wall_seconds(struct clock c)
{
	return c.seconds + (int64_t)c.offset * 60;
}

static int read_system(struct clock *out, struct error *err)
{
	time_t now = time(NULL);
	struct tm local;
	int day;

	if (now == (time_t)-1 || !localtime_r(&now, &local))
		return error_set(err, ERROR_IO, "cannot read the clock");
	day = day_from_civil((struct civil){ local.tm_year + 1900,
					     local.tm_mon + 1, local.tm_mday });
	if (day == DAY_NONE)
		return error_set(err, ERROR_IO,
				 "the clock shows a year out of range");
	out->seconds = now;
	out->offset = (int)((((int64_t)day * 24 + local.tm_hour) * 60 +
			     local.tm_min) -
			    floor_div(now, 60));
	return 0;
}

int clock_now(struct clock *out, const char *fixed, struct error *err)
{
	if (!fixed || !*fixed)
		return read_system(out, err);
	if (clock_parse(out, fixed))
		return error_set(err, ERROR_USAGE,
				 "cannot read the time '%s'; write it like "
				 "2022-07-04T21:30:00+02:00",
				 fixed);
	return 0;
}

/* A name beneath the tz database, and nothing that leads out of it. */
static bool is_zone_name(struct str zone)
{
	for (size_t i = 0; i < zone.len; i++)
		if (!strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvw"
			    "xyz0123456789_+-/", zone.s[i] ? zone.s[i] : ' '))
			return false;
	return zone.len && zone.len < 64 && zone.s[0] != '/';
}

/* The C library knows one zone at a time: the process's, which is put back. */
static int64_t offset_in(const char *tz, time_t at)
{
	const char *old = secure_getenv("TZ");
	char *before = old ? xstrdup(old) : NULL;
	struct tm local = { 0 };

	setenv("TZ", tz, 1);
	tzset();
	localtime_r(&at, &local);
	if (before)
		setenv("TZ", before, 1);
	else
		unsetenv("TZ");
	tzset();
	free(before);
	return local.tm_gmtoff / 60;
}

int clock_set_zone(struct clock *c, const char *zone)
{
	char path[128];

	if (!is_zone_name(str_of(zone)))
		return -1;
	snprintf(path, sizeof(path), "/usr/share/zoneinfo/%s", zone);
	if (access(path, R_OK))
		return -1;
	snprintf(path, sizeof(path), ":%s", zone);
	c->offset = (int)offset_in(path, (time_t)c->seconds);
	return 0;
}

static int parse_two(struct str s, size_t at, unsigned max, unsigned *out)
{
	return str_to_uint(str_upto(str_from(s, at), 2), max, out);
}

/* "Z", "+02:00" or "-07:00" */
static int parse_offset(struct str s, int *out)
{
	unsigned hours, minutes;

	*out = 0;
	if (str_is(s, "Z") || str_is(s, "z"))
		return 0;
	if (s.len != 6 || (s.s[0] != '+' && s.s[0] != '-') || s.s[3] != ':' ||
	    parse_two(s, 1, 23, &hours) || parse_two(s, 4, 59, &minutes))
		return -1;
	*out = (int)(hours * 60 + minutes) * (s.s[0] == '-' ? -1 : 1);
	return 0;
}

int clock_parse(struct clock *out, const char *text)
{
	struct str s = str_of(text);
	int day = day_parse_iso(str_upto(s, 10));
	unsigned hour, minute, second;
	size_t at = 19;
	int offset;

	if (day == DAY_NONE || s.len < 20 || !strchr("Tt ", s.s[10]) ||
	    s.s[13] != ':' || s.s[16] != ':' || parse_two(s, 11, 23, &hour) ||
	    parse_two(s, 14, 59, &minute) || parse_two(s, 17, 60, &second))
		return -1;
	if (s.s[at] == '.')
		while (++at < s.len && s.s[at] >= '0' && s.s[at] <= '9')
			;
	if (parse_offset(str_from(s, at), &offset))
		return -1;
	out->seconds = (int64_t)day * DAY_SECONDS + hour * 3600 + minute * 60 +
		       second - (int64_t)offset * 60;
	out->offset = offset;
	return 0;
}

int clock_day(struct clock c, int rollover)
{
	return (int)floor_div(wall_seconds(c) - (int64_t)rollover * 60,
			      DAY_SECONDS);
}

int clock_minute_of_day(struct clock c)
{
	return (int)(floor_div(wall_seconds(c), 60) -
		     floor_div(wall_seconds(c), DAY_SECONDS) * DAY_MINUTES);
}

struct clock_text clock_format(struct clock c)
{
	struct clock_text text;
	int64_t wall = wall_seconds(c);
	struct day_text day = day_format((int)floor_div(wall, DAY_SECONDS));
	int second = (int)(wall - floor_div(wall, DAY_SECONDS) * DAY_SECONDS);
	int offset = c.offset < 0 ? -c.offset : c.offset;

	if (!c.offset) {
		snprintf(text.s, sizeof(text.s), "%.10sT%02d:%02d:%02dZ",
			 day.s, second / 3600, second / 60 % 60, second % 60);
		return text;
	}
	snprintf(text.s, sizeof(text.s), "%.10sT%02d:%02d:%02d%c%02d:%02d",
		 day.s, second / 3600, second / 60 % 60, second % 60,
		 c.offset < 0 ? '-' : '+', offset / 60 % 100, offset % 60);
	return text;
}
