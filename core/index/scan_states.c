/* SPDX-License-Identifier: MIT */
/* The sizes and times of all files, asked for by as many threads as are free. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/base/file_state.h"
#include "core/base/helper.h"
#include "core/base/workers.h"
#include "core/index/scan_names.h"

#define NS_PER_SECOND INT64_C(1000000000)

/* A thread costs as much as asking about fifty files. */
#define FILES_FOR_TWO 300

/* What a file takes in a listing, about. */
#define BYTES_LISTED 24

/* Files that are claimed at once: many, as long as there are many left, so that
 * each folder is opened once; few in the end, so that nobody waits for long. */
#define SHARE_MOST 512
#define SHARE_LEAST 32
#define SHARE_PART 8

#define HELPERS_MOST 8

/* A file that is not as it is on record. */
struct odd_file {
	size_t folder, at;
	struct seen_file file;
};

/* From `lock` on, it belongs to whoever has that. */
struct scan_work {
	const struct beneath *tree;
	struct known_folders known;
	const char *only;
	int64_t now;
	struct helper aside; /* who lists the names */
	unsigned threads;    /* that are at it in the end, with the caller */
	pthread_mutex_t lock;
	pthread_cond_t is_listed;
	bool listed;
	struct scan scan;
	struct error err;
	int rc;
	size_t folder, file; /* the next ones to be claimed */
	struct str rest;     /* of the listing of that folder */
	size_t left;	     /* files, about */
	struct odd_file *odd;
	size_t nodd, odd_cap;
};

/* What one thread has claimed. */
struct share {
	size_t folder, first, count;
	bool is_known;		  /* and `recorded` has what is on record */
	struct seen_file *files;  /* `names`, or those of the folder */
	struct seen_file names[SHARE_MOST];
	uint64_t recorded[SHARE_MOST];
	size_t open; /* the folder of the descriptor `fd` */
	int fd;
	const char *unasked; /* a file that could not be asked about; or NULL */
	int why;
};

/* Of the system, because it is compared with what the system wrote. */
static int64_t system_now(void)
{
	struct timespec t = { 0, 0 };

	clock_gettime(CLOCK_REALTIME_COARSE, &t);
	return (int64_t)t.tv_sec * NS_PER_SECOND + t.tv_nsec;
}

/* One that is not there, or no regular file, loses its name.  0, or why it is
 * not known. */
static int stat_file(struct seen_file *f, int folder, size_t limit,
		     int64_t now)
{
	struct stat st;

	if (fstatat(folder, f->name, &st, AT_SYMLINK_NOFOLLOW)) {
		f->name = NULL;
		return scan_means_absent(errno) ? 0 : errno;
	}
	if (!S_ISREG(st.st_mode)) {
		f->name = NULL;
		return 0;
	}
	f->state = file_state(&st) & ~UINT64_C(1);
	f->racy = file_is_racy(&st, now);
	f->too_large = (uint64_t)st.st_size > limit;
	f->unsure = st.st_nlink > 1;
	return 0;
}

static size_t size_of_share(const struct scan_work *w)
{
	size_t size = w->left / SHARE_PART;

	return size < SHARE_LEAST  ? SHARE_LEAST
	       : size > SHARE_MOST ? SHARE_MOST
				   : size;
}

/* A state that is odd, for the content counts as well, is nobody's. */
static void take_listed(struct scan_work *w, struct share *s, size_t most)
{
	struct listed_file f;

	while (s->count < most && listing_next(&w->rest, &f)) {
		s->names[s->count] = (struct seen_file){ .name = f.name.s };
		s->recorded[s->count++] = f.digest ? f.state | 1 : f.state;
	}
	s->files = s->names;
}

/* As much as there is of the folder that has its turn. */
static void take(struct scan_work *w, struct share *s)
{
	struct seen_folder *folder = &w->scan.folders[w->folder];
	size_t most = size_of_share(w);

	s->folder = w->folder;
	s->first = w->file;
	s->count = 0;
	s->is_known = folder->known != NULL;
	if (s->is_known) {
		if (!w->file)
			w->rest = folder->known->listing;
		take_listed(w, s, most);
		folder->count += s->count;
	} else {
		s->files = folder->files + w->file;
		s->count = folder->count - w->file;
		if (s->count > most)
			s->count = most;
	}
	w->file += s->count;
	w->left -= s->count < w->left ? s->count : w->left;
}

