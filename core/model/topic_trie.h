/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_TRIE_H
#define CORE_MODEL_TOPIC_TRIE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/alloc.h"

/* Of what a catalogue knows by a name, and when the name counts. */
struct topic_alias {
	uint64_t breaks;	/* bit n: may be parted after n bytes */
	uint32_t key;		/* squeezed and folded: where it is kept */
	uint32_t of;		/* see enum alias_kind */
	uint32_t next;		/* another alias with this key, plus one */
	uint8_t len;		/* of the key, and its last byte: */
	char last;
	uint8_t flags;		/* enum topic_flag */
	uint8_t kind : 7;
	uint8_t slip : 1;	/* it is what a slip makes of a name */
};

/* Names for a trie: some of all aliases.  Their keys end with a NUL. */
struct topic_names {
	struct topic_alias *aliases;
	size_t first, count;	/* `count` of all, from `first` on */
	unsigned kinds;		/* only these: a bit for each alias_kind */
	const char *keys;
};

/* A bit for each word of a list, which others may share: one of 2^9. */
#define TOPIC_SET_BITS 9
#define TOPIC_SET_PARTS (1 << (TOPIC_SET_BITS - 6))

struct topic_word_set {
	uint64_t bits[TOPIC_SET_PARTS];
};

/* Of bytes that stand in no name, as separators do. */
#define CLASS_NONE 0

/* A string that some name begins with; its number is its place. */
struct topic_node {
	uint32_t first;		/* of its children; the others follow; or 0 */
	uint8_t class;		/* of its last byte */
	bool last : 1;		/* of its parent's children */
	bool parts : 1;		/* some name may be parted here */
	bool ends : 1;		/* some name is that */
	bool leads : 1;		/* to one child, which follows it */
};

/* Bits that tell first words of names from almost all other words. */
#define WORD_BITS 17

/* The letters and digits of a word that are looked up at once. */
#define WORD_MAX 8

/* How a name may begin, and where that leads to in the trie. */
struct topic_first {
	uint64_t word;		/* the first one lowest, folded; 0: free */
	uint64_t next;		/* a bit for each class that may follow */
	uint32_t node;		/* or 0, if only as a plural */
	uint32_t name;		/* that is the word: its number, plus one */
	uint32_t single;	/* likewise, that is it without its s */
	uint32_t pairs;		/* a bit for each two that may follow */
};

#define WORD_PARTS (((size_t)1 << WORD_BITS) / 64)

/* Where names may begin, mostly told from where they do not. */
struct topic_starts {
	uint64_t bits[WORD_PARTS];	/* by hash: a first word may be there */
	char symbols[256];		/* that names begin with: no words do */
	size_t nsymbols;
};

/* What may begin with a word: one look tells, for each word is looked up. */
#define BEGINS_NAME 1u
#define BEGINS_CUE 2u

struct topic_filter {
	uint64_t bits[2 * WORD_PARTS];	/* by hash: two bits, of these */
	char symbols[256];
	size_t nsymbols;
};

/*
 * The squeezed names as a trie.  The root is 0, which is nobody's child, and
 * has no neighbour and CLASS_NONE.  Names are found from their first words; most
 * words of a text, which are none, are told by a bit.
 */
struct topic_trie {
	const struct topic_node *nodes;
	const uint32_t *alias;	/* number of what ends here, plus one */
	const uint32_t *dense;	/* children of the first nodes, by class */
	size_t count, ndense, width;
	uint8_t class_of[256];	/* CLASS_NONE: in no name */
	const struct topic_starts *starts;
	const struct topic_first *firsts;	/* by hash; `mask` + 1 places */
	size_t mask;
};

static inline uint64_t topic_word_hash(uint64_t word)
{
	return word * 0x9E3779B97F4A7C15;
}

static inline size_t topic_word_bit(uint64_t hash)
{
	return (size_t)(hash >> (64 - WORD_BITS));
}

static inline unsigned topic_filter_has(const struct topic_filter *f,
					uint64_t word)
{
	size_t bit = topic_word_bit(topic_word_hash(word));

	return f->bits[bit / 32] >> 2 * (bit % 32) & 3;
}

/* The place of a word, or a free one. */
static inline size_t topic_first_place(const struct topic_first *firsts,
				       size_t mask, uint64_t word,
				       uint64_t hash)
{
	size_t i = (size_t)(hash >> 32) & mask;

	while (firsts[i].word && firsts[i].word != word)
		i = (i + 1) & mask;
	return i;
}

static inline const struct topic_first *
topic_trie_first(const struct topic_trie *t, uint64_t word)
{
	return &t->firsts[topic_first_place(t->firsts, t->mask, word,
					    topic_word_hash(word))];
}

static inline void topic_word_set_add(struct topic_word_set *s, uint64_t word)
{
	size_t bit = (size_t)(topic_word_hash(word) >> (64 - TOPIC_SET_BITS));

	s->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

static inline bool topic_word_set_has(const struct topic_word_set *s,
				      uint64_t word)
{
	size_t bit = (size_t)(topic_word_hash(word) >> (64 - TOPIC_SET_BITS));

	return s->bits[bit / 64] >> bit % 64 & 1;
}

static inline bool topic_word_sets_meet(const struct topic_word_set *a,
					const struct topic_word_set *b)
{
	uint64_t both = 0;

	for (int i = 0; i < TOPIC_SET_PARTS; i++)
		both |= a->bits[i] & b->bits[i];
	return both;
}

static inline void topic_word_set_join(struct topic_word_set *s,
				       const struct topic_word_set *more)
{
	for (int i = 0; i < TOPIC_SET_PARTS; i++)
		s->bits[i] |= more->bits[i];
}

/* The bit of a class, which others may share, in a set of what may follow. */
static inline uint64_t topic_trie_bit(const struct topic_trie *t, char byte)
{
	return (uint64_t)1 << (t->class_of[(unsigned char)byte] & 63);
}

/* That of two classes. */
static inline uint32_t topic_trie_pair(uint8_t first, uint8_t second)
{
	return (uint32_t)1 << ((first * 5u + second) & 31);
}

/* The child after `k`, or 0. */
static inline size_t topic_trie_sibling(const struct topic_trie *t, size_t k)
{
	return t->nodes[k].last ? 0 : k + 1;
}

/* The node reached by a byte of the class, or 0. */
static inline size_t topic_trie_child(const struct topic_trie *t, size_t node,
				      uint8_t class)
{
	const struct topic_node *k;

	if (node < t->ndense)
		return t->dense[node * t->width + class];
	for (k = &t->nodes[t->nodes[node].first]; k->class != class; k++)
		if (k->last)
			return 0;
	return (size_t)(k - t->nodes);
}

static inline size_t topic_trie_step(const struct topic_trie *t, size_t node,
				     char byte)
{
	return topic_trie_child(t, node, t->class_of[(unsigned char)byte]);
}

/*
 * Links aliases of one key by their `next`, the last one first, and before
 * what the `next` of the first one was.  `mem` owns the tables.
 */
void topic_trie_build(struct topic_trie *t, struct arena *mem,
		      const struct topic_names *names);

/* Add the words that a name may begin with, or the symbol. */
void topic_first_words(const struct topic_alias *a, const char *key,
		       struct topic_word_set *out);

/* Has a trie all aliases with this key?  It has none with some symbols. */
bool topic_trie_fits(const char *key);

/* The number of the last alias with this key, plus one; or 0, as of all keys
 * that it cannot have. */
uint32_t topic_trie_find(const struct topic_trie *t, const char *key);

#endif
