/* SPDX-License-Identifier: MIT */
/* The Aho-Corasick automaton over the squeezed names of topics. */
#include "core/model/topic_automaton.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/model/topic_catalogue.h"

/* Fifteen bits for a state, so that the table stays in the cache. */
#define STATES_MAX ((size_t)STATE_HIT)

/* The letters of a row share one line of the cache. */
#define LINE 64

/* The trie, while it is built: children in a list. */
struct trie {
	uint16_t *child, *sibling;
	uint32_t *alias;
	uint8_t *class;
	uint16_t *fail;		/* these two by the numbers of the automaton */
	uint16_t *queue;
	size_t states, max;
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
	for (int c = 'a'; c <= 'z'; c++)
		a->class_of[c] = (uint8_t)a->width++;
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < aliases[i].len; k++) {
			uint8_t byte = (uint8_t)aliases[i].key[k];
			uint8_t *class = &a->class_of[byte];

			if (*class == CLASS_BREAK && a->width < CLASS_SPECIAL)
				*class = (uint8_t)a->width++;
		}
	}
	a->width = (a->width + 31) / 32 * 32;
	for (int c = 'A'; c <= 'Z'; c++)
		a->class_of[c] = a->class_of[c | 32];
	a->class_of[' '] = a->class_of['-'] = a->class_of['_'] =
		CLASS_SEPARATOR;
	a->class_of['`'] = a->class_of[':'] = CLASS_SPECIAL;
}

static void letters_init(struct topic_automaton *a)
{
	memset(a->letter, NO_LETTER, sizeof(a->letter));
	for (int i = 0; i < 26; i++)
		a->letter['a' + i] = a->letter['A' + i] = (uint8_t)i;
	for (int i = 0; i < 10; i++)
		a->letter['0' + i] = (uint8_t)(26 + i);
}

/*
 * Most words begin with three letters that no name begins with.  A name of
 * two may have its plural's s behind it; one of a single letter is no word of
 * three.
 */
static void starts_init(struct topic_automaton *a,
			const struct topic_alias *aliases, size_t count)
{
	letters_init(a);
	for (size_t i = 0; i < count; i++) {
		const char *key = aliases[i].key;
		char begin[3] = { key[0], 's', 's' };
		size_t n;

		for (size_t k = 1; k < 3 && k < aliases[i].len; k++)
			begin[k] = key[k];
		n = topic_start(a, begin);
		if (a->letter[(unsigned char)begin[0]] != NO_LETTER &&
		    a->letter[(unsigned char)begin[1]] != NO_LETTER &&
		    a->letter[(unsigned char)begin[2]] != NO_LETTER)
			a->starts[n / 64] |= (uint64_t)1 << n % 64;
	}
}

/* The child of `state` by `class`, made if need be; 0: no room for more. */
static uint16_t trie_step(struct trie *t, uint16_t state, uint8_t class)
{
	uint16_t s = t->child[state];

	while (s && t->class[s] != class)
		s = t->sibling[s];
	if (s || t->states == t->max)
		return s;
	s = (uint16_t)t->states++;
	t->class[s] = class;
	t->sibling[s] = t->child[state];
	t->child[state] = s;
	return s;
}

static void trie_insert(struct trie *t, const struct topic_automaton *a,
			struct topic_alias *aliases, size_t i)
{
	uint16_t s = 0;

	for (size_t k = 0; k < aliases[i].len; k++) {
		uint8_t class = a->class_of[(uint8_t)aliases[i].key[k]];

		if (class >= CLASS_SPECIAL)
			return;
		s = trie_step(t, s, class);
		if (!s)
			return;
	}
	aliases[i].next = t->alias[s];
	if (t->alias[s])
		aliases[i].breaks |= aliases[t->alias[s] - 1].breaks;
	t->alias[s] = (uint32_t)i + 1;
}

/* The state for the trie's node `node`, whose failure is `fail`. */
static uint16_t state_add(struct topic_automaton *a, struct trie *t,
			  uint16_t node, uint16_t fail)
{
	uint16_t s = (uint16_t)a->states++;

	t->queue[s] = node;
	t->fail[s] = fail;
	a->alias[s] = t->alias[node];
	a->link[s] = a->hit[fail];
	a->hit[s] = a->alias[s] ? s : a->link[s];
	return s;
}

/*
 * Breadth first, so that the states most visited are neighbours: a state's
 * row is its failure's, with its own children.
 */
static void fold_failures(struct topic_automaton *a, struct trie *t)
{
	size_t depth = 0, next = 0;

	state_add(a, t, 0, 0);
	for (size_t s = 0; s < a->states; s++) {
		if (s == next) {
			a->level[depth++] = (uint16_t)s;
			next = a->states;
		}
		uint16_t *row = a->go + s * a->width;
		const uint16_t *under = a->go + t->fail[s] * a->width;

		if (s)
			memcpy(row, under, a->width * sizeof(*row));
		for (uint16_t k = t->child[t->queue[s]]; k; k = t->sibling[k]) {
			uint16_t fail = s ? under[t->class[k]] & ~STATE_HIT : 0;
			uint16_t to = state_add(a, t, k, fail);

			row[t->class[k]] = a->hit[to] ? to | STATE_HIT : to;
		}
	}
	while (depth < ARRAY_SIZE(a->level))
		a->level[depth++] = (uint16_t)a->states;
}

static void table_init(struct topic_automaton *a, size_t states)
{
	size_t cells = states * a->width;
	uintptr_t at;

	a->memory = xcalloc(cells + LINE, sizeof(*a->go));
	at = ((uintptr_t)a->memory + LINE - 1) & ~(uintptr_t)(LINE - 1);
	a->go = (uint16_t *)at;
	a->alias = xcalloc(states, sizeof(*a->alias));
	a->hit = xcalloc(states, sizeof(*a->hit));
	a->link = xcalloc(states, sizeof(*a->link));
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
		.alias = xcalloc(max, sizeof(*t.alias)),
		.class = xcalloc(max, 1),
		.states = 1,
		.max = max,
	};

	topic_automaton_release(a);
	classes_init(a, aliases, count);
	starts_init(a, aliases, count);
	for (size_t i = 0; i < count; i++)
		trie_insert(&t, a, aliases, i);
	table_init(a, t.states);
	fold_failures(a, &t);
	free(words);
	free(t.alias);
	free(t.class);
}

void topic_automaton_release(struct topic_automaton *a)
{
	free(a->memory);
	free(a->hit);
	free(a->link);
	free(a->alias);
	*a = (struct topic_automaton){ 0 };
}
