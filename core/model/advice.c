/* SPDX-License-Identifier: MIT */
/* Ranking what could be studied today. */
#include "core/model/advice.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "core/base/attributes.h"

#define QUESTION_DAYS 14
#define STALE_DAYS 30
#define DUE_AHEAD 14
#define DUE_OVER 7
#define DUE_LEAST 0.2
#define TELLING 0.05	/* of the worth: a reason that is told */

static const double weights[REASON_COUNT] = {
	[REASON_WEIGHT] = 6, [REASON_HOLE] = 4,	 [REASON_QUESTION] = 2,
	[REASON_LAB] = 1.5,  [REASON_STALE] = 1, [REASON_DUE] = 3,
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

double advice_due(int days)
{
	if (days <= -DUE_AHEAD)
		return DUE_LEAST;
	if (days >= DUE_OVER)
		return 1;
	return (days + DUE_AHEAD) * (1 - DUE_LEAST) / (DUE_AHEAD + DUE_OVER) +
	       DUE_LEAST;
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

struct chosen {
	struct advice *all;	/* the best a minute first */
	double minutes;		/* that are left */
	size_t of_kind[ARRAY_SIZE(turns)];
};

/* Take what fits, the best first; only `kind` if that is not negative. */
static void take(struct chosen *c, int kind, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct advice_candidate *own = c->all[i].candidate;

		if ((kind >= 0 && (int)own->kind != kind) || c->all[i].taken ||
		    c->all[i].worth <= 0 || own->minutes > c->minutes ||
		    c->of_kind[own->kind] >= most[own->kind])
			continue;
		c->minutes -= own->minutes;
		c->of_kind[own->kind]++;
		c->all[i].taken = true;
		if (kind >= 0)
			return;
	}
}

/* Without a hole or a topic a day is small change: is there one that fits? */
static bool is_small_change(const struct chosen *c, size_t count,
			    double minutes)
{
	if (c->of_kind[ADVICE_HOLE] || c->of_kind[ADVICE_TOPIC])
		return false;
	for (size_t i = 0; i < count; i++)
		if (c->all[i].candidate->kind == ADVICE_TOPIC &&
		    c->all[i].worth > 0 &&
		    c->all[i].candidate->minutes <= minutes)
			return true;
	return false;
}

static void begin(struct chosen *c, struct advice *all, size_t count,
		  double minutes)
{
	*c = (struct chosen){ .all = all, .minutes = minutes };
	for (size_t i = 0; i < count; i++)
		all[i].taken = false;
}

struct advice *advice_choose(const struct advice_candidate *candidates,
			     size_t count, double minutes, struct arena *mem,
			     size_t *chosen)
{
	struct advice *all = arena_alloc(mem, (count + 1) * sizeof(*all));
	struct chosen c;
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		all[i] = weigh(&candidates[i]);
	if (count)
		qsort(all, count, sizeof(*all), by_worth_a_minute);
	begin(&c, all, count, minutes);
	take(&c, -1, count);
	if (is_small_change(&c, count, minutes)) {
		begin(&c, all, count, minutes);
		take(&c, ADVICE_TOPIC, count);
		take(&c, -1, count);
	}
	for (size_t i = 0; i < count; i++)
		if (all[i].taken)
			all[kept++] = all[i];
	if (kept)
		qsort(all, kept, sizeof(*all), by_turn);
	*chosen = kept;
	return all;
}
