/* SPDX-License-Identifier: MIT */
/* Topics that a journal adds to the catalogue, changes and takes out. */
#include "core/model/topic.h"

#include <string.h>

#include "core/model/plan_section.h"
#include "core/model/plan_span.h"
#include "core/model/topic_catalogue.h"

/* Longer ones are sentences. */
#define NAME_MAX_BYTES 40
#define NAME_MAX_WORDS 4

/* "event-driven-design" is called "event driven design". */
static char *name_of_id(struct topic_catalogue *c, const char *id)
{
	char *name = arena_strdup(&c->mem, id);

	for (char *p = name; *p; p++)
		if (*p == '-' || *p == '_')
			*p = ' ';
	return name;
}

static uint32_t entry_index(const struct topic_catalogue *c,
			    const struct topic_entry *e)
{
	uint32_t i = 0;

	while (c->entries[i] != e)
		i++;
	return i;
}

void topic_catalogue_add(struct topic_catalogue *c, const char *id,
			 const char *name, const char *parent,
			 const char *const *aliases, size_t naliases)
{
	struct topic_entry *e = catalogue_by_id(c, id);
	uint32_t of;

	if (!e)
		e = catalogue_entry(c, str_of(id),
				    str_of(name ? name : name_of_id(c, id)),
				    STR_NONE, catalogue_group(c, STR("user")));
	else if (name)
		catalogue_rename(c, e, str_of(name));
	if (parent)
		e->topic.parent = arena_strdup(&c->mem, parent);
	c->built = false;
	of = entry_index(c, e);
	if (!strcmp(e->topic.group, "user"))
		catalogue_alias(c, ALIAS_TOPIC, of, str_of(id), 0);
	if (name || !strcmp(e->topic.group, "user"))
		catalogue_alias(c, ALIAS_TOPIC, of, str_of(e->topic.name), 0);
	for (size_t i = 0; i < naliases; i++)
		catalogue_alias(c, ALIAS_TOPIC, of, str_of(aliases[i]), 0);
}

bool topic_catalogue_hide(struct topic_catalogue *c, const char *id)
{
	struct topic_entry *e = catalogue_by_id(c, id);

	if (e)
		e->hidden = true;
	return e;
}

bool topic_catalogue_merge(struct topic_catalogue *c, const char *from,
			   const char *into)
{
	struct topic_entry *f = catalogue_by_id(c, from);
	struct topic_entry *i = catalogue_by_id(c, into);

	if (!f || !i)
		return false;
	while (i->into)
		i = i->into;
	if (i == f)
		return false;
	f->into = i;
	for (size_t k = 0; k < c->count; k++) {
		struct topic *t = &c->entries[k]->topic;

		if (t->parent && !strcmp(t->parent, from))
			t->parent = t == &i->topic ? f->topic.parent
						   : i->topic.id;
	}
	return true;
}

bool topic_is_within(const struct topic_catalogue *c, const char *id,
		     const char *family)
{
	/* A cycle among those above it has no end. */
	for (size_t up = 0; id && up <= c->count; up++) {
		const struct topic_entry *e = catalogue_by_id(c, id);

		if (!strcmp(id, family))
			return true;
		id = e ? e->topic.parent : NULL;
	}
	return false;
}

const char *topic_catalogue_cut_cycle(struct topic_catalogue *c, const char *id)
{
	struct topic_entry *e = catalogue_by_id(c, id);
	const char *parent = e ? e->topic.parent : NULL;

	if (!parent || !topic_is_within(c, parent, id))
		return NULL;
	e->topic.parent = NULL;
	return parent;
}

/* What people head lists with, and use as tags, that says no subject. */
static const char *const no_names[] = {
	"backlog", "daily", "day", "done", "draft", "etc", "general", "home",
	"ideas", "inbox", "index", "journal", "log", "misc", "miscellaneous",
	"note", "notes", "other", "others", "readme", "review", "services",
	"study", "tbd", "til", "todo", "topics", "week", "wip",
};

static bool is_no_name(struct str name)
{
	struct plan_span span;

	for (size_t i = 0; i < ARRAY_SIZE(no_names); i++)
		if (str_eq_nocase(name, str_of(no_names[i])))
			return true;
	return plan_section_of(name) != PLAN_NONE ||
	       plan_span_read(&span, name);
}

static bool in_name(char c)
{
	return topic_word_byte(c) || (c && strchr(" -_/.+#&'", c));
}

