/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_FACTS_LEARN_H
#define EXPORTERS_SITE_FACTS_LEARN_H

#include "exporters/site/facts.h"

/* Reading entries for what is not known of them yet. */
struct site_lesson {
	const struct snapshot *s;
	const size_t *entries;	/* of the snapshot */
	size_t count;
	struct strbuf *out;	/* gets a line for each (facts_line.h) */
	struct strbuf *lists;	/* and its lists */
	struct search_words *words;
	size_t nwords;		/* before anything was learned */
	struct search_aside *texts;
};

int site_facts_learn(struct site_lesson *l, unsigned workers, struct error *err)
	MUST_CHECK;

/* Where the texts are, once it is known how long they are. */
void site_facts_find_texts(const struct site_lesson *l,
			   const struct site_facts_list *all);

#endif
