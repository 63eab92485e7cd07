/* SPDX-License-Identifier: MIT */
/* The civil day of each header: by evidence in the file, never by guess. */
#include "importers/100days_timeline.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>

#include "core/base/limits.h"

/* The challenge began in 2016: an earlier year is none of a log. */
#define CHALLENGE_BEGAN 2016
#define YEAR_END 2036		/* of the years that evidence may point to */

static int day_in(const struct daylog_date *d, int year)
{
	return day_from_civil((struct civil){ year, d->month, d->day });
}

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

/* --- years --------------------------------------------------------------- */

static bool lacks_year(struct daylog_header *h)
{
	struct daylog_date *d = first_date(h);

	return d && !d->year && d->month && d->day;
}

static bool knows_day(struct daylog_header *h)
{
	struct daylog_date *d = first_date(h);

	return d && d->year && day_in(d, d->year) != DAY_NONE;
}

/* Give every date of a header its year; the first is of `year`. */
static void year_set(struct daylog_header *h, int year)
{
	for (size_t k = 0; k < h->ndates; k++) {
		if (k && h->dates[k].month < h->dates[k - 1].month)
			year++;
		if (!h->dates[k].year)
			h->dates[k].year = year;
		else
			year = h->dates[k].year;
	}
	if (!(h->flags & FLAG_DATE_CORRECTED))
		h->flags |= FLAG_YEAR_INFERRED;
}

/* How far from a dated neighbour this header would be in `year`. */
static long year_cost(struct daylog_header *h, struct daylog_header *near,
		      int year)
{
	const struct daylog_date *d = first_date(h), *n = first_date(near);
	int day = day_in(d, year);
	long apart;

	if (day == DAY_NONE)
		return 100000;
	apart = (long)day - day_in(n, n->year);
	if (h->nnumbers && near->nnumbers && h->round == near->round)
		apart -= h->numbers[0] - near->numbers[0];
	apart = labs(apart);
	if (d->weekday && weekday_of(day) != d->weekday)
		apart += 100;
	return apart;
}

static void year_from(struct daylog_header *h, struct daylog_header *near)
{
	int base = first_date(near)->year, best = base;

	for (int year = base - 1; year <= base + 1; year++)
		if (year_cost(h, near, year) < year_cost(h, near, best))
			best = year;
	year_set(h, best);
}

/* Years spread from headers that have one to their neighbours. */
static void years_spread(const struct timeline *t)
{
	struct daylog_header *near = NULL;

	for (size_t i = 0; i < t->count; i++) {
		if (near && lacks_year(t->at[i]))
			year_from(t->at[i], near);
		if (knows_day(t->at[i]))
			near = t->at[i];
	}
	near = NULL;
	for (size_t i = t->count; i-- > 0;) {
		if (near && lacks_year(t->at[i]))
			year_from(t->at[i], near);
		if (knows_day(t->at[i]))
			near = t->at[i];
	}
}

/* --- the first year, where no header has one ----------------------------- */

/* What the headers say if the first that lacks a year is of `year`. */
struct trial {
	int year;
	long fits, contradicts;		/* weekdays */
	int first, last;		/* days */
};

static struct trial trial_make(const struct timeline *t, int year)
{
	struct trial trial = { .year = year, .first = DAY_NONE,
			       .last = DAY_NONE };
	int before = DAY_NONE;

	for (size_t i = 0; i < t->count; i++) {
		const struct daylog_date *d = first_date(t->at[i]);
		int day;

		if (!lacks_year(t->at[i]))
			continue;
		day = day_in(d, year);
		if (day != DAY_NONE && before != DAY_NONE &&
		    before - day > 180)
			day = day_in(d, ++year);
		if (day == DAY_NONE)
			continue;
		trial.fits += d->weekday == weekday_of(day);
		trial.contradicts += d->weekday && d->weekday != weekday_of(day);
		if (trial.first == DAY_NONE)
			trial.first = day;
		if (trial.last == DAY_NONE || day > trial.last)
			trial.last = day;
		before = day;
	}
	return trial;
}

/* Most weekdays must fit; a slip in a few is human. */
static bool trial_fits(const struct timeline *t, const struct trial *trial)
{
	if (trial->first == DAY_NONE || trial->fits <= 3 * trial->contradicts)
		return false;
	return t->options->today <= 0 || trial->last <= t->options->today + 1;
}

/* Which years does the file name, as numbers of their own? */
static void years_named(struct str s, bool named[YEAR_END])
{
	for (size_t i = 0; i + 4 <= s.len; i++) {
		unsigned year;

		if (s.s[i] != '2' || (i && isalnum((unsigned char)s.s[i - 1])) ||
		    (i + 4 < s.len && isalnum((unsigned char)s.s[i + 4])) ||
		    str_to_uint((struct str){ s.s + i, 4 }, YEAR_END - 1, &year))
			continue;
		named[year] = true;
	}
}

