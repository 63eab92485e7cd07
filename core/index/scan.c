/* SPDX-License-Identifier: MIT */
/* One look at the work tree: names, sizes and times. */
#include "core/index/scan.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#include "core/base/file_state.h"
#include "core/base/helper.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/model/document.h"

#define NS_PER_SECOND INT64_C(1000000000)

/* A thread costs as much as asking about fifty files. */
#define FILES_FOR_TWO 300

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

/* Of the system, because it is compared with what the system wrote. */
static int64_t system_now(void)
{
	struct timespec t = { 0, 0 };

	clock_gettime(CLOCK_REALTIME_COARSE, &t);
	return (int64_t)t.tv_sec * NS_PER_SECOND + t.tv_nsec;
}

bool scan_begins_at(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(tops); i++)
		if (!strcmp(name, tops[i]))
			return true;
	return false;
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

	if (!folder.count) {
		free(folder.files);
		return;
	}
	folder.path = arena_strdup(&scan->mem, w->path.buf);
	XGROW(scan->folders, scan->count, scan->cap);
	scan->folders[scan->count++] = folder;
	scan->files += folder.count;
}

/*
 * A folder that is not there, or no folder, has no files.  One that cannot be
 * read must not pass for empty: all that is in it would seem lost.
 */
static void note_failure(struct walk *w, int why)
{
	if (why != ENOENT && why != ENOTDIR && why != ELOOP && why != EXDEV &&
	    w->failure->kind == ERROR_NONE)
		error_set(w->failure, ERROR_IO, "cannot read the folder '%s': "
			  "%s", w->path.buf, strerror(why));
}

/* Of these it is known that what befalls a name changes its folder's times. */
static bool folder_times_tell(int fd)
{
	struct statfs fs;

	if (fstatfs(fd, &fs))
		return false;
	return fs.f_type == EXT4_SUPER_MAGIC || fs.f_type == XFS_SUPER_MAGIC ||
	       fs.f_type == TMPFS_MAGIC;
}

/*
 * A folder with folders in it, which has more than two links, is listed each
 * time: what happens in them does not show in it.
 */
static uint64_t folder_state(const struct walk *w, int fd)
{
	struct stat st;

	if (fstat(fd, &st) || st.st_nlink != 2 || file_is_racy(&st, w->now) ||
	    !folder_times_tell(fd))
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

/* The names of a listing end in NULs, too. */
static void take_listing(struct seen_folder *folder, struct str listing)
{
	struct listed_file f;

	while (listing_next(&listing, &f)) {
		XGROW(folder->files, folder->count, folder->cap);
		folder->files[folder->count++] =
			(struct seen_file){ .name = f.name.s };
	}
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

static void scan_folder(struct walk *w)
{
	int fd =
		beneath_openat(w->tree, w->path.buf, O_RDONLY | O_DIRECTORY, 0);
	struct seen_folder folder = { .path = NULL };
	const struct known_folder *known;
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);

	if (!dir) {
		note_failure(w, errno);
		if (fd >= 0)
			close(fd);
		return;
	}
	folder.state = folder_state(w, fd);
	known = find_known(w, folder.state);
	if (known)
		take_listing(&folder, known->listing);
	else
		list_names(w, &folder, dir);
	closedir(dir);
	keep_folder(w, folder);
}

/* The files from `from` to before `to`, counted over all folders. */
struct stat_job {
	const struct scan *scan;
	const struct beneath *tree;
	int64_t now;
	size_t from, to;
};

static void stat_file(struct seen_file *f, int folder, size_t limit,
		      int64_t now)
{
	struct stat st;

	if (fstatat(folder, f->name, &st, AT_SYMLINK_NOFOLLOW)) {
		f->unsure = errno != ENOENT;
		f->name = NULL;
		return;
	}
	if (!S_ISREG(st.st_mode)) {
		f->name = NULL;
		return;
	}
	f->state = file_state(&st) & ~UINT64_C(1);
	f->racy = file_is_racy(&st, now);
	f->too_large = (uint64_t)st.st_size > limit;
	f->unsure = st.st_nlink > 1;
}

static void stat_files(const struct stat_job *job,
		       const struct seen_folder *folder, size_t from, size_t to)
{
	int fd = beneath_openat(job->tree, folder->path, O_PATH | O_DIRECTORY,
				0);
	bool is_log = str_starts(str_of(folder->path), "log");
	size_t limit = is_log ? LIMIT_ENTRY : LIMIT_FILE;

	for (size_t i = from; i < to; i++)
		stat_file(&folder->files[i], fd, limit, job->now);
	if (fd >= 0)
		close(fd);
}

static void *run_job(void *arg)
{
	const struct stat_job *job = arg;
	size_t before = 0;

	for (size_t i = 0; i < job->scan->count && before < job->to; i++) {
		const struct seen_folder *folder = &job->scan->folders[i];
		size_t after = before + folder->count;

		if (after > job->from)
			stat_files(job, folder,
				   job->from > before ? job->from - before : 0,
				   (job->to < after ? job->to : after) -
					   before);
		before = after;
	}
	return NULL;
}

/*
 * Asking for sizes and times is what a scan spends its time on, and all that a
 * command waits for that has nothing to read again: two do it.
 */
static void stat_all(struct scan *scan, const struct beneath *tree, int64_t now)
{
	struct stat_job first = { scan, tree, now, 0, scan->files };
	struct stat_job second = first;
	struct helper helper = HELPER_INIT;

	second.from = scan->files / 2;
	if (scan->files >= FILES_FOR_TWO &&
	    helper_begin(&helper, run_job, &second))
		first.to = second.from;
	run_job(&first);
	helper_end(&helper);
}

/* What vanished meanwhile, or is no regular file. */
static void drop_missing(struct scan *scan, struct seen_folder *folder)
{
	size_t kept = 0;

	for (size_t i = 0; i < folder->count; i++) {
		scan->unsure |= folder->files[i].unsure;
		if (folder->files[i].name)
			folder->files[kept++] = folder->files[i];
	}
	scan->files -= folder->count - kept;
	folder->count = kept;
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

int scan_tree(struct scan *out, const struct beneath *tree,
	      struct known_folders known, const char *only, struct error *err)
{
	struct error failure = ERROR_INIT;
	struct walk w = {
		.scan = out, .tree = tree, .path = STRBUF_INIT,
		.known = known,
		.now = system_now(),
		.failure = &failure,
		.depth = only ? MAX_DEPTH : 0,
	};

	if (list_all(&w, only, err))
		return -1;
	stat_all(out, tree, w.now);
	for (size_t i = 0; i < out->count; i++)
		drop_missing(out, &out->folders[i]);
	return 0;
}

void scan_release(struct scan *scan)
{
	for (size_t i = 0; i < scan->count; i++)
		free(scan->folders[i].files);
	free(scan->folders);
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
