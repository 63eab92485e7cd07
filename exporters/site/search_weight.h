/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_WEIGHT_H
#define EXPORTERS_SITE_SEARCH_WEIGHT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * How well a document fits a query of one word: what core/index/ranking.h says,
 * in steps, so that the index alone puts such a query's documents in order.
 * Those that come first are told from each other best.
 *
 * One thing differs: a document counts as short or long by a size that never
 * changes, and not by the average, for that would be another one with each
 * entry, and so all that is kept.
 */
#define SEARCH_WEIGHT_BITS 5
#define SEARCH_WEIGHT_MAX ((1u << SEARCH_WEIGHT_BITS) - 1)

/* `often`: places, each with what relevance.h says, in tenths; `size`: words of
 * the document; `in_text`: is it not in title, headings and addresses alone? */
unsigned search_weight(uint32_t often, size_t size, bool in_text);

/* In a shard most have one of few weights: those from this one on, which few
 * have, are all told as this, with a number behind that says how much more. */
#define SEARCH_WEIGHT_TOLD 3u
#define SEARCH_WEIGHT_TOLD_BITS 2

#endif
