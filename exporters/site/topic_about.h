/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_TOPIC_ABOUT_H
#define EXPORTERS_SITE_TOPIC_ABOUT_H

#include "exporters/site/plan.h"
#include "exporters/site/site.h"

/* What a passage is, behind it: "definition", "number", "question" … */
void site_passage_kinds(struct site *s, const struct site_passage *p);

/* How many passages of each kind a topic has, as a line. */
void site_topic_kinds(struct site *s, const struct site_topic *t);

/* The day of its first entry, or DAY_NONE. */
int site_topic_first_day(const struct site_view *v, const struct site_topic *t);

/* Topics that are spoken of in the same days and notes. */
void site_topic_related(struct site *s, const struct site_topic *t);

#endif
