/* SPDX-License-Identifier: MIT */
#ifndef CORE_STORE_GIT_STORE_H
#define CORE_STORE_GIT_STORE_H

#include <git2.h>
#include <git2/sys/odb_backend.h>

#include "core/base/file.h"
#include "core/store/module.h"

/*
 * Inside the store module.  Only core/store/git_*.c includes this.
 *
 * A write, in order (each file below does one of it):
 *	git_state	 the lock, and the folder <git dir>/hecto for what is ours
 *	git_recover	 finish what a run before us could not
 *	git_edits	 text that a person wrote into a file we are about to write
 *	git_objects	 blobs, trees and commits, in memory first
 *	git_intent	 the record of what is about to happen
 *	git_flush	 the objects to the disk, read back
 *	git_branch	 the branch moved by compare-and-swap, read back
 *	git_worktree	 the files replaced
 *	git_stage	 git's index brought along
 *
 * The lock and the intent stay until the user has been told (git_acknowledge),
 * so that whoever dies before that leaves the telling to the next run.
 */

/* Releases for AUTO(), named after libgit2's own types. */
#define GIT_RELEASE(type) \
	static inline void type##_release(struct type **p) \
	{ \
		type##_free(*p); \
	}
GIT_RELEASE(git_commit)
GIT_RELEASE(git_config)
GIT_RELEASE(git_config_iterator)
GIT_RELEASE(git_index)
GIT_RELEASE(git_odb)
GIT_RELEASE(git_packbuilder)
GIT_RELEASE(git_reference)
GIT_RELEASE(git_signature)
GIT_RELEASE(git_tree)
GIT_RELEASE(git_tree_entry)
#define GIT_AUTO(type) __attribute__((cleanup(type##_release))) struct type *

/* What a report is made of, in an arena of its own. */
struct note_list {
	const char **items;
	size_t count, cap;
};
struct notes {
	struct arena mem;
	struct note_list saved_first, recovered, warnings;
	bool behind;			/* of the commit, is a file */
};

#define BRANCH_MAX 512		/* bytes, with the NUL; longer ones are refused */

/* What a run is about to do (git_intent.c). */
struct intent {
	bool given;		/* false: nothing is under way */
	git_oid old, new;	/* the branch, before (zero: unborn) and after */
	bool locks;		/* lock files may be ours */
	bool told;		/* the user knows of it, but it is unfinished */
	char branch[BRANCH_MAX];
	struct timespec written;
};

struct objects;

struct git_store {
	struct store base;
	git_repository *repo;
	git_odb *odb;
	struct objects *objects;	/* owned by odb */
	char *root;			/* the work tree, as it was given */
	char *git_dir, *common_dir;	/* end in '/' */
	char *branch;			/* "refs/heads/main" */
	struct beneath tree, state;	/* the work tree, <git dir>/hecto */
	struct {
		char *name;		/* NULL: none is open */
		int fd, error;
	} folder;			/* of the work tree, used last */
	git_index *index;		/* git's, as it was checked */
	struct stat index_stat;
	struct notes notes, told;	/* for the next report, of the last */
	int lock;			/* descriptor that holds the flock; -1 */
	int settings;			/* libgit2's, from us; -1 */
	bool logs;			/* reflogs are ours to write */
	bool untold;			/* the intent waits for acknowledge */
	struct error unwritten;		/* the first file that could not be
					 * brought up to the commit; or none */
	struct intent afterwards;	/* what it shall be then; not given:
					 * nothing */
};

/* One file of a batch. */
struct change {
	char *path;
	char *bytes;			/* NULL: remove it */
	size_t len;
	size_t order;			/* the later of two puts wins */
	git_oid blob;			/* of bytes */
	git_oid before;			/* what HEAD has; zero: nothing */
	git_oid edited;			/* as found in the work tree; zero: as before */
	git_filemode_t mode;
	bool commits;			/* HEAD changes by it */
};

struct git_batch {
	struct store_batch base;
	struct git_store *store;
	struct change *changes;
	size_t count, cap;
};

/* git_error.c: put what libgit2 says behind our own words; returns -1. */
int git_fail(struct error *err, int code, const char *fmt, ...)
	PRINTF_LIKE(3, 4);

/* git_module.c: libgit2 as we want it.  Each begin needs an end. */
int git_library_begin(struct error *err) MUST_CHECK;
void git_library_end(void);

