/* SPDX-License-Identifier: MIT */
/* The trie of the squeezed names of topics. */
#include "core/model/topic_trie.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/model/topic_catalogue.h"

/* Names of a journal that are too many for it are left out. */
#define NODES_MAX ((size_t)1 << 20)

/* Places for the words that names begin with, at first; a power of 2. */
#define FIRSTS_MIN 32768

/* The trie while names are added: children in a list, the last one first. */
struct growing {
	uint32_t *child, *sibling;
	uint32_t *alias;
	uint8_t *class;
	bool *parts;
	size_t count, max;
};

static size_t nodes_at_most(const struct topic_alias *aliases, size_t count)
{
	size_t n = 1;

	for (size_t i = 0; i < count; i++)
		n += aliases[i].len;
	return n < NODES_MAX ? n : NODES_MAX;
}

/* A byte that stands for something else in a text stands in no name. */
static bool is_apart(char c)
{
	return c == ' ' || c == '-' || c == '_' || c == '`' || c == ':';
}

static void classes_init(struct topic_trie *t,
			 const struct topic_alias *aliases, size_t count)
{
	t->width = 1;
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < aliases[i].len; k++) {
			char byte = aliases[i].key[k];
			uint8_t *class = &t->class_of[(unsigned char)byte];

			if (*class == CLASS_NONE && !is_apart(byte))
				*class = (uint8_t)t->width++;
		}
	}
	for (int c = 'A'; c <= 'Z'; c++)
		t->class_of[c] = t->class_of[c | 32];
}

static void symbols_init(struct topic_trie *t)
{
	for (int c = 0; c < 256; c++)
		if (!topic_alnum((char)c) && topic_trie_step(t, 0, (char)c))
			t->symbols[t->nsymbols++] = (char)c;
}

/* The child of `node` by `class`, made if need be; 0: no room for more. */
static uint32_t grow(struct growing *g, uint32_t node, uint8_t class)
{
	uint32_t n = g->child[node];

	while (n && g->class[n] != class)
		n = g->sibling[n];
	if (n || g->count == g->max)
		return n;
	n = (uint32_t)g->count++;
	g->class[n] = class;
	g->sibling[n] = g->child[node];
	g->child[node] = n;
	return n;
}

static void add_name(struct growing *g, const struct topic_trie *t,
		     struct topic_alias *aliases, size_t i)
{
	struct topic_alias *a = &aliases[i];
	uint32_t n = 0;

	for (size_t k = 0; k < a->len; k++) {
		uint8_t class = t->class_of[(unsigned char)a->key[k]];

		if (class != CLASS_NONE)
			n = grow(g, n, class);
		if (class == CLASS_NONE || !n)
			return;
		g->parts[n] |= a->breaks >> (k + 1) & 1;
	}
	a->next = g->alias[n];
	if (g->alias[n])
		a->breaks |= aliases[g->alias[n] - 1].breaks;
	g->alias[n] = (uint32_t)i + 1;
}

/* Level by level, so that those most visited are neighbours. */
static void number(struct topic_trie *t, const struct growing *g)
{
	uint32_t *at = xcalloc(g->count, sizeof(*at));

	t->nodes = xcalloc(g->count + 1, sizeof(*t->nodes));
	t->alias = xcalloc(g->count, sizeof(*t->alias));
	t->count = 1;
	for (size_t n = 0; n < g->count; n++) {
		t->alias[n] = g->alias[at[n]];
		t->nodes[n].class = g->class[at[n]];
		t->nodes[n].parts = g->parts[at[n]];
		t->nodes[n].first = (uint32_t)t->count;
		for (uint32_t k = g->child[at[n]]; k; k = g->sibling[k])
			at[t->count++] = k;
	}
	t->nodes[g->count].first = (uint32_t)t->count;
	free(at);
}

