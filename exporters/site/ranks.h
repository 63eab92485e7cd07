/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_RANKS_H
#define EXPORTERS_SITE_RANKS_H

#include "exporters/site/site.h"

#define RANKED_TOPICS 30

/* The indexes of the largest counts, largest first, equal ones in order; at
 * most `max`, none of 0.  Returns how many. */
size_t site_rank(const size_t *counts, size_t n, uint32_t *out, size_t max);

/* One more for each topic of an entry. */
void site_count_topics(const struct site_entry *e, size_t *counts);

/* A section with the topics that are counted most. */
void site_ranked_topics(struct site *s, const size_t *counts,
			const char *heading);

void site_key_add_ranked(struct sum64 *key, const struct site_view *v,
			 const size_t *counts);

/* "12 h 30 min", of minutes. */
void site_add_hours(struct strbuf *out, long long minutes);
long long site_minutes(const struct site_view *v);	/* of all its days */

/* An entry as a line of a list: its day, with its month where they are of
 * several, its title, its first words. */
void site_entry_line(struct site *s, const struct site_entry *e,
		     bool is_of_months);

/* Where the page of a month is, from the root: "archive/2022-07.html". */
struct href site_month_path(int year, int month);

/* The same of a year; 0: of what has no day. */
struct href site_year_path(int year);
/* What it is called; written over `out`. */
const char *site_year_name(int year, struct strbuf *out);

/* The same of a round; and the round after one, or 0: begin with 0. */
struct href site_round_path(int round);
int site_next_round(const struct site_view *v, int number);

#endif
