/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_QUANTITY_H
#define CORE_MODEL_QUANTITY_H

#include <stdbool.h>

#include "core/base/str.h"

/* What is measured; quantities of one kind can be compared. */
enum quantity_kind {
	QUANTITY_TIME,		/* in seconds */
	QUANTITY_SIZE,		/* in bytes; 1 kB and 1 KiB are 1,024 */
	QUANTITY_PERCENT,
	QUANTITY_MONEY,		/* in dollars, euros or pounds: see `unit` */
	QUANTITY_COUNT,		/* of `unit`: "requests", "RCU"; or of nothing */
};

enum quantity_bound {
	QUANTITY_EXACT,
	QUANTITY_MOST,		/* "up to", "max", "limited to" */
	QUANTITY_LEAST,		/* "at least", "minimum" */
	QUANTITY_DEFAULT,	/* "default", "defaults to" */
};

/* A number with its unit, as learners note limits: "15 mins", "up to 400KB". */
struct quantity {
	enum quantity_kind kind;
	enum quantity_bound bound;
	double value;		/* in the base unit of its kind */
	double least;		/* of a range, whose upper end is `value`;
				   else the same */
	struct str text;	/* as written, number and unit or sign, or both
				   ends */
	const char *unit;	/* folded and singular: "minute", "rcu"; "" */
};
#define QUANTITY_NONE { 0 }

/*
 * Take the next quantity of a text off its front.  `out` is the one before it,
 * whose bound it may share, or QUANTITY_NONE.  A bare number counts only
 * behind a bound ("limited to 20"); dates, clock times, versions, addresses
 * and names with digits in them (S3, t2.micro, 0.2) are none.  "3 to 5 hours"
 * is one; "11 x 9s" is a share.
 */
bool quantity_next(struct str *rest, struct quantity *out);

/* What the sentence looked at last says, for the other numbers in it. */
struct quantity_sense {
	struct str sentence;	/* a slice of the text */
	bool cut;		/* it may go on */
	bool learning;		/* it is about whoever learns */
	bool source;		/* a course says so: "in this lecture" */
	bool limit;		/* it has a word of limits */
	size_t deed, spent, study; /* where the first is told; > .len: nowhere */
};
#define QUANTITY_SENSE_INIT { .learning = false }

/*
 * Whether it measures what was learned, and not the learning: "100 days of
 * code", "I slept 6 hours", "80% of the course".  It is a slice of `text`;
 * `known` is of the same text, or as it begins.
 */
bool quantity_is_noted(struct quantity_sense *known, struct str text,
		       const struct quantity *q);

/* The sentence around it, at most some 200 bytes on each side. */
struct str quantity_sentence(struct str text, const struct quantity *q);

/* Does a sentence end with this byte of the text? */
bool quantity_ends_sentence(struct str text, size_t at);

#endif
