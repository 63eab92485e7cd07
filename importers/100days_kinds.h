/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_100DAYS_KINDS_H
#define IMPORTERS_100DAYS_KINDS_H

#include "importers/100days.h"

/* What a header that was read is, in the words of those who choose. */

static inline bool is_strong(const struct daylog_header *h)
{
	return h->line.form == FORM_HEADING || h->line.form == FORM_TIGHT;
}

static inline bool is_dated(const struct daylog_header *h)
{
	return h->ndates > 0;
}

/* NUMBER_NONE: it has none. */
static inline int first_number(const struct daylog_header *h)
{
	return h->nnumbers ? h->numbers[0] : NUMBER_NONE;
}

static inline int last_number(const struct daylog_header *h)
{
	return h->nnumbers ? h->numbers[h->nnumbers - 1] : NUMBER_NONE;
}

/* What stands behind header `i` and before header `j`, or behind the last. */
static inline struct str text_between(const struct daylog *log, size_t i,
				      size_t j)
{
	size_t start = log->headers[i].line.next;
	size_t end = j < log->count ? log->headers[j].line.start
				    : log->input.len;

	return (struct str){ log->input.s + start, end - start };
}

/* Do two headers follow each other without any text between them? */
static inline bool is_adjacent(const struct daylog *log, size_t i, size_t j)
{
	return !str_trim(text_between(log, i, j)).len;
}

/* The day of a date as if it were of `year`; DAY_NONE: there is none. */
static inline int day_in(const struct daylog_date *d, int year)
{
	return day_from_civil((struct civil){ year, d->month, d->day });
}

#endif
