/* SPDX-License-Identifier: MIT */
/* Whole files in and out, and files that cannot leave their folder. */
#include "core/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/base/limits.h"
#include "core/base/path.h"

#define READ_CHUNK ((size_t)64 * 1024)

int file_read_fd(struct strbuf *out, int fd, size_t limit, struct error *err)
{
	size_t start = out->len;

	for (;;) {
		ssize_t n;

		/* Who knows the size has made room for it and a byte more. */
		if (out->cap < out->len + 2)
			strbuf_grow(out, READ_CHUNK);
		n = read(fd, out->buf + out->len, out->cap - out->len - 1);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return error_errno(err, "cannot read");
		if (!n)
			return 0;
		out->len += (size_t)n;
		out->buf[out->len] = '\0';
		if (out->len - start > limit)
			return error_set(err, ERROR_INPUT,
					 "larger than the limit of %zu bytes",
					 limit);
	}
}

static void make_room(struct strbuf *out, int fd, size_t limit)
{
	struct stat st;

	if (!fstat(fd, &st) && st.st_size > 0 && (size_t)st.st_size <= limit)
		strbuf_grow(out, (size_t)st.st_size + 1);
}

static int open_file(const char *path, struct error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0) {
		enum error_kind kind =
			errno == ENOENT ? ERROR_NOT_FOUND : ERROR_IO;

		error_errno(err, "cannot open '%s'", path);
		err->kind = kind;
	}
	return fd;
}

int file_read(struct strbuf *out, const char *path, size_t limit,
	      struct error *err)
{
	int fd = open_file(path, err);
	int rc;

	if (fd < 0)
		return -1;
	make_room(out, fd, limit);
	rc = file_read_fd(out, fd, limit, err);
	close(fd);
	return rc ? error_context(err, "'%s'", path) : 0;
}

int file_map_fd(struct file_map *out, int fd, size_t limit, struct error *err)
{
	struct stat st;
	void *bytes;

	*out = (struct file_map)FILE_MAP_INIT;
	if (fstat(fd, &st) || !S_ISREG(st.st_mode))
		return error_set(err, ERROR_IO, "not a file");
	if ((size_t)st.st_size > limit)
		return error_set(err, ERROR_INPUT,
				 "larger than the limit of %zu bytes", limit);
	if (!st.st_size)
		return 0;
	bytes = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (bytes == MAP_FAILED)
		return error_errno(err, "cannot map it");
	/* One byte that is looked at again should not bring megabytes back. */
	madvise(bytes, (size_t)st.st_size, MADV_NOHUGEPAGE);
	*out = (struct file_map){ bytes, (size_t)st.st_size };
	return 0;
}

int file_map_open(struct file_map *out, const char *path, size_t limit,
		  struct error *err)
{
	int fd = open_file(path, err);
	int rc;

	*out = (struct file_map)FILE_MAP_INIT;
	if (fd < 0)
		return -1;
	rc = file_map_fd(out, fd, limit, err);
	close(fd);
	return rc ? error_context(err, "'%s'", path) : 0;
}

void file_map_release(struct file_map *m)
{
	if (m->bytes)
		munmap(m->bytes, m->len);
	*m = (struct file_map)FILE_MAP_INIT;
}

struct str file_map_slice(const struct file_map *m)
{
	return m->bytes ? (struct str){ m->bytes, m->len } : STR("");
}

void file_map_let_go(const struct file_map *m)
{
	if (m->bytes)
		madvise(m->bytes, m->len, MADV_DONTNEED);
}

int file_write_fd(int fd, struct str bytes)
{
	while (bytes.len) {
		ssize_t n = write(fd, bytes.s, bytes.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		bytes = str_from(bytes, (size_t)n);
	}
	return 0;
}

int file_close(int fd, int rc)
{
	int first = errno;

	if (close(fd) && !rc)
		return -1;
	errno = first;
	return rc ? -1 : 0;
}

int file_make_folders(const char *path, struct error *err)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	struct str rest = str_of(path), part;

	if (str_starts(rest, "/"))
		strbuf_addch(&folder, '/');
	while ((part = str_next_field(&rest, '/')).s) {
		if (!part.len)
			continue;
		path_join_slice(&folder, part);
		if (mkdir(folder.buf, 0777) && errno != EEXIST)
			return error_errno(err, "cannot make the folder '%s'",
					   folder.buf);
	}
	return 0;
}

