/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_ENTRY_ROUNDS_H
#define CORE_MODEL_ENTRY_ROUNDS_H

#include "core/model/challenge.h"

/*
 * Which round each entry is of, labelled or not: that which its first day
 * counts for.  What is empty counts for none, and is of its label, or of the
 * round of what comes before it.
 */
struct entry_rounds {
	struct challenge_mark *marks;
	size_t nmarks, marks_cap;
	struct entry_round {
		size_t first;	/* of its marks */
		int round;	/* its label, and then the round it is of */
		bool empty;
	} *items;
	size_t count, cap;
	struct challenge_place *places;	/* of the marks */
};
#define ENTRY_ROUNDS_INIT { .marks = NULL }
void entry_rounds_release(struct entry_rounds *r);

/* Entries come in the order of their days, those without one last; and so do
 * the marks of each, of which one that is not empty has at least one. */
void entry_rounds_add(struct entry_rounds *r, int label, bool empty);
void entry_rounds_add_mark(struct entry_rounds *r, int day, int number);

/* Behind the last: tells the rounds of all. */
void entry_rounds_settle(struct entry_rounds *r, int today);

#endif
