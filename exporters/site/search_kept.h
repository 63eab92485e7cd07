/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_KEPT_H
#define EXPORTERS_SITE_SEARCH_KEPT_H

#include "exporters/site/search_walk.h"

/*
 * What the words of a site came to in an earlier run.  Most documents are the
 * same in the next one, and have the same numbers: then only words are counted
 * that a document has got or lost, and those of documents that came behind.
 *
 * It is kept as this machine has it in memory: numbers of 64 bits, which are
 * the numbering of the words, the sum of what follows, and how many documents,
 * words and terms there are; the sums of the documents; a search_counted for
 * each word; and the numbers, of 32 bits, of those that are told, by token.
 */
struct search_memory {
	struct str bytes;	/* of search_kept_write(), or none */
	/* Words have had them since: what was kept under one of them will do. */
	const uint64_t *numberings;
	size_t nnumberings;
	/* The lists of a document by its sum, where it has one of its own
	 * (search_index_know()); false: they are not known. */
	bool (*lists)(const void *arg, uint64_t sum,
		      struct search_listed *out);
	const void *arg;
};

struct search_kept {
	const struct search_memory *memory;	/* NULL: there is nothing */
	const uint64_t *sums;		/* of documents */
	size_t ndocuments;
	const struct search_counted *counted;	/* by word */
	size_t nwords;
	const uint32_t *order;		/* of words that were told */
	size_t nterms;
	size_t nothers;			/* documents that were not in it, once
					   it is counted */
};

/* What is not whole, or of words with other numbers, is nothing.  It points
 * into the memory. */
void search_kept_read(struct search_kept *out, const struct search_memory *m);

/* Count what the walk has, as far as that is known; false: nothing is counted,
 * and all has to be. */
bool search_kept_count(struct search_kept *kept, struct search_walk *w);

/* Append what was counted, with the `order` of its words. */
void search_kept_write(struct strbuf *out, uint64_t numbering,
		       const struct search_walk *w, struct str order);

#endif
