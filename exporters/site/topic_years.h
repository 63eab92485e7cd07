/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_TOPIC_YEARS_H
#define EXPORTERS_SITE_TOPIC_YEARS_H

#include "exporters/site/topic_quotes.h"

/* What the page of one year shows. */
struct site_topic_year {
	int year;		/* 0: undated */
	struct site_range range;
};

/* The years of a topic that is too much for one page, oldest first; the last
 * one is on its main page.  None of a topic that fits.  The items are the
 * caller's to free. */
struct site_topic_years {
	struct site_topic_year *items;
	size_t count;
};
struct site_topic_years site_topic_years_of(const struct site_view *v,
					    const struct site_topic *t);

/* Where the page of a year is, from the root: "topics/s3/2022.html". */
struct href site_topic_year_path(const struct site_topic *t, int year);

#endif
