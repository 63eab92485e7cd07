/* SPDX-License-Identifier: MIT */
/* One look at the work tree: the names, and the form in which they are kept. */
#include "core/index/scan.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "core/base/file_state.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/index/scan_names.h"
#include "core/model/document.h"

static const char *const tops[] = { "log", "notes", "plans" };

/* Deeper than any tree of notes; a bound for recursion. */
#define MAX_DEPTH 64

static uint64_t mix(uint64_t h, uint64_t value)
{
	h = (h ^ value) * UINT64_C(0x9e3779b97f4a7c15);
	return h ^ h >> 32;
}

uint64_t digest_content(struct str content)
{
	uint64_t h = mix(1, content.len), word;

	for (; content.len >= sizeof(word);
	     content = str_from(content, sizeof(word))) {
		memcpy(&word, content.s, sizeof(word));
		h = mix(h, word);
	}
	word = 0;
	if (content.len)
		memcpy(&word, content.s, content.len);
	return mix(h, word) | 1;
}

bool scan_begins_at(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(tops); i++)
		if (!strcmp(name, tops[i]))
			return true;
	return false;
}

size_t scan_limit(const char *path)
{
	return str_starts(str_of(path), "log") ? LIMIT_ENTRY : LIMIT_FILE;
}

static int by_name(const void *a, const void *b)
{
	const struct seen_file *x = a, *y = b;

	return strcmp(x->name, y->name);
}

static int by_path(const void *a, const void *b)
{
	const struct seen_folder *x = a, *y = b;

	return strcmp(x->path, y->path);
}

struct walk {
	struct scan *scan;
	const struct beneath *tree;
	struct known_folders known;
	int64_t now;
	struct strbuf path; /* of the folder */
	int depth;
	struct error *failure;	/* the first folder that could not be read */
	dev_t device;		/* about which was asked last … */
	bool asked, times_tell; /* … if it was, and the answer */
};

static void scan_folder(struct walk *w);

static void scan_subfolder(struct walk *w, const char *name)
{
	size_t len = w->path.len;

	if (w->depth >= MAX_DEPTH)
		return;
	w->depth++;
	path_join(&w->path, name);
	scan_folder(w);
	strbuf_truncate(&w->path, len);
	w->depth--;
}

/* By the name alone, so that other files cost no stat. */
static enum document_kind kind_of(struct walk *w, const char *name)
{
	size_t len = w->path.len;
	enum document_kind kind;

	path_join(&w->path, name);
	kind = w->path.len > LIMIT_PATH ? DOCUMENT_OTHER
					: document_kind(strbuf_slice(&w->path));
	strbuf_truncate(&w->path, len);
	return kind;
}

static void add_file(struct walk *w, struct seen_folder *folder,
		     const char *name)
{
	if (kind_of(w, name) == DOCUMENT_OTHER)
		return;
	XGROW(folder->files, folder->count, folder->cap);
	folder->files[folder->count++] = (struct seen_file){
		.name = arena_strdup(&w->scan->mem, name),
	};
}

/* File systems that do not say what a name is, leave it to stat. */
static bool is_folder(int fd, const struct dirent *d)
{
	struct stat st;

	if (d->d_type != DT_UNKNOWN)
		return d->d_type == DT_DIR;
	return !fstatat(fd, d->d_name, &st, AT_SYMLINK_NOFOLLOW) &&
	       S_ISDIR(st.st_mode);
}

static void keep_folder(struct walk *w, struct seen_folder folder)
{
	struct scan *scan = w->scan;

	if (!folder.count && !folder.known) {
		free(folder.files);
		return;
	}
	folder.path = arena_strdup(&scan->mem, w->path.buf);
	XGROW(scan->folders, scan->count, scan->cap);
	scan->folders[scan->count++] = folder;
}

bool scan_means_absent(int why)
{
	return why == ENOENT || why == ENOTDIR || why == ELOOP || why == EXDEV;
}

/*
 * A folder that is not there, or no folder, has no files.  One that cannot be
 * read must not pass for empty: all that is in it would seem lost.
 */
static void note_failure(struct walk *w, int why)
{
	if (scan_means_absent(why))
		return;
	if (unread_is_left_out(why))
		unread_add(&w->scan->unread, w->path.buf, "cannot read the "
			   "folder '%s': %s", w->path.buf, strerror(why));
	else if (w->failure->kind == ERROR_NONE)
		error_set(w->failure, ERROR_IO, "cannot read the folder '%s': "
			  "%s", w->path.buf, strerror(why));
}

/* Of these it is known that what befalls a name changes its folder's times. */
static bool is_telling(int fd)
{
	struct statfs fs;

	if (fstatfs(fd, &fs))
		return false;
	return fs.f_type == EXT4_SUPER_MAGIC || fs.f_type == XFS_SUPER_MAGIC ||
	       fs.f_type == TMPFS_MAGIC;
}

/* Most folders are on the file system of the one before. */
static bool folder_times_tell(struct walk *w, int fd, dev_t device)
{
	if (!w->asked || w->device != device)
		w->times_tell = is_telling(fd);
	w->asked = true;
	w->device = device;
	return w->times_tell;
}

