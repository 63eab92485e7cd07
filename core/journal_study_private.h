/* SPDX-License-Identifier: MIT */
#ifndef CORE_JOURNAL_STUDY_PRIVATE_H
#define CORE_JOURNAL_STUDY_PRIVATE_H

#include "core/base/strset.h"
#include "core/journal_study.h"

/*
 * A study while it is put together, between journal_study.c and the files that
 * each find a part of it.
 */
struct study_builder {
	struct journal *journal;
	struct index *index;
	struct arena *mem;
	const struct exam *exam;
	int today;
	struct index_topic *counts;	/* of the index, by id */
	size_t ncounts;
	struct study_topic *topics;
	size_t ntopics, cap;
	struct strset seen;		/* ids of topics, with their places */
	struct journal_item *items;
	size_t nitems;
	const char *plan;		/* the exam's own, or NULL */
};

/* Is the item of the plan that is asked for, or of no plan? */
bool study_is_of_plan(const struct study_builder *b,
		      const struct journal_item *item);

/* --- journal_evidence.c -------------------------------------------------- */

/* What the index has on the topics, and on those that belong to them. */
int study_find_evidence(struct study_builder *b, struct error *err) MUST_CHECK;
/* The open items that are on them. */
void study_find_open(struct study_builder *b);

/* --- journal_pace.c ------------------------------------------------------ */

/* The work as it stood on earlier days, and the pace by it. */
void study_add_pace(struct study_builder *b, struct study *out);

/* --- journal_schedule.c -------------------------------------------------- */

/* For when the plan sets its items. */
void study_add_schedule(struct study_builder *b, struct study *out);

#endif
