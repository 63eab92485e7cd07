/* SPDX-License-Identifier: MIT */
/* What a run that was killed, or whose machine went down, left to do. */
#include <errno.h>
#include <sys/stat.h>

#include "core/base/path.h"
#include "core/store/git_store.h"

/* Is the lock from after the intent?  An older one is a stranger's. */
static bool is_younger(const struct stat *lock, const struct timespec *t)
{
	return lock->st_mtim.tv_sec > t->tv_sec ||
	       (lock->st_mtim.tv_sec == t->tv_sec &&
		lock->st_mtim.tv_nsec >= t->tv_nsec);
}

static int clear_lock(const char *folder, const char *name,
		      const struct intent *in, struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct stat st;

	strbuf_addstr(&path, folder);
	path_join(&path, name);
	strbuf_addstr(&path, ".lock");
	if (lstat(path.buf, &st) || !is_younger(&st, &in->written))
		return 0;
	if (!lock_file_clear(path.buf))
		return error_errno(err, "cannot remove '%s', which an "
				   "interrupted run left", path.buf);
	return 0;
}

/* 1: the branch has the commit, 0: it has not; -1. */
static int has_landed(struct git_store *s, const struct intent *in,
		      struct error *err)
{
	git_oid tip;

	if (strcmp(in->branch, s->branch))
		return 0;
	if (branch_tip(s, &tip, err))
		return -1;
	if (git_oid_is_zero(&tip))
		return 0;
	return git_oid_equal(&tip, &in->new) ||
	       git_graph_descendant_of(s->repo, &tip, &in->new) == 1;
}

static void id_at(git_tree *tree, const char *path, git_oid *out)
{
	GIT_AUTO(git_tree_entry) entry = NULL;

	memset(out, 0, sizeof(*out));
	if (tree && !git_tree_entry_bypath(&entry, tree, path))
		*out = *git_tree_entry_id(entry);
}

/* The tree of the commit that holds edits by hand, made just before ours. */
static git_tree *edits_tree(struct git_store *s, const struct intent *in)
{
	GIT_AUTO(git_commit) commit = NULL;
	GIT_AUTO(git_commit) parent = NULL;
	git_tree *tree = NULL;

	if (git_commit_lookup(&commit, s->repo, &in->new) ||
	    git_commit_parent(&parent, commit, 0) ||
	    git_commit_tree(&tree, parent))
		return NULL;
	return tree;
}

static int finish_deltas(struct git_store *s, struct intent *in,
			 git_diff *diff, git_tree *head, struct error *err)
{
	size_t count = git_diff_num_deltas(diff), n = 0;
	struct unfinished *files = xcalloc(count + 1, sizeof(*files));
	GIT_AUTO(git_tree) edits = edits_tree(s, in);

	for (size_t i = 0; i < count; i++) {
		const git_diff_delta *d = git_diff_get_delta(diff, i);
		struct unfinished *f = &files[n];
		git_oid now;

		f->path = d->new_file.path;
		id_at(head, f->path, &now);
		/* Somebody has gone on from there. */
		if (!git_oid_equal(&now, &d->new_file.id))
			continue;
		f->before = d->old_file.id;
		id_at(edits, f->path, &f->edited);
		f->blob = d->new_file.id;
		f->mode = (git_filemode_t)d->new_file.mode;
		f->stage = true;
		if (!in->told)
			note_recovered(s, f->path);
		worktree_sweep(s, f->path);
		n++;
	}
	if (n)
		store_finish(s, in, files, n);
	free(files);
	return n ? 0 : intent_clear(s, err);
}

static int finish_commit(struct git_store *s, struct intent *in,
			 struct error *err)
{
	GIT_AUTO(git_tree) old = NULL;
	GIT_AUTO(git_tree) new = NULL;
	GIT_AUTO(git_tree) head = NULL;
	git_diff *diff = NULL;
	git_oid tip;
	int rc;

	if (tip_tree(s, &in->old, &old, err) ||
	    tip_tree(s, &in->new, &new, err) || branch_tip(s, &tip, err) ||
	    tip_tree(s, &tip, &head, err))
		return -1;
	rc = git_diff_tree_to_tree(&diff, s->repo, old, new, NULL);
	if (rc < 0)
		return git_fail(err, rc, "cannot compare two commits");
	rc = finish_deltas(s, in, diff, head, err);
	git_diff_free(diff);
	return rc;
}

int store_recover(struct git_store *s, struct error *err)
{
	struct intent in;
	int landed;

	if (!intent_read(s, &in))
		return intent_clear(s, err);
	if (in.locks && (clear_lock(s->common_dir, in.branch, &in, err) ||
			 clear_lock(s->git_dir, "index", &in, err)))
		return -1;
	landed = has_landed(s, &in, err);
	if (landed < 0 || (landed && finish_commit(s, &in, err)))
		return -1;
	objects_sweep(s);
	/* What could not be finished has been said in a warning. */
	return landed ? 0 : intent_clear(s, err);
}
