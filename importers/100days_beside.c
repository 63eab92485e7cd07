/* SPDX-License-Identifier: MIT */
/*
 * The date of a day that stands on the line under its header, or above it, or
 * in a table of all days.
 */
#include "importers/100days_kinds.h"

#include "core/base/date.h"
#include "core/base/limits.h"

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

/* --- tables of the days -------------------------------------------------- */

/* The headings that are days, by their number; NULL: none has it. */
struct by_number {
	struct daylog_header *at[LIMIT_DAY_NUMBER + 1];
};

/* A row of days, or the line of a table of contents that leads to one. */
static bool is_day_row(const struct daylog_header *h)
{
	return ((h->taken && h->line.form == FORM_ROW) ||
		(h->line.contents && !is_strong(h) && !h->line.hidden)) &&
	       h->nnumbers == 1 && h->ndates == 1;
}

static void headings_find(struct by_number *days, struct daylog *log)
{
	for (size_t i = 0; i < log->count; i++) {
		struct daylog_header *h = &log->headers[i];
		int n = first_number(h);

		if (h->taken && is_strong(h) && h->nnumbers == 1 && n >= 0 &&
		    n <= LIMIT_DAY_NUMBER && !days->at[n])
			days->at[n] = h;
	}
}

/* Do a row and a heading of the same number speak of the same day? */
static bool is_of_same_day(const struct daylog_header *row,
			   const struct daylog_header *heading)
{
	const struct daylog_date *a = &row->dates[0], *b;

	if (!is_dated(heading))
		return true;
	b = &heading->dates[0];
	return a->month == b->month && a->day == b->day &&
	       a->first == b->first && a->second == b->second &&
	       (!a->year || !b->year || a->year == b->year);
}

static void row_give_date(const struct daylog_header *row,
			  struct daylog_header *heading)
{
	if (!is_dated(heading)) {
		date_borrow(heading, row);
	} else if (!heading->dates[0].year && row->dates[0].year) {
		heading->dates[0].year = row->dates[0].year;
		heading->flags |= FLAG_DATE_BESIDE;
	}
}

/*
 * "| 3 | July 4, 2022 | queues |" in a table over "## Day 3: queues (July 4)":
 * the days are told once, and the table says when they were.
 */
static void tables_settle(struct daylog *log)
{
	struct by_number *days = NULL;

	for (size_t i = 0; i < log->count; i++) {
		struct daylog_header *h = &log->headers[i], *heading;
		int n = first_number(h);

		if (!is_day_row(h) || n < 0 || n > LIMIT_DAY_NUMBER)
			continue;
		if (!days) {
			days = arena_alloc(&log->mem, sizeof(*days));
			headings_find(days, log);
		}
		heading = days->at[n];
		if (!heading || !is_of_same_day(h, heading))
			continue;
		h->taken = false;
		h->why = "it is in a table of contents";
		row_give_date(h, heading);
	}
}

/* --- further dates ------------------------------------------------------- */

static bool is_date_line(const struct daylog_header *h)
{
	return !h->labelled && h->bare && h->ndates && !h->line.hidden &&
	       !h->pause;
}

/* A line under a label that gave it its date? */
static bool gave_date(const struct daylog *log, size_t i)
{
	const struct daylog_header *h = &log->headers[i];

	return i && is_date_line(h) && !h->taken && h[-1].taken &&
	       h[-1].ndates && h[-1].dates == h->dates;
}

/* The form of the lines that give all days their dates, from below, if two do;
 * FORM_NONE: it is not so in this log. */
static enum daylog_form form_of_dates_below(const struct daylog *log)
{
	enum daylog_form form = FORM_NONE;
	size_t given = 0, taken = 0;

	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		taken += h->taken;
		if (!gave_date(log, i))
			continue;
		if (form != FORM_NONE && form != h->line.form)
			return FORM_NONE;
		form = h->line.form;
		given++;
	}
	return given >= 2 && given == taken ? form : FORM_NONE;
}

static bool is_later(const struct daylog_header *h,
		     const struct daylog_header *than)
{
	const struct daylog_date *a = &h->dates[0], *b = &than->dates[0];

	return day_in(a, a->year) > day_in(b, b->year);
}

/*
 * Where all days have their date on a line below, "R1D2", "_July 5, 2022_", a
 * further such line behind a blank one is a day whose label was left out, if
 * it is later than the one above.
 */
static void further_dates_settle(struct daylog *log)
{
	enum daylog_form form = form_of_dates_below(log);
	const struct daylog_header *open = NULL;

	for (size_t i = 0; form != FORM_NONE && i < log->count; i++) {
		struct daylog_header *h = &log->headers[i];

		if (h->taken) {
			open = h;
		} else if (open && is_date_line(h) && !gave_date(log, i) &&
			   h->line.form == form && h->line.after_blank &&
			   daylog_date_is_complete(&h->dates[0]) &&
			   daylog_date_is_complete(&open->dates[0]) &&
			   is_later(h, open)) {
			h->taken = true;
			h->why = NULL;
			h->round = open->round;
			open = h;
		}
	}
}

void daylog_dates_beside(struct daylog *log)
{
	tables_settle(log);
	for (size_t i = 0; i < log->count; i++)
		if (log->headers[i].taken)
			date_beside(log, i);
	further_dates_settle(log);
}
