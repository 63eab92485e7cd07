/* SPDX-License-Identifier: MIT */
/* Opening a journal, its store and its index, each when first needed. */
#include "core/journal_private.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/index/watcher.h"

int journal_open(struct journal **out, const char *root, struct clock now,
		 int today, struct error *err)
{
	AUTO(strbuf) git_dir = STRBUF_INIT;
	struct error no_git = ERROR_INIT;
	struct journal *j = xcalloc(1, sizeof(*j));

	*j = (struct journal){
		.root = xstrdup(root),
		.tree = BENEATH_INIT,
		.config = { .text = STRBUF_INIT },
		.own_topics = { .text = STRBUF_INIT },
		.question = -1,
		.now = now,
		.today = today,
		.today_given = today != DAY_NONE,
	};
	if (beneath_open(&j->tree, root, err)) {
		journal_close(j);
		return -1;
	}
	if (!journal_find_git_dir(&git_dir, root, &no_git))
		j->git_dir = strbuf_detach(&git_dir);
	*out = j;
	return 0;
}

static void leave_store(struct journal *j)
{
	journal_abandon(j);
	if (j->store)
		store_close(j->store);
	j->store = NULL;
}

void journal_leave(struct journal *j)
{
	if (!j)
		return;
	leave_store(j);
	if (j->index)
		index_leave(j->index);
}

void journal_close(struct journal *j)
{
	if (!j)
		return;
	leave_store(j);
	if (j->question >= 0)
		close(j->question);
	if (j->index)
		index_close(j->index);
	topic_catalogue_free(j->topics);
	for (size_t i = 0; i < j->nformer; i++)
		topic_catalogue_free(j->former[i]);
	free(j->former);
	strset_release(&j->placed);
	strbuf_release(&j->config.text);
	strbuf_release(&j->own_topics.text);
	beneath_release(&j->tree);
	arena_release(&j->mem);
	free(j->warnings);
	free(j->topics_key);
	free(j->git_dir);
	free(j->root);
	free(j);
}

const char *journal_root(const struct journal *j)
{
	return j->root;
}

const char *journal_git_dir(const struct journal *j)
{
	return j->git_dir;
}

struct clock journal_now(const struct journal *j)
{
	return j->now;
}

bool journal_today_is_given(const struct journal *j)
{
	return j->today_given;
}

int journal_today(struct journal *j)
{
	if (j->today == DAY_NONE)
		j->today = clock_day(j->now, journal_settings(j)->rollover);
	return j->today;
}

void journal_warn(struct journal *j, const char *fmt, ...)
{
	char line[1024];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	/* The name of a file may have more than one line; a complaint has not. */
	for (char *p = line; *p; p++)
		if (*p == '\n')
			*p = ' ';
	/* What is read again is no further complaint. */
	for (size_t i = 0; i < j->nwarnings; i++)
		if (str_is(str_of(line), j->warnings[i]))
			return;
	XGROW(j->warnings, j->nwarnings, j->warnings_cap);
	j->warnings[j->nwarnings++] = arena_strdup(&j->mem, line);
}

/* Where files are looked at while an answer is found, that is known behind it. */
static void warn_of_unread(struct journal *j)
{
	const struct unread_list *unread;

	if (!j->index || j->unread_told)
		return;
	unread = index_unread(j->index);
	for (size_t i = 0; i < unread->count; i++)
		journal_warn(j, "%s; what is in it is left out",
			     unread->items[i].text);
}

size_t journal_warnings(struct journal *j, const char *const **out)
{
	warn_of_unread(j);
	*out = j->warnings;
	return j->nwarnings;
}

int journal_store(struct journal *j, struct store **out, struct error *err)
{
	AUTO(strbuf) git_dir = STRBUF_INIT;

	if (!j->git_dir) {
		if (journal_find_git_dir(&git_dir, j->root, err))
			return -1;
		j->git_dir = strbuf_detach(&git_dir);
	}
	if (!j->store && store_open(&j->store, j->root, j->git_dir, err))
		return -1;
	*out = j->store;
	return 0;
}

bool journal_index_path(struct journal *j, struct strbuf *out)
{
	if (!j->git_dir)
		return false;
	strbuf_addstr(out, j->git_dir);
	path_join(out, "hecto");
	if (mkdir(out->buf, 0700) && errno != EEXIST)
		return false;
	path_join(out, "index.db");
	return true;
}

