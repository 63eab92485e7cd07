/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_TALLY_H
#define EXPORTERS_SITE_SEARCH_TALLY_H

#include "core/base/strbuf.h"
#include "core/model/section.h"
#include "exporters/site/search_words.h"

/* A field is where a text stands in a document: an enum section, or one of
 * these. */
enum {
	SEARCH_TITLE = SECTION_COUNT,
	SEARCH_HEADING,
	SEARCH_ADDRESS,
};

/* Counting the words of one document after the other. */
struct search_tally {
	struct search_words *words;
	struct search_count {
		uint32_t beneath;	/* places, as of search_weight() */
		uint16_t above;		/* the same in title and headings */
		bool in_text;		/* one is in a section */
	} *counts;		/* by word; all 0: not in this document */
	size_t cap;
	size_t *met;		/* the words of this document */
	size_t nmet, met_cap;
	size_t size;		/* words there are, each as often as it is */
	unsigned field;	/* in hand */
};
#define SEARCH_TALLY_INIT(w) { .words = (w) }
void search_tally_release(struct search_tally *t);

void search_tally_add(struct search_tally *t, struct str text,
		      unsigned field);
/* Append the lists of what was added, and forget it.  Words of title and
 * headings have there the weight they have in all, and are in the other list as
 * well if they stand beneath these. */
void search_tally_take(struct search_tally *t, struct strbuf *headings,
		       struct strbuf *texts);

#endif
