/* SPDX-License-Identifier: MIT */
/* The trie of the squeezed names of topics. */
#include "core/model/topic_trie.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/model/topic_catalogue.h"

/* Names of a journal that are too many for it are left out. */
#define NODES_MAX ((size_t)1 << 20)

/* What stands for something else in a text stands in no name. */
#define APART " -_`:"

/* Places for the words that names begin with, at first; a power of 2. */
#define FIRSTS_MIN 64

/* The trie while names are added: children in a list, the last one first. */
struct growing {
	uint32_t *child, *sibling;
	uint32_t *alias;
	uint8_t *class;
	bool *parts;
	size_t count, max;
};

/* The words that names begin with, while they are added. */
struct first_words {
	struct topic_first *firsts;
	size_t count, mask;
	struct topic_starts *starts;
};

static bool has(const struct topic_names *names, size_t i)
{
	return names->kinds >> names->aliases[i].kind & 1;
}

static size_t nodes_at_most(const struct topic_names *names)
{
	size_t n = 1;

	for (size_t i = names->first; i < names->count; i++)
		n += has(names, i) ? names->aliases[i].len : 0;
	return n < NODES_MAX ? n : NODES_MAX;
}

static bool is_apart(char c)
{
	return c && strchr(APART, c);
}

static void classes_init(struct topic_trie *t, const struct topic_names *names)
{
	t->width = 1;
	for (size_t i = names->first; i < names->count; i++) {
		const struct topic_alias *a = &names->aliases[i];
		const char *key = names->keys + a->key;

		if (!has(names, i))
			continue;
		for (size_t k = 0; k < a->len; k++) {
			uint8_t *class = &t->class_of[(unsigned char)key[k]];

			if (*class == CLASS_NONE && !is_apart(key[k]))
				*class = (uint8_t)t->width++;
		}
	}
	for (int c = 'A'; c <= 'Z'; c++)
		t->class_of[c] = t->class_of[c | 32];
}

static void symbols_init(struct topic_starts *s, const struct topic_trie *t)
{
	for (int c = 0; c < 256; c++)
		if (!topic_alnum((char)c) && topic_trie_step(t, 0, (char)c))
			s->symbols[s->nsymbols++] = (char)c;
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
		     const struct topic_names *names, size_t i)
{
	struct topic_alias *a = &names->aliases[i];
	const char *key = names->keys + a->key;
	uint32_t n = 0;

	for (size_t k = 0; k < a->len; k++) {
		uint8_t class = t->class_of[(unsigned char)key[k]];

		if (class != CLASS_NONE)
			n = grow(g, n, class);
		if (class == CLASS_NONE || !n)
			return;
		g->parts[n] |= a->breaks >> (k + 1) & 1;
	}
	if (g->alias[n]) {
		a->next = g->alias[n];
		a->breaks |= names->aliases[a->next - 1].breaks;
	}
	g->alias[n] = (uint32_t)i + 1;
}

/*
 * Children are neighbours, and what an only child has follows it: the rest of
 * most names is read from one place.
 */
static void number(struct topic_trie *t, struct arena *mem,
		   const struct growing *g)
{
	uint32_t *at = xcalloc(g->count * 2, sizeof(*at));
	uint32_t *open = at + g->count;	/* those whose children have none yet */
	struct topic_node *nodes = arena_alloc(mem, g->count * sizeof(*nodes));
	uint32_t *alias = arena_alloc(mem, g->count * sizeof(*alias));
	size_t nopen = 1, first;

	for (t->count = 1; nopen; ) {
		uint32_t n = open[--nopen];

		first = t->count;
		for (uint32_t k = g->child[at[n]]; k; k = g->sibling[k])
			at[t->count++] = k;
		alias[n] = g->alias[at[n]];
		nodes[n].class = g->class[at[n]];
		nodes[n].parts = g->parts[at[n]];
		nodes[n].ends = alias[n] != 0;
		nodes[n].last = !g->sibling[at[n]];
		nodes[n].first = t->count > first ? (uint32_t)first : 0;
		nodes[n].leads = first == n + 1 && t->count == first + 1;
		for (size_t k = t->count; k > first; k--)
			open[nopen++] = (uint32_t)k - 1;
	}
	t->nodes = nodes;
	t->alias = alias;
	free(at);
}

/* The root and its children have many. */
static void dense_init(struct topic_trie *t, struct arena *mem)
{
	size_t rows = 1;
	uint32_t *dense;

	for (size_t k = t->nodes[0].first; k; k = topic_trie_sibling(t, k))
		rows++;
	dense = arena_alloc(mem, rows * t->width * sizeof(*dense));
	for (size_t n = 0; n < rows; n++)
		for (size_t k = t->nodes[n].first; k;
		     k = topic_trie_sibling(t, k))
			dense[n * t->width + t->nodes[k].class] = (uint32_t)k;
	t->dense = dense;
	t->ndense = rows;
}

/* At most three in four places are taken: most words have been told from names
 * before, and a smaller table is sooner at hand. */
static void make_room(struct first_words *w)
{
	struct topic_first *old = w->firsts;
	size_t places = old ? w->mask + 1 : 0;

	if (old && w->count * 4 < places * 3)
		return;
	w->mask = old ? places * 2 - 1 : FIRSTS_MIN - 1;
	w->firsts = xcalloc(w->mask + 1, sizeof(*w->firsts));
	for (size_t i = 0; i < places; i++)
		if (old[i].word)
			w->firsts[topic_first_place(
				w->firsts, w->mask, old[i].word,
				topic_word_hash(old[i].word))] = old[i];
	free(old);
}

