/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PLAN_FACTS_H
#define CORE_MODEL_PLAN_FACTS_H

#include <stdbool.h>

#include "core/base/str.h"

/*
 * What a plan says of its exam near its front, in lines such as "Exam:
 * DVA-C02", "- **Exam date**: 20 July 2022" or "Start: 2022-07-03", in rows of
 * a table that have nothing else, "| Exam date | 20 July 2022 |", and its
 * countdown.  Values are slices of the text.
 */
struct plan_fact {
	struct str value;	/* .len 0: it is not said */
	unsigned line;		/* from 1 */
};

struct plan_facts {
	struct plan_fact exam, date, start;
	int days_to_go, percent;	/* -1: not said */
	unsigned countdown;		/* the line of the days to go */
	bool exam_day;			/* `date` is called that of the exam */
};

void plan_facts_read(struct plan_facts *out, struct str text);

#endif
