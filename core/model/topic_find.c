/* SPDX-License-Identifier: MIT */
/* Topics by what a user types: exactly, or nearly so. */
#include "core/model/topic.h"

#include <string.h>

#include "core/base/spelling.h"
#include "core/model/topic_catalogue.h"

/* The better one of two with the same key needs fewer cues, or is older. */
static void keep_better(const struct topic_catalogue *c,
			const struct topic_alias **best,
			const struct topic_alias *a)
{
	if (a->kind != ALIAS_TOPIC || !catalogue_shown(c->entries[a->of]))
		return;
	if (!*best || alias_needs(a) < alias_needs(*best) ||
	    (alias_needs(a) == alias_needs(*best) && a < *best))
		*best = a;
}

/* What is built in is in a trie, but for the keys that none can hold. */
static const struct topic *by_alias(const struct topic_catalogue *c,
				    const char *key)
{
	const struct topic_alias *best = NULL;
	size_t i = topic_trie_fits(key) ? c->nfixed : 0;

	if (i)
		for (uint32_t k = topic_trie_find(&c->tries[0], key); k;
		     k = c->aliases[k - 1].next)
			keep_better(c, &best, &c->aliases[k - 1]);
	for (; i < c->naliases; i++)
		if (!strcmp(catalogue_key(c, i), key))
			keep_better(c, &best, &c->aliases[i]);
	return best ? catalogue_shown(c->entries[best->of]) : NULL;
}

void topic_tell_keys(const struct topic_catalogue *c,
		     void (*tell)(void *arg, const struct topic *t,
				  const char *key), void *arg)
{
	for (size_t i = 0; i < c->nfixed; i++) {
		const struct topic_alias *a = &c->aliases[i];
		const struct topic *t;

		if (a->kind != ALIAS_TOPIC || a->flags & TOPIC_AMBIGUOUS)
			continue;
		t = catalogue_shown(c->entries[a->of]);
		if (t)
			tell(arg, t, catalogue_key(c, i));
	}
}

void topic_add_key(struct strbuf *out, struct str typed)
{
	char key[TOPIC_KEY_MAX + 1];

	topic_squeeze(typed, key, NULL);
	strbuf_addstr(out, key);
}

/* "AWS Lambda" or "amazon lambda" where the catalogue has "Lambda". */
static struct str without_any_maker(const struct topic_catalogue *c,
				    struct str typed)
{
	for (size_t g = 0; g < c->ngroups; g++) {
		struct str makers = c->groups[g].makers, m;

		while ((m = str_next_field(&makers, ',')).s) {
			m = str_trim(m);
			if (m.len && typed.len > m.len + 1 &&
			    strchr(" -_", typed.s[m.len]) &&
			    str_eq_nocase(str_upto(typed, m.len), m))
				return str_from(typed, m.len + 1);
		}
	}
	return typed;
}

struct str topic_short_name(const struct topic_catalogue *c,
			    const struct topic *t)
{
	return without_any_maker(c, str_of(t->name));
}

/* The capitals that its words begin with, "and" and the like left out. */
static void add_initials(struct strbuf *out, struct str name)
{
	bool begins = true;

	for (size_t i = 0; i < name.len; i++) {
		if (begins && name.s[i] >= 'A' && name.s[i] <= 'Z')
			strbuf_addch(out, name.s[i]);
		begins = name.s[i] == ' ' || name.s[i] == '-';
	}
}

/* Several of the same letter in a row are written as a number: "EC2", "S3". */
static void add_counted(struct strbuf *out, struct str initials)
{
	while (initials.len) {
		size_t n = 1;

		while (n < initials.len && initials.s[n] == initials.s[0])
			n++;
		strbuf_addch(out, initials.s[0]);
		if (n > 1)
			strbuf_addf(out, "%zu", n);
		initials = str_from(initials, n);
	}
}

/* Two letters are an abbreviation of too much. */
#define INITIALS_LEAST 3

static bool take_initials(struct strbuf *out, const struct topic_catalogue *c,
			  const struct topic *t, struct str name)
{
	AUTO(strbuf) initials = STRBUF_INIT;
	AUTO(strbuf) counted = STRBUF_INIT;

	add_initials(&initials, name);
	if (initials.len < INITIALS_LEAST)
		return false;
	if (topic_find(c, strbuf_slice(&initials)) == t) {
		strbuf_addslice(out, strbuf_slice(&initials));
		return true;
	}
	add_counted(&counted, strbuf_slice(&initials));
	if (topic_find(c, strbuf_slice(&counted)) != t)
		return false;
	strbuf_addslice(out, strbuf_slice(&counted));
	return true;
}

/* "Microsoft 365" is called by nothing else. */
static bool has_letter(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!(name.s[i] >= '0' && name.s[i] <= '9') &&
		    topic_word_byte(name.s[i]))
			return true;
	return false;
}

void topic_add_label(struct strbuf *out, const struct topic_catalogue *c,
		     const struct topic *t)
{
	struct str name = str_of(t->name), bare = topic_short_name(c, t);

	if (take_initials(out, c, t, bare) || take_initials(out, c, t, name))
		return;
	strbuf_addslice(out, has_letter(bare) && topic_find(c, bare) == t ?
				     bare : name);
}

static bool has_key(const struct topic_entry *e, const struct topic_key *key)
{
	return topic_key_is(&e->id_key, key) || topic_key_is(&e->name_key, key);
}

static const struct topic *find_exactly(const struct topic_catalogue *c,
					struct str typed)
{
	char text[TOPIC_KEY_MAX + 1];
	struct topic_key key = topic_key_of(typed, text);

