/* SPDX-License-Identifier: MIT */
/* Hearing of changes in a folder and all beneath it. */
#include "core/base/folder_watch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "core/base/alloc.h"
#include "core/base/file.h"
#include "core/base/path.h"
#include "core/base/strbuf.h"

/* A bound for recursion; nobody who reads a journal goes deeper. */
#define DEPTH_LIMIT 66

#define NAME_EVENTS (IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)
#define SELF_EVENTS (IN_DELETE_SELF | IN_MOVE_SELF)
/* After these, of a folder, there is one more … */
#define ARRIVALS (IN_CREATE | IN_MOVED_TO)
/* … and after these others may have other paths, or can be read now. */
#define UPHEAVALS (IN_MOVED_FROM | IN_ATTRIB)

struct watched_folder {
	char *path;	/* relative to the root; NULL: none has this number */
	unsigned round; /* of the walk that met it last */
};

struct folder_watch {
	struct folder_watch_rules rules;
	struct beneath tree;
	int fd;
	int mounts;	/* /proc/self/mountinfo, or -1 */
	int root;	/* its number */
	struct watched_folder *folders; /* by watch descriptor */
	size_t cap, count;
	unsigned round;
	bool walk_again;
	bool blind;
	bool root_lost;
};

static uint32_t events_of(const struct folder_watch *w)
{
	uint32_t events = NAME_EVENTS | SELF_EVENTS | IN_CLOSE_WRITE;

	/* With IN_CLOSE_WRITE, because what was mapped is told by that alone. */
	return w->rules.each_write ? events | IN_MODIFY | IN_ATTRIB : events;
}

/* --- the folders --------------------------------------------------------- */

static void make_room(struct folder_watch *w, size_t at)
{
	size_t cap = (at + 1) * 2;

	if (at < w->cap)
		return;
	w->folders = xrealloc(w->folders, cap * sizeof(*w->folders));
	memset(w->folders + w->cap, 0, (cap - w->cap) * sizeof(*w->folders));
	w->cap = cap;
}

/* A folder that was renamed keeps its number. */
static void remember(struct folder_watch *w, int number, const char *path)
{
	struct watched_folder *f;

	make_room(w, (size_t)number);
	f = &w->folders[number];
	f->round = w->round;
	if (f->path && !strcmp(f->path, path))
		return;
	w->count += !f->path;
	free(f->path);
	f->path = xstrdup(path);
}

static const char *path_of(const struct folder_watch *w, int number)
{
	return number >= 0 && (size_t)number < w->cap ? w->folders[number].path
						      : NULL;
}

static void forget(struct folder_watch *w, int number)
{
	if (!path_of(w, number))
		return;
	free(w->folders[number].path);
	w->folders[number].path = NULL;
	w->count--;
}

/* What the last walk did not meet was moved out of the tree. */
static void forget_others(struct folder_watch *w)
{
	for (size_t i = 0; i < w->cap; i++)
		if (w->folders[i].path && w->folders[i].round != w->round) {
			inotify_rm_watch(w->fd, (int)i);
			forget(w, (int)i);
		}
}

/* --- the walk ------------------------------------------------------------ */

static const char *shown(const char *path)
{
	return *path ? path : ".";
}

/* Local ones, whose changes all go through this kernel and its own inodes. */
static int check_file_system(int fd, const char *path, struct error *err)
{
	static const unsigned long known[] = {
		EXT4_SUPER_MAGIC, XFS_SUPER_MAGIC,  BTRFS_SUPER_MAGIC,
		F2FS_SUPER_MAGIC, TMPFS_MAGIC,
	};
	struct statfs fs;

	if (fstatfs(fd, &fs))
		return error_errno(err, "cannot watch '%s'", shown(path));
	for (size_t i = 0; i < ARRAY_SIZE(known); i++)
		if ((unsigned long)fs.f_type == known[i])
			return 0;
	return error_set(err, ERROR_IO, "cannot watch '%s': it is on a file "
			 "system (type 0x%lx) of which it is not known that it "
			 "tells of every change", shown(path),
			 (unsigned long)fs.f_type);
}

