/* SPDX-License-Identifier: MIT */
/* Changing a journal: one batch, one commit. */
#include "core/journal_private.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/base/limits.h"
#include "core/base/path.h"

int journal_begin(struct journal *j, struct error *err)
{
	struct store *store;

	assert(!j->batch);
	if (journal_store(j, &store, err) ||
	    store_begin(&j->batch, store, err))
		return error_context(err, "cannot write to the journal '%s'",
				     j->root);
	/* What was read before the lock was ours may have changed. */
	j->index_is_true = j->index_was_true = j->index_meanwhile = false;
	j->written = NULL;
	j->written_elsewhere = false;
	return 0;
}

/* In which folder a batch writes, so that its files are found at once. */
static void note_written(struct journal *j, const char *path)
{
	const char *slash = strrchr(path, '/');
	struct str folder = { path, slash ? (size_t)(slash - path) : 0 };

	if (document_kind(str_of(path)) == DOCUMENT_OTHER)
		return;
	if (!j->written && !strstr(path, "/."))
		j->written = arena_str(&j->mem, folder).s;
	else if (!j->written || !str_is(folder, j->written))
		j->written_elsewhere = true;
}

int journal_put(struct journal *j, const char *path, struct str bytes,
		struct error *err)
{
	strset_put(&j->placed, str_of(path), 0);
	note_written(j, path);
	return store_put(j->batch, path, bytes, err);
}

int journal_remove(struct journal *j, const char *path, struct error *err)
{
	note_written(j, path);
	return store_remove(j->batch, path, err);
}

/* What a batch knows of the files, and nobody after it. */
static void forget_batch(struct journal *j)
{
	j->batch = NULL;
	strset_release(&j->placed);
	strbuf_release(&j->config.text);
	strbuf_release(&j->own_topics.text);
	j->config.edited = j->own_topics.edited = false;
}

int journal_commit(struct journal *j, const char *message,
		   struct store_report *report, struct error *err)
{
	const struct settings *set = journal_settings(j);
	struct store_author author = { set->author, set->email, j->now };
	struct store_batch *batch = j->batch;
	bool known = j->index_is_true && !j->written_elsewhere;

	j->index_is_true = j->index_meanwhile = false;
	if (j->config.edited)
		j->settings_read = false;
	if (j->own_topics.edited)
		journal_forget_topics(j);
	forget_batch(j);
	if (store_commit(batch, message, &author, report, err))
		return -1;
	j->index_was_true = known;
	j->behind |= report->behind;
	return 0;
}

bool journal_is_behind(const struct journal *j)
{
	return j->behind;
}

void journal_abandon(struct journal *j)
{
	if (j->batch)
		store_abandon(j->batch);
	forget_batch(j);
}

void journal_acknowledge(struct journal *j)
{
	if (j->store)
		store_acknowledge(j->store);
}

/* A file of settings as it is, unless the batch has changed it already. */
static int read_edited(struct journal *j, const struct edited_file *f,
		       const char *path, struct strbuf *out, struct error *err)
{
	struct error missing = ERROR_INIT;

	if (f->edited)
		strbuf_addslice(out, strbuf_slice(&f->text));
	else if (journal_read(j, path, out, &missing) &&
		 missing.kind != ERROR_NOT_FOUND) {
		*err = missing;
		return -1;
	}
	return 0;
}

static int edit(struct journal *j, struct edited_file *f, const char *path,
		const char *key, const char *value, bool add,
		struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct store *store;

	if (journal_store(j, &store, err) ||
	    read_edited(j, f, path, &text, err))
		return -1;
	strbuf_reset(&f->text);
	f->edited = true;
	if (store_config_edit(&f->text, store, strbuf_slice(&text), key, value,
			      add, err))
		return error_context(err, "cannot set '%s'", key);
	return journal_put(j, path, strbuf_slice(&f->text), err);
}

int journal_set_config(struct journal *j, const char *key, const char *value,
		       bool add, struct error *err)
{
	return edit(j, &j->config, CONFIG_FILE, key, value, add, err);
}

int journal_set_topic(struct journal *j, const char *id, const char *name,
		      const char *value, bool add, struct error *err)
{
	AUTO(strbuf) key = STRBUF_INIT;

	strbuf_addf(&key, "topic.%s.%s", id, name);
	return edit(j, &j->own_topics, TOPICS_FILE, key.buf, value, add, err);
}

static bool is_taken(struct journal *j, const char *path)
{
	struct stat st;

	return strset_has(&j->placed, str_of(path)) ||
	       !beneath_stat(&j->tree, path, &st);
}

/* The wanted id, or the first of "-2", "-3" … that is free.  `placed` keeps the
 * last number tried, so that a thousand of one name do not try a million. */
int journal_place_entry(struct journal *j, struct entry *e, struct arena *mem,
			const char **path, struct error *err)
{
	AUTO(strbuf) wanted = STRBUF_INIT;
	size_t number = 1;

	entry_add_wanted_id(&wanted, e);
	e->id = arena_strdup(mem, wanted.buf);
	if (strset_get(&j->placed, str_of(e->id), &number))
		number++;
	for (; number <= LIMIT_DAY_NUMBER; number++) {
		AUTO(strbuf) candidate = STRBUF_INIT;

		if (number > 1)
			e->id = arena_printf(mem, "%s-%zu", wanted.buf, number);
		entry_add_path(&candidate, e);
		if (is_taken(j, candidate.buf))
			continue;
		strset_put(&j->placed, str_of(wanted.buf), number);
		strset_put(&j->placed, strbuf_slice(&candidate), 0);
		*path = arena_strdup(mem, candidate.buf);
		return 0;
	}
	return error_set(err, ERROR_CONFLICT, "too many entries called '%s'",
			 wanted.buf);
}

int journal_place_entry_again(struct journal *j, struct entry *e,
			      struct arena *mem, const char **path,
			      struct error *err)
{
	AUTO(strbuf) candidate = STRBUF_INIT;
	struct str id = str_of(e->id);

	if (path_is_safe(id) && str_find(id, '/') == id.len &&
	    !strset_has(&j->placed, id)) {
		entry_add_path(&candidate, e);
		if (!is_taken(j, candidate.buf)) {
			strset_put(&j->placed, strbuf_slice(&candidate), 0);
			*path = arena_strdup(mem, candidate.buf);
			return 0;
		}
	}
	return journal_place_entry(j, e, mem, path, err);
}
