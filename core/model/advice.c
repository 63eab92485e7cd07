/* SPDX-License-Identifier: MIT */
/* Ranking what could be studied today. */
#include "core/model/advice.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "core/base/attributes.h"

#define QUESTION_DAYS 14
#define STALE_DAYS 30
#define TELLING 0.05	/* of the worth: a reason that is told */

static const double weights[REASON_COUNT] = {
	[REASON_WEIGHT] = 6, [REASON_HOLE] = 4,	 [REASON_QUESTION] = 2,
	[REASON_LAB] = 1.5,  [REASON_STALE] = 1,
};

/* What is taken of each kind at the most, so that no day is made of one. */
static const size_t most[] = {
	[ADVICE_HOLE] = 3,     [ADVICE_TOPIC] = 2, [ADVICE_LAB] = 1,
	[ADVICE_QUESTION] = 3, [ADVICE_TODO] = 2,
};

/* The order of the day. */
static const int turns[] = {
	[ADVICE_HOLE] = 0,     [ADVICE_TOPIC] = 1, [ADVICE_LAB] = 2,
	[ADVICE_QUESTION] = 3, [ADVICE_TODO] = 4,
};

static double ramp(int days, int whole)
{
	if (days <= 0)
		return 0;
	return days >= whole ? 1 : (double)days / whole;
}

double advice_deficit(double weight, double known)
{
	return weight * (1 - known);
}

double advice_hole(unsigned missed, unsigned right)
{
	double share = 1 - pow(0.5, missed);

	if (right >= 2)
		return 0;
	return right ? share / 2 : share;
}

double advice_question(int days)
{
	return ramp(days, QUESTION_DAYS);
}

double advice_stale(int days)
{
	return ramp(days, STALE_DAYS);
}

static double part(const struct advice_candidate *c, enum advice_reason r)
{
	return weights[r] * c->share[r];
}

static void find_reasons(struct advice *a)
{
	for (int r = 0; r < REASON_COUNT; r++) {
		double own = part(a->candidate, (enum advice_reason)r);
		size_t at = a->nreasons;

		if (own <= 0 || own < TELLING * a->worth)
			continue;
		for (; at && part(a->candidate, a->reasons[at - 1]) < own; at--)
			a->reasons[at] = a->reasons[at - 1];
		a->reasons[at] = (enum advice_reason)r;
		a->nreasons++;
	}
}

static struct advice weigh(const struct advice_candidate *c)
{
	struct advice a = { .candidate = c };

	for (int r = 0; r < REASON_COUNT; r++)
		a.worth += part(c, (enum advice_reason)r);
	find_reasons(&a);
	return a;
}

static int by_worth_a_minute(const void *a, const void *b)
{
	const struct advice *x = a, *y = b;
	double u = x->worth / x->candidate->minutes;
	double v = y->worth / y->candidate->minutes;

	if (u < v || u > v)
		return u > v ? -1 : 1;
	return x->candidate < y->candidate ? -1 : x->candidate > y->candidate;
}

static int by_turn(const void *a, const void *b)
{
	const struct advice *x = a, *y = b;
	int difference = turns[x->candidate->kind] - turns[y->candidate->kind];

	return difference ? difference : by_worth_a_minute(a, b);
}

struct advice *advice_choose(const struct advice_candidate *candidates,
			     size_t count, double minutes, struct arena *mem,
			     size_t *chosen)
{
	struct advice *all = arena_alloc(mem, (count + 1) * sizeof(*all));
	size_t taken[ARRAY_SIZE(turns)] = { 0 }, kept = 0;

	for (size_t i = 0; i < count; i++)
		all[i] = weigh(&candidates[i]);
	if (count)
		qsort(all, count, sizeof(*all), by_worth_a_minute);
	for (size_t i = 0; i < count; i++) {
		const struct advice_candidate *c = all[i].candidate;

		if (all[i].worth <= 0 || c->minutes > minutes ||
		    taken[c->kind] >= most[c->kind])
			continue;
		minutes -= c->minutes;
		taken[c->kind]++;
		all[kept++] = all[i];
	}
	if (kept)
		qsort(all, kept, sizeof(*all), by_turn);
	*chosen = kept;
	return all;
}