bool topic_name_fits(struct str name)
{
	size_t words = 1, letters = 0;

	if (name.len < 2 || name.len > NAME_MAX_BYTES ||
	    !topic_word_byte(*name.s) || str_ends(name, "."))
		return false;
	for (size_t i = 0; i < name.len; i++) {
		char c = name.s[i];

		if (!in_name(c))
			return false;
		words += c == ' ';
		letters += topic_word_byte(c) && (c < '0' || c > '9');
	}
	return letters > 1 && words <= NAME_MAX_WORDS && !is_no_name(name);
}

/* "Pub/Sub Lite" -> "pub-sub-lite" */
static const char *id_of_name(struct topic_catalogue *c, struct str name)
{
	char *id = arena_strndup(&c->mem, name.s, name.len), *out = id;

	for (const char *p = id; *p; p++) {
		if (topic_word_byte(*p) || *p == '+' || *p == '#')
			*out++ = *p >= 'A' && *p <= 'Z' ? (char)(*p | 32) : *p;
		else if (out > id && out[-1] != '-')
			*out++ = '-';
	}
	while (out > id && out[-1] == '-')
		out--;
	*out = '\0';
	return id;
}

/* One word that could be any other needs something that speaks for it. */
static uint8_t flags_of_name(struct str name)
{
	size_t capitals = 0, others = 0;

	for (size_t i = 0; i < name.len; i++) {
		if (name.s[i] >= 'A' && name.s[i] <= 'Z')
			capitals += i > 0;
		else if (name.s[i] < 'a' || name.s[i] > 'z')
			others++;
	}
	if (others)
		return 0;
	if (capitals + 1 == name.len)
		return TOPIC_CAPS;
	return capitals ? 0 : TOPIC_CAPITAL | TOPIC_AMBIGUOUS;
}

bool topic_catalogue_derive(struct topic_catalogue *c, struct str name)
{
	const char *id;

	if (!topic_name_fits(name) || topic_find(c, name))
		return false;
	id = id_of_name(c, name);
	if (!*id || catalogue_by_id(c, id))
		return false;
	catalogue_entry(c, str_of(id), name, STR_NONE,
			catalogue_group(c, STR("journal")));
	catalogue_alias(c, ALIAS_TOPIC, (uint32_t)c->count - 1, name,
			flags_of_name(name));
	return true;
}

/* An alias that is built in as well leads on to it, and parts where it does. */
static void join_fixed(struct topic_catalogue *c)
{
	for (size_t i = c->nfixed; i < c->naliases; i++) {
		struct topic_alias *a = &c->own[i];

		a->next = topic_trie_find(&c->tries[0], catalogue_key(c, i));
		if (a->next)
			a->breaks |= c->own[a->next - 1].breaks;
	}
}

static void add_symbols(struct topic_filter *f, const struct topic_starts *s)
{
	for (size_t i = 0; i < s->nsymbols; i++)
		if (!memchr(f->symbols, s->symbols[i], f->nsymbols))
			f->symbols[f->nsymbols++] = s->symbols[i];
}

/* Bit n of the half at bit 2n. */
static uint64_t spread(uint64_t half)
{
	half = (half | half << 16) & UINT64_C(0x0000FFFF0000FFFF);
	half = (half | half << 8) & UINT64_C(0x00FF00FF00FF00FF);
	half = (half | half << 4) & UINT64_C(0x0F0F0F0F0F0F0F0F);
	half = (half | half << 2) & UINT64_C(0x3333333333333333);
	return (half | half << 1) & UINT64_C(0x5555555555555555);
}

static void filter_add(struct topic_filter *f, const struct topic_starts *s,
		       unsigned begins)
{
	for (size_t i = 0; i < WORD_PARTS; i++) {
		f->bits[2 * i] |= spread(s->bits[i] & UINT32_MAX) * begins;
		f->bits[2 * i + 1] |= spread(s->bits[i] >> 32) * begins;
	}
	add_symbols(f, s);
}

void catalogue_build(struct topic_catalogue *c)
{
	struct topic_names names = {
		.aliases = c->own,
		.first = c->nfixed,
		.count = c->naliases,
		.kinds = ~0u,
		.keys = c->own_keys.buf,
	};

	c->ntries = 1;
	c->filter = (struct topic_filter){ 0 };
	filter_add(&c->filter, c->tries[0].starts, BEGINS_NAME);
	filter_add(&c->filter, c->cue_trie.starts, BEGINS_CUE);
	if (names.first == names.count)
		return;
	arena_release(&c->own_trie);
	join_fixed(c);
	topic_trie_build(&c->tries[1], &c->own_trie, &names);
	filter_add(&c->filter, c->tries[1].starts, BEGINS_NAME);
	c->ntries = 2;
}
