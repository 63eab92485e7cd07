/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_100DAYS_HABITS_H
#define IMPORTERS_100DAYS_HABITS_H

#include "importers/100days_kinds.h"

/* What the file as a whole is like. */
struct habits {
	size_t labelled[FORM_COUNT];	/* numbered headers, by form */
	size_t dated[FORM_COUNT];	/* headers of a date only */
	size_t led[FORM_COUNT];		/* lines that a whole date begins */
	size_t strong, strong_dated;	/* headings with a label, and a date */
	size_t abbreviated;		/* of "D5" and the like */
	size_t romans;			/* of "Day IV" */
	size_t trailing;		/* headings with the label at the end */
	size_t firsts;			/* headings of "Day 1" */
	size_t levels[8], levels_dated[8];
	int level;			/* of most headings with a label */
	bool descending;
	enum daylog_form weak;		/* the form of days, if not headings */
	enum daylog_form dates;		/* the form of days without a label */

	/* While choosing: the entry before, the heading behind. */
	const struct daylog_header *open;
	size_t next;
};

struct habits daylog_habits(const struct daylog *log);

/* Is this line of text, or row, a header by its own looks? */
bool daylog_looks_good(const struct daylog_header *h);

/* The next heading with a number behind header `i`; found once for many. */
const struct daylog_header *daylog_next_strong(const struct daylog *log,
					       size_t i,
					       struct habits *habits);

/* Why header `i` is no day whatever the others are, or NULL; an empty text: it
 * does not even look like one. */
const char *daylog_never(struct daylog *log, size_t i, struct habits *habits);

#endif
