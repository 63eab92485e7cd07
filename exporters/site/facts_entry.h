/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_FACTS_ENTRY_H
#define EXPORTERS_SITE_FACTS_ENTRY_H

#include "core/base/error.h"
#include "core/base/strbuf.h"
#include "core/model/snapshot.h"
#include "exporters/site/search_aside.h"
#include "exporters/site/search_text.h"
#include "exporters/site/search_tally.h"

/* What is used for one entry after the other. */
struct site_desk {
	struct search_text text;
	struct search_tally tally;
	struct strbuf json;
	struct scratch *aside;	/* has what search shows of them; or NULL */
};
void site_desk_release(struct site_desk *d);

/* Where facts are put: lines as of facts_line.h, and their lists. */
struct site_sheet {
	struct strbuf *lines, *lists;
};

/* Read an entry of the snapshot and append its facts.  -1: it cannot be
 * read. */
int site_learn_entry(const struct site_sheet *out, const struct snapshot *s,
		     size_t entry, struct site_desk *desk, struct error *err)
	MUST_CHECK;

#endif
