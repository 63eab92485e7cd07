/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_WALK_H
#define EXPORTERS_SITE_SEARCH_WALK_H

#include <stdint.h>

#include "exporters/site/search_words.h"

/* A document: lists of search_tally_take().  What is in both counts as the
 * first says, which so is walked first. */
struct search_listed {
	struct str headings, texts;
	uint64_t sum;		/* others, another sum */
};

/* What is known of a word when all its places were counted. */
struct search_counted {
	uint64_t sum;		/* of what is told of them, in order */
	uint32_t len;		/* as text */
	uint32_t before;	/* the document told last, + 1 */
};

/* Whose the lists are, and how it is told that they need not be held in memory
 * until they are walked again; all may be NULL. */
struct search_lender {
	void (*rest)(const void *arg);
	const void *arg;
};

struct search_walk {
	const struct search_listed *documents;
	size_t count;
	struct search_counted *counted;	/* by word */
	size_t nwords;
	uint32_t document;	/* in hand, + 1 */
	const bool *wanted;	/* words; NULL: all are */
	/* All NULL while it is counted.  Then words that are wanted have
	 * places, and theirs go on at `at`; `before` is as that of a
	 * search_counted. */
	uint32_t *at, *before;
	char *places;
	struct search_lender lender;
};

/* Go through the documents from number `first` on.  Those before were counted
 * already, if any were, or .before of the words is 0. */
void search_walk(struct search_walk *w, size_t first);

#endif