/* The root and its children have many. */
static void dense_init(struct topic_trie *t)
{
	size_t rows = t->nodes[1].first;

	t->dense = xcalloc(rows * t->width, sizeof(*t->dense));
	for (size_t n = 0; n < rows; n++)
		for (size_t k = t->nodes[n].first; k < t->nodes[n + 1].first;
		     k++)
			t->dense[n * t->width + t->nodes[k].class] =
				(uint32_t)k;
	t->ndense = rows;
}

/* At most half of the places are taken, so that the next free one is near. */
static void make_room(struct topic_trie *t)
{
	struct topic_first *old = t->firsts;
	size_t places = t->mask + 1;

	if (old && t->nfirsts * 2 < places)
		return;
	t->mask = old ? places * 2 - 1 : FIRSTS_MIN - 1;
	t->firsts = xcalloc(t->mask + 1, sizeof(*t->firsts));
	for (size_t i = 0; old && i < places; i++)
		if (old[i].word)
			*topic_trie_first(t, old[i].word,
					  topic_word_hash(old[i].word)) =
				old[i];
	free(old);
}

static struct topic_first *first_add(struct topic_trie *t, uint64_t word)
{
	uint64_t hash = topic_word_hash(word);
	size_t bit = (size_t)(hash >> (64 - WORD_BITS));
	struct topic_first *f;

	make_room(t);
	f = topic_trie_first(t, word, hash);
	t->nfirsts += !f->word;
	f->word = word;
	t->bits[bit / 64] |= (uint64_t)1 << bit % 64;
	return f;
}

static void first_leads_to(struct topic_trie *t, struct topic_first *f,
			   size_t node)
{
	f->node = (uint32_t)node;
	f->named = t->alias[node];
	for (size_t k = t->nodes[node].first; k < t->nodes[node + 1].first; k++)
		f->next |= (uint64_t)1 << (t->nodes[k].class & 63);
}

/* Does a word of the text end after `n` bytes of the name? */
static bool word_ends(const struct topic_alias *a, size_t n)
{
	return n == a->len || a->breaks >> n & 1 || !topic_alnum(a->key[n]);
}

/*
 * The words that a text may have where a name begins: up to where it may be
 * parted, has a byte that is none of a word, or ends, perhaps in a plural's s.
 */
static void firsts_add(struct topic_trie *t, const struct topic_alias *a)
{
	uint64_t word = 0;
	size_t node = 0, n = 0;

	while (n < a->len && n < WORD_MAX && topic_alnum(a->key[n])) {
		node = topic_trie_step(t, node, a->key[n]);
		if (!node)
			return;
		word |= (uint64_t)a->key[n] << (8 * n);
		n++;
		if (n == WORD_MAX || word_ends(a, n))
			first_leads_to(t, first_add(t, word), node);
	}
	if (n == a->len && n < WORD_MAX) {
		word |= (uint64_t)'s' << (8 * n);
		first_add(t, word)->single = (uint32_t)node;
	}
}

void topic_trie_build(struct topic_trie *t, struct topic_alias *aliases,
		      size_t count)
{
	size_t max = nodes_at_most(aliases, count);
	uint32_t *links = xcalloc(max * 2, sizeof(*links));
	struct growing g = {
		.child = links,
		.sibling = links + max,
		.alias = xcalloc(max, sizeof(*g.alias)),
		.class = xcalloc(max, 1),
		.parts = xcalloc(max, sizeof(*g.parts)),
		.count = 1,
		.max = max,
	};

	topic_trie_release(t);
	classes_init(t, aliases, count);
	for (size_t i = 0; i < count; i++)
		add_name(&g, t, aliases, i);
	number(t, &g);
	dense_init(t);
	symbols_init(t);
	make_room(t);
	for (size_t i = 0; i < count; i++)
		firsts_add(t, &aliases[i]);
	free(links);
	free(g.alias);
	free(g.class);
	free(g.parts);
}

void topic_trie_release(struct topic_trie *t)
{
	free(t->nodes);
	free(t->alias);
	free(t->dense);
	free(t->firsts);
	*t = (struct topic_trie){ 0 };
}
