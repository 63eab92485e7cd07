/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_TOPIC_ABOUT_H
#define EXPORTERS_SITE_TOPIC_ABOUT_H

#include "exporters/site/plan.h"
#include "exporters/site/site.h"

/* What a passage is, behind it: "definition", "number", "question" … */
void site_passage_kinds(struct site *s, const struct site_passage *p);

/* How many passages of each kind there are among those that a page quotes, as
 * a line. */
void site_topic_kinds(struct site *s, const struct site_passage *logged,
		      size_t nlogged, const struct site_passage *noted,
		      size_t nnoted);

/* The day of its first entry, or DAY_NONE. */
int site_topic_first_day(const struct site_view *v, const struct site_topic *t);

/* Topics that are spoken of in the same days and notes, by their index: how
 * many there are in `out`, which has room for SITE_RELATED_MAX. */
#define SITE_RELATED_MAX 12
size_t site_find_related(const struct site_view *v, const struct site_topic *t,
			 size_t out[]);
void site_topic_related(struct site *s, const size_t *related, size_t count);

#endif
