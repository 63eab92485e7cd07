/* SPDX-License-Identifier: MIT */
/* How far a round of a hundred days has come. */
#include "core/model/challenge.h"

#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/base/date.h"
#include "core/base/limits.h"
#include "core/model/entry.h"

/* A round while it is counted. */
struct counted {
	struct challenge sum;
	int last_day;		/* of the mark before, DAY_NONE at first */
	bool last_counted;	/* the mark before was counted with its day */
};

/* Where the count stands while it walks over the marks. */
struct counter {
	struct counted rounds[LIMIT_ROUND + 1];	/* .sum.round 0: not begun */
	int current;		/* 0: none has begun */
};

static bool restarts(const struct counter *c, const struct challenge_mark *m)
{
	const struct counted *r = &c->rounds[c->current];

	/* A label says it already: "R2D1" within round 2 is no third round. */
	if (m->round || m->number == NUMBER_NONE ||
	    r->sum.number == NUMBER_NONE)
		return false;
	return (m->number == 0 || m->number == 1) && r->sum.number > 1 &&
	       (r->last_day == DAY_NONE || m->day > r->last_day);
}

static int label_of(const struct challenge_mark *m)
{
	return m->round > LIMIT_ROUND ? LIMIT_ROUND : m->round;
}

/* The round that a mark is of.  Whoever has no date stands behind all that have
 * one: its label may tell that it is of a round that is over.  On a later day
 * such a label is a slip. */
static int round_of(const struct counter *c, const struct challenge_mark *m)
{
	int label = label_of(m);

	if (!c->current)
		return label > 0 ? label : 1;
	if (label > c->current || (label > 0 && m->day == DAY_NONE))
		return label;
	return restarts(c, m) && c->current < LIMIT_ROUND ? c->current + 1 :
							    c->current;
}

/* For the same reason its number is the last one only where no day has any. */
static bool tells_number(const struct counted *r,
			 const struct challenge_mark *m)
{
	return m->number != NUMBER_NONE && m->number >= 0 &&
	       (m->day != DAY_NONE || r->last_day == DAY_NONE ||
		r->sum.number == NUMBER_NONE);
}

static struct counted *enter_round(struct counter *c, int round)
{
	struct counted *r = &c->rounds[round];

	if (!r->sum.round)
		*r = (struct counted){
			.sum = {
				.round = round,
				.number = NUMBER_NONE,
				.first = DAY_NONE,
				.last_projected = DAY_NONE,
			},
			.last_day = DAY_NONE,
		};
	if (round > c->current)
		c->current = round;
	return r;
}

static struct challenge_place count_mark(struct counter *c,
					 const struct challenge_mark *m)
{
	struct challenge_place place = { round_of(c, m), false };
	struct counted *r = enter_round(c, place.round);

	if (r->sum.first == DAY_NONE)
		r->sum.first = m->day;
	if (m->day == DAY_NONE || m->day != r->last_day)
		r->last_counted = false;
	if (m->number != 0 && !r->last_counted) {
		r->sum.done++;
		place.counts = true;
		r->last_counted = m->day != DAY_NONE;
	}
	if (tells_number(r, m))
		r->sum.number = m->number;
	if (m->day != DAY_NONE)
		r->last_day = m->day;
	return place;
}

/* Of a day that is still to come. */
static struct challenge_place later_place(const struct counter *c,
					  const struct challenge_mark *m)
{
	int round = label_of(m) > c->current ? label_of(m) : c->current;

	return (struct challenge_place){ round ? round : 1, false };
}

/* `places` may be NULL.  To be freed. */
static struct counter *walk(const struct challenge_mark *marks, size_t count,
			    int today, struct challenge_place *places)
{
	struct counter *c = xcalloc(1, sizeof(*c));

	c->rounds[0].last_day = DAY_NONE;
	for (size_t i = 0; i < count; i++) {
		struct challenge_place place =
			marks[i].day == DAY_NONE || marks[i].day <= today ?
				count_mark(c, &marks[i]) :
				later_place(c, &marks[i]);

		if (places)
			places[i] = place;
	}
	return c;
}

void challenge_places(struct challenge_place *out,
		      const struct challenge_mark *marks, size_t count,
		      int today)
{
	free(walk(marks, count, today, out));
}

/* The days that are left, and as many missed ones as there were so far. */
static int project(const struct challenge *c, int today)
{
	long long left = c->goal - c->done;
	long long missed = (left * c->missed + c->done / 2) / c->done;

	/* A plan of centuries is no plan. */
	if (left <= 0 || left + missed > 36500)
		return DAY_NONE;
	return today + (int)(left + missed);
}

void challenge_compute(struct challenge *out,
		       const struct challenge_mark *marks, size_t count,
		       int goal, const struct studied_day *days, size_t ndays,
		       int today, const struct streak_rules *rules)
{
	struct counter *c = walk(marks, count, today, NULL);

	*out = c->current ? c->rounds[c->current].sum : (struct challenge){
		.number = NUMBER_NONE,
		.first = DAY_NONE,
		.last_projected = DAY_NONE,
	};
	free(c);
	out->goal = goal;
	if (out->first == DAY_NONE || !out->done)
		return;
	out->missed = streak_missed(days, ndays, out->first, today, rules);
	out->last_projected = project(out, today);
}

int challenge_day(const struct challenge *c)
{
	return c->number == NUMBER_NONE ? c->done : c->number;
}
