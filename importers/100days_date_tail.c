/* SPDX-License-Identifier: MIT */
/* What follows day and month in a date: the year, and weekdays. */
#include "importers/100days.h"

bool daylog_is_year(const struct daylog_token *t)
{
	return t->digits == 4 &&
	       daylog_is_within(t, DAYLOG_YEAR_FIRST, DAYLOG_YEAR_LAST);
}

/* "2022"; "'22"; "22" at the end of something; garbled: "1018", "20201". */
bool daylog_year_read(const struct daylog_tokens *t, size_t i,
		      struct daylog_date *d)
{
	const struct daylog_token *y = daylog_token(t, i),
				  *next = daylog_token(t, i + 1);

	if (daylog_is_year(y)) {
		d->year = y->value;
		return true;
	}
	if (y->kind != TOKEN_NUMBER || next->kind == TOKEN_WORD ||
	    (next->kind == TOKEN_NUMBER && next->glued))
		return false;
	if (y->digits == 2 && y->value >= 10 && y->value <= 60 && i &&
	    (daylog_is_mark(daylog_token(t, i - 1), ",'\"/.-") || y->glued) &&
	    !daylog_is_mark(next, "/:.%+")) {
		d->year = 2000 + y->value;
		return true;
	}
	if (y->digits >= 3 && y->digits <= 5 && !daylog_is_mark(next, "%+")) {
		d->corrected = d->no_year = true;
		return true;
	}
	return false;
}

/* "4th July 22 queues": two digits right behind the month, and a word. */
static int maybe_year(const struct daylog_tokens *t, size_t i)
{
	const struct daylog_token *y = daylog_token(t, i);

	if (!i || y->kind != TOKEN_NUMBER || y->digits != 2 || y->value < 10 ||
	    y->value > 60 || !daylog_is_word(daylog_token(t, i - 1),
					     WORD_MONTH))
		return 0;
	return daylog_token(t, i + 1)->kind == TOKEN_WORD ? 2000 + y->value
							  : 0;
}

/* "2.5 (2022-07-04)": a year, and the month and day that it has. */
static bool begins_date(const struct daylog_tokens *t, size_t i)
{
	return daylog_is_year(daylog_token(t, i)) &&
	       daylog_is_mark(daylog_token(t, i + 1), "-/.") &&
	       daylog_token(t, i + 1)->glued &&
	       daylog_is_within(daylog_token(t, i + 2), 1, 12) &&
	       daylog_token(t, i + 2)->glued &&
	       daylog_is_mark(daylog_token(t, i + 3), "-/.") &&
	       daylog_is_day(daylog_token(t, i + 4));
}

/*
 * What may follow day and month, in any order: the year, weekdays, and the
 * marks between them.  Nothing else is taken.
 */
size_t daylog_date_tail_read(const struct daylog_tokens *t, size_t i,
			     struct daylog_date *d, int *second_weekday)
{
	for (;;) {
		size_t j = daylog_skip_marks(t, i, ",.-:;([<~/&'\"+|");
		const struct daylog_token *next = daylog_token(t, j + 1);
		int weekday = daylog_weekday(daylog_token(t, j));

		if (weekday && !daylog_is_within(next, 1, 31) &&
		    !(d->weekday && *second_weekday)) {
			if (!d->weekday)
				d->weekday = weekday;
			else
				*second_weekday = weekday;
			i = j + 1;
			continue;
		}
		if (daylog_is_word(daylog_token(t, j), WORD_AND | WORD_TO) &&
		    d->weekday && daylog_weekday(next)) {
			i = j + 1;
			continue;
		}
		if (d->year || d->no_year)
			return i;
		j = daylog_skip_words(t, j, WORD_OF);
		if (begins_date(t, j))
			return i;
		if (!daylog_year_read(t, j, d)) {
			d->maybe_year = maybe_year(t, j);
			return i;
		}
		i = j + 1;
		if (daylog_is_word(daylog_token(t, i), WORD_YEAR_UNIT))
			i++;
	}
}
