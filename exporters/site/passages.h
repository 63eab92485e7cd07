/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_PASSAGES_H
#define EXPORTERS_SITE_PASSAGES_H

#include "core/model/document.h"
#include "exporters/site/facts.h"
#include "exporters/site/names.h"
#include "exporters/site/view.h"

/* Which passages of a snapshot's topics may be shown. */
struct passage_filter {
	const struct snapshot *s;
	/* By entry.  What is asked for once per mention stands close together. */
	struct passage_entry {
		const struct site_facts *facts;	/* NULL: not shown */
		uint64_t visible;	/* site_facts_show_first() */
	} *entries;
	struct passage_note {
		struct document doc;
		bool *visible;		/* by passage */
	} *notes;
	struct public_names names;	/* of topics that documents name */
};

void passage_filter_init(struct passage_filter *f, const struct snapshot *s);

void passage_filter_entry(struct passage_filter *f, size_t number,
			  const struct site_facts *facts);

/* Note `number` of the snapshot keeps these places back, and `left` is what may
 * be shown, or NULL if all may; what `whole` points to stays where it is. */
void passage_filter_note(struct passage_filter *f, size_t number,
			 const struct document *whole,
			 const struct public_text *left,
			 const struct left_out_place *places, size_t count,
			 struct arena *mem);

/* Fill view->topics, and the topics of entries and notes; `shown` gives each
 * document of the snapshot its place in the view, or (size_t)-1. */
void passage_filter_run(struct passage_filter *f, struct site_view *view,
			const size_t *shown);
void passage_filter_release(struct passage_filter *f);

#endif
