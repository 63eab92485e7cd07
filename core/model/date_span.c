/* SPDX-License-Identifier: MIT */
/* Dates that mean several days: a week, a month, a year. */
#include "core/model/date_forms.h"

typedef enum reading span_form(struct day_span *out, const struct phrase *p,
			       struct error *err);

/* "this", "last" and "next", as steps. */
static bool read_step(const struct phrase *p, int *out)
{
	*out = phrase_is(p, 0, "next") - phrase_is(p, 0, "last");
	return *out || phrase_is(p, 0, "this");
}

static enum reading no_such(const struct phrase *p, const char *what,
			    struct error *err)
{
	error_set(err, ERROR_USAGE, "there is no %s '%.*s' in the calendar",
		  what, (int)p->typed.len, p->typed.s);
	return READ_ERROR;
}

static enum reading take_month(struct day_span *out, const struct phrase *p,
			       long long year, int month, struct error *err)
{
	if (year < 1 || year > 9999 || month < 1 || month > 12)
		return no_such(p, "month", err);
	out->first = day_from_civil((struct civil){ (int)year, month, 1 });
	out->last = out->first + days_in_month((int)year, month) - 1;
	return READ_DAY;
}

static enum reading take_year(struct day_span *out, const struct phrase *p,
			      long long year, struct error *err)
{
	if (year < 1 || year > 9999)
		return no_such(p, "year", err);
	out->first = day_from_civil((struct civil){ (int)year, 1, 1 });
	out->last = day_from_civil((struct civil){ (int)year, 12, 31 });
	return READ_DAY;
}

static enum reading take_week(struct day_span *out, const struct phrase *p,
			      long long monday, struct error *err)
{
	enum reading reading = phrase_take_number(&out->last, p, monday + 6,
						  err);

	return reading == READ_DAY
		       ? phrase_take_number(&out->first, p, monday, err)
		       : reading;
}

/* "last week", "this month", "next year" */
static enum reading read_unit_named(struct day_span *out,
				    const struct phrase *p, struct error *err)
{
	struct civil now = day_to_civil(p->today);
	int step, month = now.month - 1;
	enum unit unit;

	if (p->count != 2 || !read_step(p, &step) ||
	    p->words[1].len < 2 || !phrase_unit(p->words[1], &unit) ||
	    unit == UNIT_DAY)
		return READ_NOT;
	if (unit == UNIT_YEAR)
		return take_year(out, p, now.year + step, err);
	if (unit == UNIT_WEEK)
		return take_week(out, p,
				 p->today - (long long)day_weekday(p->today) +
				 7 * step, err);
	month += step + 12;
	return take_month(out, p, now.year + month / 12 - 1, month % 12 + 1,
			  err);
}

/* "last 7 days", "past two weeks": today is one of them. */
static enum reading read_recent(struct day_span *out, const struct phrase *p,
				struct error *err)
{
	bool past = phrase_is(p, 0, "last") || phrase_is(p, 0, "past");
	enum reading reading;
	unsigned count;
	enum unit unit;

	if (p->count != 3 || (!past && !phrase_is(p, 0, "next")) ||
	    !phrase_number(p->words[1], &count) || !count ||
	    !phrase_unit(p->words[2], &unit))
		return READ_NOT;
	*out = (struct day_span){ p->today, p->today };
	reading = phrase_take_distance(past ? &out->first : &out->last, p,
				       past ? -(long long)count : count, unit,
				       err);
	if (reading != READ_DAY)
		return reading;
	out->first += past;
	out->last -= !past;
	return READ_DAY;
}

/* "2022", "2022-07", "2022/7" */
static enum reading read_numbers(struct day_span *out, const struct phrase *p,
				 struct error *err)
{
	struct str s = p->words[0], rest = str_from(s, 5);
	unsigned year, month;

	if (p->count != 1 || s.len < 4 || s.len > 7 ||
	    str_to_uint(str_upto(s, 4), 9999, &year))
		return READ_NOT;
	if (s.len == 4)
		return take_year(out, p, year, err);
	if ((s.s[4] != '-' && s.s[4] != '/') ||
	    str_to_uint(rest, 99, &month))
		return READ_NOT;
	return take_month(out, p, year, (int)month, err);
}

static enum reading read_week_number(struct day_span *out,
				     const struct phrase *p, struct error *err)
{
	struct phrase week = *p;
	enum reading reading = date_form_week_begins(&out->first, &week, err);

	return reading == READ_DAY ? take_week(out, p, out->first, err)
				   : reading;
}

/*
 * "july": the latest that has begun, or the next that is not over; "last july"
 * and "next july" are not this month.
 */
static int year_of(const struct phrase *p, int month, int step)
{
	struct civil now = day_to_civil(p->today);
	bool past = step ? step < 0 : p->direction == DATE_PAST;

	if (month == now.month)
		return now.year + step;
	return past ? now.year - (month > now.month)
		    : now.year + (month < now.month);
}

/* "july", "july 2022", "last july" */
static enum reading read_month_named(struct day_span *out,
				     const struct phrase *p, struct error *err)
{
	int month, step = 0;
	size_t at = p->count == 2 && read_step(p, &step);
	unsigned year;

	if (!date_form_month_name(p->words[at], &month))
		return READ_NOT;
	if (p->count == at + 1)
		return take_month(out, p, year_of(p, month, step), month, err);
	if (p->count != 2 || p->words[1].len != 4 ||
	    str_to_uint(p->words[1], 9999, &year))
		return READ_NOT;
	return take_month(out, p, year, month, err);
}

enum reading date_span_read(struct day_span *out, const struct phrase *p,
			    struct error *err)
{
	static span_form *const forms[] = {
		read_unit_named, read_recent, read_numbers, read_week_number,
		read_month_named,
	};
	enum reading reading = READ_NOT;

	for (size_t i = 0; i < ARRAY_SIZE(forms) && reading == READ_NOT; i++)
		reading = forms[i](out, p, err);
	return reading;
}