int beneath_open(struct beneath *b, const char *folder, struct error *err)
{
	b->fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (b->fd < 0)
		return error_errno(err, "cannot open the folder '%s'", folder);
	return 0;
}

void beneath_release(struct beneath *b)
{
	if (b->fd >= 0)
		close(b->fd);
	b->fd = -1;
}

/* What openat2 does, for kernels and sandboxes without it. */
static int open_by_parts(int root, const char *path, int flags, mode_t mode)
{
	struct str rest = str_of(path);
	int fd = dup(root);

	if (!path_is_safe(rest) && !str_is(rest, ".")) {
		errno = EXDEV;
		return file_close(fd, -1);
	}
	while (fd >= 0 && rest.len) {
		AUTO(strbuf) part = STRBUF_INIT;
		bool last;
		int next;

		strbuf_addslice(&part, str_next_field(&rest, '/'));
		last = !rest.len;
		next = openat(fd, part.buf,
			      last ? flags | O_NOFOLLOW
				   : O_PATH | O_DIRECTORY | O_NOFOLLOW |
					     O_CLOEXEC,
			      last ? mode : 0);
		file_close(fd, -1);
		fd = next;
	}
	return fd;
}

int beneath_openat(const struct beneath *b, const char *path, int flags,
		   mode_t mode)
{
	struct open_how how = {
		.flags = (unsigned)(flags | O_CLOEXEC),
		.mode = flags & O_CREAT ? mode : 0,
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS |
			   RESOLVE_NO_MAGICLINKS,
	};
	long fd;

	do
		fd = syscall(SYS_openat2, b->fd, path, &how, sizeof(how));
	while (fd < 0 && (errno == EAGAIN || errno == EINTR));
	if (fd < 0 && (errno == ENOSYS || errno == EPERM))
		return open_by_parts(b->fd, path, flags | O_CLOEXEC, mode);
	return (int)fd;
}

int beneath_stat(const struct beneath *b, const char *path, struct stat *st)
{
	int fd = beneath_openat(b, path, O_PATH | O_NOFOLLOW, 0);
	int rc;

	if (fd < 0)
		return -1;
	rc = fstat(fd, st);
	return file_close(fd, rc);
}

void beneath_folder_release(struct beneath_folder *f)
{
	if (f->fd >= 0)
		close(f->fd);
	f->fd = -1;
	strbuf_release(&f->folder);
}

int beneath_folder_of(struct beneath_folder *f, const char *path,
		      const char **name)
{
	struct str folder = path_dirname(str_of(path));

	*name = path + folder.len + (folder.len > 0);
	if (f->fd >= 0 && str_eq(folder, strbuf_slice(&f->folder)))
		return f->fd;
	if (f->fd >= 0)
		close(f->fd);
	strbuf_reset(&f->folder);
	strbuf_addslice(&f->folder, folder);
	f->fd = beneath_openat(f->root, folder.len ? f->folder.buf : ".",
			       O_PATH | O_DIRECTORY, 0);
	return f->fd;
}

int beneath_folder_stat(struct beneath_folder *f, const char *path,
			struct stat *st)
{
	const char *name;
	int fd = beneath_folder_of(f, path, &name);

	return fd < 0 ? -1 : fstatat(fd, name, st, AT_SYMLINK_NOFOLLOW);
}

int beneath_read(const struct beneath *b, const char *path, size_t limit,
		 struct strbuf *out, struct error *err)
{
	int fd = beneath_openat(b, path, O_RDONLY | O_NONBLOCK, 0);
	struct stat st;
	int rc;

	if (fd < 0) {
		enum error_kind kind =
			errno == ENOENT ? ERROR_NOT_FOUND : ERROR_IO;

		error_errno(err, "cannot open '%s'", path);
		err->kind = kind;
		return -1;
	}
	if (fstat(fd, &st) || !S_ISREG(st.st_mode)) {
		close(fd);
		return error_set(err, ERROR_IO, "'%s' is not a regular file",
				 path);
	}
	if (st.st_size > 0 && (size_t)st.st_size <= limit)
		strbuf_grow(out, (size_t)st.st_size + 1);
	rc = file_read_fd(out, fd, limit, err);
	close(fd);
	return rc ? error_context(err, "'%s'", path) : 0;
}

