/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_AUTOMATON_H
#define CORE_MODEL_TOPIC_AUTOMATON_H

#include <stddef.h>
#include <stdint.h>

struct topic_alias;

/* Classes of bytes; those below are the columns of the table. */
enum byte_class {
	CLASS_BREAK = 255,	/* no alias goes on over it */
	CLASS_SEPARATOR = 254,	/* ' ', '-', '_': squeezed between words */
	CLASS_SPECIAL = 253,	/* '`', ':': code, addresses */
};

/* Set in the table where a name ends in the state gone to. */
#define STATE_HIT 0x8000

/* Letters and digits, case folded; and three of them at a word's beginning. */
#define LETTERS 36
#define NO_LETTER LETTERS
#define TOPIC_STARTS 46656

/*
 * Aho and Corasick's machine (CACM 18:6, 1975) with its failure transitions
 * folded into one table: a step is a load.  State 0 is the start, and
 * states that stand for longer strings have higher numbers.
 */
struct topic_automaton {
	uint16_t *go;		/* [state * width + class], with STATE_HIT */
	uint16_t *hit;		/* the state itself or the next that ends one */
	uint16_t *link;		/* the next shorter state that ends one */
	uint16_t level[256];	/* the first state of so many bytes or more */
	uint32_t *alias;	/* index of what ends here, plus one */
	size_t states, width;
	uint16_t *memory;	/* where `go` is, at a line of the cache */
	uint8_t class_of[256];
	uint8_t letter[256];	/* 0 … 35: ASCII letters and digits */
	uint64_t starts[TOPIC_STARTS / 64];	/* that some name has */
};

/* The number of the three letters or digits at `p`. */
static inline size_t topic_start(const struct topic_automaton *a,
				 const char *p)
{
	return ((size_t)a->letter[(unsigned char)p[0]] * LETTERS +
		a->letter[(unsigned char)p[1]]) * LETTERS +
	       a->letter[(unsigned char)p[2]];
}

/* Links aliases of one key by their `next`. */
void topic_automaton_build(struct topic_automaton *a,
			   struct topic_alias *aliases, size_t count);
void topic_automaton_release(struct topic_automaton *a);

#endif
