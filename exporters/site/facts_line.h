/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_FACTS_LINE_H
#define EXPORTERS_SITE_FACTS_LINE_H

#include "exporters/site/facts.h"

/* The facts of an entry as they are kept: a line of text, its fields parted by
 * tabs. */
void site_facts_add_line(struct strbuf *out, const struct site_facts *f);
/* What it points to is of the line, which has no line end. */
struct site_facts site_facts_read_line(struct str line);

/* What site_facts_tell() tells, as one of the fields. */
struct str site_facts_left_out(const struct left_out *l, struct arena *mem);

#endif
