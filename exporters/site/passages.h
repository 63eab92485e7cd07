/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_PASSAGES_H
#define EXPORTERS_SITE_PASSAGES_H

#include <stdint.h>

#include "core/model/document.h"
#include "exporters/site/names.h"
#include "exporters/site/view.h"

/*
 * Which passages of a snapshot's topics may be shown.  Of a document that keeps
 * something back, those are known by 64-bit sums, because they may be most of a
 * large journal.
 */
struct passage_filter {
	uint64_t *sums;			/* of the passages that are left */
	size_t nsums, cap;
	bool *hides;			/* by document: it keeps something back */
	size_t nentries;		/* notes are numbered behind entries */
	struct public_names names;	/* of topics that documents name */
};

void passage_filter_init(struct passage_filter *f, const struct snapshot *s);

/* Entry or note `number` of the snapshot keeps these places back. */
void passage_filter_document(struct passage_filter *f, bool is_note,
			     size_t number, const struct document *whole,
			     const struct left_out_place *places,
			     size_t count);

/* Fill view->topics, and the topics of entries and notes; `shown` gives each
 * document of the snapshot its place in the view, or (size_t)-1. */
void passage_filter_run(struct passage_filter *f, struct site_view *view,
			const struct snapshot *s, const size_t *shown);
void passage_filter_release(struct passage_filter *f);

#endif
