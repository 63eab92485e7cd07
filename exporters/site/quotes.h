/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_QUOTES_H
#define EXPORTERS_SITE_QUOTES_H

#include "exporters/site/view.h"

/*
 * Passages, read when a page quotes them.  Those of some hundred documents are
 * held, so that pages of the same days, one after the other, read each once;
 * all of them would be most of the journal.
 */
struct site_quotes {
	struct arena mem;
	struct snapshot_part *parts;
	uint32_t *next;		/* by part: 1 + the next of its document, or 0 */
	size_t count, cap, next_cap;
	uint32_t *first;	/* by document of the view, as `next` */
};
void site_quotes_release(struct site_quotes *q);

/* Read what these mentions need, at most QUOTES_MAX of them. */
#define QUOTES_MAX 256
int site_quotes_load(struct site_quotes *q, const struct site_view *v,
		     const struct topic_mention *mentions, size_t count,
		     struct error *err) MUST_CHECK;

/*
 * Append the passages of a mention that was loaded last to `out`, which has
 * room for mention->count: how many there are.  They are fewer where somebody
 * has changed the document meanwhile.
 */
size_t site_quotes_take(struct site_quotes *q, const struct site_view *v,
			const struct topic_mention *mention,
			struct site_passage *out);

/* Passage `number` of a part, which must be one that is shown; not `*found`:
 * somebody has changed the document meanwhile. */
int site_quotes_find(struct site_quotes *q, const struct site_view *v,
		     uint32_t document, uint32_t part, size_t number,
		     struct site_passage *out, bool *found, struct error *err)
	MUST_CHECK;

/* Visit the passages of a topic from one of its mentions on; what a visitor
 * keeps, it copies. */
typedef void site_quotes_visit(void *arg, const struct site_passage *p);
int site_quotes_each(struct site_quotes *q, const struct site_view *v,
		     const struct site_topic *t, size_t first,
		     site_quotes_visit *visit, void *arg, struct error *err)
	MUST_CHECK;

#endif
