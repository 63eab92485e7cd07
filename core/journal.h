/* SPDX-License-Identifier: MIT */
#ifndef CORE_JOURNAL_H
#define CORE_JOURNAL_H

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/strbuf.h"
#include "core/index/index.h"
#include "core/model/settings.h"
#include "core/model/snapshot.h"
#include "core/model/topic.h"
#include "core/store/site.h"
#include "core/store/store.h"

/*
 * What the commands talk to: a store, the index over it and the settings,
 * opened when first needed and kept in step.
 */
struct journal;

/*
 * Which journal: `given` (-C), else `variable` ($HECTO_DIR), else the nearest
 * folder from `cwd` upwards that has .hecto/, else `home`/hecto.
 */
int journal_find(struct strbuf *out, const char *given, const char *variable,
		 const char *cwd, const char *home, struct error *err)
	MUST_CHECK;

/* Make a journal of a folder, which may be a git repository with files. */
int journal_init(const char *root, struct clock now,
		 struct store_report *report, struct error *err) MUST_CHECK;

/* `today`: DAY_NONE for the clock's day by the journal's rollover. */
int journal_open(struct journal **out, const char *root, struct clock now,
		 int today, struct error *err) MUST_CHECK;
void journal_close(struct journal *j);		/* NULL is fine */

/* Instead of that, by a process that ends: it gives back what others wait for,
 * and leaves the rest to the system, which is quicker.  NULL is fine. */
void journal_leave(struct journal *j);

const char *journal_root(const struct journal *j);
struct clock journal_now(const struct journal *j);

/* The day it is for this journal, and whether --today said so. */
int journal_today(struct journal *j);
bool journal_today_is_given(const struct journal *j);

/* The git folder, in whose hecto/ local files may be; NULL without one. */
const char *journal_git_dir(const struct journal *j);

/* Read when first asked for.  A value that makes no sense is a warning. */
const struct settings *journal_settings(struct journal *j);

/* What the settings were made of, in the order of .hecto/config. */
void journal_config(struct journal *j, const struct config_pair **out,
		    size_t *count);
struct topic_catalogue *journal_topics(struct journal *j);

/* The index, true to the files when this returns (once per process, and again
 * after each commit). */
int journal_index(struct journal *j, struct index **out, struct error *err)
	MUST_CHECK;

/*
 * The same for who asks the index one thing: the files are looked at while the
 * answer is found, and it is found again when something has changed.  Nothing
 * may be asked for that was made of journal_topics before it was true.
 */
int journal_index_meanwhile(struct journal *j, struct index **out,
			    struct error *err) MUST_CHECK;

/*
 * One of the two will be called, and nothing is written before: a watcher
 * (watcher.h) is asked now, and answers while the index is opened.
 */
void journal_foresee_index(struct journal *j);

/* How much is in the index, and how much there would be in a new one. */
int journal_compare_index(struct journal *j, struct index_counts *kept,
			  struct index_counts *fresh, struct error *err)
	MUST_CHECK;

/*
 * Watch the files, so that those who read need not look at them
 * (core/index/watch_server.h).  ERROR_USAGE: there is no git folder to meet in;
 * ERROR_CONFLICT: somebody else does.
 */
struct watch_server;
int journal_watch(struct journal *j, struct watch_server **out,
		  struct error *err) MUST_CHECK;

/* What a watcher does while nobody asks: the next one opens the index faster. */
void journal_tidy_index(struct journal *j);

/* What the watcher says, and its process id; false: there is none that answers
 * within a few seconds. */
struct watcher_answer;
bool journal_ask_watcher(struct journal *j, struct watcher_answer *out,
			 int *pid);

/*
 * The index leaves out what cannot be read, of which there is a warning.  For
 * who would make something whole of a part, that is a failure: ERROR_IO.
 */
int journal_must_be_whole(struct journal *j, struct error *err) MUST_CHECK;

/* The ids of the topics that the user has hidden, or merged into another. */
void journal_changed_topics(struct journal *j, bool hidden, struct arena *mem,
			    const char *const **out, size_t *count);

/* A file of the journal, whole; `path` relative to its root. */
int journal_read(struct journal *j, const char *path, struct strbuf *out,
		 struct error *err) MUST_CHECK;

/*
 * Writing: begin takes the lock, put and remove collect, commit makes one
 * commit of it and brings the index after.  What begin..commit reads with
 * journal_read cannot be changed by another hecto meanwhile.
 */
