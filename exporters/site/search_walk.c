/* SPDX-License-Identifier: MIT */
/* Walking the lists of words of all documents. */
#include "exporters/site/search_walk.h"

/* A place is never 0. */
static void count(struct search_counted *c, uint64_t place)
{
	c->sum = (c->sum ^ place) * UINT64_C(0x9e3779b97f4a7c15);
	c->sum ^= c->sum >> 32;
	c->len += (68 - (uint32_t)__builtin_clzll(place)) / 5;
}

/* Where a word is, as it is told; 0: in a heading of the same document, which
 * came first. */
static uint64_t meet(uint32_t *before, uint32_t document,
		     enum search_weight weight)
{
	uint64_t place = (uint64_t)(document - *before) << 2 | weight;

	if (*before == document)
		return 0;
	*before = document;
	return place;
}

/* All words of all documents pass through this, each time. */
static void count_words(struct search_walk *w, const uint32_t *codes, size_t n,
			bool is_heading)
{
	const size_t nwords = w->nwords;
	const uint32_t document = w->document;

	for (size_t i = 0; i < n; i++) {
		size_t word = codes[i] >> 1;
		uint64_t place;

		if (word >= nwords)
			continue;
		place = meet(&w->counted[word].before, document,
			     search_weight_of(codes[i], is_heading));
		if (place)
			count(&w->counted[word], place);
	}
}

static void count_some_words(struct search_walk *w, const uint32_t *codes,
			     size_t n, bool is_heading)
{
	for (size_t i = 0; i < n; i++) {
		size_t word = codes[i] >> 1;

		if (word < w->nwords && w->wanted[word])
			count_words(w, &codes[i], 1, is_heading);
	}
}

static void collect_words(struct search_walk *w, const uint32_t *codes,
			  size_t n, bool is_heading)
{
	for (size_t i = 0; i < n; i++) {
		size_t word = codes[i] >> 1;
		uint64_t place;

		if (word >= w->nwords || !w->wanted[word])
			continue;
		place = meet(&w->before[word], w->document,
			     search_weight_of(codes[i], is_heading));
		if (place)
			w->at[word] += (uint32_t)search_number_write(
				w->places + w->at[word], place);
	}
}

#define AT_A_TIME 128

static void walk_list(struct search_walk *w, struct str list, bool is_heading)
{
	uint32_t codes[AT_A_TIME];
	size_t n;

	while ((n = search_list_read(&list, codes, AT_A_TIME)))
		(w->places ? collect_words :
		 w->wanted ? count_some_words :
			     count_words)(w, codes, n, is_heading);
}

void search_walk(struct search_walk *w, size_t first)
{
	for (size_t i = first; i < w->count; i++) {
		w->document = (uint32_t)i + 1;
		walk_list(w, w->documents[i].headings, true);
		walk_list(w, w->documents[i].texts, false);
	}
}
