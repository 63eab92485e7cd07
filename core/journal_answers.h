/* SPDX-License-Identifier: MIT */
#ifndef CORE_JOURNAL_ANSWERS_H
#define CORE_JOURNAL_ANSWERS_H

#include "core/base/strset.h"
#include "core/journal_items.h"

/*
 * The passages on topics, each read once for any number of questions and holes:
 * between journal_answers.c and journal_holes.c.
 */
/* A passage, whatever topics it is on. */
struct answer_source {
	const struct index_passage *passage;
	struct answer_text text;
	size_t question;	/* it was last a candidate of, from 1 */
	size_t candidate;	/* its place among the candidates of that */
};

/* The sources on one topic. */
struct answer_shelf {
	size_t *sources;
	size_t count;
};

struct answer_finder {
	struct index *index;
	struct arena *mem;
	struct answer_reader reader;
	int since;		/* entries before this day are left out; 0: none
				   are */
	struct strset places;	/* of sources */
	struct answer_source *sources;
	size_t nsources, sources_cap;
	struct strset topics;	/* of shelves */
	struct answer_shelf *shelves;
	size_t nshelves, shelves_cap;
	struct answer_candidate *candidates;	/* of the question in hand */
	size_t *of;				/* their sources */
	size_t count, cap, of_cap;
	size_t question;
};

void answer_finder_release(struct answer_finder *f);

/* The passages on a topic that may answer anything, in the index's order. */
int answer_shelf_of(struct answer_finder *f, const char *topic,
		    struct answer_shelf *out, struct error *err) MUST_CHECK;

#endif
