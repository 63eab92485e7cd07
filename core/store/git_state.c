/* SPDX-License-Identifier: MIT */
/*
 * The folder <git dir>/hecto: the writers' lock, and files that a dead run
 * left here or among the objects.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/clock.h"
#include "core/base/path.h"
#include "core/store/git_store.h"

#define TURN_MS 10000
#define QUEUE_MS 120000
#define STALE_AFTER_MS 1500

static void sleep_ms(unsigned ms)
{
	struct timespec t = { ms / 1000, (long)(ms % 1000) * 1000000 };

	nanosleep(&t, NULL);
}

static int make_folder(const char *git_dir, struct strbuf *folder,
		       struct error *err)
{
	strbuf_addstr(folder, git_dir);
	path_join(folder, "hecto");
	if (!mkdir(folder->buf, 0700)) {
		int fd = open(git_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		int rc = fd < 0 ? -1 : fsync(fd);

		if (fd >= 0)
			close(fd);
		if (!rc)
			return 0;
	} else if (errno == EEXIST) {
		return 0;
	}
	return error_errno(err, "cannot make the folder '%s'", folder->buf);
}

int state_open(struct git_store *s, struct error *err)
{
	AUTO(strbuf) folder = STRBUF_INIT;

	if (make_folder(s->git_dir, &folder, err))
		return -1;
	return beneath_open(&s->state, folder.buf, err);
}

/*
 * All work trees of a repository share its branches and objects, hence the
 * lock is in the folder that they have in common.
 */
static int open_lock(struct git_store *s, struct strbuf *path,
		     struct error *err)
{
	int fd;

	if (make_folder(s->common_dir, path, err))
		return -1;
	path_join(path, STATE_LOCK);
	fd = open(path->buf, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	return fd < 0 ? error_errno(err, "cannot open '%s'", path->buf) : fd;
}

/* When the lock was taken last: each that takes it sets the file's time. */
static struct timespec turn_of(int fd)
{
	struct stat st;

	return fstat(fd, &st) ? (struct timespec){ 0, 0 } : st.st_mtim;
}

/*
 * Wait for the lock as long as it goes from hand to hand: who waits behind
 * many short turns has bad luck, and only a turn that does not end is a fault.
 */
enum waited { ITS_OUR_TURN, NO_LOCK, TURN_TOO_LONG, QUEUE_TOO_LONG };

static enum waited wait_in_queue(int fd)
{
	struct timespec turn = turn_of(fd);
	int64_t began = clock_monotonic(), since = began;
	unsigned pause = 1;

