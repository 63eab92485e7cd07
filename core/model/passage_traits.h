/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PASSAGE_TRAITS_H
#define CORE_MODEL_PASSAGE_TRAITS_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/model/plan_section.h"
#include "core/text/markdown.h"

/*
 * What a passage is besides text: what a dossier marks, a search filters by,
 * and a plan follows up.  Several may hold; they are bits of `traits`.
 */
enum passage_trait {
	TRAIT_DEFINITION = 1 << 0,	/* "SQS: a queue that …", "X is a …" */
	TRAIT_NUMBER = 1 << 1,		/* a quantity: "15 mins", "256 KB" */
	TRAIT_QUESTION = 1 << 2,
	TRAIT_TODO = 1 << 3,
	TRAIT_HOLE = 1 << 4,		/* to study, to review; a missed question */
	TRAIT_LAB = 1 << 5,		/* hands-on */
	TRAIT_COURSE = 1 << 6,
	TRAIT_READING = 1 << 7,
	TRAIT_DONE = 1 << 8,		/* ticked, struck out; or answered: by
					   what is beneath or behind it */
	TRAIT_LINK = 1 << 9,
	TRAIT_IMAGE = 1 << 10,
	TRAIT_CODE = 1 << 11,		/* a block of code */
	TRAIT_TABLE = 1 << 12,
	TRAIT_SUBJECT = 1 << 13,	/* what a plan lists as its services or
					   concepts: the name alone */
	TRAIT_PRACTICE = 1 << 14,	/* the result of a practice exam */
	TRAIT_PAIR = 1 << 15,		/* sets two things against each other */
	TRAIT_WEIGHED = 1 << 16,	/* a row with its weight in an exam,
					   which says nothing of what is done;
					   it has no name, for nobody looks
					   for it */
	TRAIT_TOLD = 1 << 17,		/* a lab that somebody tells to have
					   done, and no item of a plan; it has
					   no name either */
};
#define TRAIT_COUNT 16

/* What has a life of its own in a plan, in whatever file it stands. */
#define TRAITS_ITEM \
	(TRAIT_QUESTION | TRAIT_TODO | TRAIT_HOLE | TRAIT_LAB | TRAIT_COURSE | \
	 TRAIT_READING | TRAIT_SUBJECT | TRAIT_PRACTICE | TRAIT_PAIR)

/* What of it has a life of its own: a lab that was only told of has none. */
static inline unsigned passage_item_traits(unsigned traits)
{
	return traits & TRAIT_TOLD ? traits & ~(unsigned)TRAIT_LAB : traits;
}

/* "definition", "hole" …, as typed and as shown in JSON; NULL past the end. */
const char *passage_trait_name(unsigned bit);

/* Where a passage stands, as far as it decides what it is. */
struct passage_place {
	enum plan_section section;	/* of the headings above it */
	bool questions;			/* an entry's section of questions */
	const struct markdown_block *block;
	struct str raw;			/* its lines as they are written */
	struct str head;		/* the heading or the item that it is
					   the first to stand beneath, if any */
	bool item;			/* also by a plain text's bullets, or
					   as a row of a plan's table */
	bool done;			/* as that row says */
	bool plan;			/* of a plan */
	bool planned;			/* listed for a week or a day in a plan
					   that has no boxes to tick */
	bool choice;			/* of a question with choices */
	bool meaning;			/* a row that says what its name is */
	bool weighed;			/* a row with its weight in an exam */
	bool limits;			/* a row of a table of limits */
	bool weights;			/* in a row, shares say nothing of it */
	int spent;			/* in a row, the column that says how
					   long it took, from 1; or 0 */
	int minutes;			/* studied on a day that was a row,
					   which a cell may say; or 0 */
};

/* The traits of a passage that is no heading, but for links and images, which
 * are not in its text any more. */
unsigned passage_traits(const struct passage_place *place, struct str text);

/* Do the strokes of what is done begin it, "1. ~~this~~", "**Thoughts:**
 * ~~this~~"?  Asked of a line as it is written. */
bool passage_is_struck(struct str raw);

/* Does it set things against each other: "X vs Y", "difference between"?  Asked
 * of headings as well. */
bool passage_is_pair(struct str text);

#endif
