/* SPDX-License-Identifier: MIT */
/* The catalogue of topics: the one compiled in and the user's additions. */
#include "core/model/topic.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/ascii.h"
#include "core/model/topic_catalogue.h"
#include "core/model/topic_tables.h"

/* Of a journal's own topics and of most others: one that stays in the cache. */
static const struct cue_list no_cues;

static const struct cue_list *cues_or_none(const struct cue_list *cues)
{
	return cues->count ? cues : &no_cues;
}

static bool is_separator(char c)
{
	return c == ' ' || c == '-' || c == '_';
}

/* Does a new word begin between `a` and `b`: "codeBuild", "Route53"? */
static bool words_part(char a, char b)
{
	return (ascii_is_upper(b) && !ascii_is_upper(a)) ||
	       ascii_is_digit(a) != ascii_is_digit(b);
}

static char fold(char c)
{
	return ascii_is_upper(c) ? (char)(c | 32) : c;
}

size_t topic_squeeze(struct str text, char *key, uint64_t *breaks)
{
	uint64_t parts = 0;
	size_t n = 0;

	text = str_trim(text);
	for (size_t i = 0; i < text.len && n < TOPIC_KEY_MAX; i++) {
		char c = text.s[i];

		if (i && i + 1 < text.len && is_separator(c) &&
		    topic_joins(text.s[i - 1]) && topic_joins(text.s[i + 1])) {
			parts |= (uint64_t)1 << n;
			continue;
		}
		if (i && words_part(text.s[i - 1], c))
			parts |= (uint64_t)1 << n;
		key[n++] = fold(c);
	}
	key[n] = '\0';
	if (breaks)
		*breaks = parts;
	return n;
}

uint32_t catalogue_group(struct topic_catalogue *c, struct str name)
{
	for (size_t i = 0; i < c->ngroups; i++)
		if (str_is(name, c->groups[i].name))
			return (uint32_t)i;
	XGROW(c->groups, c->ngroups, c->groups_cap);
	c->groups[c->ngroups] = (struct topic_group){
		.name = arena_strndup(&c->mem, name.s, name.len),
	};
	return (uint32_t)c->ngroups++;
}

/* FNV-1a: by bytes, so that all machines have the same. */
static uint64_t key_sum(const char *key)
{
	uint64_t h = 14695981039346656037u;

	for (; *key; key++)
		h = (h ^ (unsigned char)*key) * 1099511628211u;
	return h;
}

struct topic_key topic_key_of(struct str name, char *text)
{
	topic_squeeze(name, text, NULL);
	return (struct topic_key){ text, key_sum(text) };
}

static struct topic_key key_kept(struct topic_catalogue *c, struct str name)
{
	char text[TOPIC_KEY_MAX + 1];
	struct topic_key key = topic_key_of(name, text);

	key.text = arena_strdup(&c->mem, text);
	return key;
}

void catalogue_rename(struct topic_catalogue *c, struct topic_entry *e,
		      struct str name)
{
	e->topic.name = arena_strndup(&c->mem, name.s, name.len);
	e->name_key = key_kept(c, name);
}

struct topic_entry *catalogue_entry(struct topic_catalogue *c, struct str id,
				    struct str name, struct str parent,
				    uint32_t group)
{
	struct topic_entry *e = arena_alloc(&c->mem, sizeof(*e));

	e->group = group;
	e->cues = e->unless = &no_cues;
	e->topic = (struct topic){
		.id = arena_strndup(&c->mem, id.s, id.len),
		.group = c->groups[group].name,
	};
	e->id_key = key_kept(c, id);
	catalogue_rename(c, e, name);
	if (parent.len)
		e->topic.parent = arena_strndup(&c->mem, parent.s, parent.len);
	XGROW(c->entries, c->count, c->cap);
	return c->entries[c->count++] = e;
}

/* Room for one more; a constant table has none. */
static void aliases_grow(struct topic_catalogue *c)
{
	if (!c->own) {
		c->own_cap = c->nfixed + 64;
		c->own = xcalloc(c->own_cap, sizeof(*c->own));
		if (c->nfixed)
			memcpy(c->own, c->aliases,
			       c->nfixed * sizeof(*c->own));
	}
	XGROW(c->own, c->naliases, c->own_cap);
	c->aliases = c->own;
}

