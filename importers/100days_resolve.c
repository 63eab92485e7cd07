/* SPDX-License-Identifier: MIT */
/* The civil day of each header: by evidence in the file, never by guess. */
#include "importers/100days_timeline.h"

#include "core/base/limits.h"

/* --- direction ----------------------------------------------------------- */

static int sign(long n)
{
	return n > 0 ? 1 : n < 0 ? -1 : 0;
}

/* +1: the second is later, -1: earlier, 0: cannot tell. */
static int step_of(struct daylog_header *a, struct daylog_header *b)
{
	struct daylog_date *da = first_date(a), *db = first_date(b);

	if (da && db && da->year && db->year && da->month && db->month)
		return sign(day_in(db, db->year) - (long)day_in(da, da->year));
	if (a->nnumbers && b->nnumbers && a->round == b->round)
		return sign((long)b->numbers[0] - a->numbers[0]);
	return 0;
}

static struct timeline timeline_of(struct daylog *log)
{
	struct timeline t = { .log = log };
	long steps = 0;

	t.at = arena_alloc(&log->mem, (log->count + 1) * sizeof(*t.at));
	for (size_t i = 0; i < log->count; i++) {
		struct daylog_header *h = &log->headers[i];

		if (!h->taken)
			continue;
		if (t.count)
			steps += step_of(t.at[t.count - 1], h);
		t.at[t.count++] = h;
	}
	t.descending = steps < 0;
	for (size_t i = 0; t.descending && i < t.count / 2; i++) {
		struct daylog_header *h = t.at[i];

		t.at[i] = t.at[t.count - 1 - i];
		t.at[t.count - 1 - i] = h;
	}
	return t;
}

/* --- the last look ------------------------------------------------------- */

static void date_check(struct daylog_header *h, const struct daylog_date *d)
{
	int day;

	if (d->impossible) {
		h->flags |= FLAG_DATE_IMPOSSIBLE;
		return;
	}
	if (d->month && d->day && !d->year) {
		/* A leap year has every day that any year has. */
		h->flags |= day_in(d, 2000) == DAY_NONE ? FLAG_DATE_IMPOSSIBLE
							: FLAG_YEAR_UNKNOWN;
		return;
	}
	day = day_in(d, d->year);
	if (day == DAY_NONE && d->year && d->month)
		h->flags |= FLAG_DATE_IMPOSSIBLE;
	else if (day != DAY_NONE && d->weekday && weekday_of(day) != d->weekday)
		h->flags |= FLAG_WEEKDAY;
}

/* "--start": Day 1 is that day, and so on. */
static void date_from_start(const struct timeline *t, struct daylog_header *h)
{
	struct civil c;

	if (t->options->start <= 0 || h->ndates || !h->nnumbers)
		return;
	c = day_to_civil(t->options->start + h->numbers[0] - 1);
	h->dates = arena_alloc(&t->log->mem, sizeof(*h->dates));
	h->dates[0] = (struct daylog_date){ .year = c.year, .month = c.month,
					    .day = c.day };
	h->ndates = 1;
	h->flags |= FLAG_DATE_INFERRED;
}

/* A number that an entry of the same round had already. */
static void duplicates_find(const struct timeline *t)
{
	unsigned char *seen = arena_alloc(&t->log->mem, LIMIT_DAY_NUMBER + 1);

	for (size_t i = 0; i < t->count; i++) {
		struct daylog_header *h = t->at[i];

		for (size_t k = 0; k < h->nnumbers; k++) {
			int n = h->numbers[k];

			if (n < 0 || n > LIMIT_DAY_NUMBER)
				continue;
			if (seen[n] == h->round + 1)
				h->flags |= FLAG_DUPLICATE;
			seen[n] = (unsigned char)(h->round + 1);
		}
	}
}

/* The year in which a pause comes next behind a day, or before it. */
static void pause_settle(struct daylog_header *h, struct daylog_header *near,
			 bool behind)
{
	const struct daylog_date *d = first_date(near);
	int day = day_in(d, d->year), pause = day_in(first_date(h), d->year);

	if (pause == DAY_NONE || (behind ? pause >= day : pause <= day))
		daylog_year_set(h, d->year);
	else
		daylog_year_set(h, behind ? d->year + 1 : d->year - 1);
}

/* A pause without a year is of that of the day above it, or below. */
static void pauses_settle(struct daylog *log, bool descending)
{
	struct daylog_header *near = NULL, *waiting = NULL;

	for (size_t i = 0; i < log->count; i++) {
		struct daylog_header *h = &log->headers[i];

		if (h->taken && knows_day(h)) {
			near = h;
			if (waiting)
				pause_settle(waiting, near, descending);
			waiting = NULL;
		} else if (h->pause && !h->line.hidden && lacks_year(h)) {
			if (near)
				pause_settle(h, near, !descending);
			else
				waiting = h;
		}
	}
}

/* A log that names its days by dates alone lacks no numbers. */
static void numbers_forgive(const struct timeline *t)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->at[i]->labelled || t->at[i]->nnumbers)
			return;
	for (size_t i = 0; i < t->count; i++)
		t->at[i]->flags &= ~(unsigned)FLAG_NUMBER_UNKNOWN;
}

void daylog_resolve(struct daylog *log, const struct import_options *options)
{
	struct timeline t = timeline_of(log);

	t.options = options;
	daylog_orders_settle(&t);
	daylog_years_settle(&t);
	for (size_t i = 0; i < t.count; i++) {
		struct daylog_header *h = t.at[i];

		for (size_t k = 0; k < h->ndates; k++)
			date_check(h, &h->dates[k]);
		date_from_start(&t, h);
	}
	duplicates_find(&t);
	numbers_forgive(&t);
	pauses_settle(log, t.descending);
}
