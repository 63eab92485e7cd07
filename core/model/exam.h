/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_EXAM_H
#define CORE_MODEL_EXAM_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/error.h"

struct exam_domain {
	const char *name;
	int weight;		/* per cent, 0 … 100 */
	const char **topics;	/* ids as typed */
	size_t ntopics;
};

enum exam_result { EXAM_OPEN, EXAM_PASSED, EXAM_FAILED };

/* Strings are NULL and numbers 0 where nothing is said. */
struct exam {
	const char *name;	/* as the user calls it; the key */
	const char *code;	/* "DVA-C02": also found in a plan's links */
	int day;		/* DAY_NONE: no date yet */
	const char *when;	/* "spring 2027", while there is no date */
	int start;		/* the first day of study, or DAY_NONE */
	const struct exam_domain *domains;
	size_t ndomains;
	int pass;		/* the mark, on this scale */
	int scale_low, scale_high;
	int questions, minutes;
	const char *cost;	/* "150 USD" */
	int valid_months;	/* of the certificate */
	const char *plan;	/* path of its plan */
	enum exam_result result;
	int result_day;		/* or DAY_NONE */
	int score;		/* reached, or -1 */
	bool archived;		/* its plan asks for nothing any more */
};

/* An exam has to be after the first day of study for it. */
int exam_check(const struct exam *e, struct error *err) MUST_CHECK;

/*
 * The countdown (design: study-plan, 1.2 and 1.3): g = day - today, T = day -
 * start, per cent of the time left = round half up of 100 clamp(g / T, 0, 1).
 * An exam without a date has neither.
 */
struct countdown {
	int days_to_go;		/* negative after the exam */
	int days_total;		/* T, or 0 when there is no start */
	int percent_left;	/* or -1 when there is no start */
};

/* "open", "passed", "failed" */
const char *exam_result_name(enum exam_result r);

/* The domain that a topic belongs to, as the exam says; or NULL. */
const struct exam_domain *exam_domain_of(const struct exam *e,
					 const char *topic);

/* The share of the scale that passes, 0 … 1: 720 of 100 … 1000 is 0.72, as
 * scaled marks are read.  A default of 0.7 where the mark is not known. */
double exam_pass_share(const struct exam *e);

/* The day on which the certificate has to be renewed, or DAY_NONE. */
int exam_renewal(const struct exam *e);

/* Is it still to be taken?  It has no result, or it was failed and has a day
 * behind that by now.  Nothing counts down to any other. */
bool exam_is_open(const struct exam *e);

void exam_countdown(struct countdown *out, const struct exam *e, int today);

/*
 * The other way round: of how many days in all so many days to go are so many
 * per cent (design: study-plan, 1.2).  0: none, or several would be.
 */
int exam_days_total(int days_to_go, int percent_left);

/* The exam that matters: the next one from today on that has no result, else
 * the last one; or NULL. */
const struct exam *exam_next(const struct exam *exams, size_t count, int today);

#endif
