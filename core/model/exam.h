/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_EXAM_H
#define CORE_MODEL_EXAM_H

#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/error.h"

struct exam_domain {
	const char *name;
	int weight;		/* per cent, 0 … 100 */
};

struct exam {
	const char *name;	/* as the user calls it; the key */
	int day;		/* DAY_NONE: no date yet */
	int start;		/* the first day of study, or DAY_NONE */
	const struct exam_domain *domains;
	size_t ndomains;
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

void exam_countdown(struct countdown *out, const struct exam *e, int today);

/* The exam that matters: the next one from today on, else the last one; or
 * NULL. */
const struct exam *exam_next(const struct exam *exams, size_t count, int today);

#endif
