/* SPDX-License-Identifier: MIT */
/* The date of a day that stands on the line under its header, or above it. */
#include "importers/100days_kinds.h"

static void date_borrow(struct daylog_header *h,
			const struct daylog_header *from)
{
	h->dates = from->dates;
	h->ndates = from->ndates;
	h->flags |= FLAG_DATE_BESIDE |
		    (from->flags & (FLAG_MONTH_TYPO | FLAG_DATE_CORRECTED));
}

/* May the date of `above` be that of the header under it? */
static bool is_date_above(const struct daylog *log, size_t i)
{
	const struct daylog_header *h = &log->headers[i], *above = h - 1;

	if (!i || above->labelled || above->taken || above->line.hidden ||
	    !is_adjacent(log, i - 1, i))
		return false;
	if (is_strong(above))
		return true;
	return !is_strong(h) && above->bare && above->line.after_blank &&
	       !(i > 1 && above[-1].taken && is_adjacent(log, i - 2, i - 1));
}

/* The date on the line under a header, or in the heading above it. */
static void date_beside(struct daylog *log, size_t i)
{
	struct daylog_header *h = &log->headers[i];

	if (is_dated(h))
		return;
	if (i + 1 < log->count && !h[1].labelled && h[1].bare && !h[1].taken &&
	    !h[1].line.hidden && is_adjacent(log, i, i + 1))
		date_borrow(h, &h[1]);
	else if (is_date_above(log, i))
		date_borrow(h, &h[-1]);
}

void daylog_dates_beside(struct daylog *log)
{
	for (size_t i = 0; i < log->count; i++)
		if (log->headers[i].taken)
			date_beside(log, i);
}
