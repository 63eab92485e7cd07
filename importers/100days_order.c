/* SPDX-License-Identifier: MIT */
/* "04/05": whether the day comes first in this log, or the month. */
#include "importers/100days_timeline.h"

enum order { ORDER_UNKNOWN, ORDER_MONTH_FIRST, ORDER_DAY_FIRST };

/* --- 25.01.06: the year in front ----------------------------------------- */

#define YEAR_EARLIEST 2010	/* of a log with years of two digits */

/* The date with its year in front; DAY_NONE: it is none so. */
static int day_year_first(const struct daylog_date *d)
{
	return day_from_civil((struct civil){ 2000 + d->first, d->second,
					      d->third });
}

/* As it is read at first, with its year behind, in the order that fits. */
static int day_year_behind(const struct daylog_date *d)
{
	int day = day_from_civil((struct civil){ d->year, d->second,
						 d->first });

	return day != DAY_NONE ? day
			       : day_from_civil((struct civil){
					 d->year, d->first, d->second });
}

/* How the dates of a log look with their years in front, or behind. */
struct year_trial {
	bool possible;
	long fits, contradicts;	/* weekdays */
	long steps;		/* from one day to one near it */
};

static void trial_add(struct year_trial *trial, const struct daylog_date *d,
		      int day, int *before)
{
	if (day == DAY_NONE || day_to_civil(day).year < YEAR_EARLIEST) {
		trial->possible = false;
		return;
	}
	trial->fits += d->weekday == weekday_of(day);
	trial->contradicts += d->weekday && d->weekday != weekday_of(day);
	trial->steps += *before != DAY_NONE && day - *before <= 14 &&
			*before - day <= 14;
	*before = day;
}

/* Do all such dates have the year in front?  Weekdays tell, or the other way
 * makes no dates, or such that are years apart. */
static bool has_years_first(const struct timeline *t)
{
	struct year_trial first = { .possible = true }, behind = first;
	int before_first = DAY_NONE, before_behind = DAY_NONE;
	size_t dates = 0;

	for (size_t i = 0; i < t->count; i++) {
		const struct daylog_date *d = first_date(t->at[i]);

		if (!d || !d->first)
			continue;
		if (!d->third)
			return false;
		dates++;
		trial_add(&first, d, day_year_first(d), &before_first);
		trial_add(&behind, d, day_year_behind(d), &before_behind);
	}
	if (!dates || !first.possible ||
	    t->options->date_order != DATE_ORDER_AUTO)
		return false;
	if (first.fits != behind.fits)
		return first.fits > behind.fits &&
		       first.fits > 3 * first.contradicts;
	return !behind.possible || first.steps > behind.steps;
}

static void years_first_settle(const struct timeline *t)
{
	if (!has_years_first(t))
		return;
	for (size_t i = 0; i < t->count; i++)
		for (size_t k = 0; k < t->at[i]->ndates; k++) {
			struct daylog_date *d = &t->at[i]->dates[k];

			if (!d->third)
				continue;
			d->year = 2000 + d->first;
			d->month = d->second;
			d->day = d->third;
			d->first = d->second = 0;
			t->at[i]->flags |= FLAG_ORDER_INFERRED;
		}
}

/* --- 04/05 --------------------------------------------------------------- */

/* The date, read in this order; DAY_NONE: it is none so. */
static int day_ordered(const struct daylog_date *d, enum order order)
{
	int year = d->year ? d->year : 2020;	/* a leap year */

	if (order == ORDER_MONTH_FIRST)
		return day_from_civil((struct civil){ year, d->first,
						      d->second });
	return day_from_civil((struct civil){ year, d->second, d->first });
}

/* What one date says about the order, by being none, or by its weekday. */
static enum order order_said(const struct daylog_date *d)
{
	int month_first = day_ordered(d, ORDER_MONTH_FIRST);
	int day_first = day_ordered(d, ORDER_DAY_FIRST);
	bool month_fits, day_fits;

