/* SPDX-License-Identifier: MIT */
/*
 * git's index, so that `git status` is clean and quick.  It is derived data:
 * a new one is built in our folder, synced, and put in place under git's own
 * lock; one that cannot be read is made again from the commit.
 */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "core/base/path.h"
#include "core/store/git_store.h"

#define LOCK_TRIES 20
#define LOCK_PAUSE_NS 20000000L
#define INDEX_LIMIT ((size_t)1 << 30)

static void name_in(struct strbuf *out, const char *folder, const char *name)
{
	strbuf_addstr(out, folder);
	path_join(out, name);
}

static int copy_bytes(struct git_store *s, const char *from, struct error *err)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	int fd, rc;

	if (file_read(&bytes, from, INDEX_LIMIT, err))
		return -1;
	fd = beneath_openat(&s->state, STATE_INDEX,
			    O_WRONLY | O_CREAT | O_TRUNC, 0600);
	rc = fd < 0 ? -1 : file_write_fd(fd, strbuf_slice(&bytes));
	if (fd >= 0)
		rc = file_close(fd, rc);
	return rc ? error_errno(err, "cannot write '%shecto/%s'", s->git_dir,
				STATE_INDEX)
		  : 0;
}

/*
 * git's index under a name in our folder; that there is none is fine.  A
 * second name is as good as a copy, for git and libgit2 never write into an
 * index: they put a new one in its place.
 */
static int copy_index(struct git_store *s, struct error *err)
{
	AUTO(strbuf) from = STRBUF_INIT;

	name_in(&from, s->git_dir, "index");
	unlinkat(s->state.fd, STATE_INDEX, 0);
	if (!linkat(AT_FDCWD, from.buf, s->state.fd, STATE_INDEX, 0) ||
	    errno == ENOENT)
		return 0;
	return copy_bytes(s, from.buf, err);
}

static int fill_from_head(struct git_store *s, git_index *index,
			  struct error *err)
{
	GIT_AUTO(git_tree) tree = NULL;
	git_oid tip;

	if (branch_tip(s, &tip, err) || tip_tree(s, &tip, &tree, err))
		return -1;
	if (tree && git_index_read_tree(index, tree) < 0)
		return git_fail(err, -1, "cannot make git's index anew");
	return 0;
}

/* What it takes to write these correctly we do not know. */
static bool has_unknown_extension(void)
{
	const git_error *last = git_error_last();

	return last && last->message && strstr(last->message, "mandatory");
}

static int refuse_index(struct git_store *s, struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
			 "git's index of '%s' is a split or sparse one, which "
			 "hecto cannot write; run git update-index "
			 "--no-split-index, or git sparse-checkout reapply "
			 "--no-sparse-index",
			 s->root);
}

static int open_copy(struct git_store *s, git_index **out, struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;
	int rc;

	name_in(&path, s->git_dir, "hecto/" STATE_INDEX);
	if (copy_index(s, err))
		return -1;
	rc = git_index_open(out, path.buf);
	if (!rc && !access(path.buf, F_OK))
		return 0;
	if (rc && has_unknown_extension())
		return refuse_index(s, err);
	/* There is none, or it is damaged. */
	if (*out)
		git_index_free(*out);
	*out = NULL;
	unlink(path.buf);
	rc = git_index_open(out, path.buf);
	if (rc < 0)
		return git_fail(err, rc, "cannot make git's index anew");
	return fill_from_head(s, *out, err);
}

static void index_stat(struct git_store *s, struct stat *st)
{
	AUTO(strbuf) path = STRBUF_INIT;

	name_in(&path, s->git_dir, "index");
	if (stat(path.buf, st))
		memset(st, 0, sizeof(*st));
}

void stage_drop(struct git_store *s)
{
	git_index_free(s->index);
	s->index = NULL;
	unlinkat(s->state.fd, STATE_INDEX, 0);
}

int stage_check(struct git_store *s, struct error *err)
{
	stage_drop(s);
	index_stat(s, &s->index_stat);
	return open_copy(s, &s->index, err);
}

