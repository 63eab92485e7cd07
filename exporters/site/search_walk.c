/* SPDX-License-Identifier: MIT */
/* Walking the lists of words of all documents. */
#include "exporters/site/search_walk.h"

/* How far on a word is, and with which weight; 0: in a heading of the same
 * document, which came first. */
static uint64_t meet(uint32_t *before, uint32_t document, uint32_t code)
{
	uint64_t place = (uint64_t)(document - *before) << SEARCH_WEIGHT_BITS |
			 (code & SEARCH_WEIGHT_MAX);

	if (*before == document)
		return 0;
	*before = document;
	return place;
}

/* Is there a number more, and what is told by the first. */
static bool has_more(uint64_t place)
{
	return (place & SEARCH_WEIGHT_MAX) >= SEARCH_WEIGHT_TOLD;
}

static uint64_t first_number(uint64_t place)
{
	uint64_t weight = has_more(place) ? SEARCH_WEIGHT_TOLD :
					    place & SEARCH_WEIGHT_MAX;

	return place >> SEARCH_WEIGHT_BITS << SEARCH_WEIGHT_TOLD_BITS | weight;
}

/* As long as what write_place() writes: what there is more is one digit.  A
 * distance is never 0. */
static void count(struct search_counted *c, uint64_t place)
{
	c->sum = (c->sum ^ place) * UINT64_C(0x9e3779b97f4a7c15);
	c->sum ^= c->sum >> 32;
	c->len += (68 - (uint32_t)__builtin_clzll(first_number(place))) / 5 +
		  has_more(place);
}

static size_t write_place(char *to, uint64_t place)
{
	size_t len = search_number_write(to, first_number(place));

	if (has_more(place))
		len += search_number_write(to + len,
					   (place & SEARCH_WEIGHT_MAX) -
						   SEARCH_WEIGHT_TOLD);
	return len;
}

/* All words of all documents pass through this, each time. */
static void count_words(struct search_walk *w, const uint32_t *codes, size_t n)
{
	const size_t nwords = w->nwords;
	const uint32_t document = w->document;

	for (size_t i = 0; i < n; i++) {
		size_t word = codes[i] >> SEARCH_WEIGHT_BITS;
		uint64_t place;

		if (word >= nwords)
			continue;
		place = meet(&w->counted[word].before, document, codes[i]);
		if (place)
			count(&w->counted[word], place);
	}
}

static void count_some_words(struct search_walk *w, const uint32_t *codes,
			     size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t word = codes[i] >> SEARCH_WEIGHT_BITS;

		if (word < w->nwords && w->wanted[word])
			count_words(w, &codes[i], 1);
	}
}

static void collect_words(struct search_walk *w, const uint32_t *codes,
			  size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t word = codes[i] >> SEARCH_WEIGHT_BITS;
		uint64_t place;

		if (word >= w->nwords || !w->wanted[word])
			continue;
		place = meet(&w->before[word], w->document, codes[i]);
		if (place)
			w->at[word] += (uint32_t)write_place(
				w->places + w->at[word], place);
	}
}

#define AT_A_TIME 128

static void walk_list(struct search_walk *w, struct str list)
{
	uint32_t codes[AT_A_TIME];
	size_t n;

	while ((n = search_list_read(&list, codes, AT_A_TIME)))
		(w->places ? collect_words :
		 w->wanted ? count_some_words :
			     count_words)(w, codes, n);
}

/* So many documents, and what they have is a few hundred kilobytes. */
#define REST_EVERY 1024

void search_walk(struct search_walk *w, size_t first)
{
	for (size_t i = first; i < w->count; i++) {
		if (i % REST_EVERY == REST_EVERY - 1 && w->lender.rest)
			w->lender.rest(w->lender.arg);
		w->document = (uint32_t)i + 1;
		walk_list(w, w->documents[i].headings);
		walk_list(w, w->documents[i].texts);
	}
}
