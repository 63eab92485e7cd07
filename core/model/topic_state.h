/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_STATE_H
#define CORE_MODEL_TOPIC_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/model/document.h"

/*
 * How far a topic is: derived from what is written on it, never set by hand
 * (design: study-plan, 1.3).
 */
enum topic_state {
	TOPIC_UNSEEN,	/* nowhere */
	TOPIC_LISTED,	/* a plan names it, and nothing is noted */
	TOPIC_STUB,	/* a beginning: a few words, or an empty bullet */
	TOPIC_NOTED,
	TOPIC_REVIEWED,	/* and taken up again on a later day */
	TOPIC_SOLID,	/* likely still known on the day of the exam, and
			   nothing about it is open */
	TOPIC_STATE_COUNT,
};

const char *topic_state_name(enum topic_state s);	/* "unseen" … */

/* How much of it counts as covered: 0, 0, 0.25, 0.5, 0.75, 1. */
double topic_state_value(enum topic_state s);

/* What there is on a topic and its family. */
struct topic_evidence {
	bool listed;		/* as a subject of a plan */
	size_t passages, words;	/* that are on it, headings apart */
	bool has_gap;		/* a bullet that says nothing */
	size_t days;		/* on which it was studied */
	int first_day, last_day;	/* DAY_NONE: only in notes */
	size_t open_questions, open_holes, open_labs;
	int oldest_question;	/* the day it was asked, or DAY_NONE */
};

/* A passage on a topic, or on one of its family. */
struct topic_passage {
	enum passage_kind kind;
	unsigned traits;	/* enum passage_trait */
	bool is_note;
	struct str text;
	int day;		/* of its entry, or DAY_NONE */
};

/*
 * Take a passage into the evidence.  What is a heading, or only lists a thing,
 * asks for it or wants it done, is none.  Passages come in the order of their
 * days; `last` is the day of the one before, DAY_NONE at first.
 */
void topic_evidence_add(struct topic_evidence *e, const struct topic_passage *p,
			int *last);
/* It was studied on this day; how many days there are is not counted. */
void topic_evidence_see_day(struct topic_evidence *e, int day);

/*
 * The share still remembered on `day`: the forgetting curve of FSRS with the
 * stability that the days of study give, a week that doubles with each.  0
 * where nothing was studied.
 */
double topic_recall(const struct topic_evidence *e, int day);

/* `day`: of the exam, or today where there is none. */
enum topic_state topic_state_of(const struct topic_evidence *e, int day);

#endif
