/* SPDX-License-Identifier: MIT */
#ifndef CORE_ARCHIVE_ARCHIVE_H
#define CORE_ARCHIVE_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/str.h"

/*
 * Zip and tar files (also compressed ones) by libarchive, which only
 * core/archive/unpack_*.c includes; a module, because it brings a dozen
 * libraries along.
 *
 * Nothing is ever unpacked to the disk: members are read into memory, within
 * limits on each, on all, on their number and on how far they may swell.  Only
 * regular files with safe relative names come out (core/base/path.h); links,
 * devices, names that would leave the folder, and what is too large (a film
 * beside the notes) are told as skipped.  An
 * archive within an archive stays closed.
 */
#define LIMIT_MEMBER	((size_t)16 << 20)
#define LIMIT_MEMBERS	20000			/* in number */
#define LIMIT_UNPACKED	((size_t)256 << 20)	/* all members */
#define LIMIT_SWELLING	((size_t)200)		/* unpacked : packed, beyond 1 MiB */

struct archive_file {
	const char *path;	/* safe, relative, '/'-separated */
	struct str bytes;
	const char *skipped;	/* why it was not read, or NULL; then no bytes */
};

struct archive_files {
	struct archive_file *files;	/* as they stand in the archive */
	size_t count;
};

/* Do these bytes begin like an archive that archive_read reads? */
bool archive_is_one(struct str bytes);

/* Everything in `mem`.  A limit, or damage, is an error that names the member
 * it was met at; nothing comes out then. */
int archive_read(struct archive_files *out, struct str bytes,
		 struct arena *mem, struct error *err) MUST_CHECK;

#endif
