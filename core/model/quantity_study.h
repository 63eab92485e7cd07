/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_QUANTITY_STUDY_H
#define CORE_MODEL_QUANTITY_STUDY_H

#include "core/model/quantity.h"

/*
 * Numbers beside a word of courses: "The course has 32 hours of video" measures
 * the course, "S3 can serve a video of at most 5 GB" does not.
 */

/* Fill known->study and ->source from what its sentence tells. */
void quantity_find_study(struct quantity_sense *known, struct str told);

/* Does a number of this sentence measure a course, or what is spent on it?
 * Sizes and times too short to learn in do not, nor does a bound of what
 * something does with a video. */
bool quantity_is_of_study(const struct quantity_sense *known,
			  const struct quantity *q);

#endif
