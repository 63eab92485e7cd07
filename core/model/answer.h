/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_ANSWER_H
#define CORE_MODEL_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/str.h"

/*
 * Finding what answers a question among the passages of a journal.  It only
 * proposes: a passage counts by the words of the question that it has, and a
 * question that sets topics against each other wants something on each.
 */
struct answer_question {
	struct str text;	/* without prefix */
	size_t ntopics;		/* it is on; topic i is bit i below, up to 32 */
};

struct answer_candidate {
	struct str text;
	const char *const *headings;	/* above it; their words count as well */
	size_t nheadings;
	unsigned topics;	/* of the question's, that it is on: bits */
	bool definition;	/* says what a thing is */
	bool table;
	int document;		/* any number, the same for the same document */
};

#define ANSWERS_MAX 3

/*
 * The indexes of the passages that answer it together, best first, at most
 * ANSWERS_MAX; how many there are.  0: nothing that would help.
 */
size_t answer_find(const struct answer_question *q,
		   const struct answer_candidate *candidates, size_t count,
		   size_t *out);

#endif
