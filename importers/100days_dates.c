/* SPDX-License-Identifier: MIT */
/* Several dates in one header: lists, ranges, and what they share. */
#include "importers/100days.h"

/* A mark or word between two dates: what it means, and the index behind. */
enum joint { JOINT_NONE, JOINT_LIST, JOINT_COMMA, JOINT_RANGE };

static enum joint joint_read(const struct daylog_tokens *t, size_t *i)
{
	const struct daylog_token *at = daylog_token(t, *i);
	enum joint joint = JOINT_NONE;

	if (daylog_is_mark(at, "-~"))
		joint = JOINT_RANGE;
	else if (daylog_is_mark(at, ","))
		joint = JOINT_COMMA;
	else if (daylog_is_mark(at, "&+/;"))
		joint = JOINT_LIST;
	else if (daylog_is_word(at, WORD_TO))
		joint = JOINT_RANGE;
	else if (daylog_is_word(at, WORD_AND))
		joint = JOINT_LIST;
	else
		return JOINT_NONE;
	*i = daylog_skip_marks(t, *i + 1, "&,~-");
	if (daylog_is_word(daylog_token(t, *i), WORD_FILLER))
		++*i;
	if (joint != JOINT_RANGE &&
	    daylog_is_word(daylog_token(t, *i), WORD_AND))
		++*i;
	return joint;
}

/*
 * "4th & 5th", "18-20", "13,14,15": another day of the same month.  A number
 * behind a comma can as well be a year, so that needs more.
 */
static size_t more_day_read(const struct daylog_tokens *t, size_t i,
			    const struct daylog_date *last, bool in_list,
			    enum joint joint)
{
	const struct daylog_token *n = daylog_token(t, i);
	size_t end = daylog_skip_ordinal(t, i + 1);
	bool ordinal = end > i + 1;
	const struct daylog_token *next = daylog_token(t, end);

	if (!daylog_is_day(n) || n->value <= last->day)
		return 0;
	if (daylog_is_mark(next, ":%/") && next->glued &&
	    daylog_token(t, end + 1)->kind == TOKEN_NUMBER &&
	    daylog_token(t, end + 1)->glued)
		return 0;
	if (joint == JOINT_COMMA && !ordinal && !in_list &&
	    n->value != last->day + 1)
		return 0;
	if (next->kind == TOKEN_WORD && !ordinal && !daylog_weekday(next) &&
	    !(daylog_word_of(next) &
	      (WORD_MONTH | WORD_AND | WORD_TO | WORD_OF | WORD_YEAR_UNIT |
	       WORD_DAY_UNIT)))
		return 0;
	return end;
}

static struct daylog_date *date_add(struct daylog_dates *out)
{
	if (out->count == DAYLOG_DATES)
		return NULL;
	out->at[out->count] = (struct daylog_date){ 0 };
	return &out->at[out->count++];
}

/* Days of one month, the month before them: "July 4-6 & 9" behind "4". */
static size_t more_days_read(const struct daylog_tokens *t, size_t i,
			     struct daylog_dates *out)
{
	for (bool in_list = false;; in_list = true) {
		size_t j = i, end;
		enum joint joint = joint_read(t, &j);
		struct daylog_date last = out->at[out->count - 1], next = last;
		struct daylog_date *d;

		if (joint == JOINT_NONE)
			return i;
		/* "April 29 - May 1": a date of its own. */
		end = daylog_date_read(t, j, &(struct daylog_date){ 0 });
		if (end && !daylog_is_within(daylog_token(t, end), 1, 31))
			return i;
		end = more_day_read(t, j, &last, in_list, joint);
		if (!end || !(d = date_add(out)))
			return i;
		next.day = daylog_token(t, j)->value;
		next.weekday = 0;
		*d = next;
		d->through = joint == JOINT_RANGE;
		i = end;
	}
}

/* "18 y 19 de Mayo", "1st-3rd May": days, then their month. */
static size_t days_then_month_read(const struct daylog_tokens *t, size_t i,
				   struct daylog_dates *out)
{
	size_t first = out->count, j = i;
	enum joint joint = JOINT_NONE;

	while (daylog_is_day(daylog_token(t, j)) && out->count < DAYLOG_DATES) {
		struct daylog_date date = { 0 };
		size_t end = daylog_day_month_read(t, j, &date);
		struct daylog_date *d = date_add(out);

		d->day = daylog_token(t, j)->value;
		d->through = joint == JOINT_RANGE;
		if (end && date.month && out->count - first > 1) {
			for (size_t k = first; k < out->count; k++) {
				out->at[k].month = date.month;
				out->at[k].typo = date.typo;
			}
			return end;
		}
		j = daylog_skip_ordinal(t, j + 1);
		joint = joint_read(t, &j);
		if (joint == JOINT_NONE || end)
			break;
	}
	out->count = first;
	return 0;
}

