/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_SHARDS_H
#define EXPORTERS_SITE_SEARCH_SHARDS_H

#include <stdint.h>

#include "core/base/error.h"
#include "core/base/strbuf.h"
#include "exporters/exporter.h"
#include "exporters/site/search_kept.h"

/*
 * The words of a site in files that a browser loads one at a time.
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
 * search_number_add(), and where the weight is 3, a digit that says how much
 * more it is.  The first one's distance is that to -1.
 */
struct search_shards {
	uint32_t *terms;	/* words that are told, by token */
	size_t nterms;
	struct search_shard *items;
	size_t count, cap;
	/* Neighbours that are waiting for more, and how long their key is. */
	size_t first, size, key_len;
	/* Of all words. */
	const struct str *tokens;
	const struct search_counted *counted;
	/* Where the places that were collected end; and of the walk. */
	uint32_t *at, *before;
	char *places;
};
void search_shards_release(struct search_shards *sh);

/* Where shards begin, by what the words were counted to.  Those that were in
 * an order before need no sorting. */
void search_shards_make(struct search_shards *sh, size_t nwords,
			const struct search_kept *kept);

/* Ask for each shard whether it has to be written.  The keys of all are
 * appended, each with a blank behind it; `version` gets what differs whenever
 * any shard does. */
void search_shards_choose(struct search_shards *sh, struct export_out *out,
			  struct strbuf *keys, uint64_t *version);
/* Write those, for which the documents are walked through again. */
int search_shards_write(struct search_shards *sh, struct search_walk *w,
			struct export_out *out, struct error *err) MUST_CHECK;

#endif
