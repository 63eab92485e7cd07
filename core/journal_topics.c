/* SPDX-License-Identifier: MIT */
/* The catalogue of a journal: the built-in topics and those of .hecto/topics. */
#include "core/journal_private.h"

#include <stdlib.h>

#include "core/base/attributes.h"
#include "core/base/path.h"

#define COMPLAINT "in '%s': "	/* of the file that follows */

/* What tells one catalogue from another: the built-in one's version and the
 * user's own topics. */
const char *journal_topics_key(struct journal *j)
{
	AUTO(strbuf) key = STRBUF_INIT;

	if (j->topics_key)
		return j->topics_key;
	journal_read_pairs(j, TOPICS_FILE, &j->topic_pairs, &j->ntopic_pairs);
	strbuf_addstr(&key, HECTO_CATALOGUE_VERSION);
	for (size_t i = 0; i < j->ntopic_pairs; i++)
		strbuf_addf(&key, "\n%s\n%s", j->topic_pairs[i].key,
			    j->topic_pairs[i].value);
	j->topics_key = strbuf_detach(&key);
	return j->topics_key;
}

/* "topic.ID.name" -> ID, name; false for any other key. */
static bool split_topic_key(const char *key, struct str *id, struct str *name)
{
	struct str s = str_of(key);

	if (!str_starts(s, "topic."))
		return false;
	s = str_from(s, 6);
	*name = path_suffix(s);
	if (name->len < 2)
		return false;
	*id = str_upto(s, s.len - name->len);
	*name = str_from(*name, 1);
	return id->len > 0;
}

/* The pairs of one topic, wherever they stand: the first, and behind each the
 * next; numbers are indexes plus one, and 0 is the end. */
struct user_topics {
	struct strset first;
	size_t *next;
};

static void user_topics_release(struct user_topics *u)
{
	strset_release(&u->first);
	free(u->next);
}

static void gather_topics(struct journal *j, struct user_topics *u)
{
	u->next = xcalloc(j->ntopic_pairs, sizeof(*u->next));
	for (size_t i = j->ntopic_pairs; i-- > 0;) {
		struct str id, name;

		if (!split_topic_key(j->topic_pairs[i].key, &id, &name))
			continue;
		strset_get(&u->first, id, &u->next[i]);
		strset_put(&u->first, id, i + 1);
	}
}

static size_t count_pairs(const struct user_topics *u, size_t first)
{
	size_t count = 0;

	for (size_t at = first; at; at = u->next[at - 1])
		count++;
	return count;
}

/* What one topic is told to be. */
struct user_topic {
	const char *title, *parent, *into;
	const char **aliases;
	size_t naliases;
	bool hidden;
};

/* As git reads it. */
static bool read_hidden(struct journal *j, const struct config_pair *pair)
{
	static const struct {
		const char *name;
		bool means;
	} words[] = {
		{ "true", true }, { "yes", true }, { "on", true },
		{ "1", true }, { "false", false }, { "no", false },
		{ "off", false }, { "0", false },
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_eq_nocase(str_of(pair->value), str_of(words[i].name)))
			return words[i].means;
	journal_warn(j, COMPLAINT "'%s' is true or false, not '%s'",
		     TOPICS_FILE, pair->key, pair->value);
	return false;
}

static void read_user_topic(struct journal *j, const struct user_topics *u,
			    size_t first, struct user_topic *out)
{
	*out = (struct user_topic){
		.aliases = arena_alloc(&j->mem, count_pairs(u, first) *
							sizeof(*out->aliases)),
	};

	for (size_t at = first; at; at = u->next[at - 1]) {
		const struct config_pair *pair = &j->topic_pairs[at - 1];
		struct str name = str_from(path_suffix(str_of(pair->key)), 1);

		if (str_is(name, "name"))
			out->title = pair->value;
		else if (str_is(name, "parent"))
			out->parent = pair->value;
		else if (str_is(name, "alias"))
			out->aliases[out->naliases++] = pair->value;
		else if (str_is(name, "into"))
			out->into = pair->value;
		else if (str_is(name, "hidden"))
			out->hidden = read_hidden(j, pair);
		else
			journal_warn(j, COMPLAINT "a topic has no '%.*s'; it has "
				     "name, parent, alias, into and hidden",
				     TOPICS_FILE, (int)name.len, name.s);
	}
}

/* A topic that is only hidden or merged has been there before. */
static void add_user_topic(struct journal *j, const struct user_topics *u,
			   struct str topic, size_t first, void *arg UNUSED)
{
	const char *id = arena_str(&j->mem, topic).s;
	struct user_topic t;

	read_user_topic(j, u, first, &t);
	if (t.title || t.parent || t.naliases || !(t.hidden || t.into))
		topic_catalogue_add(j->topics, id, t.title, t.parent, t.aliases,
				    t.naliases);
}

/* When all are there: hide what is to be, and merge. */
static void change_user_topic(struct journal *j, const struct user_topics *u,
			      struct str topic, size_t first, void *arg UNUSED)
{
	const char *id = arena_str(&j->mem, topic).s;
	struct user_topic t;

