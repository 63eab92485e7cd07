/* SPDX-License-Identifier: MIT */
/* The files that people see: looked at, replaced and removed. */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/store/git_store.h"

static int refuse_link(const char *path, struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
			 "'%s' is, or is in, a symbolic link, which hecto "
			 "does not follow; put a folder or file in its place",
			 path);
}

void worktree_forget(struct git_store *s)
{
	if (s->folder.name && s->folder.fd >= 0)
		close(s->folder.fd);
	free(s->folder.name);
	s->folder.name = NULL;
}

/*
 * The folder that `path` is in, or -1 + errno.  It stays open, because the
 * next path is most often in the same one.
 */
static int open_folder(struct git_store *s, const char *path)
{
	struct str name = path_dirname(str_of(path));
	AUTO(strbuf) folder = STRBUF_INIT;

	if (!s->folder.name || !str_is(name, s->folder.name)) {
		worktree_forget(s);
		strbuf_addslice(&folder, name);
		s->folder.fd = beneath_openat(&s->tree,
					      folder.len ? folder.buf : ".",
					      O_RDONLY | O_DIRECTORY, 0);
		s->folder.error = errno;
		s->folder.name = strbuf_detach(&folder);
	}
	if (s->folder.fd < 0)
		errno = s->folder.error;
	return s->folder.fd;
}

static int worktree_stat(struct git_store *s, const char *path,
			 struct stat *st)
{
	int folder = open_folder(s, path);

	if (folder < 0)
		return -1;
	return fstatat(folder, path_basename(str_of(path)).s, st,
		       AT_SYMLINK_NOFOLLOW);
}

int worktree_find(struct git_store *s, const char *path, enum found *what,
		  git_oid *blob, struct strbuf *bytes, struct stat *st,
		  struct error *err)
{
	*what = FOUND_NOTHING;
	if (worktree_stat(s, path, st)) {
		if (errno == ENOENT || errno == ENOTDIR)
			return 0;
		if (errno == ELOOP || errno == EXDEV)
			return refuse_link(path, err);
		return error_errno(err, "cannot look at '%s'", path);
	}
	*what = FOUND_OTHER;
	if (S_ISLNK(st->st_mode))
		return refuse_link(path, err);
	if (!S_ISREG(st->st_mode))
		return 0;
	*what = FOUND_FILE;
	strbuf_reset(bytes);
	if (beneath_read(&s->tree, path, LIMIT_FILE, bytes, err))
		return -1;
	if (git_odb_hash(blob, bytes->buf, bytes->len, GIT_OBJECT_BLOB) < 0)
		return git_fail(err, -1, "cannot hash '%s'", path);
	return 0;
}

static int make_folder(struct git_store *s, const char *path, int *folder,
		       struct error *err)
{
	*folder = open_folder(s, path);
	if (*folder < 0 && errno == ENOENT) {
		worktree_forget(s);
		if (beneath_make_folders(&s->tree, path, true, err))
			return -1;
		*folder = open_folder(s, path);
	}
	if (*folder < 0)
		return error_errno(err, "cannot open the folder of '%s'", path);
	return 0;
}

static int write_temporary(struct git_store *s, struct str bytes, mode_t mode,
			   bool durable, struct stat *st)
{
	int fd = openat(s->state.fd, STATE_FILE,
			O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC,
			mode);
	int rc;

	if (fd < 0)
		return -1;
	rc = file_write_fd(fd, bytes) || (durable && fsync(fd)) ||
			     fstat(fd, st)
		     ? -1
		     : 0;
	return file_close(fd, rc);
}

/* Where the git folder is on another disk, a file beside must do. */
static void name_beside(struct strbuf *out, const char *path)
{
	strbuf_addslice(out, path_dirname(str_of(path)));
	path_join(out, ".hecto-unfinished");
}

static int replace_from_afar(struct git_store *s, const char *path,
			     struct str bytes, bool durable, struct error *err)
{
	AUTO(strbuf) beside = STRBUF_INIT;

	name_beside(&beside, path);
	return beneath_replace(&s->tree, path, beside.buf, bytes, durable, err);
}

void worktree_sweep(struct git_store *s, const char *path)
{
	AUTO(strbuf) beside = STRBUF_INIT;
	struct error ignored = ERROR_INIT;

	name_beside(&beside, path);
	if (beneath_remove(&s->tree, beside.buf, &ignored))
		return;
}

/* Renaming gave it another ctime; whatever else is new is somebody's edit. */
static void look_again(struct git_store *s, const char *path, struct stat *st)
{
	struct stat now;

	if (!worktree_stat(s, path, &now) && now.st_ino == st->st_ino &&
	    now.st_size == st->st_size &&
	    now.st_mtim.tv_sec == st->st_mtim.tv_sec &&
	    now.st_mtim.tv_nsec == st->st_mtim.tv_nsec)
		*st = now;
	else
		memset(st, 0, sizeof(*st));
}

int worktree_write(struct git_store *s, const char *path, struct str bytes,
		   bool executable, bool durable, struct stat *st,
		   struct error *err)
{
	int folder, rc;

	memset(st, 0, sizeof(*st));
	if (make_folder(s, path, &folder, err))
		return -1;
	rc = write_temporary(s, bytes, executable ? 0777 : 0666, durable, st);
	if (!rc)
		rc = renameat(s->state.fd, STATE_FILE, folder,
			      path_basename(str_of(path)).s);
	if (rc && errno == EXDEV) {
		memset(st, 0, sizeof(*st));
		return replace_from_afar(s, path, bytes, durable, err);
	}
	if (!rc)
		look_again(s, path, st);
	if (!rc && durable)
		rc = fsync(folder);
	return rc ? error_errno(err, "cannot write '%s'", path) : 0;
}

/* An empty one; anything in it keeps it. */
static int remove_folder(struct git_store *s, const char *path)
{
	AUTO(strbuf) parent = STRBUF_INIT;
	int fd, rc;

	strbuf_addslice(&parent, path_dirname(str_of(path)));
	fd = beneath_openat(&s->tree, parent.buf, O_RDONLY | O_DIRECTORY, 0);
	if (fd < 0)
		return -1;
	rc = unlinkat(fd, path_basename(str_of(path)).s, AT_REMOVEDIR);
	close(fd);
	return rc;
}

/* From the folder of `path` up to the first that is not empty, or at the top:
 * log/ is a journal's, with or without entries.  Leaves that one's name. */
static void remove_folders(struct git_store *s, struct strbuf *path)
{
	for (;;) {
		strbuf_truncate(path, path_dirname(strbuf_slice(path)).len);
		if (!memchr(path->buf, '/', path->len))
			return;
		if (remove_folder(s, path->buf))
			return;
	}
}

int worktree_remove(struct git_store *s, const char *path, bool durable,
		    struct error *err)
{
	AUTO(strbuf) left = STRBUF_INIT;

	if (beneath_remove(&s->tree, path, err))
		return -1;
	worktree_forget(s);
	strbuf_addstr(&left, path);
	remove_folders(s, &left);
	path_join(&left, "x");
	return durable ? beneath_sync_folder(&s->tree, left.buf, err) : 0;
}

int worktree_sync(struct git_store *s, struct error *err)
{
	return syncfs(s->tree.fd) ? error_errno(err, "cannot sync '%s'",
						s->root)
				  : 0;
}
