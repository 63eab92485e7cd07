/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_BACKLINKS_H
#define EXPORTERS_SITE_BACKLINKS_H

#include "exporters/site/view.h"

/*
 * Which public documents link to which: each pair once, with the passage that
 * the first such link stands in.  Documents are numbered entries first, then
 * notes, as the view has them; those to a document stand together, in the
 * order of the documents that link.
 */
struct site_backlink {
	size_t to, from;
	struct str text;	/* of the passage; may be empty */
};

struct site_backlinks {
	struct site_backlink *links;
	size_t count, cap;
};
#define SITE_BACKLINKS_INIT { NULL, 0, 0 }

int site_backlinks_find(struct site_backlinks *b, const struct site_view *v,
			struct error *err) MUST_CHECK;
void site_backlinks_release(struct site_backlinks *b);

/* Those to a document; where `count` is 0, there is nothing to look at. */
const struct site_backlink *site_backlinks_to(const struct site_backlinks *b,
					      size_t to, size_t *count);

#endif