static int fail_add(const char *path, struct error *err)
{
	if (errno == ENOSPC)
		return error_set(err, ERROR_IO, "cannot watch '%s': the limit "
				 "of fs.inotify.max_user_watches is reached",
				 shown(path));
	return error_errno(err, "cannot watch '%s'", shown(path));
}

/* By the descriptor, so that it is the folder that was opened. */
static int add_watch(struct folder_watch *w, int fd, const char *path,
		     struct error *err)
{
	char name[64];
	int number;

	if (w->rules.reliable && check_file_system(fd, path, err))
		return -1;
	snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
	number = inotify_add_watch(w->fd, name, events_of(w) | IN_ONLYDIR);
	if (number < 0)
		return fail_add(path, err);
	if (!*path)
		w->root = number;
	remember(w, number, path);
	return 0;
}

static bool is_folder(int parent, const struct dirent *d)
{
	struct stat st;

	if (d->d_type != DT_UNKNOWN)
		return d->d_type == DT_DIR;
	return !fstatat(parent, d->d_name, &st, AT_SYMLINK_NOFOLLOW) &&
	       S_ISDIR(st.st_mode);
}

static int enter(struct folder_watch *w, struct strbuf *path, int depth,
		 struct error *err);

static int enter_below(struct folder_watch *w, DIR *dir, struct strbuf *path,
		       int depth, struct error *err)
{
	const struct dirent *d;
	size_t len = path->len;
	int rc = 0;

	while (!rc && (d = readdir(dir))) {
		if (!strcmp(d->d_name, ".") || !strcmp(d->d_name, "..") ||
		    !is_folder(dirfd(dir), d) ||
		    !w->rules.matters(w->rules.arg, path->buf, d->d_name))
			continue;
		path_join(path, d->d_name);
		rc = enter(w, path, depth + 1, err);
		strbuf_truncate(path, len);
	}
	return rc;
}

/* It may have gone again in the meantime, which will be told. */
static bool is_absent(int why)
{
	return why == ENOENT || why == ENOTDIR || why == ELOOP || why == EXDEV;
}

/* Watched before it is listed: what comes after that is told. */
static int enter(struct folder_watch *w, struct strbuf *path, int depth,
		 struct error *err)
{
	int fd, rc;
	DIR *dir;

	if (depth > DEPTH_LIMIT)
		return 0;
	fd = beneath_openat(&w->tree, shown(path->buf), O_RDONLY | O_DIRECTORY,
			    0);
	dir = fd < 0 ? NULL : fdopendir(fd);
	if (!dir) {
		w->blind |= !is_absent(errno);
		if (fd >= 0)
			close(fd);
		return 0;
	}
	rc = add_watch(w, fd, path->buf, err);
	if (!rc)
		rc = enter_below(w, dir, path, depth, err);
	closedir(dir);
	return rc;
}

/*
 * All folders, each time that some may be elsewhere: that is seldom, and a
 * folder that was renamed, with those in it, needs no thought.
 */
static int walk(struct folder_watch *w, struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;

	w->walk_again = w->blind = false;
	w->round++;
	if (enter(w, &path, 0, err))
		return -1;
	if (!w->blind)
		forget_others(w);
	return 0;
}

/* --- what is told -------------------------------------------------------- */

/* What is told of a folder that was given up, may matter. */
static bool matters(const struct folder_watch *w, const struct inotify_event *e)
{
	const char *folder = path_of(w, e->wd);

	return !folder || !e->len ||
	       w->rules.matters(w->rules.arg, folder, e->name);
}