/* The year in which the weekdays fit, and which something else points to. */
static int year_of_weekdays(const struct timeline *t)
{
	bool named[YEAR_END] = { false };
	int fitting = 0, fitting_named = 0, year = 0, year_named = 0;

	years_named(t->log->input, named);
	for (int y = CHALLENGE_BEGAN; y < YEAR_END; y++) {
		struct trial trial = trial_make(t, y);

		if (!trial_fits(t, &trial))
			continue;
		fitting++;
		year = y;
		if (named[y]) {
			fitting_named++;
			year_named = y;
		}
	}
	if (fitting_named == 1)
		return year_named;
	return fitting == 1 && t->options->today > 0 ? year : 0;
}

/* The year by the date on which the log says that it started. */
static int year_of_start(const struct timeline *t)
{
	const struct daylog_date *started = &t->log->started;
	int start, year = started->year;

	if (!year || !started->month)
		return 0;
	start = day_in(started, year);
	for (int y = year; start != DAY_NONE && y <= year + 1; y++) {
		struct trial trial = trial_make(t, y);

		if (trial.first == DAY_NONE || trial.first < start - 7 ||
		    trial.first > start + 365)
			continue;
		if (trial.fits >= 3 * trial.contradicts)
			return y;
	}
	return 0;
}

/* "# 100 Days of Code 2020": the only year that the title names, unless the
 * weekdays say otherwise, or days were to come. */
static int year_of_title(const struct timeline *t)
{
	bool named[YEAR_END] = { false };
	int year = 0;

	years_named(t->log->title, named);
	for (int y = CHALLENGE_BEGAN; y < YEAR_END; y++) {
		struct trial trial;

		if (!named[y])
			continue;
		trial = trial_make(t, y);
		if (year || trial.first == DAY_NONE ||
		    trial.fits < 3 * trial.contradicts ||
		    (t->options->today > 0 &&
		     trial.last > t->options->today + 1))
			return 0;
		year = y;
	}
	return year;
}

static int year_of_first(const struct timeline *t)
{
	int year = t->options->year;

	if (!year)
		year = year_of_start(t);
	if (!year)
		year = year_of_weekdays(t);
	if (!year)
		year = year_of_title(t);
	return year;
}

/* The latest year in which a date is not after the commit of its line, give
 * or take the days that zones and late nights make; 0: not known. */
static int year_of_line(const struct timeline *t, struct daylog_header *h)
{
	size_t line = h->line.number;
	int written, year;

	if (!line || line > t->options->nline_days)
		return 0;
	written = t->options->line_days[line - 1];
	if (written == DAY_NONE)
		return 0;
	year = day_to_civil(written).year;
	return day_in(first_date(h), year) > written + 2 ? year - 1 : year;
}

/*
 * Years by when the lines were committed.  A log that came into its repository
 * long after it was written contradicts its own weekdays; then it is no
 * evidence.
 */
static bool years_by_lines(const struct timeline *t)
{
	long known = 0, fits = 0, contradicts = 0;

	for (size_t i = 0; i < t->count; i++) {
		struct daylog_date *d = first_date(t->at[i]);
		int year = lacks_year(t->at[i]) ? year_of_line(t, t->at[i]) : 0;
		int day = year ? day_in(d, year) : DAY_NONE;

		known += day != DAY_NONE;
		if (day == DAY_NONE || !d->weekday)
			continue;
		fits += weekday_of(day) == d->weekday;
		contradicts += weekday_of(day) != d->weekday;
	}
	if (!known || fits < 3 * contradicts)
		return false;
	for (size_t i = 0; i < t->count; i++) {
		int year = lacks_year(t->at[i]) ? year_of_line(t, t->at[i]) : 0;

		if (year)
			year_set(t->at[i], year);
	}
	return true;
}

static void years_settle(const struct timeline *t)
{
	size_t known = 0, lacking = 0, first = t->count;
	int year;

	for (size_t i = 0; i < t->count; i++) {
		known += knows_day(t->at[i]);
		if (!lacks_year(t->at[i]))
			continue;
		lacking++;
		if (first == t->count)
			first = i;
	}
	if (!known && lacking && (t->options->year || !years_by_lines(t))) {
		year = year_of_first(t);
		if (year)
			year_set(t->at[first], year);
	}
	if (lacking)
		years_spread(t);
}

/* --- the last look ------------------------------------------------------- */

static void date_check(struct daylog_header *h, const struct daylog_date *d)
{
	int day;

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
		year_set(h, d->year);
	else
		year_set(h, behind ? d->year + 1 : d->year - 1);
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
	years_settle(&t);
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
