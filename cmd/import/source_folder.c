/* SPDX-License-Identifier: MIT */
/* The files beneath a folder; no link is followed. */
#include "cmd/import/source.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "core/base/ascii.h"
#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/base/path.h"

struct walk {
	struct import_source *source;
	struct beneath root;
	bool own;		/* it is the journal that is imported into */
	struct error *err;
};

static int walk_folder(struct walk *w, const char *path, unsigned depth);

static int walk_file(struct walk *w, const char *path, const struct stat *st)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct error failure = ERROR_INIT;

	if ((size_t)st->st_size > LIMIT_FILE) {
		import_source_skip(w->source, str_of(path),
				   "it is larger than 64 MiB");
		return 0;
	}
	if (import_source_check(w->source, (size_t)st->st_size, w->err))
		return -1;
	if (beneath_read(&w->root, path, LIMIT_FILE, &bytes, &failure)) {
		import_source_skip(w->source, str_of(path),
				   "it cannot be read");
		return 0;
	}
	return import_source_add(w->source, str_of(path),
				 strbuf_slice(&bytes), w->err);
}

static bool is_year(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!ascii_is_digit(name.s[i]))
			return false;
	return name.len == 4;
}

/*
 * Are entries and notes of a journal in this folder, which would be there twice
 * if it were imported into itself?  What else is in log/ has been there before.
 */
static bool is_journals(const char *path)
{
	struct str below = str_of(path);

	if (str_is(below, "notes") || str_is(below, "plans"))
		return true;
	if (!str_starts(below, "log/"))
		return false;
	below = str_from(below, 4);
	return str_is(below, "undated") || is_year(below);
}

/* How far into a page its head has told what made it. */
#define HEAD_BYTES 8192

/* Did publishing write what is in this folder?  Each of its pages says so, also
 * where the journal that it is of is another one. */
static bool is_published(struct walk *w, const char *path)
{
	AUTO(strbuf) page = STRBUF_INIT;
	char head[HEAD_BYTES];
	ssize_t len;
	int fd;

	strbuf_addstr(&page, path);
	path_join(&page, "index.html");
	fd = beneath_openat(&w->root, page.buf, O_RDONLY | O_NONBLOCK, 0);
	if (fd < 0)
		return false;
	len = read(fd, head, sizeof(head));
	close(fd);
	return len > 0 &&
	       str_find_str((struct str){ head, (size_t)len },
			    STR("<meta name=\"generator\" content=\"hecto\">")) <
		       (size_t)len;
}

static int walk_one(struct walk *w, int folder, const char *name,
		    const char *path, unsigned depth)
{
	struct stat st;

	if (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW))
		return 0;	/* gone meanwhile */
	if (S_ISDIR(st.st_mode) && w->own && is_journals(path)) {
		import_source_skip(w->source, str_of(path),
				   "it is in the journal already");
		return 0;
	}
	if (S_ISDIR(st.st_mode))
		return walk_folder(w, path, depth + 1);
	if (S_ISREG(st.st_mode))
		return walk_file(w, path, &st);
	import_source_skip(w->source, str_of(path),
			   S_ISLNK(st.st_mode) ? "it is a link" :
						 "it is no regular file");
	return 0;
}

static int walk_names(struct walk *w, DIR *dir, const char *path,
		      unsigned depth)
{
	const struct dirent *d;

	while ((errno = 0, d = readdir(dir))) {
		AUTO(strbuf) below = STRBUF_INIT;

		strbuf_addstr(&below, path);
		path_join(&below, d->d_name);
		if (import_source_ignores(strbuf_slice(&below)))
			continue;
		if (walk_one(w, dirfd(dir), d->d_name, below.buf, depth))
			return -1;
	}
	if (errno)
		import_source_skip(w->source, str_of(path),
				   "the folder cannot be read to its end");
	return 0;
}

static int walk_folder(struct walk *w, const char *path, unsigned depth)
{
	int fd, rc;
	DIR *dir;

	if (depth > LIMIT_SOURCE_DEPTH)
		return error_set(w->err, ERROR_INPUT, "the folders in '%s' are "
				 "nested more than %d deep",
				 w->source->name, LIMIT_SOURCE_DEPTH);
	fd = beneath_openat(&w->root, *path ? path : ".",
			    O_RDONLY | O_DIRECTORY, 0);
	dir = fd < 0 ? NULL : fdopendir(fd);
	if (!dir) {
		if (fd >= 0)
			close(fd);
		import_source_skip(w->source, str_of(path),
				   "the folder cannot be read");
		return 0;
	}
	if (*path && !faccessat(fd, ".hecto", F_OK, 0)) {
		import_source_skip(w->source, str_of(path),
				   "it is a journal of hecto");
		rc = 0;
	} else if (*path && is_published(w, path)) {
		import_source_skip(w->source, str_of(path),
				   "it is a site that hecto published");
		rc = 0;
	} else {
		rc = walk_names(w, dir, path, depth);
	}
	closedir(dir);
	return rc;
}

static bool is_same_folder(const char *a, const char *b)
{
	struct stat one, other;

	return !stat(a, &one) && !stat(b, &other) &&
	       one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

int import_source_walk(struct import_source *s, const char *folder,
		       const char *own, struct error *err)
{
	AUTO(beneath) root = BENEATH_INIT;
	struct walk w = { .source = s, .err = err,
			  .own = own && is_same_folder(folder, own) };

	if (beneath_open(&root, folder, err))
		return -1;
	w.root = root;
	return walk_folder(&w, "", 0);
}
