/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_TOPIC_ABOUT_H
#define EXPORTERS_SITE_TOPIC_ABOUT_H

#include "exporters/site/plan.h"
#include "exporters/site/site.h"

/* What a passage is, behind it: "definition", "number", "question" … */
void site_passage_kinds(struct site *s, const struct site_passage *p);

/* How many passages there are of each kind that is marked. */
#define SITE_KINDS 7
struct site_kinds {
	size_t counts[SITE_KINDS];
};
/* Count some more; `arg` is a struct site_kinds. */
void site_topic_count_kinds(void *arg, const struct site_passage *some,
			    size_t count);
/* Them as a line behind a label, or nothing where there are none. */
void site_topic_kinds(struct site *s, const struct site_kinds *of,
		      const char *label);

/* The day of its first entry, or DAY_NONE. */
int site_topic_first_day(const struct site_view *v, const struct site_topic *t);

/* Topics that are spoken of in the same days and notes, by their index: how
 * many there are in `out`, which has room for SITE_RELATED_MAX. */
#define SITE_RELATED_MAX 12
size_t site_find_related(const struct site_view *v, const struct site_topic *t,
			 uint32_t out[]);
void site_topic_related(struct site *s, const uint32_t *related, size_t count);

#endif
