/* SPDX-License-Identifier: MIT */
/* The days for which a plan sets something. */
#include "core/model/plan_schedule.h"

#include "core/base/attributes.h"
#include "core/base/date.h"
#include "core/model/plan_span.h"

static int months_on(int day, unsigned count)
{
	struct civil c = day_to_civil(day);
	int month = c.month - 1 + (int)count;

	c.year += month / 12;
	c.month = month % 12 + 1;
	if (c.day > days_in_month(c.year, c.month))
		c.day = days_in_month(c.year, c.month);
	return day_from_civil(c);
}

static bool count_from(struct plan_days *out, const struct plan_span *span,
		       int start)
{
	int first = (int)span->first - 1, last = (int)span->last;

	if (start == DAY_NONE || span->first < 1)
		return false;
	switch (span->unit) {
	case PLAN_DAYS:
		*out = (struct plan_days){ .first = start + first,
					   .last = start + last - 1 };
		return true;
	case PLAN_WEEKS:
		*out = (struct plan_days){ .first = start + 7 * first,
					   .last = start + 7 * last - 1 };
		return true;
	case PLAN_MONTHS:
		out->first = months_on(start, span->first - 1);
		out->last = months_on(start, span->last) - 1;
		return true;
	case PLAN_PHASES:
		return false;
	}
	return false;
}

bool plan_days_read(struct plan_days *out, struct str line,
		    const struct plan_calendar *c,
		    const struct plan_days *outer)
{
	struct plan_span span;

	if (plan_dates_read(out, line, c))
		return true;
	if (!plan_span_find(&span, line))
		return false;
	/* "Day 3" of a week begins with the week; "Day 40" does not. */
	if (span.unit == PLAN_DAYS && outer &&
	    (int)span.last <= outer->last - outer->first + 1)
		return count_from(out, &span, outer->first);
	return count_from(out, &span, c->start);
}

int plan_start_of(struct str line, const struct plan_calendar *c)
{
	struct plan_span span;
	struct plan_days days;

	if (!plan_span_read(&span, line) || span.first < 1 ||
	    !plan_dates_read(&days, line, c))
		return DAY_NONE;
	if (span.unit == PLAN_WEEKS)
		return days.first - 7 * ((int)span.first - 1);
	return span.unit == PLAN_DAYS ? days.first - (int)span.first + 1 :
					DAY_NONE;
}

struct str plan_days_name(struct str line)
{
	struct plan_span span;

	return plan_span_find(&span, line) ? span.label : STR("");
}

bool plan_days_is_label(struct str line)
{
	static const char *const signs[] = { ":", "-", "–", "—", "|", "：" };
	struct plan_span span;
	struct str after;

	if (!plan_span_read(&span, line))
		return false;
	after = span.label;
	after = str_trim_left(
		str_from(line, (size_t)(after.s + after.len - line.s)));
	for (size_t i = 0; i < ARRAY_SIZE(signs); i++)
		if (str_starts(after, signs[i]))
			return true;
	return false;
}

size_t plan_take_along(size_t late, int study_days_left)
{
	size_t days = study_days_left > 0 ? (size_t)study_days_left : 1;

	return (late + days - 1) / days;
}