void catalogue_alias(struct topic_catalogue *c, enum alias_kind kind,
		     uint32_t of, struct str text, uint8_t flags)
{
	char key[TOPIC_KEY_MAX + 1];
	struct topic_alias a = {
		.of = of,
		.flags = flags,
		.kind = kind & 0x7f,
	};
	size_t len = topic_squeeze(text, key, &a.breaks);

	if (!len)
		return;
	a.len = (uint8_t)len;
	a.last = key[len - 1];
	a.key = (uint32_t)c->own_keys.len;
	strbuf_add(&c->own_keys, key, len + 1);
	aliases_grow(c);
	c->own[c->naliases++] = a;
	c->built = false;
}

struct topic_entry *catalogue_by_id(const struct topic_catalogue *c,
				    const char *id)
{
	char text[TOPIC_KEY_MAX + 1];
	struct topic_key key = topic_key_of(str_of(id), text);

	for (size_t i = 0; i < c->count; i++)
		if (topic_key_is(&c->entries[i]->id_key, &key) &&
		    !strcmp(c->entries[i]->topic.id, id))
			return c->entries[i];
	return NULL;
}

const struct topic *catalogue_shown(const struct topic_entry *e)
{
	while (e->into)
		e = e->into;
	return e->hidden ? NULL : &e->topic;
}

static void take_groups(struct topic_catalogue *c, const struct topic_tables *t)
{
	for (size_t i = 0; i < t->ngroups; i++) {
		const struct topic_group_row *row = &t->groups[i];
		struct topic_group group = {
			.name = t->strings + row->name,
			.makers = str_of(t->strings + row->makers),
		};

		for (size_t k = 0; k < row->nwords; k++) {
			const struct topic_neighbour_row *n =
				&t->neighbours[row->words + k];

			strset_put(&group.neighbours,
				   str_of(t->strings + n->word), n->sides);
		}
		XGROW(c->groups, c->ngroups, c->groups_cap);
		c->groups[c->ngroups++] = group;
	}
}

/* Topics may be renamed, merged and hidden: each catalogue has its own. */
static void take_entries(struct topic_catalogue *c,
			 const struct topic_tables *t)
{
	struct topic_entry *all = arena_alloc(&c->mem, t->nrows * sizeof(*all));

	c->cap = c->count = t->nrows;
	c->entries = xcalloc(c->cap, sizeof(struct topic_entry *));
	for (size_t i = 0; i < t->nrows; i++) {
		const struct topic_row *row = &t->rows[i];
		const char *parent = t->strings + row->parent;

		c->entries[i] = &all[i];
		all[i].topic = (struct topic){
			.id = t->strings + row->id,
			.name = t->strings + row->name,
			.parent = row->parent ? parent : NULL,
			.group = c->groups[row->group].name,
		};
		all[i].group = row->group;
		all[i].cues = cues_or_none(&row->cues);
		all[i].unless = cues_or_none(&row->unless);
		all[i].id_key = (struct topic_key){ t->strings + row->id_key,
						    row->id_sum };
		all[i].name_key = (struct topic_key){
			t->strings + row->name_key, row->name_sum };
	}
}

struct topic_catalogue *topic_catalogue_new(void)
{
	const struct topic_tables *t = &topic_tables;
	struct topic_catalogue *c = xcalloc(1, sizeof(*c));

	c->own_keys = (struct strbuf)STRBUF_INIT;
	c->aliases = t->aliases;
	c->fixed_keys = t->strings;
	c->nfixed = c->naliases = t->naliases;
	c->cues = t->cues;
	c->ncues = t->ncues;
	c->tries[0] = t->names;
	c->cue_trie = t->cue_trie;
	take_groups(c, t);
	take_entries(c, t);
	return c;
}

void topic_catalogue_free(struct topic_catalogue *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->ngroups; i++)
		strset_release(&c->groups[i].neighbours);
	strbuf_release(&c->own_keys);
	arena_release(&c->own_trie);
	free(c->entries);
	free(c->own);
	free(c->groups);
	free(c->runs);
	free(c->hits);
	free(c->found);
	free(c->cue_seen);
	free(c->cue_heard);
	free(c->maker_seen);
	free(c->maker);
	arena_release(&c->mem);
	free(c);
}

size_t topic_catalogue_count(const struct topic_catalogue *c)
{
	return c->count;
}

const struct topic *topic_at(const struct topic_catalogue *c, size_t i)
{
	return &c->entries[i]->topic;
}

const char *topic_group_at(const struct topic_catalogue *c, size_t i)
{
	return i < c->ngroups ? c->groups[i].name : NULL;
}

void mentions_release(struct mentions *m)
{
	free(m->items);
	*m = (struct mentions)MENTIONS_INIT;
}