/* "16-7/4/18": what the day at the end of a range leaves out of it. */
static int tens_left_out(const struct daylog_token *day,
			 const struct daylog_token *last, enum joint joint)
{
	if (joint != JOINT_RANGE || last->digits != 1 || day->digits != 2 ||
	    last->value <= day->value % 10)
		return 0;
	return day->value / 10 * 10;
}

/* "16-17/04/2018", "24. & 25.04.2018": a day, then another one's date. */
static size_t day_then_date_read(const struct daylog_tokens *t, size_t i,
				 struct daylog_dates *out)
{
	const struct daylog_token *day = daylog_token(t, i);
	struct daylog_date date = { 0 };
	size_t j = daylog_skip_marks(t, i + 1, "."), end;
	enum joint joint = joint_read(t, &j);

	/* "Streak: 5 - 6/1/2020" has one date. */
	if (joint == JOINT_NONE || !daylog_is_day(day) || day->digits > 2 ||
	    (joint != JOINT_LIST && !daylog_token(t, j)->glued) ||
	    !daylog_is_mark(daylog_token(t, j + 1), "/."))
		return 0;
	end = daylog_date_read(t, j, &date);
	date.first += tens_left_out(day, daylog_token(t, j), joint);
	if (!end || date.first <= day->value || date.first > 31 || date.second > 12 ||
	    !date.year || out->count + 2 > DAYLOG_DATES)
		return 0;
	out->at[out->count] = date;
	out->at[out->count++].first = day->value;
	out->at[out->count] = date;
	out->at[out->count++].through = joint == JOINT_RANGE;
	return end;
}

/* "Mar 3" is in March, "mar 3 de mayo" on a Tuesday ("martes"). */
static bool is_month_here(const struct daylog_tokens *t, size_t i)
{
	struct daylog_date none = { 0 };

	return (daylog_token(t, i)->word & WORD_MONTH) &&
	       daylog_month_day_read(t, i, &none) &&
	       !daylog_day_month_read(t, i + 1, &none);
}

/* A date with its weekday before it, further days, year and weekday behind. */
static size_t group_read(const struct daylog_tokens *t, size_t i,
			 struct daylog_dates *out)
{
	size_t first = out->count, end, j = i;
	int weekday = daylog_weekday(daylog_token(t, i)), second_weekday = 0;
	struct daylog_date *d;

	if (weekday && is_month_here(t, i))
		weekday = 0;

	if (weekday) {
		int ignored = 0;
		struct daylog_date none = { .year = 1, .weekday = weekday };

		/* "Thursday && Friday", "Tue-Wed" */
		j = daylog_skip_marks(
			t, daylog_date_tail_read(t, i + 1, &none, &ignored),
			",.-:(/|");
		second_weekday = ignored;
	}
	end = days_then_month_read(t, j, out);
	if (!end)
		end = day_then_date_read(t, j, out);
	if (!end) {
		d = date_add(out);
		if (!d)
			return 0;
		end = daylog_date_read(t, j, d);
	}
	if (!end) {
		out->count = first;
		return 0;
	}
	if (out->at[out->count - 1].day && !out->at[out->count - 1].year)
		end = more_days_read(t, end, out);
	d = &out->at[out->count - 1];
	d->weekday = out->count - first > 1 ? 0 : weekday;
	if (out->count - first > 1 && weekday)
		out->at[first].weekday = weekday;
	end = daylog_date_tail_read(t, end, d, &second_weekday);
	if (out->count - first > 1) {
		if (!out->at[first].weekday) {
			out->at[first].weekday = d->weekday;
			d->weekday = second_weekday;
		} else if (second_weekday) {
			d->weekday = second_weekday;
		}
	}
	return end;
}

void daylog_dates_spread(struct daylog_dates *dates)
{
	for (size_t i = dates->count; i-- > 1;) {
		const struct daylog_date *later = &dates->at[i];
		struct daylog_date *d = &dates->at[i - 1];

		if (!d->year && later->year && !d->no_year)
			d->year = later->year - (d->month > later->month);
	}
	for (size_t i = 1; i < dates->count; i++) {
		const struct daylog_date *before = &dates->at[i - 1];
		struct daylog_date *d = &dates->at[i];

		if (!d->year && before->year && !d->no_year)
			d->year = before->year + (d->month < before->month);
	}
}

size_t daylog_dates_read(const struct daylog_tokens *t, size_t i,
			 struct daylog_dates *out)
{
	size_t end = group_read(t, i, out);

	while (end && out->count < DAYLOG_DATES) {
		size_t j = end, before = out->count, next;
		enum joint joint = joint_read(t, &j);

		if (joint == JOINT_NONE)
			break;
		next = group_read(t, j, out);
		if (!next)
			break;
		/* Two bare numbers there are no date: "July 4, 3/4 done",
		 * unless both are: "4/22-4/23". */
		if (!out->at[before].month && !out->at[before].year &&
		    !(joint == JOINT_RANGE && out->at[before - 1].first)) {
			out->count = before;
			break;
		}
		out->at[before].through = joint == JOINT_RANGE;
		end = next;
	}
	daylog_dates_spread(out);
	return end;
}
