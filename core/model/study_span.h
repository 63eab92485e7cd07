/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_STUDY_SPAN_H
#define CORE_MODEL_STUDY_SPAN_H

#include "core/base/str.h"

/* What is told of a number without a unit behind it, by a label for example. */
enum measure {
	MEASURE_NONE,
	MEASURE_CLOCK,		/* "Time": 10:30 can be an hour of the day */
	MEASURE_SPAN,		/* "Time spent": 1:30 is a span */
	MEASURE_HOURS,
	MEASURE_MINUTES,
};

struct said_word {
	const char *word;
	enum measure measure;
};

enum measure said_word_measure(const struct said_word *table, size_t count,
			       struct str word);

/*
 * Take a span of time off the front of a folded text: "1.5h", "90 minutes",
 * "1 hr 20 min", "1h30", "1:30 h", "two hours", "an hour and a half".  Returns
 * its minutes; 0, and nothing is taken: there is none, or more than a day has.
 */
int study_span_take(struct str *s, enum measure measure);

#endif
