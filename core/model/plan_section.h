/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PLAN_SECTION_H
#define CORE_MODEL_PLAN_SECTION_H

#include <stdbool.h>

#include "core/base/str.h"

/*
 * The sections of a study plan, recognised by their headings in the wordings
 * that people use ("Todo", "To do:", "✅ Checklist"), and never rewritten.
 */
enum plan_section {
	PLAN_NONE,
	PLAN_OVERVIEW,		/* the exam, days to go, progress */
	PLAN_TODO,
	PLAN_COURSES,
	PLAN_CONCEPTS,
	PLAN_SERVICES,
	PLAN_QUESTIONS,
	PLAN_HANDS_ON,		/* labs and projects */
	PLAN_READING,
	PLAN_HOLES,		/* found in practice exams; to study again */
	PLAN_PRACTICE,		/* results of practice exams */
	PLAN_SECTION_COUNT,
};

const char *plan_section_name(enum plan_section s);	/* "hands-on"; "" */

/* What a heading opens: its text, with or without Markdown marks, numbers,
 * emoji and a colon around it.  PLAN_NONE: none of these. */
enum plan_section plan_section_of(struct str heading);

#endif
