/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_INDEX_H
#define EXPORTERS_SITE_SEARCH_INDEX_H

#include <stdint.h>

#include "core/base/error.h"
#include "core/base/strbuf.h"
#include "exporters/exporter.h"
#include "exporters/site/search_words.h"

/*
 * Which documents have which words, for search without a server: the tokens of
 * core/text/tokens.h in shards that a browser loads one at a time.
 *
 * A document is a number, counted from 0.  Its words are added, then the next
 * one begins.  No text is kept, and of each place that a word has, some two
 * bytes: ten thousand entries take about 3 MB.
 *
 * A shard is search/sKEY.js, KEY being the first bytes of its first token in
 * hexadecimal; it has all tokens from there up to the next shard's.  So that
 * one more entry changes few of them, a shard begins where the beginning of its
 * tokens changes, however full it is.
 *
 *	hectoSearch("sKEY",{"lambda":"EKC","lamp":"gB"});
 *
 * is the list of those tokens, each with its documents: for each of them, in
 * order, (the distance to the one before * 4 + weight) in the digits of
 * search_number_add().  The first one's distance is that to -1.
 */
enum search_weight {
	SEARCH_ONCE = 1,
	SEARCH_OFTEN = 2,	/* three times or more */
	SEARCH_HEADING = 3,	/* in a title or heading */
};

struct search_index {
	struct search_words *words;	/* NULL: its own */
	struct search_words own;
	struct search_term *terms;	/* by number of the word */
	size_t cap;
	uint32_t document;
	bool in_heading;
};
#define SEARCH_INDEX_INIT { .own = SEARCH_WORDS_INIT }
void search_index_release(struct search_index *ix);

/* Words of the document in hand. */
void search_index_add(struct search_index *ix, struct str text,
		      bool is_heading);
/* The same, as search_tally_list() has listed them. */
void search_index_add_list(struct search_index *ix, struct str list);
void search_index_next(struct search_index *ix);

/* Write the shards, and append their keys, each with a blank behind it; nothing
 * can be added any more.  `version` gets what differs whenever any of them does. */
int search_index_write(struct search_index *ix, struct export_out *out,
		       struct strbuf *keys, uint64_t *version,
		       struct error *err) MUST_CHECK;

#endif