static bool claim(struct scan_work *w, struct share *s)
{
	s->count = 0;
	pthread_mutex_lock(&w->lock);
	while (!s->count && w->folder < w->scan.count) {
		take(w, s);
		if (!s->count) {
			w->folder++;
			w->file = 0;
		}
	}
	pthread_mutex_unlock(&w->lock);
	return s->count;
}

/* 0, or why it cannot be opened. */
static int open_folder(const struct scan_work *w, struct share *s,
		       const char *path)
{
	if (s->fd >= 0 && s->open == s->folder)
		return 0;
	if (s->fd >= 0)
		close(s->fd);
	s->fd = beneath_openat(w->tree, path, O_PATH | O_DIRECTORY, 0);
	s->open = s->folder;
	return s->fd < 0 ? errno : 0;
}

/* All that was in a folder that is gone is gone, too. */
static int forget_file(struct seen_file *f, int why)
{
	f->name = NULL;
	return scan_means_absent(why) ? 0 : why;
}

static void ask(const struct scan_work *w, struct share *s, const char *path)
{
	size_t limit = scan_limit(path);
	int closed = open_folder(w, s, path);

	s->unasked = NULL;
	for (size_t i = 0; i < s->count; i++) {
		const char *name = s->files[i].name;
		int why = closed ? forget_file(&s->files[i], closed)
				 : stat_file(&s->files[i], s->fd, limit,
					     w->now);

		if (why && !s->unasked) {
			s->unasked = name;
			s->why = why;
		}
	}
}

/* The names of its folder are listed again next time, for this one is not on
 * record then. */
static void leave_out(struct scan_work *w, const struct share *s)
{
	struct seen_folder *folder = &w->scan.folders[s->folder];

	folder->state = 0;
	unread_add(&w->scan.unread, folder->path, "cannot look at '%s/%s': %s",
		   folder->path, s->unasked, strerror(s->why));
}

/* What cannot be asked about must not pass for gone. */
static void note_failure(struct scan_work *w, const struct share *s)
{
	if (!s->unasked || w->rc)
		return;
	if (unread_is_left_out(s->why))
		leave_out(w, s);
	else
		w->rc = error_set(&w->err, ERROR_IO,
				  "cannot look at '%s/%s': %s",
				  w->scan.folders[s->folder].path, s->unasked,
				  strerror(s->why));
}

static bool is_recorded(const struct share *s, size_t i)
{
	return s->files[i].name && s->files[i].state == s->recorded[i];
}

static void hand_in(struct scan_work *w, const struct share *s)
{
	pthread_mutex_lock(&w->lock);
	note_failure(w, s);
	for (size_t i = 0; i < s->count; i++) {
		w->scan.unsure |= s->files[i].unsure;
		if (!s->is_known || is_recorded(s, i))
			continue;
		XGROW(w->odd, w->nodd, w->odd_cap);
		w->odd[w->nodd++] = (struct odd_file){ s->folder, s->first + i,
						       s->files[i] };
	}
	pthread_mutex_unlock(&w->lock);
}

/* The names are known by now, and nobody changes the folders. */
static void ask_for_shares(struct scan_work *w)
{
	struct share s;

	s.fd = -1;
	while (claim(w, &s)) {
		ask(w, &s, w->scan.folders[s.folder].path);
		hand_in(w, &s);
	}
	if (s.fd >= 0)
		close(s.fd);
}

/* Whoever comes while they are still listed waits for them. */
static void *help(void *arg)
{
	struct scan_work *w = arg;

	pthread_mutex_lock(&w->lock);
	while (!w->listed)
		pthread_cond_wait(&w->is_listed, &w->lock);
	pthread_mutex_unlock(&w->lock);
	ask_for_shares(w);
	return NULL;
}

