/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_INDEX_H
#define EXPORTERS_SITE_SEARCH_INDEX_H

#include <stdint.h>

#include "core/base/error.h"
#include "core/base/strbuf.h"
#include "exporters/exporter.h"
#include "exporters/site/search_kept.h"
#include "exporters/site/search_tally.h"

/*
 * Which documents have which words, for search without a server: the tokens of
 * core/text/tokens.h in the files of search_shards.h.
 *
 * A document is a number, counted from 0.  Its words are added, then the next
 * one begins.  Neither a text nor a place is kept: what a document has is a
 * list, and the lists are walked twice.  First it is counted what each word
 * comes to, as far as an earlier run has not (search_kept.h), which tells where
 * shards begin and which of them differ from those that are there; then the
 * places are collected of those alone.
 */
struct search_index {
	struct search_words *words;	/* NULL: its own */
	struct search_words own;
	struct search_listed *documents;
	size_t count, cap;
	struct search_tally tally;	/* of the document in hand */
	struct search_listed given;
	struct arena mem;	/* of lists that were made here */
	struct search_counting *counting;	/* or NULL */
	const struct search_memory *memory;	/* of an earlier run; or NULL */
	struct search_lender lender;	/* of lists that were given */
};
#define SEARCH_INDEX_INIT { .own = SEARCH_WORDS_INIT }
void search_index_release(struct search_index *ix);

/* Words of the document in hand. */
void search_index_add(struct search_index *ix, struct str text,
		      unsigned field);
/* The same, instead, as search_tally_take() has listed them; what is pointed to
 * stays until the end. */
void search_index_add_list(struct search_index *ix, struct str list,
			   bool is_heading);
/* A sum by which search_memory.lists finds the lists of this document later. */
void search_index_know(struct search_index *ix, uint64_t sum);
void search_index_next(struct search_index *ix);

/* Nothing can be added any more: begin to count, in a thread where that is
 * worth it, and to write the shards there as well if `out` is not NULL; it is
 * that thread's until search_index_write().  Until then, the words stay as they
 * are. */
void search_index_count(struct search_index *ix, struct export_out *out);

/* Write the shards if that was not begun, and append their keys, each with a
 * blank behind it, once they are counted.  `version` gets what differs whenever
 * any of them does. */
int search_index_write(struct search_index *ix, struct export_out *out,
		       struct strbuf *keys, uint64_t *version,
		       struct error *err) MUST_CHECK;

/* Once it is written, give what a later run counts from; `out` is empty, and
 * stays so if what this run counted from will do: it was of few others, and
 * words have the `same_numbers` as then. */
void search_index_keep(struct search_index *ix, struct strbuf *out,
		       uint64_t numbering, bool same_numbers);

#endif