static struct topic_first *first_add(struct first_words *w, uint64_t word)
{
	uint64_t hash = topic_word_hash(word);
	size_t bit = topic_word_bit(hash);
	struct topic_first *f;

	make_room(w);
	f = &w->firsts[topic_first_place(w->firsts, w->mask, word, hash)];
	w->count += !f->word;
	f->word = word;
	w->starts->bits[bit / 64] |= (uint64_t)1 << bit % 64;
	return f;
}

/* What two bytes of a text the name may have behind `n` of its own, which may
 * be parted by what is in no name; all, if it has but one. */
static uint32_t pairs_of(const struct topic_trie *t,
			 const struct topic_alias *a, const char *key, size_t n)
{
	uint8_t first = t->class_of[(unsigned char)key[n]];
	uint8_t second = t->class_of[(unsigned char)key[n + 1]];
	uint32_t pairs = topic_trie_pair(first, second);

	if (n + 1 == a->len)
		return UINT32_MAX;
	if (a->breaks >> (n + 1) & 1)
		pairs |= topic_trie_pair(first, CLASS_NONE);
	return pairs;
}

/* The word is the first `n` bytes of the name. */
static void first_leads_to(const struct topic_trie *t, struct topic_first *f,
			   size_t node, const struct topic_alias *a,
			   const char *key, size_t n)
{
	f->node = (uint32_t)node;
	f->name = t->alias[node];
	if (n == a->len)
		return;
	f->next |= (uint64_t)1 << (t->class_of[(unsigned char)key[n]] & 63);
	f->pairs |= pairs_of(t, a, key, n);
}

/* Does a word of the text end after `n` bytes of the name? */
static bool word_ends(const struct topic_alias *a, const char *key, size_t n)
{
	return n == a->len || a->breaks >> n & 1 || !topic_alnum(key[n]);
}

/* A word that a text may have where a name begins: so much of it. */
struct beginning {
	uint64_t word;
	size_t len;
	bool plural;		/* with an s more */
};

/*
 * Up to where the name may be parted, has a byte that is none of a word, or
 * ends, perhaps in a plural's s.  How many; at most WORD_MAX + 1.
 */
static size_t beginnings(const struct topic_alias *a, const char *key,
			 struct beginning *out)
{
	uint64_t word = 0;
	size_t n = 0, count = 0;

	while (n < a->len && n < WORD_MAX && topic_alnum(key[n])) {
		word |= (uint64_t)(unsigned char)key[n] << (8 * n);
		n++;
		if (n == WORD_MAX || word_ends(a, key, n))
			out[count++] = (struct beginning){ word, n, false };
	}
	if (n == a->len && n < WORD_MAX) {
		word |= (uint64_t)'s' << (8 * n);
		out[count++] = (struct beginning){ word, n, true };
	}
	return count;
}

void topic_first_words(const struct topic_alias *a, const char *key,
		       struct topic_word_set *out)
{
	struct beginning all[WORD_MAX + 1];
	size_t count = beginnings(a, key, all);

	if (!topic_alnum(*key))
		topic_word_set_add(out, (unsigned char)*key);
	for (size_t i = 0; i < count; i++)
		topic_word_set_add(out, all[i].word);
}

static void firsts_add(struct first_words *w, const struct topic_trie *t,
		       const struct topic_alias *a, const char *key)
{
	struct beginning all[WORD_MAX + 1];
	size_t count = beginnings(a, key, all), node = 0, depth = 0;

	for (size_t i = 0; i < count; i++) {
		for (; depth < all[i].len; depth++)
			node = topic_trie_step(t, node, key[depth]);
		if (!node)
			return;
		if (all[i].plural)
			first_add(w, all[i].word)->single = t->alias[node];
		else
			first_leads_to(t, first_add(w, all[i].word), node, a,
				       key, all[i].len);
	}
}

static void firsts_init(struct topic_trie *t, struct arena *mem,
			const struct topic_names *names)
{
	struct first_words w = {
		.starts = arena_alloc(mem, sizeof(*w.starts)),
	};
	struct topic_first *firsts;
	size_t size;

	make_room(&w);
	for (size_t i = names->first; i < names->count; i++)
		if (has(names, i))
			firsts_add(&w, t, &names->aliases[i],
				   names->keys + names->aliases[i].key);
	symbols_init(w.starts, t);
	size = (w.mask + 1) * sizeof(*firsts);
	firsts = arena_alloc(mem, size);
	memcpy(firsts, w.firsts, size);
	free(w.firsts);
	t->firsts = firsts;
	t->mask = w.mask;
	t->starts = w.starts;
}

void topic_trie_build(struct topic_trie *t, struct arena *mem,
		      const struct topic_names *names)
{
	size_t max = nodes_at_most(names);
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

	*t = (struct topic_trie){ 0 };
	classes_init(t, names);
	for (size_t i = names->first; i < names->count; i++)
		if (has(names, i))
			add_name(&g, t, names, i);
	number(t, mem, &g);
	dense_init(t, mem);
	firsts_init(t, mem, names);
	free(links);
	free(g.alias);
	free(g.class);
	free(g.parts);
}

bool topic_trie_fits(const char *key)
{
	return *key && !strpbrk(key, APART);
}

uint32_t topic_trie_find(const struct topic_trie *t, const char *key)
{
	size_t node = 0;

	do {
		node = topic_trie_step(t, node, *key++);
	} while (node && *key);
	return t->alias[node];
}
