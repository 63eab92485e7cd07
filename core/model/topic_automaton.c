/* SPDX-License-Identifier: MIT */
/* The Aho-Corasick automaton over the squeezed names of topics. */
#include "core/model/topic_automaton.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/model/topic_catalogue.h"

/* States are 16 bits wide, so that the table stays in the cache. */
#define STATES_MAX ((size_t)UINT16_MAX)

/* The trie, while it is built: children in a list. */
struct trie {
	uint16_t *child, *sibling;
	uint8_t *class;
	uint16_t *fail;
	uint16_t *queue;
};

static size_t states_at_most(const struct topic_alias *aliases, size_t count)
{
	size_t n = 1;

	for (size_t i = 0; i < count; i++)
		n += aliases[i].len;
	return n < STATES_MAX ? n : STATES_MAX;
}

static void classes_init(struct topic_automaton *a,
			 const struct topic_alias *aliases, size_t count)
{
	memset(a->class_of, CLASS_BREAK, sizeof(a->class_of));
	a->width = 0;
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < aliases[i].len; k++) {
			uint8_t *class = &a->class_of[(uint8_t)aliases[i].key[k]];

			if (*class == CLASS_BREAK && a->width < CLASS_SPECIAL)
				*class = (uint8_t)a->width++;
		}
	}
	for (int c = 'A'; c <= 'Z'; c++)
		a->class_of[c] = a->class_of[c | 32];
	a->class_of[' '] = a->class_of['-'] = a->class_of['_'] =
		CLASS_SEPARATOR;
	a->class_of['`'] = a->class_of[':'] = a->class_of['@'] = CLASS_SPECIAL;
}

/* The child of `state` by `class`, made if need be; 0: no room for more. */
static uint16_t trie_step(struct trie *t, struct topic_automaton *a,
			  uint16_t state, uint8_t class, size_t max)
{
	uint16_t s = t->child[state];

	while (s && t->class[s] != class)
		s = t->sibling[s];
	if (s || a->states == max)
		return s;
	s = (uint16_t)a->states++;
	t->class[s] = class;
	t->sibling[s] = t->child[state];
	t->child[state] = s;
	return s;
}

static void trie_insert(struct trie *t, struct topic_automaton *a,
			struct topic_alias *aliases, size_t i, size_t max)
{
	uint16_t s = 0;

	for (size_t k = 0; k < aliases[i].len; k++) {
		uint8_t class = a->class_of[(uint8_t)aliases[i].key[k]];

		if (class >= CLASS_SPECIAL)
			return;
		s = trie_step(t, a, s, class, max);
		if (!s)
			return;
	}
	aliases[i].next = a->alias[s];
	if (a->alias[s])
		aliases[i].breaks |= aliases[a->alias[s] - 1].breaks;
	a->alias[s] = (uint32_t)i + 1;
}

/* Breadth first: a state's row is its failure's, with its own children. */
static void fold_failures(struct topic_automaton *a, struct trie *t)
{
	size_t head = 0, tail = 0;

	t->queue[tail++] = 0;
	while (head < tail) {
		uint16_t s = t->queue[head++];
		uint16_t *row = a->go + s * a->width;
		const uint16_t *under = a->go + t->fail[s] * a->width;

		a->link[s] = a->hit[t->fail[s]];
		a->hit[s] = a->alias[s] ? s : a->link[s];
		if (s)
			memcpy(row, under, a->width * sizeof(*row));
		for (uint16_t k = t->child[s]; k; k = t->sibling[k]) {
			t->fail[k] = s ? under[t->class[k]] : 0;
			row[t->class[k]] = k;
			t->queue[tail++] = k;
		}
	}
}

void topic_automaton_build(struct topic_automaton *a,
			   struct topic_alias *aliases, size_t count)
{
	size_t max = states_at_most(aliases, count);
	uint16_t *words = xcalloc(max * 4, sizeof(*words));
	struct trie t = {
		.child = words,
		.sibling = words + max,
		.fail = words + 2 * max,
		.queue = words + 3 * max,
		.class = xcalloc(max, 1),
	};

	topic_automaton_release(a);
	classes_init(a, aliases, count);
	a->alias = xcalloc(max, sizeof(*a->alias));
	a->states = 1;
	for (size_t i = 0; i < count; i++)
		trie_insert(&t, a, aliases, i, max);
	a->go = xcalloc(a->states * (a->width + 1), sizeof(*a->go));
	a->hit = xcalloc(a->states, sizeof(*a->hit));
	a->link = xcalloc(a->states, sizeof(*a->link));
	fold_failures(a, &t);
	free(words);
	free(t.class);
}

void topic_automaton_release(struct topic_automaton *a)
{
	free(a->go);
	free(a->hit);
	free(a->link);
	free(a->alias);
	*a = (struct topic_automaton){ 0 };
}
