/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_WALK_H
#define EXPORTERS_SITE_SEARCH_WALK_H

#include <stdint.h>

#include "exporters/site/search_words.h"

/* How much a word says of a document that has it. */
enum search_weight {
	SEARCH_ONCE = 1,
	SEARCH_OFTEN = 2,	/* three times or more */
	SEARCH_HEADING = 3,	/* in a title or heading */
};

static inline enum search_weight search_weight_of(uint32_t code,
						  bool is_heading)
{
	if (is_heading)
		return SEARCH_HEADING;
	return code & 1 ? SEARCH_OFTEN : SEARCH_ONCE;
}

/* A document: lists of search_tally_take(). */
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
};

/* Go through the documents from number `first` on.  Those before were counted
 * already, if any were, or .before of the words is 0. */
void search_walk(struct search_walk *w, size_t first);

#endif
