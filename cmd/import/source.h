/* SPDX-License-Identifier: MIT */
#ifndef CMD_IMPORT_SOURCE_H
#define CMD_IMPORT_SOURCE_H

#include <stdbool.h>

#include "core/base/alloc.h"
#include "core/base/strbuf.h"
#include "importers/importer.h"

/*
 * What one operand of `hecto import` names: a file, "-", a folder, an archive,
 * or the address of one of these.  All of it is in memory afterwards, within
 * limits.
 */
struct source_skip {
	const char *path;	/* beneath what was named */
	const char *why;	/* it was left out */
};

struct import_source {
	const char *name;	/* as it was given, without a password */
	bool several;		/* a folder or an archive; else one file */
	bool on_disk;		/* `name` is a path */
	struct foreign_file *files;	/* sorted by path */
	size_t count, cap;
	int *own_days;		/* of each file, the first commit by who made
				   its last; DAY_NONE: not known */
	struct source_skip *skipped;
	size_t nskipped, skipped_cap;
	size_t total;		/* bytes of all files */
	struct arena mem;
};

#define LIMIT_SOURCE_FILES	20000
#define LIMIT_SOURCE_BYTES	((size_t)256 << 20)
#define LIMIT_SOURCE_DEPTH	64

/* `own` is the folder of the journal that is imported into, or NULL: what it
 * has is not brought in again. */
int import_source_open(struct import_source *s, const char *name,
		       const char *own, bool allow_private,
		       struct error *err) MUST_CHECK;
void import_source_release(struct import_source *s);

/* The file of this path, or NULL. */
const struct foreign_file *import_source_find(const struct import_source *s,
					      const char *path);

/*
 * The days of the files, by git, where they are in a repository.  1: its
 * history was too long to be looked at whole.
 */
int import_source_date(struct import_source *s, struct error *err) MUST_CHECK;

/* --- between import_source*.c --------------------------------------------- */

/* Is there room for one more file of so many bytes?  -1: no. */
int import_source_check(const struct import_source *s, size_t bytes,
			struct error *err) MUST_CHECK;

/* The path and the bytes are copied. */
int import_source_add(struct import_source *s, struct str path,
		      struct str bytes, struct error *err) MUST_CHECK;
void import_source_skip(struct import_source *s, struct str path,
			const char *why);

/* Tools' own: what begins with a dot, but for the settings of a vault that its
 * reader needs; node_modules. */
bool import_source_ignores(struct str path);

/* What Obsidian was told of a vault: it helps to read that, and is no text. */
bool import_source_is_setting(const char *path);

int import_source_walk(struct import_source *s, const char *folder,
		       const char *own, struct error *err) MUST_CHECK;
int import_source_unpack(struct import_source *s, struct str bytes,
			 struct error *err) MUST_CHECK;
/* Appends what the address gives, and makes a file name of the address. */
int import_source_fetch(struct import_source *s, const char *url,
			bool allow_private, struct strbuf *bytes,
			struct strbuf *name, struct error *err) MUST_CHECK;

#endif
