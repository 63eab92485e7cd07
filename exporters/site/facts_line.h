/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_FACTS_LINE_H
#define EXPORTERS_SITE_FACTS_LINE_H

#include "exporters/site/facts.h"

/*
 * The facts of an entry as they are kept: a line of text, its fields parted by
 * tabs.  The lists of its words, which are longer than all else and seldom
 * wanted, stand one behind the other elsewhere; the line says how long they are.
 */
struct site_facts_parts {
	struct str texts[SITE_FACTS_TEXTS];
	struct str words, title_words;
};
struct site_facts_parts site_facts_parts_of(const struct site_facts *f);
/* What facts point to is taken from `parts`. */
void site_facts_add_line(struct strbuf *out, struct strbuf *lists,
			 const struct site_facts *f,
			 const struct site_facts_parts *parts);
/* Its lists are taken off the front of `lists`.  What it points to is of those,
 * and of the line, which has no line end. */
struct site_facts site_facts_read_line(struct str line, struct str *lists);

/* What site_facts_tell() tells, as one of the fields. */
struct str site_facts_left_out(const struct left_out *l, struct arena *mem);

#endif