/* git_certificates.c: the path that libgit2 has built in, which is not read. */
#define GIT_CERTIFICATES "/etc/ssl/certs/ca-certificates.crt"

/* git_site.c, git_push.c (site.h) */
int git_site_commit(struct store *s, const struct site_files *files,
		    site_difference *visit, void *arg, struct site_commit *out,
		    struct error *err) MUST_CHECK;
int git_remote_address(struct store *s, const char *remote,
		       struct strbuf *out, struct error *err) MUST_CHECK;
int git_site_push(struct store *s, const struct site_push *push, bool *pushed,
		  struct error *err) MUST_CHECK;
/* "refs/hecto/sites/pages" */
int site_reference(struct strbuf *out, const char *name, struct error *err)
	MUST_CHECK;

/* git_repository.c */
int git_store_init(const char *root, struct error *err) MUST_CHECK;
int git_store_open(struct store **out, const char *root, const char *git_dir,
		   struct error *err) MUST_CHECK;
void git_store_close(struct store *s);
/* Is it in a state to write to?  Finds the branch anew. */
int git_store_check(struct git_store *s, struct error *err) MUST_CHECK;

/* git_notes.c */
void note_saved_first(struct git_store *s, const char *path);
void note_recovered(struct git_store *s, const char *path);
void note_warning(struct git_store *s, const char *fmt, ...)
	PRINTF_LIKE(2, 3);
/* Hand out what was collected; it lives until this is called again. */
void notes_tell(struct git_store *s, struct store_report *report);
void notes_release(struct notes *n);

/* git_state.c */
#define STATE_LOCK "lock"
#define STATE_INTENT "intent"
#define STATE_INDEX "w-index"
#define STATE_FILE "w-file"
int state_open(struct git_store *s, struct error *err) MUST_CHECK;
int state_lock(struct git_store *s, struct error *err) MUST_CHECK;
void state_unlock(struct git_store *s);
void state_sweep(struct git_store *s);		/* w-* of dead runs */
void objects_sweep(struct git_store *s);	/* and libgit2's own */
/* How long a lock file has to lie still to be a dead run's, in milliseconds.
 * Tests have less time than people. */
unsigned state_patience_ms(void);
/* Remove a lock file if it lies there unchanged; says whether it is gone. */
bool lock_file_clear(const char *path);

/*
 * git_intent.c: what a run is about to do, durable before it does it, so
 * that the next run knows whose the leftovers are.
 */
int intent_write(struct git_store *s, const struct intent *in,
		 struct error *err) MUST_CHECK;
/* 1: there is one, 0: none, or one that was never finished. */
int intent_read(struct git_store *s, struct intent *out);
int intent_clear(struct git_store *s, struct error *err) MUST_CHECK;

/* git_objects.c: objects that are not on the disk yet. */
int objects_attach(struct git_store *s, struct error *err) MUST_CHECK;
/* A blob, unless the repository has it. */
void objects_add(struct git_store *s, const git_oid *id, struct str bytes);
size_t objects_bytes(const struct objects *o);	/* of all, held in memory */
size_t objects_count(const struct objects *o);
const git_oid *objects_id(const struct objects *o, size_t i);
void objects_get(const struct objects *o, size_t i, const void **data,
		 size_t *len, git_object_t *type);
void objects_clear(struct objects *o);

/* git_flush.c: write them, durably, and make sure that they can be read. */
int objects_flush(struct git_store *s, struct error *err) MUST_CHECK;

/* git_loose.c: the quick way, for few and small ones.  1: another disk. */
#define LOOSE_MAX 100
#define LOOSE_SIZE_MAX ((size_t)60000)
bool loose_suits(struct git_store *s);
int loose_write(struct git_store *s, const char *objects_folder) MUST_CHECK;

/* git_commit.c */
/* A signature, not before `earliest`. */
int git_sign(struct git_store *s, const struct store_author *author,
	     git_time_t earliest, git_signature **out, struct error *err)
	MUST_CHECK;
int git_batch_commit(struct store_batch *b, const char *message,
		     const struct store_author *author,
		     struct store_report *report, struct error *err) MUST_CHECK;

/* git_batch.c */
int git_batch_begin(struct store_batch **out, struct store *s,
		    struct error *err) MUST_CHECK;
int git_batch_put(struct store_batch *b, const char *path, struct str bytes,
		  struct error *err) MUST_CHECK;
int git_batch_remove(struct store_batch *b, const char *path,
		     struct error *err) MUST_CHECK;
