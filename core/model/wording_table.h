/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_WORDING_TABLE_H
#define CORE_MODEL_WORDING_TABLE_H

#include <stdint.h>

#include "core/model/wording.h"

/*
 * All words that are known, as the build has written them down from
 * wording_words.c (scripts/word_table.c): each is found by one look-up, which
 * tells all its senses.
 */

#define WORD_BYTES 20		/* no word that is known has more */
#define WORD_SLOTS 4096		/* a power of two, about twice the words */

struct word_entry {
	char text[WORD_BYTES + 1];
	unsigned char len;
	uint64_t senses;	/* bit n: it is of (enum wording)n */
};

/* Lower case, with a blank on both sides of each word. */
extern const char *const wording_words[WORDING_COUNT];

/* The place of an entry, plus 1, where the hash of its word leads to or in the
 * first slot behind it that was free; 0: there is none. */
extern const uint16_t word_slots[WORD_SLOTS];
extern const struct word_entry word_entries[];

#define WORD_HASH_BEGIN 2166136261u

/* Of one byte more. */
static inline uint32_t word_hash_add(uint32_t hash, char c)
{
	return (hash ^ (unsigned char)c) * 16777619u;
}

static inline uint32_t word_slot(uint32_t hash)
{
	return (hash ^ hash >> 15) & (WORD_SLOTS - 1);
}

#endif