/* Where it fails, so does the walk, which tells why. */
static void enter_new(struct folder_watch *w, const struct inotify_event *e)
{
	const char *folder = path_of(w, e->wd);
	AUTO(strbuf) path = STRBUF_INIT;
	struct error ignored = ERROR_INIT;

	if (!folder || !e->len)
		return;
	strbuf_addstr(&path, folder);
	path_join(&path, e->name);
	w->walk_again |= enter(w, &path, 1, &ignored) != 0;
}

static void take_event(struct folder_watch *w, const struct inotify_event *e,
		       struct folder_news *news)
{
	if (e->mask & (IN_Q_OVERFLOW | IN_UNMOUNT)) {
		news->lost = w->walk_again = true;
		return;
	}
	if (e->mask & IN_IGNORED) {
		forget(w, e->wd);
		return;
	}
	w->root_lost |= e->wd == w->root && e->mask & SELF_EVENTS;
	if (!matters(w, e))
		return;
	news->changes++;
	if (e->mask & IN_ISDIR && e->mask & ARRIVALS)
		enter_new(w, e);
	w->walk_again |= e->mask & IN_ISDIR && e->mask & UPHEAVALS;
}

/* No more than there was at first: who writes on and on holds up nobody. */
static void take_events(struct folder_watch *w, struct folder_news *news)
{
	char buf[16384]
		__attribute__((aligned(__alignof__(struct inotify_event))));
	int waiting = 0;

	if (ioctl(w->fd, FIONREAD, &waiting))
		waiting = 0;
	while (waiting > 0) {
		ssize_t n = read(w->fd, buf, sizeof(buf));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return;
		waiting -= (int)n;
		for (ssize_t at = 0; at < n;) {
			const struct inotify_event *e =
				(const void *)(buf + at);

			take_event(w, e, news);
			at += (ssize_t)(sizeof(*e) + e->len);
		}
	}
}

/* What is mounted over a folder hides it, and inotify says nothing. */
static bool mounts_changed(const struct folder_watch *w)
{
	struct pollfd mounts = { w->mounts, POLLPRI, 0 };

	return poll(&mounts, 1, 0) > 0 && mounts.revents & (POLLPRI | POLLERR);
}

int folder_watch_take(struct folder_watch *w, struct folder_news *out,
		      struct error *err)
{
	*out = (struct folder_news){ .lost = mounts_changed(w) };
	take_events(w, out);
	if (w->root_lost)
		return error_set(err, ERROR_IO,
				 "the folder was moved or removed");
	if ((w->walk_again || w->blind || out->lost) && walk(w, err))
		return -1;
	out->blind = w->blind;
	return 0;
}

/* --- as a whole ---------------------------------------------------------- */

static int start(struct folder_watch *w, const char *root, struct error *err)
{
	if (beneath_open(&w->tree, root, err))
		return -1;
	w->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (w->fd < 0)
		return error_errno(err, "cannot watch for changes");
	if (w->rules.reliable) {
		w->mounts = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
		if (w->mounts < 0)
			return error_errno(err, "cannot watch what is mounted");
	}
	return walk(w, err);
}

int folder_watch_open(struct folder_watch **out, const char *root,
		      const struct folder_watch_rules *rules, struct error *err)
{
	struct folder_watch *w = xcalloc(1, sizeof(*w));

	*w = (struct folder_watch){ .rules = *rules, .tree = BENEATH_INIT,
				    .fd = -1, .mounts = -1, .root = -1 };
	if (start(w, root, err)) {
		folder_watch_close(w);
		return -1;
	}
	*out = w;
	return 0;
}

void folder_watch_close(struct folder_watch *w)
{
	if (!w)
		return;
	if (w->fd >= 0)
		close(w->fd);
	if (w->mounts >= 0)
		close(w->mounts);
	for (size_t i = 0; i < w->cap; i++)
		free(w->folders[i].path);
	free(w->folders);
	beneath_release(&w->tree);
	free(w);
}

int folder_watch_descriptor(const struct folder_watch *w)
{
	return w->fd;
}

size_t folder_watch_folders(const struct folder_watch *w)
{
	return w->count;
}