int journal_begin(struct journal *j, struct error *err) MUST_CHECK;
int journal_put(struct journal *j, const char *path, struct str bytes,
		struct error *err) MUST_CHECK;
int journal_remove(struct journal *j, const char *path, struct error *err)
	MUST_CHECK;
int journal_commit(struct journal *j, const char *message,
		   struct store_report *report, struct error *err) MUST_CHECK;
void journal_abandon(struct journal *j);	/* without begin: nothing */

/* Could a file of what was committed not be written?  The report has warned of
 * it, and nobody finds the text before the next batch. */
bool journal_is_behind(const struct journal *j);

/* What was committed has been told to the user; before that, dying leaves the
 * telling to the next run that writes. */
void journal_acknowledge(struct journal *j);

/* Change one setting in .hecto/config, within begin … commit; any number. */
int journal_set_config(struct journal *j, const char *key, const char *value,
		       bool add, struct error *err) MUST_CHECK;

/* The same for a setting of a topic in .hecto/topics (hecto-journal(5)): name,
 * parent, alias, hidden, into. */
int journal_set_topic(struct journal *j, const char *id, const char *name,
		      const char *value, bool add, struct error *err)
	MUST_CHECK;

/* Find a place for an entry: its id and path, free in the journal and in the
 * batch; both in `mem`. */
int journal_place_entry(struct journal *j, struct entry *e, struct arena *mem,
			const char **path, struct error *err) MUST_CHECK;

/* The same for an entry that had an id in another journal: it keeps that where
 * it is free and can be one. */
int journal_place_entry_again(struct journal *j, struct entry *e,
			      struct arena *mem, const char **path,
			      struct error *err) MUST_CHECK;

/*
 * The frame of an imported log: what stands before its first entry, and the
 * ids of its entries in the order of the log.  It is kept under .hecto/logs/,
 * so that `export 100days` can give back the very file that came in.
 */
struct journal_log {
	const char *name;	/* "log.md" */
	struct str preamble;	/* byte for byte */
	const char *const *ids;
	size_t nids;
};

/* Every log, by name; all in `mem`. */
int journal_logs(struct journal *j, struct arena *mem, struct journal_log **out,
		 size_t *count, struct error *err) MUST_CHECK;

/* Write a log's frame, within begin … commit. */
int journal_put_log(struct journal *j, const struct journal_log *log,
		    struct error *err) MUST_CHECK;

/* The streak as of today, with the days it is made of. */
int journal_streak(struct journal *j, struct arena *mem, struct streak *out,
		   struct studied_day **days, size_t *count, struct error *err)
	MUST_CHECK;

/*
 * Everything, for exporters: with the texts of the entries and the logs, or with
 * a source that gives the topics, and each text and its passages, when they are
 * wanted.  It may use `j`, `out` and `mem` as long as `mem` lives.
 */
int journal_snapshot(struct journal *j, struct arena *mem, bool texts,
		     struct snapshot *out, struct error *err) MUST_CHECK;

/* Add to it the exams with their topics, and what is open in plans, notes and
 * entries.  Nothing of that is of this machine: the same journal gives the same. */
int journal_snapshot_study(struct journal *j, struct arena *mem,
			   struct snapshot *s, struct error *err) MUST_CHECK;

/* What a snapshot would be made of: while it is the same, so is the snapshot,
 * but for `now`. */
int journal_digest(struct journal *j, struct sha256_hex *out,
		   struct error *err) MUST_CHECK;

/* What to call when another process, which writes the index, keeps us waiting
 * for longer than half a second; before the index is first asked for. */
void journal_on_wait(struct journal *j, void (*tell)(void *arg), void *arg);

/* Complaints that are no failures (a setting that makes no sense, a file that
 * could not be read as what it is), a line each, in the order they came up. */
size_t journal_warnings(struct journal *j, const char *const **out);

/* Those of the user's own topics, without the name of their file; in `mem`. */
size_t journal_topic_complaints(struct journal *j, struct arena *mem,
				const char *const **out);

/* The site as a commit, and its way to a remote (core/store/site.h); author and
 * time are the journal's. */
int journal_site_commit(struct journal *j, const struct site_files *files,
			site_difference *visit, void *arg,
			struct site_commit *out, struct error *err) MUST_CHECK;
int journal_site_push(struct journal *j, const struct site_push *push,
		      bool *pushed, struct error *err) MUST_CHECK;
int journal_remote_address(struct journal *j, const char *remote,
			   struct strbuf *out, struct error *err) MUST_CHECK;

#endif
