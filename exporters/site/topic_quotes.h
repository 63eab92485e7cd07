/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_TOPIC_QUOTES_H
#define EXPORTERS_SITE_TOPIC_QUOTES_H

#include "exporters/site/site.h"

/*
 * A topic that is spoken of more often than this in the log has a page for each
 * year.  No page quotes more of the log, or of the notes: whoever writes of it
 * daily would get a page of megabytes.  It links to the places of the others.
 */
#define SITE_PAGE_PASSAGES 200

/* Mentions from `first` up to `end`. */
struct site_range {
	size_t first, end;
};

/* How many passages these mentions have. */
size_t site_topic_count(const struct site_topic *t, struct site_range r);

/* The passages of any number of mentions, some at a time. */
typedef void site_topic_visit(void *arg, const struct site_passage *some,
			      size_t count);
void site_topic_each_read(struct site *s, const struct site_topic *t,
			  struct site_range r, site_topic_visit *visit,
			  void *arg);

/* Entries from the newest to the oldest, and notes, each under a heading; links
 * to the places of those that the page has no room for. */
void site_topic_days(struct site *s, const struct site_topic *t,
		     struct site_range r, const char *heading);
void site_topic_notes(struct site *s, const struct site_topic *t,
		      struct site_range r);

#endif