/*
 * A folder with folders in it, which has more than two links, is listed each
 * time: what happens in them does not show in it.
 */
static uint64_t folder_state(struct walk *w, int fd)
{
	struct stat st;

	if (fstat(fd, &st) || st.st_nlink != 2 || file_is_racy(&st, w->now) ||
	    !folder_times_tell(w, fd, st.st_dev))
		return 0;
	return file_state(&st) | 1;
}

static int by_known_path(const void *key, const void *item)
{
	const struct known_folder *known = item;

	return strcmp(key, known->path);
}

/* What is on record of this folder, if it has not changed since. */
static const struct known_folder *find_known(const struct walk *w,
					     uint64_t state)
{
	const struct known_folder *known = NULL;

	if (state && w->known.count)
		known = bsearch(w->path.buf, w->known.items, w->known.count,
				sizeof(*known), by_known_path);
	return known && known->state == state ? known : NULL;
}

static void list_names(struct walk *w, struct seen_folder *folder, DIR *dir)
{
	const struct dirent *d;

	while ((d = readdir(dir))) {
		if (d->d_name[0] == '.' || d->d_type == DT_LNK)
			continue;
		if (is_folder(dirfd(dir), d))
			scan_subfolder(w, d->d_name);
		else
			add_file(w, folder, d->d_name);
	}
	if (folder->count)
		qsort(folder->files, folder->count, sizeof(*folder->files),
		      by_name);
}

static void read_folder(struct walk *w, struct seen_folder *folder, int fd)
{
	DIR *dir = fdopendir(fd);

	if (!dir) {
		note_failure(w, errno);
		close(fd);
		return;
	}
	list_names(w, folder, dir);
	closedir(dir);
}

static void scan_folder(struct walk *w)
{
	int fd =
		beneath_openat(w->tree, w->path.buf, O_RDONLY | O_DIRECTORY, 0);
	struct seen_folder folder = { .path = NULL };

	if (fd < 0) {
		note_failure(w, errno);
		return;
	}
	folder.state = folder_state(w, fd);
	folder.known = find_known(w, folder.state);
	if (folder.known)
		close(fd);
	else
		read_folder(w, &folder, fd);
	keep_folder(w, folder);
}

static void list_folder(struct walk *w, const char *path)
{
	strbuf_reset(&w->path);
	strbuf_addstr(&w->path, path);
	scan_folder(w);
}

static int list_all(struct walk *w, const char *only, struct error *err)
{
	struct scan *out = w->scan;

	if (only)
		list_folder(w, only);
	for (size_t i = 0; !only && i < ARRAY_SIZE(tops); i++)
		list_folder(w, tops[i]);
	strbuf_release(&w->path);
	if (out->count)
		qsort(out->folders, out->count, sizeof(*out->folders), by_path);
	if (w->failure->kind == ERROR_NONE)
		return 0;
	*err = *w->failure;
	return -1;
}

int scan_names(struct scan *out, const struct beneath *tree,
	       struct known_folders known, const char *only, int64_t now,
	       struct error *err)
{
	struct error failure = ERROR_INIT;
	struct walk w = {
		.scan = out, .tree = tree, .path = STRBUF_INIT,
		.known = known,
		.now = now,
		.failure = &failure,
		.depth = only ? MAX_DEPTH : 0,
	};

	return list_all(&w, only, err);
}

/* The names of a listing end in NULs, too. */
void seen_folder_fill(struct seen_folder *folder)
{
	struct str listing;
	struct listed_file f;
	size_t count = 0;

	if (!folder->known || folder->files || !folder->count)
		return;
	listing = folder->known->listing;
	folder->files = xcalloc(folder->count, sizeof(*folder->files));
	folder->cap = folder->count;
	while (count < folder->count && listing_next(&listing, &f))
		folder->files[count++] = (struct seen_file){
			.name = f.name.s, .state = f.state
		};
}

void scan_release(struct scan *scan)
{
	for (size_t i = 0; i < scan->count; i++)
		free(scan->folders[i].files);
	free(scan->folders);
	unread_list_release(&scan->unread);
	arena_release(&scan->mem);
	*scan = (struct scan)SCAN_INIT;
}

void listing_add(struct strbuf *out, const struct seen_file *f)
{
	uint64_t state = f->digest ? f->state | 1 : f->state;

	strbuf_add(out, f->name, strlen(f->name) + 1);
	strbuf_add(out, &state, sizeof(state));
	if (f->digest)
		strbuf_add(out, &f->digest, sizeof(f->digest));
}

static uint64_t take_number(struct str *rest)
{
	uint64_t number = 0;

	if (rest->len >= sizeof(number))
		memcpy(&number, rest->s, sizeof(number));
	*rest = str_from(*rest, rest->len < sizeof(number) ? rest->len
							   : sizeof(number));
	return number;
}

bool listing_next(struct str *rest, struct listed_file *out)
{
	if (!rest->len)
		return false;
	out->name = str_next_field(rest, '\0');
	out->state = take_number(rest);
	out->digest = out->state & 1 ? take_number(rest) : 0;
	out->state &= ~UINT64_C(1);
	return true;
}
