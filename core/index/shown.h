/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_SHOWN_H
#define CORE_INDEX_SHOWN_H

#include "core/index/passages.h"
#include "core/index/together.h"
#include "core/index/words.h"

/* A part that matched, as it is stored. */
struct matched {
	int64_t part;
	struct way way;
	struct stored_passage *passages;
	size_t count;
	struct part_topics topics;	/* where they are asked for */
	struct str columns[COLUMN_COUNT];
	struct str *addresses;	/* by passage; NULL until shown_choose, or
				   where there are none */
};

/* What holds for all parts of one search. */
struct showing {
	struct words *words;
	const struct together *together;
	unsigned columns;	/* of the passages to show */
	size_t pick;		/* which of equal ones is the first */
	struct arena *mem;	/* has what is shown */
	struct arena *scratch;	/* has the rest: of one part, and then gone */
};

/* A passage to show, and where the query's words stand in it. */
struct shown {
	size_t passage;
	struct findings found;
};

/*
 * The passages of a part that show best why it was found, in their order: those
 * of the kinds and with the things that are asked for, with most of the words
 * (a word that few of them have counts for more, and one that their headings
 * have for less), on most of the topics; then texts sooner than bare links, and
 * headings only for want of both.  `out` has room for all passages.
 *
 * Where kinds or things are asked for, they are all that are equally good; else
 * it is one, and `more`, where topics are asked for, says how many are as good.
 * 0: there is none.
 */
size_t shown_choose(const struct showing *s, struct matched *m,
		    struct shown *out, size_t *more);

/* Does the query ask what passages are, so that each of them is found? */
bool shown_each(const struct together *t);

/* The heading that leads to a passage and has words of the query, the innermost
 * one, as a snippet; NULL: none has, or the passage has some itself. */
const char *shown_heading(const struct showing *s, const struct matched *m,
			  const struct shown *shown,
			  const char *const *headings, size_t nheadings);

#endif
