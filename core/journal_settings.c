/* SPDX-License-Identifier: MIT */
/* The settings and topics of a journal, without libgit2 where they are known. */
#include "core/journal_private.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "core/base/path.h"

struct pair_list {
	struct arena *mem;
	struct config_pair *pairs;
	size_t count, cap;
};

static int add_pair(void *arg, const char *key, const char *value,
		    struct error *err UNUSED)
{
	struct pair_list *list = arg;

	XGROW(list->pairs, list->count, list->cap);
	list->pairs[list->count++] = (struct config_pair){
		arena_strdup(list->mem, key),
		arena_strdup(list->mem, value ? value : ""),
	};
	return 0;
}

static void file_state(struct journal *j, const char *file,
		       struct index_file_state *state)
{
	struct stat st;

	*state = (struct index_file_state){ .size = -1 };
	if (beneath_stat(&j->tree, file, &st))
		return;
	*state = (struct index_file_state){
		.size = st.st_size,
		.mtime_ns = (int64_t)st.st_mtim.tv_sec * 1000000000 +
			    st.st_mtim.tv_nsec,
		.ctime_ns = (int64_t)st.st_ctim.tv_sec * 1000000000 +
			    st.st_ctim.tv_nsec,
		.inode = (int64_t)st.st_ino,
	};
}

/* A file that changed within this second could change again without another
 * time stamp: it is not remembered yet. */
static bool is_settled(const struct index_file_state *state)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return state->ctime_ns / 1000000000 + 1 < now.tv_sec;
}

static void parse_pairs(struct journal *j, const char *file,
			struct pair_list *list)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct error err = ERROR_INIT;

	if (journal_read(j, file, &text, &err) ||
	    store_config_each(strbuf_slice(&text), add_pair, list, &err))
		journal_warn(j, "cannot read '%s': %s", file, err.text);
}

/*
 * The pairs of a file, from the index where that has seen the file in its
 * present state, else by libgit2.
 */
static void read_pairs(struct journal *j, const char *file,
		       struct config_pair **pairs, size_t *count)
{
	struct pair_list list = { .mem = &j->mem };
	struct index_file_state state;
	struct error err = ERROR_INIT;
	struct index *ix = NULL;

	*pairs = NULL;
	*count = 0;
	file_state(j, file, &state);
	if (state.size < 0)
		return;
	if (!journal_raw_index(j, &ix, &err) &&
	    index_get_pairs(ix, file, &state, &j->mem, pairs, count))
		return;
	parse_pairs(j, file, &list);
	if (list.count) {
		*pairs = arena_alloc(&j->mem, list.count * sizeof(**pairs));
		memcpy(*pairs, list.pairs, list.count * sizeof(**pairs));
		*count = list.count;
	}
	free(list.pairs);
	if (ix && is_settled(&state) && !j->nwarnings &&
	    index_put_pairs(ix, file, &state, *pairs, *count, &err))
		journal_warn(j, "%s", err.text);
}

const struct settings *journal_settings(struct journal *j)
{
	struct error err = ERROR_INIT;

	if (j->settings_read)
		return &j->settings;
	j->settings_read = true;
	read_pairs(j, CONFIG_FILE, &j->config_pairs, &j->nconfig_pairs);
	if (settings_read(&j->settings, j->config_pairs, j->nconfig_pairs,
			  &j->mem, &err))
		journal_warn(j, "in '%s': %s", CONFIG_FILE, err.text);
	return &j->settings;
}

void journal_config(struct journal *j, const struct config_pair **out,
		    size_t *count)
{
	journal_settings(j);
	*out = j->config_pairs;
	*count = j->nconfig_pairs;
}

/* What tells one catalogue from another: the built-in one's version and the
 * user's own topics. */
const char *journal_topics_key(struct journal *j)
{
	AUTO(strbuf) key = STRBUF_INIT;

	if (j->topics_key)
		return j->topics_key;
	read_pairs(j, TOPICS_FILE, &j->topic_pairs, &j->ntopic_pairs);
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

static void add_user_topic(struct journal *j, const struct user_topics *u,
			   struct str topic, size_t first)
{
	const char *title = NULL, *parent = NULL;
	const char **aliases = arena_alloc(&j->mem, count_pairs(u, first) *
							    sizeof(*aliases));
	size_t naliases = 0;

	for (size_t at = first; at; at = u->next[at - 1]) {
		const struct config_pair *pair = &j->topic_pairs[at - 1];
		struct str name = str_from(path_suffix(str_of(pair->key)), 1);

		if (str_is(name, "name"))
			title = pair->value;
		else if (str_is(name, "parent"))
			parent = pair->value;
		else if (str_is(name, "alias"))
			aliases[naliases++] = pair->value;
		else
			journal_warn(j, "in '%s': a topic has no '%.*s'; it has "
				     "name, parent and alias", TOPICS_FILE,
				     (int)name.len, name.s);
	}
	topic_catalogue_add(j->topics, arena_str(&j->mem, topic).s, title,
			    parent, aliases, naliases);
}

static void add_user_topics(struct journal *j)
{
	AUTO(user_topics) u = { .first = STRSET_INIT };

	gather_topics(j, &u);
	for (size_t i = 0; i < j->ntopic_pairs; i++) {
		struct str id, name;
		size_t first = 0;

		if (!split_topic_key(j->topic_pairs[i].key, &id, &name))
			journal_warn(j, "in '%s': '%s' is no setting of a topic",
				     TOPICS_FILE, j->topic_pairs[i].key);
		else if (strset_get(&u.first, id, &first) && first == i + 1)
			add_user_topic(j, &u, id, first);
	}
}

struct topic_catalogue *journal_topics(struct journal *j)
{
	if (j->topics)
		return j->topics;
	journal_topics_key(j);
	j->topics = topic_catalogue_new();
	add_user_topics(j);
	return j->topics;
}
