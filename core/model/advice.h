/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_ADVICE_H
#define CORE_MODEL_ADVICE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"

/*
 * What to study today: things to do ranked by what they are worth a minute,
 * each with the reasons why (design: study-plan, "What to study today").
 */
enum advice_kind {
	ADVICE_TOPIC,		/* read and note */
	ADVICE_HOLE,
	ADVICE_QUESTION,
	ADVICE_LAB,
	ADVICE_TODO,
};

/* Why; the larger its share in the sum, the earlier it is told. */
enum advice_reason {
	REASON_WEIGHT,		/* of its domain, against what is known */
	REASON_HOLE,
	REASON_QUESTION,
	REASON_LAB,
	REASON_STALE,
	REASON_DUE,		/* the plan sets it for these days */
	REASON_COUNT,
};

struct advice_candidate {
	enum advice_kind kind;
	const char *name;	/* as shown; borrowed */
	const void *of;		/* the caller's own */
	double minutes;		/* it takes, more than 0 */
	double share[REASON_COUNT];	/* 0 … 1 each, by the functions below */
};

struct advice {
	const struct advice_candidate *candidate;
	double worth;
	bool taken;
	enum advice_reason reasons[REASON_COUNT];	/* largest first */
	size_t nreasons;	/* those that say something */
};

/* The weight of a domain that is not known yet, before normalising by the
 * largest of all; `known` 0 … 1. */
double advice_deficit(double weight, double known);

/* Of a hole that was missed so many times; half once answered right. */
double advice_hole(unsigned missed, unsigned right);

/* Of a question that has been open for `days`; all of it after two weeks. */
double advice_question(int days);

/* Of what is due on a day, `days` before today: from 0.2 two weeks ahead to all
 * of it a week after, as Taskwarrior has it. */
double advice_due(int days);

/* Of a topic not touched for `days`; all of it after a month. */
double advice_stale(int days);

/*
 * The best that fit into `minutes`, of each kind only so many (two topics, one
 * lab), in the order to do them: holes, topics, labs, questions and todos.
 * Small things do not push out the studying: where neither a hole nor a topic
 * would come in, and a topic fits, the best one is taken first.
 * In `mem`; ties go to the earlier candidate, so that a day's advice is the
 * same whenever it is asked for.
 */
struct advice *advice_choose(const struct advice_candidate *candidates,
			     size_t count, double minutes, struct arena *mem,
			     size_t *chosen);

#endif