	while (flock(fd, LOCK_EX | LOCK_NB)) {
		int64_t now = clock_monotonic();
		struct timespec other;

		if (errno != EWOULDBLOCK && errno != EINTR)
			return NO_LOCK;
		other = turn_of(fd);
		if (other.tv_sec != turn.tv_sec ||
		    other.tv_nsec != turn.tv_nsec) {
			turn = other;
			since = now;
		}
		if (now - since >= TURN_MS)
			return TURN_TOO_LONG;
		if (now - began >= QUEUE_MS)
			return QUEUE_TOO_LONG;
		sleep_ms(pause);
		pause = pause < 16 ? pause * 2 : 20;
	}
	return ITS_OUR_TURN;
}

static int refuse_turn(enum waited waited, const char *path, struct error *err)
{
	if (waited == NO_LOCK)
		return error_errno(err, "cannot lock '%s'", path);
	if (waited == QUEUE_TOO_LONG)
		return error_set(err, ERROR_CONFLICT,
				 "others have been writing one after the other "
				 "for %d minutes; try again once they are done "
				 "(the queue is at '%s')", QUEUE_MS / 60000,
				 path);
	return error_set(err, ERROR_CONFLICT,
			 "another hecto has been writing for %d seconds; wait "
			 "for it, or end it (it holds '%s')", TURN_MS / 1000,
			 path);
}

int state_lock(struct git_store *s, struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;
	int fd = open_lock(s, &path, err);
	enum waited waited;

	if (fd < 0)
		return -1;
	waited = wait_in_queue(fd);
	if (waited != ITS_OUR_TURN) {
		refuse_turn(waited, path.buf, err);
		close(fd);
		return -1;
	}
	(void)futimens(fd, NULL);	/* our turn, for turn_of() */
	s->lock = fd;
	return 0;
}

void state_unlock(struct git_store *s)
{
	if (s->lock >= 0)
		close(s->lock);
	s->lock = -1;
}

static void sweep_folder(int fd, const char *const *patterns)
{
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *e;

	if (!dir) {
		if (fd >= 0)
			close(fd);
		return;
	}
	while ((e = readdir(dir)))
		for (size_t i = 0; patterns[i]; i += 2)
			if (str_starts(str_of(e->d_name), patterns[i]) &&
			    str_ends(str_of(e->d_name), patterns[i + 1]))
				unlinkat(dirfd(dir), e->d_name, 0);
	closedir(dir);
}

/* The folders that settings were being edited in (git_config.c). */
static void sweep_scratch(int fd)
{
	static const char *const all[] = { "config", "", NULL };
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *e;

	if (!dir) {
		if (fd >= 0)
			close(fd);
		return;
	}
	while ((e = readdir(dir))) {
		if (!str_starts(str_of(e->d_name), "c-"))
			continue;
		sweep_folder(openat(dirfd(dir), e->d_name,
				    O_RDONLY | O_DIRECTORY | O_NOFOLLOW |
					    O_CLOEXEC),
			     all);
		unlinkat(dirfd(dir), e->d_name, AT_REMOVEDIR);
	}
	closedir(dir);
}

/* Only the holder of the lock has such files, and now that is us. */
void state_sweep(struct git_store *s)
{
	static const char *const patterns[] = { "w-", "", NULL };

	sweep_folder(beneath_openat(&s->state, ".", O_RDONLY | O_DIRECTORY, 0),
		     patterns);
	sweep_scratch(beneath_openat(&s->state, ".", O_RDONLY | O_DIRECTORY,
				     0));
}

/* Names that libgit2 gives its temporary files; git has other ones. */
void objects_sweep(struct git_store *s)
{
	static const char *const loose[] = { "tmp_object_git2_", "", NULL };
	static const char *const pack[] = { "pack_git2_", "",
					    "pack-", ".idx.lock", NULL };
	AUTO(strbuf) path = STRBUF_INIT;

	strbuf_addstr(&path, s->common_dir);
	path_join(&path, "objects");
	sweep_folder(open(path.buf, O_RDONLY | O_DIRECTORY | O_CLOEXEC), loose);
	path_join(&path, "pack");
	sweep_folder(open(path.buf, O_RDONLY | O_DIRECTORY | O_CLOEXEC), pack);
}

unsigned state_patience_ms(void)
{
	const char *set = getenv("HECTO_STALE_LOCK_MS");
	unsigned ms;

	if (set && !str_to_uint(str_of(set), 60000, &ms))
		return ms;
	return STALE_AFTER_MS;
}

static bool is_same_file(const struct stat *a, const struct stat *b)
{
	return a->st_ino == b->st_ino && a->st_size == b->st_size &&
	       a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	       a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

bool lock_file_clear(const char *path)
{
	unsigned still = 0, wait = state_patience_ms();
	struct stat first, now;

	if (lstat(path, &first))
		return errno == ENOENT;
	while (still < wait) {
		sleep_ms(20);
		still += 20;
		if (lstat(path, &now))
			return errno == ENOENT;
		/* Somebody is alive: git takes and drops it many times. */
		if (!is_same_file(&first, &now)) {
			first = now;
			still = 0;
		}
	}
	return !unlink(path) || errno == ENOENT;
}
