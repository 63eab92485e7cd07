/* SPDX-License-Identifier: MIT */
/* How well a document fits a query of one word. */
#include "exporters/site/search_weight.h"

#include "core/base/alloc.h"
#include "core/model/relevance.h"

/* Words of an entry that is neither short nor long. */
#define TYPICAL_SIZE 60

/* In hundredths: below which a word has weight 0, 1 and 2, and how much each
 * step is from the last one on.  theme/find.js has them once more. */
static const unsigned bounds[SEARCH_WEIGHT_TOLD] = { 65, 90, 108 };
#define STEP 4

/* In hundredths, at most 100 * (K1 + 1).  Whole numbers, so that it is the same
 * on every machine. */
static unsigned score(uint32_t often, size_t size, bool in_text)
{
	const uint64_t k1 = 100 * RELEVANCE_K1, b = 100 * RELEVANCE_B;
	const uint64_t above = 100 * RELEVANCE_ONLY_ABOVE;
	uint64_t length = k1 * ((100 - b) * TYPICAL_SIZE + b * size) /
			  TYPICAL_SIZE;		/* in 10000ths */
	uint64_t places = (uint64_t)often * 1000;

	if (!places)
		return 0;
	return (unsigned)((k1 + 100) * places / (places + length) *
			  (in_text ? 100 : above) / 100);
}

unsigned search_weight(uint32_t often, size_t size, bool in_text)
{
	unsigned value = score(often, size, in_text), weight;

	for (weight = 0; weight < ARRAY_SIZE(bounds); weight++)
		if (value < bounds[weight])
			return weight;
	weight += (value - bounds[weight - 1]) / STEP;
	return weight < SEARCH_WEIGHT_MAX ? weight : SEARCH_WEIGHT_MAX;
}