	read_user_topic(j, u, first, &t);
	if (t.hidden)
		topic_catalogue_hide(j->topics, id);
	if (t.into && !topic_catalogue_merge(j->topics, id, t.into))
		journal_warn(j, COMPLAINT "cannot merge '%s' into '%s'",
			     TOPICS_FILE, id, t.into);
}

/* When all are merged, for that may join two families. */
static void cut_cycle(struct journal *j, const struct user_topics *u UNUSED,
		      struct str topic, size_t first UNUSED,
		      void *arg UNUSED)
{
	const char *id = arena_str(&j->mem, topic).s;
	const char *parent = topic_catalogue_cut_cycle(j->topics, id);

	if (parent)
		journal_warn(j, COMPLAINT "'%s' cannot belong to '%s', which "
			     "belongs to it", TOPICS_FILE, id, parent);
}

typedef void user_topic_visit(struct journal *j, const struct user_topics *u,
			      struct str topic, size_t first, void *arg);

static void each_user_topic(struct journal *j, const struct user_topics *u,
			    user_topic_visit *visit, void *arg)
{
	for (size_t i = 0; i < j->ntopic_pairs; i++) {
		struct str id, name;
		size_t first = 0;

		if (!split_topic_key(j->topic_pairs[i].key, &id, &name))
			journal_warn(j, COMPLAINT "'%s' is no setting of a topic",
				     TOPICS_FILE, j->topic_pairs[i].key);
		else if (strset_get(&u->first, id, &first) && first == i + 1)
			visit(j, u, id, first, arg);
	}
}

struct changed_topics {
	bool hidden;		/* or merged */
	struct arena *mem;
	const char **ids;
	size_t count;
};

static void note_changed(struct journal *j, const struct user_topics *u,
			 struct str topic, size_t first, void *arg)
{
	struct changed_topics *c = arg;
	struct user_topic t;

	read_user_topic(j, u, first, &t);
	if (c->hidden ? t.hidden : t.into != NULL)
		c->ids[c->count++] = arena_str(c->mem, topic).s;
}

void journal_changed_topics(struct journal *j, bool hidden, struct arena *mem,
			    const char *const **out, size_t *count)
{
	AUTO(user_topics) u = { .first = STRSET_INIT };
	struct changed_topics c = { .hidden = hidden, .mem = mem };

	journal_topics_key(j);
	gather_topics(j, &u);
	c.ids = arena_alloc(mem, (j->ntopic_pairs + 1) * sizeof(*c.ids));
	each_user_topic(j, &u, note_changed, &c);
	*out = c.ids;
	*count = c.count;
}

/* Names that the documents give, unless the catalogue knows them. */
static void add_derived_topics(struct journal *j)
{
	struct str rest = str_of(j->derived), name;
	struct error ignored = ERROR_INIT;
	struct index *ix;

	if (!j->derived && !journal_raw_index(j, &ix, &ignored))
		rest = index_derived(ix, &j->mem);
	while ((name = str_next_line(&rest)).s)
		topic_catalogue_derive(j->topics, name);
}

struct topic_catalogue *journal_known_topics(struct journal *j)
{
	AUTO(user_topics) u = { .first = STRSET_INIT };

	if (j->topics)
		return j->topics;
	journal_topics_key(j);
	j->topics = topic_catalogue_new();
	gather_topics(j, &u);
	each_user_topic(j, &u, add_user_topic, NULL);
	add_derived_topics(j);
	each_user_topic(j, &u, change_user_topic, NULL);
	each_user_topic(j, &u, cut_cycle, NULL);
	return j->topics;
}

/* What the documents name is known when the index is true. */
struct topic_catalogue *journal_topics(struct journal *j)
{
	struct error ignored = ERROR_INIT;
	struct index *ix;

	if (!j->index_is_true && !j->batch)
		(void)!journal_index(j, &ix, &ignored);
	return journal_known_topics(j);
}

size_t journal_topic_complaints(struct journal *j, struct arena *mem,
				const char *const **out)
{
	AUTO(strbuf) front = STRBUF_INIT;
	const char **found = arena_alloc(mem, (j->nwarnings + 1) *
						      sizeof(*found));
	size_t count = 0;

	strbuf_addf(&front, COMPLAINT, TOPICS_FILE);
	for (size_t i = 0; i < j->nwarnings; i++)
		if (str_starts(str_of(j->warnings[i]), front.buf))
			found[count++] = j->warnings[i] + front.len;
	*out = found;
	return count;
}

void journal_retire_topics(struct journal *j)
{
	if (j->topics) {
		XGROW(j->former, j->nformer, j->former_cap);
		j->former[j->nformer++] = j->topics;
	}
	j->topics = NULL;
}

void journal_forget_topics(struct journal *j)
{
	journal_retire_topics(j);
	free(j->topics_key);
	j->topics_key = NULL;
}
