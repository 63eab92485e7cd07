/* SPDX-License-Identifier: MIT */
/* The chance to pass, by Bayes' rule over domains. */
#include "core/model/readiness.h"

#include <math.h>

#define PRIOR_QUESTIONS 10	/* that notes alone weigh as much as */
#define BAND 1.2816		/* deviations to each side of 80 % */

const char *readiness_word_name(enum readiness_word w)
{
	static const char *const names[] = {
		[READINESS_UNKNOWN] = "no evidence yet",
		[NOT_READY] = "not ready",
		[BORDERLINE] = "borderline",
		[READY] = "ready",
	};

	return names[w];
}

double readiness_of_domain(const struct readiness_domain *d, double guess,
			   double *deviation)
{
	double prior = guess + (1 - guess) * d->coverage * d->knowledge;
	double right = PRIOR_QUESTIONS * prior, asked = PRIOR_QUESTIONS, p;

	for (size_t i = 0; i < d->npractice; i++) {
		const struct readiness_practice *r = &d->practice[i];
		double weight = pow(0.5, fmax(r->age, 0) / READINESS_HALF_LIFE);

		right += r->right * weight;
		asked += r->asked * weight;
	}
	p = right / asked;
	*deviation = sqrt(p * (1 - p) / (asked + 1));
	return p;
}

static enum readiness_word word_of(const struct readiness *r)
{
	if (!r->evidence)
		return READINESS_UNKNOWN;
	if (r->pass < 0.5)
		return NOT_READY;
	return r->pass < 0.85 ? BORDERLINE : READY;
}

void readiness_compute(struct readiness *out,
		       const struct readiness_domain *domains, size_t count,
		       const struct readiness_exam *exam)
{
	double weights = 0, variance = 0;
	int questions = exam->questions > 0 ? exam->questions : 65;

	*out = (struct readiness){ .evidence = false };
	for (size_t i = 0; i < count; i++)
		weights += domains[i].weight;
	for (size_t i = 0; i < count && weights > 0; i++) {
		double w = domains[i].weight / weights, sd;
		double p = readiness_of_domain(&domains[i], exam->guess, &sd);

		out->evidence |= domains[i].npractice > 0;
		out->score += w * p;
		variance += w * p * (1 - p) / questions + w * w * sd * sd;
	}
	out->deviation = sqrt(variance);
	out->low = fmax(out->score - BAND * out->deviation, 0);
	out->high = fmin(out->score + BAND * out->deviation, 1);
	if (out->deviation > 0)
		out->pass = 0.5 * erfc((exam->pass - out->score) /
				       (out->deviation * sqrt(2)));
	out->word = word_of(out);
}