/* The index that was checked, unless git has written one since. */
static int stage_open(struct git_store *s, struct error *err)
{
	struct stat now;

	index_stat(s, &now);
	if (s->index && now.st_ino == s->index_stat.st_ino &&
	    now.st_size == s->index_stat.st_size &&
	    now.st_mtim.tv_sec == s->index_stat.st_mtim.tv_sec &&
	    now.st_mtim.tv_nsec == s->index_stat.st_mtim.tv_nsec)
		return 0;
	return stage_check(s, err);
}

/*
 * By this git knows, without reading it, that a file is as in the index.  So
 * it must be of a file that was seen to be: of another one that lies there
 * now, git would hide the edit.
 */
static void fill_stat(git_index_entry *e, const struct stat *st)
{
	e->ctime.seconds = (int32_t)st->st_ctim.tv_sec;
	e->ctime.nanoseconds = (uint32_t)st->st_ctim.tv_nsec;
	e->mtime.seconds = (int32_t)st->st_mtim.tv_sec;
	e->mtime.nanoseconds = (uint32_t)st->st_mtim.tv_nsec;
	e->dev = (uint32_t)st->st_dev;
	e->ino = (uint32_t)st->st_ino;
	e->uid = st->st_uid;
	e->gid = st->st_gid;
	e->file_size = (uint32_t)st->st_size;
}

static int stage_file(git_index *index, const struct staged *f)
{
	git_index_entry e = { .path = f->path, .id = f->blob, .mode = f->mode };

	if (git_oid_is_zero(&f->blob)) {
		int rc = git_index_remove(index, f->path, 0);

		return rc == GIT_ENOTFOUND ? 0 : rc;
	}
	if (f->st_known)
		fill_stat(&e, &f->st);
	return git_index_add(index, &e);
}

static int build(struct git_store *s, const struct staged *files, size_t count,
		 struct error *err)
{
	int rc = 0;

	if (stage_open(s, err))
		return -1;
	for (size_t i = 0; !rc && i < count; i++)
		rc = stage_file(s->index, &files[i]);
	if (!rc)
		rc = git_index_write(s->index);
	return rc < 0 ? git_fail(err, rc, "cannot write git's index") : 0;
}

static int sync_copy(struct git_store *s)
{
	int fd = beneath_openat(&s->state, STATE_INDEX, O_RDONLY, 0);

	return fd < 0 ? -1 : file_close(fd, fsync(fd));
}

static int put_in_place(struct git_store *s, int git_dir, struct error *err)
{
	if (sync_copy(s) ||
	    renameat(s->state.fd, STATE_INDEX, git_dir, "index") ||
	    fsync(git_dir))
		return error_errno(err, "cannot write '%sindex'", s->git_dir);
	return 0;
}

static int take_lock(int git_dir)
{
	const struct timespec pause = { 0, LOCK_PAUSE_NS };

	for (int i = 0; i < LOCK_TRIES; i++) {
		int fd;

		if (i)
			nanosleep(&pause, NULL);
		fd = openat(git_dir, "index.lock",
			    O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		if (fd >= 0)
			return close(fd);
		if (errno != EEXIST)
			return -1;
	}
	return 1;
}

int stage_update(struct git_store *s, const struct staged *files, size_t count,
		 struct error *err)
{
	int git_dir = open(s->git_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int rc;

	if (git_dir < 0)
		return error_errno(err, "cannot open '%s'", s->git_dir);
	rc = take_lock(git_dir);
	if (rc < 0)
		error_errno(err, "cannot write '%sindex.lock'", s->git_dir);
	if (!rc) {
		rc = build(s, files, count, err) ||
		     put_in_place(s, git_dir, err);
		if (unlinkat(git_dir, "index.lock", 0) && !rc)
			rc = error_errno(err, "cannot remove '%sindex.lock'",
					 s->git_dir);
		rc = rc ? -1 : 0;
		stage_drop(s);
	}
	close(git_dir);
	return rc;
}