void journal_on_wait(struct journal *j, void (*tell)(void *arg), void *arg)
{
	j->tell_waiting = tell;
	j->tell_arg = arg;
}

int journal_raw_index(struct journal *j, struct index **out, struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;

	if (!j->index &&
	    index_open_and_tell(&j->index,
				journal_index_path(j, &path) ? path.buf : NULL,
				j->tell_waiting, j->tell_arg, err))
		return -1;
	*out = j->index;
	return 0;
}

static struct topic_catalogue *catalogue_for_index(void *arg)
{
	return journal_known_topics(arg);
}

/* Names that have become others are another catalogue. */
static void names_for_index(void *arg, struct str names)
{
	struct journal *j = arg;

	if (j->derived && str_is(names, j->derived))
		return;
	journal_retire_topics(j);
	j->derived = arena_str(&j->mem, names).s;
}

static struct index_source source_of(struct journal *j)
{
	return (struct index_source){
		.root = j->root,
		.catalogue = catalogue_for_index,
		.derived = names_for_index,
		.arg = j,
		.catalogue_key = journal_topics_key(j),
	};
}

void journal_foresee_index(struct journal *j)
{
	AUTO(strbuf) path = STRBUF_INIT;

	if (j->question < 0 && !j->index && journal_index_path(j, &path))
		j->question = watcher_ask(path.buf);
}

static void hand_over_question(struct journal *j)
{
	if (j->question >= 0)
		index_was_asked(j->index, j->question);
	j->question = -1;
}

/* What was looked at meanwhile is known now, or has to be waited for. */
static int settle_index(struct journal *j, struct error *err)
{
	j->index_meanwhile = false;
	if (index_settle(j->index, err))
		return -1;
	j->index_is_true = true;
	return 0;
}

int journal_index(struct journal *j, struct index **out, struct error *err)
{
	struct index_source source;
	struct index_refreshed report;

	if (journal_raw_index(j, out, err))
		return -1;
	if (j->index_is_true)
		return 0;
	if (j->index_meanwhile)
		return settle_index(j, err);
	source = source_of(j);
	source.only = j->index_was_true ? j->written : NULL;
	hand_over_question(j);
	j->index_was_true = false;
	if (index_refresh(*out, &source, &report, err))
		return -1;
	j->index_is_true = true;
	return 0;
}

int journal_index_meanwhile(struct journal *j, struct index **out,
			    struct error *err)
{
	struct index_source source;

	if (j->index_is_true || j->index_was_true || j->index_meanwhile)
		return journal_index(j, out, err);
	if (journal_raw_index(j, out, err))
		return -1;
	source = source_of(j);
	hand_over_question(j);
	if (index_refresh_meanwhile(*out, &source, err))
		return -1;
	j->index_meanwhile = true;
	return 0;
}

int journal_compare_index(struct journal *j, struct index_counts *kept,
			  struct index_counts *fresh, struct error *err)
{
	struct index_source source = source_of(j);
	struct index_refreshed report;
	struct index *ix, *new = NULL;
	int rc;

	if (journal_index(j, &ix, err) || index_count(ix, kept, err) ||
	    index_open(&new, NULL, err))
		return -1;
	rc = index_refresh(new, &source, &report, err) ||
	     index_count(new, fresh, err);
	index_close(new);
	return rc ? -1 : 0;
}

int journal_must_be_whole(struct journal *j, struct error *err)
{
	const struct unread_list *unread;
	struct index *ix;

	if (journal_index(j, &ix, err))
		return -1;
	unread = index_unread(ix);
	if (!unread->count)
		return 0;
	j->unread_told = true;
	return error_set(err, ERROR_IO, "%s; what is in it would be missing, "
			 "so give yourself leave to read it, or move it out of "
			 "the journal", unread->items[0].text);
}

int journal_read(struct journal *j, const char *path, struct strbuf *out,
		 struct error *err)
{
	return beneath_read(&j->tree, path, LIMIT_FILE, out, err);
}

int journal_streak(struct journal *j, struct arena *mem, struct streak *out,
		   struct studied_day **days, size_t *count, struct error *err)
{
	const struct settings *set = journal_settings(j);
	struct index *ix;

	if (journal_index_meanwhile(j, &ix, err) ||
	    index_days(ix, set->rollover, set->min_minutes, mem, days, count,
		       err))
		return -1;
	streak_compute(out, *days, *count, journal_today(j), &set->streak);
	return 0;
}
