/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_100DAYS_TIMELINE_H
#define IMPORTERS_100DAYS_TIMELINE_H

#include "importers/100days.h"

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

/* 1 Monday … 7 Sunday, as in a header. */
static inline int weekday_of(int day)
{
	return (int)day_weekday(day) + 1;
}

/* Settle which number of "04/05" is the month, in all dates that need it. */
void daylog_orders_settle(const struct timeline *t);

#endif
