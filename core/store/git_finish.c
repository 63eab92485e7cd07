/* SPDX-License-Identifier: MIT */
/* After the commit: the work tree, git's index, and the end of the intent. */
#include "core/store/git_store.h"

/*
 * From how many files on one syncfs is better than an fsync for each.  The
 * intent is still there until then, so a power cut costs no text.
 */
#define SYNC_FROM 50

static int may_replace(struct git_store *s, struct unfinished *f,
		       bool *same, struct error *err)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	enum found what;
	git_oid found;

	if (worktree_find(s, f->path, &what, &found, &bytes, &f->st, err))
		return -1;
	*same = what == FOUND_NOTHING ? git_oid_is_zero(&f->blob)
				      : what == FOUND_FILE &&
						git_oid_equal(&found, &f->blob);
	f->st_known = *same && what == FOUND_FILE;
	if (*same || what == FOUND_NOTHING)
		return 0;
	if (what == FOUND_FILE && (git_oid_equal(&found, &f->before) ||
				   git_oid_equal(&found, &f->edited)))
		return 0;
	return error_set(err, ERROR_CONFLICT,
			 "'%s' was changed while it was being saved, and was "
			 "left as it is; what hecto saved is in git show "
			 "HEAD:'%s'",
			 f->path, f->path);
}

static int write_blob(struct git_store *s, struct unfinished *f, bool durable,
		      struct error *err)
{
	bool executable = f->mode == GIT_FILEMODE_BLOB_EXECUTABLE;
	git_blob *blob = NULL;
	int rc;

	if (f->bytes.s)
		return worktree_write(s, f->path, f->bytes, executable,
				      durable, &f->st, err);
	rc = git_blob_lookup(&blob, s->repo, &f->blob);
	if (rc < 0)
		return git_fail(err, rc, "cannot read '%s' from the repository",
				f->path);
	rc = worktree_write(s, f->path,
			    (struct str){ git_blob_rawcontent(blob),
					  (size_t)git_blob_rawsize(blob) },
			    executable, durable, &f->st, err);
	git_blob_free(blob);
	return rc;
}

static int finish_file(struct git_store *s, struct unfinished *f, bool durable,
		       struct error *err)
{
	bool same;

	if (may_replace(s, f, &same, err))
		return -1;
	if (same)
		return 0;
	f->stage = true;
	if (git_oid_is_zero(&f->blob))
		return worktree_remove(s, f->path, durable, err);
	if (write_blob(s, f, durable, err))
		return -1;
	f->st_known = f->st.st_nlink > 0;
	return 0;
}

/* The commit stands: what is so, and what to do. */
static void note_unwritten(struct git_store *s, const struct unfinished *f,
			   const struct error *err)
{
	static const char *const way_out = "the next command that writes "
		"finishes this first, once it may";

	s->notes.behind = true;
	if (s->unwritten.kind == ERROR_NONE)
		s->unwritten = *err;
	if (git_oid_is_zero(&f->blob))
		note_warning(s, "%s; the commit has removed it, and %s",
			     err->text, way_out);
	else
		note_warning(s, "%s; it is saved all the same, as 'git show "
			     "HEAD:%s' tells, and %s", err->text, f->path,
			     way_out);
}

static bool finish_worktree(struct git_store *s, struct unfinished *files,
			    size_t count)
{
	bool durable = count < SYNC_FROM, whole = true;
	struct error err = ERROR_INIT;

	for (size_t i = 0; i < count; i++) {
		if (!finish_file(s, &files[i], durable, &err))
			continue;
		/* A file left alone on purpose is finished. */
		if (err.kind == ERROR_CONFLICT) {
			note_warning(s, "%s", err.text);
			continue;
		}
		note_unwritten(s, &files[i], &err);
		whole = false;
	}
	if (!durable && worktree_sync(s, &err)) {
		note_warning(s, "%s", err.text);
		whole = false;
	}
	return whole;
}

static int finish_stage(struct git_store *s, struct unfinished *files,
			size_t count)
{
	struct staged *staged = xcalloc(count, sizeof(*staged));
	struct error err = ERROR_INIT;
	size_t n = 0;
	int rc = 0;

	for (size_t i = 0; i < count; i++)
		if (files[i].stage)
			staged[n++] = (struct staged){
				files[i].path, files[i].blob, files[i].mode,
				files[i].st,   files[i].st_known,
			};
	if (n)
		rc = stage_update(s, staged, n, &err);
	free(staged);
	if (rc < 0)
		note_warning(s,
			 "saved, but git's index is behind: %s", err.text);
	if (rc > 0)
		note_warning(s,
			 "saved, but git's index is behind, because another "
			 "git holds '%sindex.lock'; the next command of hecto "
			 "that writes brings it along",
			 s->git_dir);
	return rc;
}

void store_finish(struct git_store *s, const struct intent *in,
		  struct unfinished *files, size_t count)
{
	bool whole;
	int rc;

	if (!count)
		return;
	whole = finish_worktree(s, files, count);
	rc = finish_stage(s, files, count);
	worktree_forget(s);
	if (!in->given)
		return;
	/* A lock may be left; it is known to be ours by being younger than
	 * the intent, so that has to stay as it is. */
	s->untold = rc >= 0;
	s->afterwards = *in;
	s->afterwards.given = !whole || rc;
	s->afterwards.locks = false;
	s->afterwards.told = true;
}
