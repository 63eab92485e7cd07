/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRACTICE_EXAM_H
#define CORE_MODEL_PRACTICE_EXAM_H

#include "core/model/exam.h"
#include "core/model/practice.h"

/* Whose the result of a practice exam is, and what it says of each domain. */

/*
 * Of several exams, a result is of the one whose name ends its source, else of
 * those that it names, else of the one whose plan, `path`, it stands in, else of
 * the only one that was studied for on its day, else of the one that was next
 * then.  `path` is NULL for a result that stands in no plan; `e` is one of
 * `exams`.
 */
bool practice_is_of(const struct practice *p, const char *path,
		    const struct exam *e, const struct exam *exams,
		    size_t count);

/* The source without the name of the exam at its end: "A vendor, DVA-C02". */
struct str practice_source(const struct practice *p, const struct exam *e);

/* The domain of this name, in any case; else the only one whose name begins so,
 * else the only one with a word that does.  NULL: none, or several. */
const struct exam_domain *practice_domain(const struct exam *e,
					  struct str name);

/*
 * The questions on a domain of `e`: those of its own part; a part in per cent,
 * which counts as of a hundred, is one of the domain's share by weight.  What
 * the parts leave of the whole is shared by the other domains by their weight.
 * False: the result says nothing of this domain.
 */
bool practice_of_domain(const struct practice *p, const struct exam *e,
			const struct exam_domain *d, double *right,
			double *asked);

#endif
