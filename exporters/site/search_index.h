/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_INDEX_H
#define EXPORTERS_SITE_SEARCH_INDEX_H

#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/error.h"
#include "core/base/strbuf.h"
#include "core/base/strset.h"
#include "exporters/exporter.h"

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
 * order, (the distance to the one before * 4 + weight) in digits of five bits,
 * the lowest first, by the alphabet A-Za-z0-9-_; of these, a digit from 32 on
 * has another one behind it.  The first one's distance is that to -1.
 */
enum search_weight {
	SEARCH_ONCE = 1,
	SEARCH_OFTEN = 2,	/* three times or more */
	SEARCH_HEADING = 3,	/* in a title or heading */
};

struct search_index {
	struct arena mem;	/* tokens */
	struct strset words;	/* as they stand -> number of the term */
	struct strset numbers;	/* token -> number of the term */
	struct search_term *terms;
	size_t nterms, cap;
	uint32_t document;
	bool in_heading;
	struct strbuf token;	/* in hand */
};
#define SEARCH_INDEX_INIT { .token = STRBUF_INIT }
void search_index_release(struct search_index *ix);

/* Words of the document in hand. */
void search_index_add(struct search_index *ix, struct str text,
		      bool is_heading);
void search_index_next(struct search_index *ix);

/* Write the shards, and append their keys, each with a blank behind it.
 * `version` gets what differs whenever any of them does. */
int search_index_write(struct search_index *ix, struct export_out *out,
		       struct strbuf *keys, uint64_t *version,
		       struct error *err) MUST_CHECK;

/* Append a number in digits of five bits. */
void search_add_number(struct strbuf *out, size_t n);

#endif
