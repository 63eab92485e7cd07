/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_READINESS_H
#define CORE_MODEL_READINESS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * How likely it is to pass, from what was noted and from practice exams, by
 * weighted domain (design: study-plan, 1.3).  All shares are 0 … 1.
 */

/* Questions of practice exams on one domain. */
struct readiness_practice {
	double right, asked;
	double age;		/* days; older ones weigh less */
};

struct readiness_domain {
	double weight;		/* in any unit; normalised to 1 */
	double coverage;	/* of its topics */
	double knowledge;	/* what is remembered of them; as `coverage`
				   where nothing is known about that */
	const struct readiness_practice *practice;
	size_t npractice;
};

struct readiness_exam {
	double pass;		/* share of right answers that passes */
	int questions;		/* that are scored */
	double guess;		/* share that a guess gets right: 0.25 */
};

enum readiness_word { READINESS_UNKNOWN, NOT_READY, BORDERLINE, READY };
const char *readiness_word_name(enum readiness_word w);	/* "not ready" */

struct readiness {
	bool evidence;		/* any practice; without it, no number counts */
	double score;		/* share expected right */
	double deviation;
	double pass;		/* probability */
	double low, high;	/* 80 % band of the score */
	enum readiness_word word;
};

/* Half the weight of an answer is gone after this many days. */
#define READINESS_HALF_LIFE 21

/* The expected share of right answers in one domain. */
double readiness_of_domain(const struct readiness_domain *d, double guess,
			   double *deviation);

void readiness_compute(struct readiness *out,
		       const struct readiness_domain *domains, size_t count,
		       const struct readiness_exam *exam);

#endif
