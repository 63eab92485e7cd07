/* SPDX-License-Identifier: MIT */
#ifndef CORE_STORE_STORE_H
#define CORE_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * The git repository that a journal is, for writing, and the files in
 * git-config syntax.  Reading files needs no store: they are in the work tree.
 *
 * libgit2 takes several milliseconds to load, which no reading command should
 * pay.  So the store is a module, hecto-store.so beside the program or in its
 * library folder, loaded by the first store_open; only core/store/git_*.c
 * includes <git2.h>.
 *
 * The protocol of a write, and why each step is there: store.h's page in
 * HACKING.md, "Writing" (lock, intent, objects, compare-and-swap of the
 * branch, read back, work tree, git's index).
 */
struct store;

/* Make `root` a repository, or adopt the one that it is. */
int store_init(const char *root, struct error *err) MUST_CHECK;

/*
 * Open the repository whose top folder is `root`.  `git_dir` is its git
 * folder.  Refuses what it cannot write safely (bare, detached HEAD, SHA-256,
 * foreign owner, a merge under way) with a message that names the way out.
 */
int store_open(struct store **out, const char *root, const char *git_dir,
	       struct error *err) MUST_CHECK;
void store_close(struct store *s);

/* Writes that become one commit, or nothing at all. */
struct store_batch;

/*
 * Take the writers' lock (waiting for another hecto that writes) and finish or
 * undo what an interrupted run left; where a file of that still cannot be
 * written, this fails, for who came next would not know of it.  What is read from the work tree from
 * here on stays as it is until the commit, as far as hecto goes.
 */
int store_begin(struct store_batch **out, struct store *s, struct error *err)
	MUST_CHECK;

/* A file's new bytes, or its removal; copied.  `path` must be path_is_safe. */
int store_put(struct store_batch *b, const char *path, struct str bytes,
	      struct error *err) MUST_CHECK;
int store_remove(struct store_batch *b, const char *path, struct error *err)
	MUST_CHECK;

struct store_author {
	const char *name, *email;	/* NULL: git's own settings, else "hecto" */
	struct clock when;
};

/*
 * What a commit has to tell.  Strings live until store_commit is called again
 * or the store is closed.
 */
struct store_report {
	bool changed;		/* false: everything was as asked already */
	char commit[65];	/* its id in hex */
	const char *const *saved_first;	/* edits by hand, committed before ours */
	size_t nsaved_first;
	const char *const *recovered;	/* saved by a run that was interrupted */
	size_t nrecovered;
	const char *const *warnings;	/* done, but … */
	size_t nwarnings;
	bool behind;			/* a file could not be written, which
					   one of them says; it is done first
					   by the next batch */
};

/*
 * Commit, durably: when it has returned 0 the change survives kill -9 and a
 * power cut.  Files that were edited by hand and not committed are committed
 * first, as their own commit, so that no text is lost.  Ends the batch.
 */
int store_commit(struct store_batch *b, const char *message,
		 const struct store_author *author, struct store_report *report,
		 struct error *err) MUST_CHECK;
void store_abandon(struct store_batch *b);	/* NULL is fine */

/*
 * The user has been told what the report says.  Until then the store keeps the
 * lock, and a record by which the next run that writes tells it when this one
 * dies first.  Beginning another batch counts as telling, and so does
 * store_site_commit.
 */
void store_acknowledge(struct store *s);

/*
 * Look through a repository, whatever state it is in, and change nothing:
 * HEAD and its branch, each object of its tree read back and hashed, and what
 * in the work tree is not committed.  `where` is a path or "HEAD"; `count` is
 * how many objects were read.
 */
enum store_fault_kind { STORE_DAMAGED, STORE_NO_COMMIT, STORE_UNCOMMITTED };
typedef void store_fault_visit(void *arg, enum store_fault_kind kind,
			       const char *where, const char *why);
int store_verify(const char *root, store_fault_visit *visit, void *arg,
		 size_t *count, struct error *err) MUST_CHECK;

/* Files in git-config syntax. */
typedef int store_config_visit(void *arg, const char *key, const char *value,
			       struct error *err);

/* Every key and value of a text, in order; a mistake is named with its line.
 * This needs no repository. */
int store_config_each(struct str text, store_config_visit *visit, void *arg,
		      struct error *err) MUST_CHECK;

/*
 * Append `text` with one key set, comments and order kept.  `value` NULL
 * removes the key; `add` adds a further value to one that may have several.
 */
int store_config_edit(struct strbuf *out, struct store *s, struct str text,
		      const char *key, const char *value, bool add,
		      struct error *err) MUST_CHECK;

/* user.name and user.email as git has them for this repository, or NULL. */
int store_identity(struct store *s, struct arena *mem, const char **name,
		   const char **email, struct error *err) MUST_CHECK;

/*
 * When a file of somebody's repository was changed, by the author dates of its
 * commits, each in its author's own zone.  A fork has the commits of others
 * first; so there is also the first one by whoever made the last.
 */
struct store_file_days {
	int first_day, last_day;
	int own_first_day;	/* DAY_NONE: not known */
};
typedef int store_days_visit(void *arg, const char *path,
			     const struct store_file_days *days,
			     struct error *err);

/*
 * Visit every file that the history of HEAD has beneath `folder`, in any
 * order, paths relative to it; files that are gone are among them.  None where
 * it is in no repository, or in one that libgit2 does not open.  `cut`: the
 * history is so long that not all of it was looked at.
 */
int store_file_days(const char *folder, store_days_visit *visit, void *arg,
		    bool *cut, struct error *err) MUST_CHECK;

/*
 * The author's day of the commit that each line of a file comes from (blame),
 * DAY_NONE for what was never committed and for all lines of a file in no
 * repository.  `bytes` is what the file has now.  It takes as long as the
 * history of the file is.
 */
int store_line_days(const char *path, struct str bytes, int *days,
		    size_t count, struct error *err) MUST_CHECK;

#endif
