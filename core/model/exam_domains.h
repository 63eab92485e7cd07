/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_EXAM_DOMAINS_H
#define CORE_MODEL_EXAM_DOMAINS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/str.h"

/*
 * The domains of an exam and their weights as people note them: "22% Security
 * (roles, keys)", "Security: 22 %", "### Domain 1: Security (20-25%)", or the
 * row of a table.  Those that belong together stand side by side: items of one
 * list, headings of one level, rows of one table.
 */
struct exam_domain_note {
	struct str name;	/* in the arena: without marks and numbers */
	int weight;		/* per cent; the middle of a range */
	struct str about;	/* of the text: its line and those beneath it,
				   where its topics are named */
	unsigned line;		/* from 1 */
};

struct exam_domain_notes {
	struct exam_domain_note *items;
	size_t count;
	int sum;		/* of the weights */
};

/* Weights are rounded, and ranges are wide: what adds up to this is whole. */
#define EXAM_WEIGHTS_LEAST 90
#define EXAM_WEIGHTS_MOST 110
bool exam_domains_whole(const struct exam_domain_notes *d);

/*
 * The first group of two or more whose weights are whole; where there is none,
 * the largest, whatever its sum; else nothing.  All but `about` is in `mem`.
 */
void exam_domains_read(struct exam_domain_notes *out, struct str text,
		       struct arena *mem);

#endif
