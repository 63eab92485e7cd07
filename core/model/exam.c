/* SPDX-License-Identifier: MIT */
/* How far away an exam is. */
#include "core/model/exam.h"

#include <string.h>

#include "core/base/date.h"

int exam_check(const struct exam *e, struct error *err)
{
	if (e->day == DAY_NONE || e->start == DAY_NONE || e->start < e->day)
		return 0;
	return error_set(err, ERROR_INPUT,
			 "the study for '%s' starts on %s, which is not before "
			 "the exam on %s; give an earlier start", e->name,
			 day_format(e->start).s, day_format(e->day).s);
}

/* Round half up, in whole numbers: 16 of 17 days are 94 per cent. */
static int percent_of(int part, int whole)
{
	if (part < 0)
		part = 0;
	if (part > whole)
		part = whole;
	return (int)((200LL * part + whole) / (2LL * whole));
}

void exam_countdown(struct countdown *out, const struct exam *e, int today)
{
	*out = (struct countdown){ 0, 0, -1 };
	if (e->day == DAY_NONE)
		return;
	out->days_to_go = e->day - today;
	if (e->start == DAY_NONE || e->start >= e->day)
		return;
	out->days_total = e->day - e->start;
	out->percent_left = percent_of(out->days_to_go, out->days_total);
}

int exam_days_total(int days_to_go, int percent_left)
{
	int found = 0;

	if (days_to_go < 1 || percent_left < 1 || percent_left > 100)
		return 0;
	/* More days than this are less than a per cent each. */
	for (int total = days_to_go; total <= 200 * days_to_go &&
				     total <= 36600; total++) {
		int percent = percent_of(days_to_go, total);

		if (percent < percent_left)
			break;
		if (percent != percent_left)
			continue;
		if (found)
			return 0;
		found = total;
	}
	return found;
}

const char *exam_result_name(enum exam_result r)
{
	static const char *const names[] = {
		[EXAM_OPEN] = "open",
		[EXAM_PASSED] = "passed",
		[EXAM_FAILED] = "failed",
	};

	return names[r];
}

const struct exam_domain *exam_domain_of(const struct exam *e,
					 const char *topic)
{
	for (size_t i = 0; i < e->ndomains; i++)
		for (size_t k = 0; k < e->domains[i].ntopics; k++)
			if (!strcmp(e->domains[i].topics[k], topic))
				return &e->domains[i];
	return NULL;
}

double exam_pass_share(const struct exam *e)
{
	int high = e->scale_high > 0 ? e->scale_high : 100;

	if (e->pass <= 0 || e->pass > high)
		return 0.7;
	return (double)e->pass / high;
}

int exam_renewal(const struct exam *e)
{
	struct civil date;
	int month;

	if (e->result != EXAM_PASSED || e->result_day == DAY_NONE ||
	    e->valid_months <= 0)
		return DAY_NONE;
	date = day_to_civil(e->result_day);
	month = date.month - 1 + e->valid_months;
	date.year += month / 12;
	date.month = month % 12 + 1;
	if (date.day > days_in_month(date.year, date.month))
		date.day = days_in_month(date.year, date.month);
	return day_from_civil(date);
}

bool exam_is_open(const struct exam *e)
{
	return e->result == EXAM_OPEN ||
	       (e->result == EXAM_FAILED && e->day != DAY_NONE &&
		e->result_day != DAY_NONE && e->day > e->result_day);
}

static bool is_ahead(const struct exam *e, int today)
{
	return e->day >= today && exam_is_open(e);
}

/* Is `a` the one that matters more?  The next one, else the last one. */
static bool comes_before(const struct exam *a, const struct exam *b, int today)
{
	bool ahead = is_ahead(a, today);

	if (ahead != is_ahead(b, today))
		return ahead;
	return ahead ? a->day < b->day : a->day > b->day;
}

const struct exam *exam_next(const struct exam *exams, size_t count, int today)
{
	const struct exam *next = NULL;

	for (size_t i = 0; i < count; i++) {
		if (exams[i].day == DAY_NONE)
			continue;
		if (!next || comes_before(&exams[i], next, today))
			next = &exams[i];
	}
	return next;
}
