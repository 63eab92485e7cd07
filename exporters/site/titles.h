/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_TITLES_H
#define EXPORTERS_SITE_TITLES_H

#include <stddef.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"
#include "exporters/site/view.h"

struct site;

/*
 * Append what an entry is called: its heading as it is shown, unless that has
 * only number and date, "Day 10: July 20, 2022".  The date stands beside a
 * title everywhere, so such a day is called by what its text begins with, the
 * first clause of its excerpt: "Day 10: Read about queues", and of one without
 * a number, "Read about queues".  Where the day is a row of a table, it is the
 * first cell of its text that has words and no number in front.  Returns how
 * many bytes of that are its name, "Day 10"; 0: it has none, and is the heading
 * or a clause.
 */
size_t site_add_entry_title(struct strbuf *out, struct str heading,
			    const struct entry *e, struct str excerpt);

/* Append an excerpt of the entry without what its title says already, with dots
 * before it where that ends within a sentence. */
void site_add_behind_title(struct strbuf *out, const struct site_entry *e,
			   struct str excerpt);
/* As much of that as a list of entries shows, in s->text. */
struct str site_line_behind_title(struct site *s, const struct site_entry *e);

#endif
