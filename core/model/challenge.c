/* SPDX-License-Identifier: MIT */
/* How far a round of a hundred days has come. */
#include "core/model/challenge.h"

#include "core/base/date.h"
#include "core/model/entry.h"

/* Where the count stands while it walks over the marks. */
struct counter {
	struct challenge *out;
	int last_day;		/* of the mark before, DAY_NONE at first */
	bool last_counted;	/* the mark before was counted with its day */
};

static bool begins_round(const struct counter *c,
			 const struct challenge_mark *m)
{
	if (!c->out->round || m->round > c->out->round)
		return true;
	/* A label says it already: "R2D1" within round 2 is no third round. */
	if (m->round || m->number == NUMBER_NONE ||
	    c->out->number == NUMBER_NONE)
		return false;
	return (m->number == 0 || m->number == 1) && c->out->number > 1 &&
	       (c->last_day == DAY_NONE || m->day > c->last_day);
}

/* Whoever has no date stands behind all that have one: its label tells whether
 * it is of a round that is over. */
static bool is_of_earlier_round(const struct counter *c,
				const struct challenge_mark *m)
{
	return m->day == DAY_NONE && m->round && m->round < c->out->round;
}

/* For the same reason its number is the last one only where no day has any. */
static bool tells_number(const struct counter *c,
			 const struct challenge_mark *m)
{
	return m->number != NUMBER_NONE && m->number >= 0 &&
	       (m->day != DAY_NONE || c->last_day == DAY_NONE ||
		c->out->number == NUMBER_NONE);
}

static void begin_round(struct counter *c, const struct challenge_mark *m)
{
	struct challenge *out = c->out;

	*out = (struct challenge){
		.round = m->round > out->round ? m->round : out->round + 1,
		.number = NUMBER_NONE,
		.goal = out->goal,
		.first = DAY_NONE,
		.last_projected = DAY_NONE,
	};
	c->last_day = DAY_NONE;
	c->last_counted = false;
}

static void count_mark(struct counter *c, const struct challenge_mark *m)
{
	struct challenge *out = c->out;
	bool same_day = m->day != DAY_NONE && m->day == c->last_day;

	if (is_of_earlier_round(c, m))
		return;
	if (begins_round(c, m)) {
		begin_round(c, m);
		same_day = false;
	}
	if (out->first == DAY_NONE)
		out->first = m->day;
	if (!same_day)
		c->last_counted = false;
	if (m->number != 0 && !c->last_counted) {
		out->done++;
		c->last_counted = m->day != DAY_NONE;
	}
	if (tells_number(c, m))
		out->number = m->number;
	if (m->day != DAY_NONE)
		c->last_day = m->day;
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
	struct counter c = { .out = out, .last_day = DAY_NONE };

	*out = (struct challenge){
		.number = NUMBER_NONE,
		.goal = goal,
		.first = DAY_NONE,
		.last_projected = DAY_NONE,
	};
	for (size_t i = 0; i < count; i++)
		if (marks[i].day == DAY_NONE || marks[i].day <= today)
			count_mark(&c, &marks[i]);
	if (out->first == DAY_NONE || !out->done)
		return;
	out->missed = streak_missed(days, ndays, out->first, today, rules);
	out->last_projected = project(out, today);
}

int challenge_day(const struct challenge *c)
{
	return c->number == NUMBER_NONE ? c->done : c->number;
}