	if (month_first == DAY_NONE || day_first == DAY_NONE)
		return month_first != DAY_NONE ? ORDER_MONTH_FIRST
		       : day_first != DAY_NONE ? ORDER_DAY_FIRST
					       : ORDER_UNKNOWN;
	if (!d->weekday || !d->year)
		return ORDER_UNKNOWN;
	month_fits = weekday_of(month_first) == d->weekday;
	day_fits = weekday_of(day_first) == d->weekday;
	if (month_fits == day_fits)
		return ORDER_UNKNOWN;
	return month_fits ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST;
}

/* How well do neighbours follow each other in this order? */
static long order_fit(const struct timeline *t, enum order order)
{
	int before = DAY_NONE;
	long fit = 0;

	for (size_t i = 0; i < t->count; i++) {
		struct daylog_date *d = first_date(t->at[i]);
		int day;

		if (!d || (!d->first && !d->year))
			continue;
		day = d->first ? day_ordered(d, order)
			       : day_from_civil((struct civil){
					 d->year, d->month, d->day });
		if (day != DAY_NONE && before != DAY_NONE) {
			int step = day > before ? day - before : before - day;

			fit += step <= 1 ? 8 : step <= 7 ? 4 : step <= 14;
		}
		before = day;
	}
	return fit;
}

static enum order order_of_neighbours(const struct timeline *t)
{
	long month_first = order_fit(t, ORDER_MONTH_FIRST);
	long day_first = order_fit(t, ORDER_DAY_FIRST);

	if (month_first == day_first)
		return ORDER_UNKNOWN;
	return month_first > day_first ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST;
}

/* 1: the month comes first in this date, -1: the day, 0: it does not say. */
static int vote_of(const struct daylog_date *d)
{
	enum order said = d->first ? order_said(d) : ORDER_UNKNOWN;

	return (said == ORDER_MONTH_FIRST) - (said == ORDER_DAY_FIRST);
}

static enum order order_of(const struct timeline *t)
{
	long votes = 0;

	if (t->options->date_order != DATE_ORDER_AUTO)
		return t->options->date_order == DATE_ORDER_DMY
			       ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
	for (size_t i = 0; i < t->count; i++)
		for (size_t k = 0; k < t->at[i]->ndates; k++)
			votes += vote_of(&t->at[i]->dates[k]);
	if (!votes)
		votes = vote_of(&t->log->started);
	if (votes)
		return votes > 0 ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST;
	return order_of_neighbours(t);
}

/* "31/04": no date in either order. */
static bool is_impossible(const struct daylog_date *d)
{
	return day_ordered(d, ORDER_MONTH_FIRST) == DAY_NONE &&
	       day_ordered(d, ORDER_DAY_FIRST) == DAY_NONE;
}

static void order_apply(struct daylog_header *h, struct daylog_date *d,
			enum order order)
{
	enum order said = order_said(d);

	if (is_impossible(d)) {
		d->impossible = true;
		return;
	}
	if (d->first == d->second)
		said = ORDER_MONTH_FIRST;
	else if (said == ORDER_UNKNOWN && d->dotted &&
		 order != ORDER_MONTH_FIRST)
		said = ORDER_DAY_FIRST;
	else if (said == ORDER_UNKNOWN && order != ORDER_UNKNOWN)
		h->flags |= FLAG_ORDER_INFERRED;
	if (said == ORDER_UNKNOWN)
		said = order;
	if (said == ORDER_UNKNOWN) {
		h->flags |= FLAG_ORDER_UNKNOWN;
		return;
	}
	d->month = said == ORDER_MONTH_FIRST ? d->first : d->second;
	d->day = said == ORDER_MONTH_FIRST ? d->second : d->first;
}

void daylog_orders_settle(const struct timeline *t)
{
	enum order order;
	struct daylog_header unnamed = { 0 };

	years_first_settle(t);
	order = order_of(t);
	if (t->log->started.first)
		order_apply(&unnamed, &t->log->started, order);
	for (size_t i = 0; i < t->count; i++)
		for (size_t k = 0; k < t->at[i]->ndates; k++)
			if (t->at[i]->dates[k].first)
				order_apply(t->at[i], &t->at[i]->dates[k],
					    order);
}