void git_batch_abandon(struct store_batch *b);
void git_acknowledge(struct store *s);
void batch_arrange(struct git_batch *b);	/* by path, each path once */

/* git_reflog.c */
void reflog_take_over(struct git_store *s);
void reflog_add(struct git_store *s, const git_oid *from, const git_oid *to,
		const git_signature *by, const char *why);

/* git_branch.c */
int branch_tip(struct git_store *s, git_oid *out, struct error *err) MUST_CHECK;
/* 0; 1 when somebody else moved it meanwhile; -1. */
int branch_move(struct git_store *s, const git_oid *from, const git_oid *to,
		const char *why, struct error *err) MUST_CHECK;
int tip_tree(struct git_store *s, const git_oid *tip, git_tree **out,
	     struct error *err) MUST_CHECK;

/* git_edits.c: what HEAD and the work tree have of each path of a batch. */
int edits_find(struct git_batch *b, git_tree *head, struct error *err)
	MUST_CHECK;

/* git_worktree.c */
enum found { FOUND_NOTHING, FOUND_FILE, FOUND_OTHER };
/* `st` is from before the file was read, hence never that of a later edit. */
int worktree_find(struct git_store *s, const char *path, enum found *what,
		  git_oid *blob, struct strbuf *bytes, struct stat *st,
		  struct error *err) MUST_CHECK;
/* `st` is that of what was written; zero when it is not certain. */
int worktree_write(struct git_store *s, const char *path, struct str bytes,
		   bool executable, bool durable, struct stat *st,
		   struct error *err) MUST_CHECK;
/* And the folders that this leaves empty, but for those of the top. */
int worktree_remove(struct git_store *s, const char *path, bool durable,
		    struct error *err) MUST_CHECK;
void worktree_forget(struct git_store *s);	/* the folder used last */
int worktree_sync(struct git_store *s, struct error *err) MUST_CHECK;
void worktree_sweep(struct git_store *s, const char *path);

/* git_stage.c: git's index. */
struct staged {
	const char *path;
	git_oid blob;			/* zero: not in HEAD any more */
	git_filemode_t mode;
	struct stat st;			/* of a file with these very bytes, */
	bool st_known;			/* else git has to compare them */
};
/* Can it be written by us?  To be asked before anything is committed. */
int stage_check(struct git_store *s, struct error *err) MUST_CHECK;
void stage_drop(struct git_store *s);
/* 0; 1 when another git holds it and does not let go; -1. */
int stage_update(struct git_store *s, const struct staged *files, size_t count,
		 struct error *err) MUST_CHECK;

/*
 * git_finish.c: the work tree and git's index brought to where the branch is.
 * The commit is made; whatever goes wrong here is a warning, and the intent
 * stays for the next run to try again.  Otherwise it waits to be acknowledged.
 */
struct unfinished {
	const char *path;
	git_oid before, edited;		/* what the work tree may have now */
	git_oid blob;			/* what it shall have; zero: nothing */
	git_filemode_t mode;
	struct str bytes;		/* STR_NONE: read the blob */
	bool stage;			/* git's index has to follow */
	struct stat st;			/* as struct staged has it */
	bool st_known;
};
void store_finish(struct git_store *s, const struct intent *in,
		  struct unfinished *files, size_t count);

/* git_recover.c */
int store_recover(struct git_store *s, struct error *err) MUST_CHECK;

/* git_history.c: the civil day of a signature, where it was signed; DAY_NONE for
 * a time that nobody lives in, which a commit may have all the same. */
int git_day_of(const git_time *when);

/* git_blame.c */
int git_store_line_days(const char *path, struct str bytes, int *days,
			size_t count, struct error *err) MUST_CHECK;

/* git_history.c */
int git_store_file_days(const char *folder, store_days_visit *visit, void *arg,
			bool *cut, struct error *err) MUST_CHECK;

/* git_check.c */
int git_store_verify(const char *root, store_fault_visit *visit, void *arg,
		     size_t *count, struct error *err) MUST_CHECK;

/* git_config.c */
int git_store_config_each(struct str text, store_config_visit *visit,
			  void *arg, struct error *err) MUST_CHECK;
int git_store_config_edit(struct strbuf *out, struct store *s, struct str text,
			  const char *key, const char *value, bool add,
			  struct error *err) MUST_CHECK;
int git_store_identity(struct store *s, struct arena *mem, const char **name,
		       const char **email, struct error *err) MUST_CHECK;

#endif
