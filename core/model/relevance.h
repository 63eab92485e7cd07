/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_RELEVANCE_H
#define CORE_MODEL_RELEVANCE_H

#include "core/model/section.h"

/*
 * What tells how well a part of a document fits a query: the numbers of BM25
 * (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) by
 * which core/index/ranking.h and a published site rank alike.
 */
#define RELEVANCE_K1 1.2
#define RELEVANCE_B 0.75

/* What a word counts for that only title and headings have. */
#define RELEVANCE_ONLY_ABOVE 0.7

/*
 * What a place counts for, in tenths.  A heading says what a part is about, and
 * a title less so: both stand over all parts beneath them, most of which speak
 * of something else.  Addresses say least.
 */
enum {
	RELEVANCE_ADDRESS = 1,
	RELEVANCE_TEXT = 10,
	RELEVANCE_TITLE = 10,
	RELEVANCE_PROGRESS = 12,
	RELEVANCE_LEARNED = 15,
	RELEVANCE_HEADING = 20,
};

static inline unsigned relevance_of_section(enum section section)
{
	return section == SECTION_PROGRESS ? RELEVANCE_PROGRESS :
	       section == SECTION_LEARNED  ? RELEVANCE_LEARNED :
					     RELEVANCE_TEXT;
}

#endif
