/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_TEXT_H
#define EXPORTERS_SITE_SEARCH_TEXT_H

#include "core/base/alloc.h"
#include "core/base/strbuf.h"
#include "core/model/document.h"

/* What search shows of a part of a document, and finds it by. */
struct search_text {
	struct strbuf headings;	/* the way to it, one a line; not of an entry */
	struct strbuf texts[SECTION_COUNT];	/* passages, one a line */
	struct strbuf addresses;	/* that these link to without saying
					   so, as lines of passages */
};
void search_text_init(struct search_text *t);
void search_text_release(struct search_text *t);

void search_text_reset(struct search_text *t);	/* nothing is read */

/* Read a part, in place of what was read before. */
void search_text_read(struct search_text *t, const struct document *doc,
		      const struct part *part);
/* The same of those of its passages that may be seen, by their numbers in the
 * document. */
void search_text_read_visible(struct search_text *t,
			      const struct document *doc,
			      const struct part *part, const bool *visible);

/* The same of an entry, all of whose body is one part; false: there is nothing
 * in it that could be found. */
bool search_text_read_entry(struct search_text *t, struct str front,
			    struct str body);

/* Append ",headings,text…" in JSON, the addresses behind all texts. */
void search_text_add(struct strbuf *out, const struct search_text *t);

#endif
