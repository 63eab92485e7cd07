/* SPDX-License-Identifier: MIT */
/* The catalogue of topics: the one compiled in and the user's additions. */
#include "core/model/topic.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/topic_catalogue.h"

static const unsigned char builtin[] = {
#include "aws.topics.inc"
#include "azure.topics.inc"
#include "gcp.topics.inc"
#include "cloud-native.topics.inc"
#include "databases.topics.inc"
#include "languages.topics.inc"
#include "subjects.topics.inc"
};

static bool is_separator(char c)
{
	return c == ' ' || c == '-' || c == '_';
}

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Does a new word begin between `a` and `b`: "codeBuild", "Route53"? */
static bool words_part(char a, char b)
{
	return (is_upper(b) && !is_upper(a)) || is_digit(a) != is_digit(b);
}

static char fold(char c)
{
	return is_upper(c) ? (char)(c | 32) : c;
}

size_t topic_squeeze(struct str text, char *key, uint64_t *breaks)
{
	uint64_t parts = 0;
	size_t n = 0;

	text = str_trim(text);
	for (size_t i = 0; i < text.len && n < TOPIC_KEY_MAX; i++) {
		char c = text.s[i];

		if (i && i + 1 < text.len && is_separator(c) &&
		    topic_word_byte(text.s[i - 1]) &&
		    topic_word_byte(text.s[i + 1])) {
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

static const char *key_of(struct topic_catalogue *c, struct str text)
{
	char key[TOPIC_KEY_MAX + 1];
	size_t len = topic_squeeze(text, key, NULL);

	return arena_strndup(&c->mem, key, len);
}

void catalogue_rename(struct topic_catalogue *c, struct topic_entry *e,
		      struct str name)
{
	e->topic.name = arena_strndup(&c->mem, name.s, name.len);
	e->name_key = key_of(c, name);
}

struct topic_entry *catalogue_entry(struct topic_catalogue *c, struct str id,
				    struct str name, struct str parent,
				    uint32_t group)
{
	struct topic_entry *e = arena_alloc(&c->mem, sizeof(*e));

	e->group = group;
	e->topic = (struct topic){
		.id = arena_strndup(&c->mem, id.s, id.len),
		.group = c->groups[group].name,
	};
	e->id_key = key_of(c, id);
	catalogue_rename(c, e, name);
	if (parent.len)
		e->topic.parent = arena_strndup(&c->mem, parent.s, parent.len);
	XGROW(c->entries, c->count, c->cap);
	return c->entries[c->count++] = e;
}

void catalogue_alias(struct topic_catalogue *c, enum alias_kind kind,
		     uint32_t of, struct str text, uint8_t flags)
{
	char key[TOPIC_KEY_MAX + 1];
	struct topic_alias a = {
		.of = of,
		.flags = flags,
		.kind = (uint8_t)kind,
	};
	size_t len = topic_squeeze(text, key, &a.breaks);

	if (!len)
		return;
	a.len = (uint8_t)len;
	a.key = arena_strndup(&c->mem, key, len);
	XGROW(c->aliases, c->naliases, c->aliases_cap);
	c->aliases[c->naliases++] = a;
	c->built = false;
}

struct topic_entry *catalogue_by_id(const struct topic_catalogue *c,
				    const char *id)
{
	for (size_t i = 0; i < c->count; i++)
		if (!strcmp(c->entries[i]->topic.id, id))
			return c->entries[i];
	return NULL;
}

const struct topic *catalogue_shown(const struct topic_entry *e)
{
	while (e->into)
		e = e->into;
	return e->hidden ? NULL : &e->topic;
}

struct topic_catalogue *topic_catalogue_new(void)
{
	struct topic_catalogue *c = xcalloc(1, sizeof(*c));

	catalogue_parse(c, (struct str){ (const char *)builtin,
					 sizeof(builtin) });
	return c;
}

void topic_catalogue_free(struct topic_catalogue *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->count; i++) {
		free(c->entries[i]->cues.ids);
		free(c->entries[i]->unless.ids);
	}
	for (size_t i = 0; i < c->ngroups; i++)
		strset_release(&c->groups[i].neighbours);
	topic_trie_release(&c->trie);
	free(c->entries);
	free(c->aliases);
	free(c->groups);
	free(c->runs);
	free(c->hits);
	free(c->found);
	free(c->cue_seen);
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

void mentions_release(struct mentions *m)
{
	free(m->items);
	*m = (struct mentions)MENTIONS_INIT;
}
