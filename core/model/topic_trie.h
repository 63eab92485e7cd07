/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_TRIE_H
#define CORE_MODEL_TOPIC_TRIE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct topic_alias;

/* Of bytes that stand in no name, as separators do. */
#define CLASS_NONE 0

/* A string that some name begins with; its number is its place. */
struct topic_node {
	uint32_t first;		/* of its children; the next node's follow */
	uint8_t class;		/* of its last byte */
	bool parts;		/* some name may be parted here */
};

/* Bits that tell first words of names from almost all other words. */
#define WORD_BITS 17

/* The letters and digits of a word that are looked up at once. */
#define WORD_MAX 8

/* How a name may begin, and where that leads to in the trie. */
struct topic_first {
	uint64_t word;		/* the first one lowest, folded; 0: free */
	uint32_t node;		/* or 0, if only as a plural, of: */
	uint32_t single;	/* a name that is the word without its s */
	uint64_t next;		/* a bit for each class that may follow */
	bool named;		/* the node is a name */
};

/*
 * The squeezed names as a trie, level by level.  The root is 0, which is
 * nobody's child.  Names are found from their first words; most words of a
 * text, which are none, are told by a bit.
 */
struct topic_trie {
	struct topic_node *nodes;
	uint32_t *alias;	/* index of what ends here, plus one */
	uint32_t *dense;	/* children of the first nodes, by class */
	size_t count, ndense, width;
	uint8_t class_of[256];	/* CLASS_NONE: in no name */
	char symbols[256];	/* that names begin with: no words do */
	size_t nsymbols;
	uint64_t bits[((size_t)1 << WORD_BITS) / 64];
	struct topic_first *firsts;	/* by hash; `mask` + 1 places */
	size_t nfirsts, mask;
};

static inline uint64_t topic_word_hash(uint64_t word)
{
	return word * 0x9E3779B97F4A7C15;
}

/* May a name begin with the word of this hash? */
static inline bool topic_trie_may(const struct topic_trie *t, uint64_t hash)
{
	size_t bit = (size_t)(hash >> (64 - WORD_BITS));

	return t->bits[bit / 64] >> bit % 64 & 1;
}

/* The place of a word, or a free one. */
static inline struct topic_first *topic_trie_first(const struct topic_trie *t,
						   uint64_t word, uint64_t hash)
{
	size_t i = (size_t)(hash >> 32) & t->mask;

	while (t->firsts[i].word && t->firsts[i].word != word)
		i = (i + 1) & t->mask;
	return &t->firsts[i];
}

/* The bit of a class, which others may share, in a set of what may follow. */
static inline uint64_t topic_trie_bit(const struct topic_trie *t, char byte)
{
	return (uint64_t)1 << (t->class_of[(unsigned char)byte] & 63);
}

/* The node reached by a byte, or 0. */
static inline size_t topic_trie_step(const struct topic_trie *t, size_t node,
				     char byte)
{
	uint8_t class = t->class_of[(unsigned char)byte];
	size_t last;

	if (node < t->ndense)
		return t->dense[node * t->width + class];
	last = t->nodes[node + 1].first;
	for (size_t k = t->nodes[node].first; k < last; k++)
		if (t->nodes[k].class == class)
			return k;
	return 0;
}

/* Links aliases of one key by their `next`. */
void topic_trie_build(struct topic_trie *t, struct topic_alias *aliases,
		      size_t count);
void topic_trie_release(struct topic_trie *t);

#endif
