/* SPDX-License-Identifier: MIT */
/*
 * The years of dates that have none: by their neighbours, weekdays, the start
 * of the log, its title or the commits of its lines.
 */
#include "importers/100days_timeline.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>

#include "core/base/attributes.h"

/* The challenge began in 2016: an earlier year is none of a log. */
#define CHALLENGE_BEGAN 2016
#define YEAR_END 2036		/* of the years that evidence may point to */

void daylog_year_set(struct daylog_header *h, int year)
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
	daylog_year_set(h, best);
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

/* "# 100 Days of Code 2020": the only year that a text names, unless the
 * weekdays say otherwise, or days were to come. */
static int year_of_text(const struct timeline *t, struct str text)
{
	bool named[YEAR_END] = { false };
	int year = 0;

	years_named(text, named);
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

/* Does a line say when something began, or nothing but a date? */
static bool speaks_of_start(struct str line)
{
	static const char *const words[] = {
		"start", "began", "begun", "round", "gestart", "commenc",
		"début", "empez", "empec", "comec", "começ",   "inici",
		"inizi", "нач",	  "Нач",   "поча",  "Поча",    "开始",
		"開始",	 "시작",
	};
	size_t blanks = 0;

	for (size_t i = 0; i < line.len; i++)
		blanks += line.s[i] == ' ';
	for (; line.len && blanks > 2; line = str_from(line, 1))
		for (size_t k = 0; k < ARRAY_SIZE(words); k++)
			if (str_starts_nocase(line, words[k]))
				return true;
	return blanks <= 2;
}

/* "Started in January 2020.", before the first day: an address in the same line
 * can have the year of something else. */
static int year_of_preamble(const struct timeline *t)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct str rest = t->log->input, line;
	size_t i = 0;

	while (i < t->log->count && !t->log->headers[i].taken)
		i++;
	if (i == t->log->count)
		return 0;
	rest = str_upto(rest, t->log->headers[i].line.start);
	while ((line = str_next_line(&rest)).s) {
		line = str_trim(line);
		if (str_find_str(line, STR("://")) < line.len ||
		    !speaks_of_start(line))
			continue;
		strbuf_addslice(&text, line);
		strbuf_addch(&text, '\n');
	}
	return year_of_text(t, strbuf_slice(&text));
}

/* "19th Feb 26 Progress", "20th Feb 26 Tests": what all dates have is their
 * year; the number of what was done would change.  0: not all have it. */
static int year_behind(const struct timeline *t)
{
	int year = 0;
	size_t dates = 0;

	for (size_t i = 0; i < t->count; i++) {
		const struct daylog_date *d = first_date(t->at[i]);

		if (!lacks_year(t->at[i]))
			continue;
		if (!d->maybe_year || (year && d->maybe_year != year &&
				       d->maybe_year != year + 1))
			return 0;
		year = d->maybe_year;
		dates++;
	}
	return dates >= 2 ? year : 0;
}

/* Each date has its own year then. */
static bool years_behind(const struct timeline *t)
{
	if (!year_behind(t))
		return false;
	for (size_t i = 0; i < t->count; i++)
		if (lacks_year(t->at[i]))
			first_date(t->at[i])->year =
				first_date(t->at[i])->maybe_year;
	return true;
}

static int year_of_first(const struct timeline *t)
{
	int year = t->options->year;

	if (!year)
		year = year_of_start(t);
	if (!year)
		year = year_of_weekdays(t);
	if (!year)
		year = year_of_text(t, t->log->title);
	if (!year)
		year = year_of_preamble(t);
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
			daylog_year_set(t->at[i], year);
	}
	return true;
}

void daylog_years_settle(const struct timeline *t)
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
	if (!known && lacking && !t->options->year && years_behind(t))
		return;
	if (!known && lacking && (t->options->year || !years_by_lines(t))) {
		year = year_of_first(t);
		if (year)
			daylog_year_set(t->at[first], year);
	}
	if (lacking)
		years_spread(t);
}
