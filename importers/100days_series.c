/* SPDX-License-Identifier: MIT */
/*
 * Headers that are days only as a series of them: the days of weeks, dates in
 * titles and below those of months, the numbers of lists.
 */
#include "importers/100days_kinds.h"

#define LEAST 3		/* of a series */

/* Do the days of the weeks go on counting, rather than begin again? */
static bool goes_through_weeks(const struct daylog *log)
{
	const struct daylog_header *before = NULL;
	size_t weeks = 0, days = 0;

	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (!h->week || h->line.hidden)
			continue;
		days++;
		if (before && h->week > before->week) {
			weeks++;
			if (first_number(h) <= last_number(before))
				return false;
		}
		before = h;
	}
	return weeks && days >= LEAST;
}

/* Are the days of weeks all the days there are, and none has a date? */
static bool has_only_weeks(const struct daylog *log)
{
	size_t days = 0;

	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (h->line.hidden || !is_strong(h) || h->placeholder)
			continue;
		if (!h->week || h->ndates)
			return false;
		days++;
	}
	return days >= LEAST;
}

/* "Week 2 - Day 1" says which day of a week it is: without a date that is none
 * of the log, unless all weeks are counted through, or there is nothing else.
 */
static void weeks_settle(struct daylog *log)
{
	bool through = goes_through_weeks(log);
	bool only = !through && has_only_weeks(log);
	size_t kept = 0;

	for (size_t i = 0; i < log->count; i++) {
		struct daylog_header *h = &log->headers[i];

		h->of_week |= h->week && only;
		if (!h->week || h->ndates || through || only)
			log->headers[kept++] = *h;
	}
	log->count = kept;
}

/* The numbers of list items that are dates: days, if they count up or down. */
static void listed_settle(struct daylog *log)
{
	struct daylog_header *before = NULL;
	size_t listed = 0, steps = 0;

	for (size_t i = 0; i < log->count; i++) {
		struct daylog_header *h = &log->headers[i];

		if (!h->line.item || h->labelled || !h->nnumbers)
			continue;
		listed++;
		if (before)
			steps += first_number(h) - first_number(before) == 1 ||
				 first_number(h) - first_number(before) == -1;
		before = h;
	}
	if (steps * 2 >= listed && listed >= 2)
		return;
	for (size_t i = 0; i < log->count; i++) {
		struct daylog_header *h = &log->headers[i];

		if (h->line.item && !h->labelled && h->nnumbers) {
			h->nnumbers = 0;
			h->flags |= FLAG_NUMBER_UNKNOWN;
		}
	}
}

static bool is_line_of_day(const struct daylog_header *h)
{
	return h->labelled && h->nnumbers && !h->line.hidden &&
	       !h->line.contents && !h->trailing && !h->marked &&
	       (h->line.form == FORM_PLAIN || h->line.form == FORM_ITEM) &&
	       !h->abbreviated && !h->roman;
}

/*
 * "Day 1 pipes": no mark tells the label from the text.  Who begins line after
 * line so, each with the next number, writes headers and no sentences.
 */
static void unmarked_settle(struct daylog *log)
{
	const struct daylog_header *before = NULL;
	size_t lines = 0, steps = 0;

	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (is_strong(h) && h->labelled && !h->line.hidden)
			return;
		if (!is_line_of_day(h))
			continue;
		lines++;
		steps += before && first_number(h) == last_number(before) + 1;
		before = h;
	}
	if (steps < 2 || steps + 1 < lines)
		return;
	for (size_t i = 0; i < log->count; i++)
		log->headers[i].separated |= is_line_of_day(&log->headers[i]);
}

/* --- dates that titles have ---------------------------------------------- */

/* Keep those of `log` that `is_one` is true of only if `keep` is. */
static void drop_unless(struct daylog *log, bool keep,
			bool (*is_one)(const struct daylog_header *h))
{
	size_t kept = 0;

	if (keep)
		return;
	for (size_t i = 0; i < log->count; i++)
		if (!is_one(&log->headers[i]))
			log->headers[kept++] = log->headers[i];
	log->count = kept;
}

static bool has_week_and_date(const struct daylog_header *h)
{
	return h->week && !h->labelled && h->ndates;
}

static bool is_span(const struct daylog_header *h)
{
	return has_week_and_date(h) && h->ndates > 1;
}

static bool is_dated_behind(const struct daylog_header *h)
{
	return h->dated_behind;
}

static bool is_under(const struct daylog_header *h)
{
	return h->under;
}

/* "Week 7: Feb 13" is a title over a week; days are they that are several to
 * a week, "Week 7 - Mon Feb 13", "Week 7 - Tue Feb 14". */
static bool has_days_of_one_week(const struct daylog *log)
{
	const struct daylog_header *before = NULL;
	size_t weeks = 0, days = 0;

	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (!has_week_and_date(h) || h->line.hidden)
			continue;
		days++;
		weeks += !before || before->week != h->week;
		before = h;
	}
	return days >= LEAST && weeks < days;
}

/* Are there days whose headers begin with their number or date? */
static bool has_plain_days(const struct daylog *log)
{
	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (!h->line.hidden && is_strong(h) && !h->dated_behind &&
		    !h->under && !h->trailing && !has_week_and_date(h))
			return true;
	}
	return false;
}

/* Do most headings of one level end with a date? */
static bool has_dates_behind(const struct daylog *log)
{
	size_t levels[8] = { 0 };
	bool many = false;

	for (size_t i = 0; i < log->count; i++)
		if (log->headers[i].dated_behind && !log->headers[i].line.hidden)
			levels[log->headers[i].line.level]++;
	for (int level = 1; level < 7; level++)
		many |= levels[level] >= LEAST &&
			levels[level] * 3 >= log->headings[level] * 2;
	return many && !has_plain_days(log);
}

/* Do days that what is above them dates follow each other? */
static bool has_days_under(const struct daylog *log)
{
	const struct daylog_header *before = NULL;
	size_t days = 0, back = 0;

	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (!h->under)
			continue;
		days++;
		back += before &&
			before->dates[0].month == h->dates[0].month &&
			before->dates[0].year == h->dates[0].year &&
			before->dates[0].day >= h->dates[0].day;
		before = h;
	}
	return days >= LEAST && (!back || back + 1 >= days) &&
	       !has_plain_days(log);
}

static void dates_settle(struct daylog *log)
{
	drop_unless(log, false, is_span);
	drop_unless(log, has_days_of_one_week(log), has_week_and_date);
	drop_unless(log, has_days_under(log), is_under);
	drop_unless(log, has_dates_behind(log), is_dated_behind);
}

void daylog_series_settle(struct daylog *log)
{
	weeks_settle(log);
	dates_settle(log);
	listed_settle(log);
	unmarked_settle(log);
}