	if (!*text)
		return NULL;
	for (size_t i = 0; i < c->count; i++)
		if (topic_key_is(&c->entries[i]->id_key, &key) &&
		    str_eq_nocase(typed, str_of(c->entries[i]->topic.id)))
			return catalogue_shown(c->entries[i]);
	for (size_t i = 0; i < c->count; i++)
		if (has_key(c->entries[i], &key))
			return catalogue_shown(c->entries[i]);
	return by_alias(c, text);
}

const struct topic *topic_find(const struct topic_catalogue *c,
			       struct str typed)
{
	const struct topic *t;

	typed = str_trim(typed);
	t = find_exactly(c, typed);
	if (!t)
		t = find_exactly(c, without_any_maker(c, typed));
	if (!t && typed.len > 3 && str_ends(typed, "s"))
		t = find_exactly(c, str_upto(typed, typed.len - 1));
	return t;
}

/* The topic has no alias of this key but one. */
static bool is_slip(const struct topic_catalogue *c, struct str typed,
		    const struct topic *of)
{
	char text[TOPIC_KEY_MAX + 1];
	bool slip = false;

	topic_squeeze(typed, text, NULL);
	for (size_t i = 0; i < c->naliases; i++) {
		const struct topic_alias *a = &c->aliases[i];

		if (a->kind != ALIAS_TOPIC ||
		    catalogue_shown(c->entries[a->of]) != of ||
		    strcmp(catalogue_key(c, i), text))
			continue;
		if (!a->slip)
			return false;
		slip = true;
	}
	return slip;
}

bool topic_is_misspelt(const struct topic_catalogue *c, struct str typed)
{
	const struct topic *t = topic_find(c, typed);
	struct topic_key key;
	char text[TOPIC_KEY_MAX + 1];

	typed = without_any_maker(c, str_trim(typed));
	key = topic_key_of(typed, text);
	for (size_t i = 0; t && i < c->count; i++)
		if (catalogue_shown(c->entries[i]) == t &&
		    has_key(c->entries[i], &key))
			return false;
	return t && is_slip(c, typed, t);
}

const struct topic *topic_find_changed(const struct topic_catalogue *c,
				       struct str typed, bool hidden)
{
	char text[TOPIC_KEY_MAX + 1];
	struct topic_key key = topic_key_of(typed, text);

	for (size_t i = 0; i < c->count; i++) {
		const struct topic_entry *e = c->entries[i];

		if ((hidden ? e->hidden : e->into != NULL) &&
		    has_key(e, &key))
			return &e->topic;
	}
	for (size_t i = 0; i < c->naliases; i++) {
		const struct topic_alias *a = &c->aliases[i];
		const struct topic_entry *e;

		if (a->kind != ALIAS_TOPIC || strcmp(catalogue_key(c, i), text))
			continue;
		e = c->entries[a->of];
		if (hidden ? e->hidden : e->into != NULL)
			return &e->topic;
	}
	return NULL;
}

/*
 * How far `key` is from what was typed; SPELLING_FAR: too far to be meant.
 * The beginning of a name is nearer than any slip.
 */
static size_t badness(const char *typed, const char *key)
{
	size_t len = strlen(typed);
	size_t slips;

	if (len >= 3 && !strncmp(typed, key, len))
		return key[len] ? 1 : 0;
	slips = spelling_near(str_of(typed), str_of(key));
	return slips == SPELLING_FAR ? SPELLING_FAR : 2 * slips;
}

/* The nearest so far, the best first. */
struct ranking {
	const struct topic **out;
	size_t score[16];
	size_t count, max;
};

static void ranking_drop(struct ranking *r, size_t at)
{
	r->count--;
	for (; at < r->count; at++) {
		r->out[at] = r->out[at + 1];
		r->score[at] = r->score[at + 1];
	}
}

static void ranking_add(struct ranking *r, const struct topic *t, size_t score)
{
	size_t at = 0;

	for (size_t i = 0; i < r->count; i++) {
		if (r->out[i] == t && r->score[i] <= score)
			return;
		if (r->out[i] == t)
			ranking_drop(r, i);
	}
	while (at < r->count && r->score[at] <= score)
		at++;
	if (at == r->max)
		return;
	if (r->count < r->max)
		r->count++;
	for (size_t i = r->count - 1; i > at; i--) {
		r->out[i] = r->out[i - 1];
		r->score[i] = r->score[i - 1];
	}
	r->out[at] = t;
	r->score[at] = score;
}

size_t topic_nearest(const struct topic_catalogue *c, struct str typed,
		     const struct topic **out, size_t max)
{
	struct ranking r = { .out = out, .max = max };
	char key[TOPIC_KEY_MAX + 1], id[TOPIC_KEY_MAX + 1];

	if (r.max > ARRAY_SIZE(r.score))
		r.max = ARRAY_SIZE(r.score);
	topic_squeeze(without_any_maker(c, str_trim(typed)), key, NULL);
	for (size_t i = 0; i < c->count; i++) {
		const struct topic *t = catalogue_shown(c->entries[i]);

		if (!t)
			continue;
		topic_squeeze(str_of(c->entries[i]->topic.id), id, NULL);
		if (badness(key, id) != SPELLING_FAR)
			ranking_add(&r, t, badness(key, id));
	}
	for (size_t i = 0; i < c->naliases; i++) {
		const struct topic_alias *a = &c->aliases[i];

		size_t bad = a->kind == ALIAS_TOPIC ?
				     badness(key, catalogue_key(c, i)) :
				     SPELLING_FAR;

		if (bad != SPELLING_FAR && catalogue_shown(c->entries[a->of]))
			ranking_add(&r, catalogue_shown(c->entries[a->of]),
				    bad);
	}
	return r.count;
}