static size_t files_listed(struct str listing)
{
	return listing.len / BYTES_LISTED;
}

/* How many files there are to ask for, about. */
static size_t list(struct scan_work *w)
{
	size_t left = 0;
	int rc = scan_names(&w->scan, w->tree, w->known, w->only, w->now,
			    &w->err);

	for (size_t i = 0; i < w->scan.count; i++) {
		const struct seen_folder *f = &w->scan.folders[i];

		left += f->known ? files_listed(f->known->listing) : f->count;
	}
	pthread_mutex_lock(&w->lock);
	w->rc = rc;
	w->left = left;
	w->folder = rc ? w->scan.count : 0;
	w->listed = true;
	pthread_cond_broadcast(&w->is_listed);
	pthread_mutex_unlock(&w->lock);
	return left;
}

/* List the names, and ask with as many others as there are processors for. */
static void *run(void *arg)
{
	struct scan_work *w = arg;
	struct helper helpers[HELPERS_MOST] = { HELPER_INIT };
	size_t count = 0;

	if (list(w) >= FILES_FOR_TWO)
		while (count < HELPERS_MOST && count + 1 < w->threads &&
		       helper_begin(&helpers[count], help, w))
			count++;
	ask_for_shares(w);
	while (count)
		helper_end(&helpers[--count]);
	return NULL;
}

static struct scan_work *work_new(const struct beneath *tree,
				  struct known_folders known, const char *only)
{
	struct scan_work *w = xcalloc(1, sizeof(*w));

	*w = (struct scan_work){
		.tree = tree,
		.known = known,
		.only = only,
		.now = system_now(),
		.aside = HELPER_INIT,
		.threads = workers_worth(),
		.lock = PTHREAD_MUTEX_INITIALIZER,
		.is_listed = PTHREAD_COND_INITIALIZER,
		.scan = SCAN_INIT,
		.err = ERROR_INIT,
	};
	return w;
}

static size_t files_known(struct known_folders known)
{
	size_t count = 0;

	for (size_t i = 0; i < known.count; i++)
		count += files_listed(known.items[i].listing);
	return count;
}

struct scan_work *scan_begin(const struct beneath *tree,
			     struct known_folders known, const char *only)
{
	struct scan_work *w = work_new(tree, known, only);
	unsigned threads = w->threads;

	/* The caller is one that comes by itself. */
	w->threads--;
	if (files_known(known) >= FILES_FOR_TWO &&
	    helper_begin(&w->aside, run, w))
		return w;
	w->threads = threads;
	run(w);
	return w;
}

/* Folders with odd files have all of theirs. */
static void put_odd_files(struct scan_work *w)
{
	for (size_t i = 0; i < w->nodd; i++) {
		struct seen_folder *folder = &w->scan.folders[w->odd[i].folder];

		seen_folder_fill(folder);
		folder->files[w->odd[i].at] = w->odd[i].file;
	}
}

/* What vanished meanwhile, or is no regular file. */
static void drop_missing(struct seen_folder *folder)
{
	size_t kept = 0;

	if (!folder->files)
		return;
	for (size_t i = 0; i < folder->count; i++)
		if (folder->files[i].name)
			folder->files[kept++] = folder->files[i];
	folder->count = kept;
}

int scan_end(struct scan_work *w, struct scan *out, struct error *err)
{
	int rc;

	if (w->aside.is_begun)
		help(w);
	helper_end(&w->aside);
	put_odd_files(w);
	for (size_t i = 0; i < w->scan.count; i++) {
		drop_missing(&w->scan.folders[i]);
		w->scan.files += w->scan.folders[i].count;
	}
	*out = w->scan;
	*err = w->err;
	rc = w->rc;
	pthread_cond_destroy(&w->is_listed);
	pthread_mutex_destroy(&w->lock);
	free(w->odd);
	free(w);
	return rc;
}

int scan_tree(struct scan *out, const struct beneath *tree,
	      struct known_folders known, const char *only, struct error *err)
{
	struct scan_work *w = work_new(tree, known, only);

	run(w);
	return scan_end(w, out, err);
}