/* A descriptor of the folder that `path` is in. */
static int open_folder_of(const struct beneath *b, const char *path)
{
	AUTO(strbuf) folder = STRBUF_INIT;

	strbuf_addslice(&folder, path_dirname(str_of(path)));
	if (!folder.len)
		strbuf_addstr(&folder, ".");
	return beneath_openat(b, folder.buf, O_RDONLY | O_DIRECTORY, 0);
}

int beneath_sync_folder(const struct beneath *b, const char *path,
			struct error *err)
{
	int fd = open_folder_of(b, path);
	int rc;

	if (fd < 0)
		return error_errno(err, "cannot open the folder of '%s'", path);
	rc = fsync(fd);
	if (rc)
		error_errno(err, "cannot sync the folder of '%s'", path);
	close(fd);
	return rc;
}

static int make_folder(const struct beneath *b, const char *folder,
		       bool durable, struct error *err)
{
	struct str name = path_basename(str_of(folder));
	int parent = open_folder_of(b, folder);
	int rc = 0;

	if (parent < 0)
		return error_errno(err, "cannot make the folder '%s'", folder);
	if (!mkdirat(parent, name.s, 0777))
		rc = durable ? fsync(parent) : 0;
	else if (errno != EEXIST)
		rc = -1;
	if (rc)
		error_errno(err, "cannot make the folder '%s'", folder);
	close(parent);
	return rc;
}

int beneath_make_folders(const struct beneath *b, const char *path,
			 bool durable, struct error *err)
{
	struct str rest = path_dirname(str_of(path));
	AUTO(strbuf) folder = STRBUF_INIT;
	struct stat st;

	while (rest.len) {
		path_join_slice(&folder, str_next_field(&rest, '/'));
		if (!beneath_stat(b, folder.buf, &st) && S_ISDIR(st.st_mode))
			continue;
		if (make_folder(b, folder.buf, durable, err))
			return -1;
	}
	return 0;
}

static int write_temporary(const struct beneath *b, const char *temporary,
			   struct str bytes, bool durable, struct error *err)
{
	int fd = beneath_openat(b, temporary, O_WRONLY | O_CREAT | O_TRUNC,
				0666);
	int rc;

	if (fd < 0)
		return error_errno(err, "cannot create '%s'", temporary);
	rc = file_write_fd(fd, bytes) || (durable && fsync(fd));
	if (file_close(fd, rc))
		return error_errno(err, "cannot write '%s'", temporary);
	return 0;
}

/* Tidy up after a failure; the failure is what gets reported. */
static void discard(const struct beneath *b, const char *temporary)
{
	int folder = open_folder_of(b, temporary);

	if (folder < 0)
		return;
	unlinkat(folder, path_basename(str_of(temporary)).s, 0);
	close(folder);
}

static int rename_beneath(const struct beneath *b, const char *from,
			  const char *to)
{
	int from_fd = open_folder_of(b, from);
	int to_fd = open_folder_of(b, to);
	int rc = -1;

	if (from_fd >= 0 && to_fd >= 0)
		rc = renameat(from_fd, path_basename(str_of(from)).s, to_fd,
			      path_basename(str_of(to)).s);
	if (from_fd >= 0)
		rc = file_close(from_fd, rc);
	if (to_fd >= 0)
		rc = file_close(to_fd, rc);
	return rc;
}

int beneath_replace(const struct beneath *b, const char *path,
		    const char *temporary, struct str bytes, bool durable,
		    struct error *err)
{
	if (beneath_make_folders(b, path, durable, err))
		return -1;
	if (write_temporary(b, temporary, bytes, durable, err)) {
		discard(b, temporary);
		return -1;
	}
	if (rename_beneath(b, temporary, path)) {
		error_errno(err, "cannot replace '%s'", path);
		discard(b, temporary);
		return -1;
	}
	return durable ? beneath_sync_folder(b, path, err) : 0;
}

int beneath_remove(const struct beneath *b, const char *path,
		   struct error *err)
{
	int folder = open_folder_of(b, path);
	int rc;

	if (folder < 0)
		return errno == ENOENT ? 0
				       : error_errno(err, "cannot remove '%s'",
						     path);
	rc = unlinkat(folder, path_basename(str_of(path)).s, 0);
	if (rc && errno == ENOENT)
		rc = 0;
	if (rc)
		error_errno(err, "cannot remove '%s'", path);
	close(folder);
	return rc;
}
