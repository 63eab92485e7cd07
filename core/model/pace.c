/* SPDX-License-Identifier: MIT */
/* The pace that is needed, and the one that is kept. */
#include "core/model/pace.h"

#include <math.h>

#include "core/base/date.h"

#define LEAST_BUFFER 2
#define FARTHEST 3660	/* days that a finish is looked for */

int pace_default_buffer(int start, int exam)
{
	int total = exam - start;
	int buffer = (total + 5) / 10;	/* rounded half up */

	if (buffer < LEAST_BUFFER)
		buffer = LEAST_BUFFER;
	return buffer < total ? buffer : total > 0 ? total - 1 : 0;
}

static bool is_single_rest(int day, const struct streak_rules *rules)
{
	for (size_t i = 0; i < rules->nrest_days; i++)
		if (rules->rest_days[i] == day)
			return true;
	for (size_t i = 0; i < rules->npauses; i++)
		if (rules->pauses[i].first <= day &&
		    day <= rules->pauses[i].last)
			return true;
	return false;
}

bool pace_is_study_day(int day, const struct streak_rules *rules)
{
	if (!rules)
		return true;
	if (rules->rest_weekdays & 1u << day_weekday(day))
		return false;
	return !is_single_rest(day, rules);
}

/* Of from <= d < to; of a span that no study has, the first ten years. */
static int count_study_days(int from, int to, const struct streak_rules *rules)
{
	int count = 0;

	if (to > from && to - from > FARTHEST)
		to = from + FARTHEST;
	for (int d = from; d < to; d++)
		count += pace_is_study_day(d, rules);
	return count;
}

static int percent(double part, double whole)
{
	double share = part / whole;

	return (int)floor(100 * (share < 0 ? 0 : share > 1 ? 1 : share) + 0.5);
}

/* The work done by the end of a day, as far as is known. */
static double done_at(int day, const struct pace_point *history, size_t count)
{
	double done = 0;

	for (size_t i = 0; i < count && history[i].day <= day; i++)
		done = history[i].done;
	return done;
}

/* Minutes a study day from behind `since`, or from the first day of which
 * anything is known, up to today; NAN: too few days. */
static double pace_since(int since, const struct pace_plan *plan, double done,
			 const struct pace_point *history, size_t count)
{
	double gained;
	int days;

	if (!count)
		return NAN;
	if (history[0].day > since)
		since = history[0].day;
	days = count_study_days(since + 1, plan->today + 1, plan->rules);
	gained = done - done_at(since, history, count);
	if (days < PACE_LEAST_DAYS || gained <= 0)
		return NAN;
	return gained / days;
}

/* The study day on which `minutes` are done, at so many a day. */
static int finish_day(double minutes, double each,
		      const struct pace_plan *plan)
{
	if (minutes <= 0)
		return plan->today;
	if (isnan(each))
		return DAY_NONE;
	for (int d = plan->today; d < plan->today + FARTHEST; d++) {
		if (!pace_is_study_day(d, plan->rules))
			continue;
		minutes -= each;
		/* So that 3 times 0.1 is 0.3. */
		if (minutes < 1e-9)
			return d;
	}
	return DAY_NONE;
}

static void measure_time(struct pace *out, const struct pace_plan *plan)
{
	out->days_to_go = plan->exam - plan->today;
	out->days_total = plan->exam - plan->start;
	out->time_left = percent(out->days_to_go, out->days_total);
	out->buffer = plan->buffer >= 0 && plan->buffer < out->days_total ?
			      plan->buffer :
			      pace_default_buffer(plan->start, plan->exam);
	out->study_days_left = count_study_days(
		plan->today, plan->exam - out->buffer, plan->rules);
}

static void measure_work(struct pace *out, const struct pace_plan *plan)
{
	int gone = plan->today - plan->start;
	double span = out->days_total - out->buffer, share;

	out->covered = -1;
	out->performance = NAN;
	if (out->total <= 0)
		return;
	out->covered = percent(out->done, out->total);
	share = gone < 0 ? 0 : gone > span ? 1 : gone / span;
	out->planned = out->total * share;
	out->ahead_days = span * out->done / out->total - gone;
	if (gone > 0)
		out->performance = (out->ahead_days + gone) / gone;
}

void pace_measure(struct pace *out, const struct pace_plan *plan,
		  const struct pace_point *now,
		  const struct pace_point *history, size_t count)
{
	double left = now->total - now->done;
	int window = plan->today - PACE_WINDOW;

	*out = (struct pace){ .total = now->total, .done = now->done };
	measure_time(out, plan);
	measure_work(out, plan);
	if (window < plan->start - 1)
		window = plan->start - 1;
	out->needed = left > 0 ? left / (out->study_days_left > 0 ?
						 out->study_days_left :
						 1) :
				 0;
	out->kept = pace_since(window, plan, now->done, history, count);
	out->kept_always = pace_since(plan->start - 1, plan, now->done,
				      history, count);
	out->finish = finish_day(left, out->kept, plan);
	out->finish_always = finish_day(left, out->kept_always, plan);
	if (out->finish != DAY_NONE)
		out->slack = plan->exam - out->buffer - out->finish;
}

const char *pace_word(const struct pace *p)
{
	if (p->total <= 0 || isnan(p->performance))
		return "";
	if (p->performance > 1.1)
		return "ahead";
	if (p->performance >= 1)
		return "on time";
	return p->performance >= 0.9 ? "slightly behind" : "behind";
}

bool pace_levers(struct pace_levers *out, const struct pace *p,
		 const struct pace_plan *plan)
{
	double left = p->total - p->done;

	/* In the last days there is no pace left to change. */
	if (isnan(p->kept) || p->needed <= p->kept || !p->study_days_left)
		return false;
	*out = (struct pace_levers){
		.minutes = p->needed,
		.drop = left - p->kept * p->study_days_left,
		.exam = p->finish == DAY_NONE ? DAY_NONE :
						p->finish + 1 + p->buffer,
	};
	if (out->exam != DAY_NONE && out->exam <= plan->exam)
		out->exam = plan->exam + 1;
	return true;
}
