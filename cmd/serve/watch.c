/* SPDX-License-Identifier: MIT */
/* Hearing of changes in a journal. */
#include "cmd/serve/watch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/alloc.h"
#include "core/base/path.h"
#include "core/base/strbuf.h"

#define DEPTH_LIMIT 32
#define EVENTS                                                             \
	(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)

static int add_folder(struct watch *w, struct strbuf *path, int depth,
		      struct error *err);

static void remember(struct watch *w, int number, const char *path)
{
	size_t at = (size_t)number;

	if (at >= w->cap) {
		size_t cap = (at + 1) * 2;

		w->folders = xrealloc(w->folders, cap * sizeof(*w->folders));
		memset(w->folders + w->cap, 0,
		       (cap - w->cap) * sizeof(*w->folders));
		w->cap = cap;
	}
	/* A folder that was renamed keeps its number. */
	free(w->folders[at]);
	w->folders[at] = xstrdup(path);
}

static bool is_left_out(const struct watch *w, const char *name,
			const char *path)
{
	return !strcmp(name, ".git") || (w->except && !strcmp(path, w->except));
}

static bool is_folder(int parent, const struct dirent *d)
{
	struct stat st;

	if (d->d_type != DT_UNKNOWN)
		return d->d_type == DT_DIR;
	return !fstatat(parent, d->d_name, &st, AT_SYMLINK_NOFOLLOW) &&
	       S_ISDIR(st.st_mode);
}

static int add_below(struct watch *w, struct strbuf *path, int depth,
		     struct error *err)
{
	size_t len = path->len;
	DIR *dir = opendir(path->buf);
	const struct dirent *d;
	int rc = 0;

	/* It may have gone again in the meantime. */
	if (!dir)
		return 0;
	while (!rc && (d = readdir(dir))) {
		if (!strcmp(d->d_name, ".") || !strcmp(d->d_name, "..") ||
		    !is_folder(dirfd(dir), d))
			continue;
		path_join(path, d->d_name);
		if (!is_left_out(w, d->d_name, path->buf))
			rc = add_folder(w, path, depth + 1, err);
		strbuf_truncate(path, len);
	}
	closedir(dir);
	return rc;
}

static int fail_add(const char *path, struct error *err)
{
	if (errno == ENOSPC)
		return error_set(err, ERROR_IO, "cannot watch '%s': the limit "
				 "of fs.inotify.max_user_watches is reached",
				 path);
	return error_errno(err, "cannot watch '%s'", path);
}

static int add_folder(struct watch *w, struct strbuf *path, int depth,
		      struct error *err)
{
	int number;

	if (depth > DEPTH_LIMIT)
		return 0;
	number = inotify_add_watch(w->fd, path->buf,
				   EVENTS | IN_ONLYDIR | IN_DONT_FOLLOW |
					   IN_EXCL_UNLINK);
	if (number < 0 && (errno == ENOENT || errno == ENOTDIR ||
			   errno == ELOOP))
		return 0;
	if (number < 0)
		return fail_add(path->buf, err);
	remember(w, number, path->buf);
	return add_below(w, path, depth, err);
}

int watch_start(struct watch *w, const char *folder, const char *except,
		struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;

	*w = (struct watch){ .except = except };
	w->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (w->fd < 0)
		return error_errno(err, "cannot watch for changes");
	strbuf_addstr(&path, folder);
	return add_folder(w, &path, 0, err);
}

void watch_release(struct watch *w)
{
	if (w->fd >= 0)
		close(w->fd);
	for (size_t i = 0; i < w->cap; i++)
		free(w->folders[i]);
	free(w->folders);
	*w = (struct watch)WATCH_INIT;
}

/* Where the limit is reached, what is in the new folder goes unnoticed; the
 * rest is still told. */
static void add_new_folder(struct watch *w, const struct inotify_event *e)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct error ignored = ERROR_INIT;

	if (e->wd < 0 || (size_t)e->wd >= w->cap || !w->folders[e->wd])
		return;
	strbuf_addstr(&path, w->folders[e->wd]);
	path_join(&path, e->name);
	if (!is_left_out(w, e->name, path.buf) &&
	    add_folder(w, &path, 0, &ignored))
		return;
}

static bool is_change(const struct watch *w, const struct inotify_event *e)
{
	AUTO(strbuf) path = STRBUF_INIT;

	if (e->mask & IN_Q_OVERFLOW)
		return true;
	if (!(e->mask & EVENTS) || !e->len || (size_t)e->wd >= w->cap ||
	    !w->folders[e->wd])
		return false;
	strbuf_addstr(&path, w->folders[e->wd]);
	path_join(&path, e->name);
	return !is_left_out(w, e->name, path.buf);
}

static bool take_event(struct watch *w, const struct inotify_event *e)
{
	if (e->mask & IN_IGNORED && e->wd >= 0 && (size_t)e->wd < w->cap) {
		free(w->folders[e->wd]);
		w->folders[e->wd] = NULL;
		return false;
	}
	if (e->mask & IN_ISDIR && e->mask & (IN_CREATE | IN_MOVED_TO))
		add_new_folder(w, e);
	return is_change(w, e);
}

bool watch_changed(struct watch *w)
{
	char buf[8192]
		__attribute__((aligned(__alignof__(struct inotify_event))));
	bool changed = false;
	ssize_t n;

	while ((n = read(w->fd, buf, sizeof(buf))) > 0)
		for (ssize_t at = 0; at < n;) {
			const struct inotify_event *e =
				(const void *)(buf + at);

			changed |= take_event(w, e);
			at += (ssize_t)(sizeof(*e) + e->len);
		}
	return changed;
}
