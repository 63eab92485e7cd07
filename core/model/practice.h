/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRACTICE_H
#define CORE_MODEL_PRACTICE_H

#include <stdbool.h>

#include "core/base/error.h"
#include "core/base/strbuf.h"

/*
 * A practice exam as a line of a plan:
 *
 *	2026-05-10 Some vendor: 43/65 (Security 9/17, Deployment 10/14)
 *
 * or as a row of a table with a cell for each.
 * The date and the score are needed; "66%" counts as of 100 questions.
 */
struct practice_part {
	struct str domain;
	unsigned right, asked;
};

#define PRACTICE_PARTS 20

struct practice {
	int day;
	struct str source;		/* .len 0: not said */
	unsigned right, asked;
	struct practice_part parts[PRACTICE_PARTS];
	size_t nparts;
};

/* False: the line is none. */
bool practice_read(struct practice *out, struct str line);

/* The line for it, without a bullet. */
void practice_add(struct strbuf *out, const struct practice *p);

/* The same day, source and score: one result, whatever is said of domains. */
bool practice_is_same(const struct practice *a, const struct practice *b);

/* Take over what `more` says of domains, each by its name.  False: that is all
 * said already, or there is no room for it. */
bool practice_complete(struct practice *p, const struct practice *more);

/*
 * The text of a plan with the domains of `now` in the line that `was` is read
 * from: whatever else stands in that line stays.  What comes out may read
 * otherwise where marks or line ends are between; the caller looks.
 */
void practice_edit(struct strbuf *out, struct str text, unsigned line,
		   const struct practice *was, const struct practice *now);

/* "43/65" or "66%": an error says what it takes. */
int practice_score(struct str typed, unsigned *right, unsigned *asked,
		   struct error *err) MUST_CHECK;

#endif
