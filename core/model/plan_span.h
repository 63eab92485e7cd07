/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PLAN_SPAN_H
#define CORE_MODEL_PLAN_SPAN_H

#include <stdbool.h>

#include "core/base/str.h"

/* A stretch of time that is meant to come: "Week 1–2", "### Day 3: queues",
 * "Неделя 1", "第 2 周", "3주차". */
struct plan_span {
	enum { PLAN_DAYS, PLAN_WEEKS, PLAN_MONTHS, PLAN_PHASES } unit;
	unsigned first, last;
	struct str label;	/* its words: "Week 1–2" */
	struct str rest;	/* what else the line says, without marks */
};

/* Does this line, a heading or the front of an item, begin with one? */
bool plan_span_read(struct plan_span *out, struct str line);

/* Or does it end with one, "Linux - week 1", "Setup (weeks 1-2)"?  Of a phase
 * with weeks behind it, these tell more. */
bool plan_span_find(struct plan_span *out, struct str line);

#endif
