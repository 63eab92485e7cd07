/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_FILE_H
#define CORE_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"

/* Files named by whoever calls us: a path on the command line, "-", a pipe. */

/* Append a whole file; more than `limit` bytes is an error, not a cut. */
int file_read(struct strbuf *out, const char *path, size_t limit,
	      struct error *err) MUST_CHECK;
int file_read_fd(struct strbuf *out, int fd, size_t limit, struct error *err)
	MUST_CHECK;

/*
 * A file whose bytes are read where the kernel has them, for one that is large
 * and of which some is looked at again: it takes no memory for what was let go.
 * It must be one that nobody cuts short, but replaces or appends to, as files in
 * hecto's own folder are; reading what is gone would end the program.
 */
struct file_map {
	void *bytes;		/* or NULL: empty */
	size_t len;
};
#define FILE_MAP_INIT { NULL, 0 }
int file_map_open(struct file_map *out, const char *path, size_t limit,
		  struct error *err) MUST_CHECK;
int file_map_fd(struct file_map *out, int fd, size_t limit, struct error *err)
	MUST_CHECK;
void file_map_release(struct file_map *m);
struct str file_map_slice(const struct file_map *m);
/* What was looked at is let go, until it is looked at again. */
void file_map_let_go(const struct file_map *m);

/* Write all of it, through interruptions and short writes; 0, or -1 + errno. */
int file_write_fd(int fd, struct str bytes) MUST_CHECK;

/* Close it, after something that gave `rc`: 0, or -1 and the errno of what
 * failed first, which closing would write over. */
int file_close(int fd, int rc);

/* Like mkdir -p: the folder, and those that lead to it, where there is none. */
int file_make_folders(const char *path, struct error *err) MUST_CHECK;

/*
 * Files beneath one folder.  Every path is relative to it; ".." and symbolic
 * links are never followed out of it, not even by a folder that is one:
 * openat2(2) with RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS, and where the kernel
 * has no such call, part by part with O_NOFOLLOW.  Only regular files are
 * read or replaced.
 */
struct beneath {
	int fd;
};

#define BENEATH_INIT { -1 }

int beneath_open(struct beneath *b, const char *folder, struct error *err)
	MUST_CHECK;
void beneath_release(struct beneath *b);

/* Open as open(2) does (O_CLOEXEC is added); a descriptor, or -1 + errno. */
int beneath_openat(const struct beneath *b, const char *path, int flags,
		   mode_t mode);
int beneath_stat(const struct beneath *b, const char *path, struct stat *st);

/*
 * The folder that a path is in, held open for the next one: where many files
 * of a folder are looked at, that is most of the work.
 */
struct beneath_folder {
	const struct beneath *root;
	struct strbuf folder;
	int fd;			/* or -1 */
};
#define BENEATH_FOLDER_INIT { NULL, STRBUF_INIT, -1 }
void beneath_folder_release(struct beneath_folder *f);

/* The descriptor of the folder (O_PATH), with the file's name in it; or -1. */
int beneath_folder_of(struct beneath_folder *f, const char *path,
		      const char **name);

/* Like beneath_stat. */
int beneath_folder_stat(struct beneath_folder *f, const char *path,
			struct stat *st);

int beneath_read(const struct beneath *b, const char *path, size_t limit,
		 struct strbuf *out, struct error *err) MUST_CHECK;

/* Make the folders that lead to `path`; `durable`: and fsync where they were
 * made. */
int beneath_make_folders(const struct beneath *b, const char *path,
			 bool durable, struct error *err) MUST_CHECK;

/*
 * Replace `path` by `bytes`, wholly or not at all: a temporary file, renamed.
 * `temporary` names it, relative to the same folder and on the same file
 * system, so that a leftover is found in a place of ours.  `durable`: fsync
 * the file before and its folder after the renaming, so that it survives a
 * power cut once this has returned.
 */
int beneath_replace(const struct beneath *b, const char *path,
		    const char *temporary, struct str bytes, bool durable,
		    struct error *err) MUST_CHECK;

/* Remove a file; that it is not there is no error. */
int beneath_remove(const struct beneath *b, const char *path,
		   struct error *err) MUST_CHECK;

/* fsync the folder that `path` is in. */
int beneath_sync_folder(const struct beneath *b, const char *path,
			struct error *err) MUST_CHECK;

#endif
