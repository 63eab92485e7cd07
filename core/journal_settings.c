/* SPDX-License-Identifier: MIT */
/* The settings of a journal, without libgit2 where they are known. */
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

static bool parse_pairs(struct journal *j, const char *file,
			struct pair_list *list)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct error err = ERROR_INIT;

	if (!journal_read(j, file, &text, &err) &&
	    !store_config_each(strbuf_slice(&text), add_pair, list, &err))
		return true;
	journal_warn(j, "cannot read '%s': %s", file, err.text);
	return false;
}

bool journal_read_pairs(struct journal *j, const char *file,
			struct config_pair **pairs, size_t *count)
{
	struct pair_list list = { .mem = &j->mem };
	struct index_file_state state;
	struct error err = ERROR_INIT;
	struct index *ix = NULL;
	bool is_read;

	*pairs = NULL;
	*count = 0;
	file_state(j, file, &state);
	if (state.size < 0)
		return true;
	if (!journal_raw_index(j, &ix, &err) &&
	    index_get_pairs(ix, file, &state, &j->mem, pairs, count))
		return true;
	is_read = parse_pairs(j, file, &list);
	if (list.count) {
		*pairs = arena_alloc(&j->mem, list.count * sizeof(**pairs));
		memcpy(*pairs, list.pairs, list.count * sizeof(**pairs));
		*count = list.count;
	}
	free(list.pairs);
	if (ix && is_settled(&state) && !j->nwarnings &&
	    index_put_pairs(ix, file, &state, *pairs, *count, &err))
		journal_warn(j, "%s", err.text);
	return is_read;
}

const struct settings *journal_settings(struct journal *j)
{
	struct error err = ERROR_INIT;
	bool is_read;

	if (j->settings_read)
		return &j->settings;
	j->settings_read = true;
	is_read = journal_read_pairs(j, CONFIG_FILE, &j->config_pairs,
				     &j->nconfig_pairs);
	if (settings_read(&j->settings, j->config_pairs, j->nconfig_pairs,
			  &j->mem, &err))
		journal_warn(j, "in '%s': %s", CONFIG_FILE, err.text);
	if (!is_read)
		j->settings.publish_refused = CONFIG_FILE;
	return &j->settings;
}

void journal_config(struct journal *j, const struct config_pair **out,
		    size_t *count)
{
	journal_settings(j);
	*out = j->config_pairs;
	*count = j->nconfig_pairs;
}
