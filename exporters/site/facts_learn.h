/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_FACTS_LEARN_H
#define EXPORTERS_SITE_FACTS_LEARN_H

#include "exporters/site/facts.h"

/* Reading entries for what is not known of them yet. */
struct site_lesson {
	const struct snapshot *s;
	const size_t *entries;	/* of the snapshot */
	size_t count;
	struct site_facts_list *all;	/* .block gets a line for each, as of
					   facts_line.h, and .lists its lists */
	size_t nwords;		/* before anything was learned */
	/* Each process lays aside what it has learned, a line and its lists
	 * after the other; NULL: it is held in memory. */
	struct scratch *shares;
	bool is_lost;		/* not all of that was there */
};

/* Lay aside what has been learned, once it is much. */
void site_facts_spill(struct site_facts_list *l);

/* Where .is_lost is true then, all is to be learned again. */
int site_facts_learn(struct site_lesson *l, unsigned workers, struct error *err)
	MUST_CHECK;

/* Where the texts are, once it is known how long they are. */
void site_facts_find_texts(const struct site_lesson *l);

#endif
