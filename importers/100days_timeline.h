/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_100DAYS_TIMELINE_H
#define IMPORTERS_100DAYS_TIMELINE_H

#include "importers/100days_kinds.h"

/* The headers that are taken, from the oldest to the newest. */
struct timeline {
	struct daylog_header **at;
	size_t count;
	bool descending;		/* the file has the newest first */
	const struct import_options *options;
	struct daylog *log;
};

static inline struct daylog_date *first_date(struct daylog_header *h)
{
	return h->ndates ? &h->dates[0] : NULL;
}

static inline bool lacks_year(struct daylog_header *h)
{
	struct daylog_date *d = first_date(h);

	return d && !d->year && d->month && d->day;
}

static inline bool knows_day(struct daylog_header *h)
{
	struct daylog_date *d = first_date(h);

	return d && d->year && day_in(d, d->year) != DAY_NONE;
}

/* 1 Monday … 7 Sunday, as in a header. */
static inline int weekday_of(int day)
{
	return (int)day_weekday(day) + 1;
}

/* Settle which number of "04/05" is the month, in all dates that need it. */
void daylog_orders_settle(const struct timeline *t);

/* Give the dates that lack a year theirs, as far as there is evidence. */
void daylog_years_settle(const struct timeline *t);

/* Give every date of a header its year; the first is of `year`. */
void daylog_year_set(struct daylog_header *h, int year);

#endif
