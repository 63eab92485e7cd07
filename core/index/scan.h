/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_SCAN_H
#define CORE_INDEX_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"
#include "core/index/unread.h"

/*
 * What the file system says about log/, notes/ and plans/: folders by path,
 * their files by name.  Symbolic links, hidden names and files that are no
 * documents are left out.
 */
struct seen_file {
	const char *name;
	uint64_t state;	 /* of size, times and inode; even */
	uint64_t digest; /* of the content, when it had to be read */
	bool racy;	 /* changed so lately that it may change again
			    without the times telling */
	bool too_large;
	bool unsure;	 /* who watches its folder may not hear of it: it has
			    other names */
	bool left_out;	 /* it cannot be read: as if it were not there */
};

struct seen_folder {
	const char *path;
	uint64_t state;		 /* while it is this, the names are the same;
				    0: that cannot be told */
	const struct known_folder *known; /* so its names were not listed;
					     or NULL */
	struct seen_file *files; /* owned; scan_release.  NULL: all are as they
				    are on record, and seen_folder_fill has
				    them here */
	size_t count, cap;
};
void seen_folder_fill(struct seen_folder *folder);

struct scan {
	struct seen_folder *folders;
	size_t count, cap, files;
	bool unsure; /* of a file, also of one that is left out */
	struct unread_list unread; /* what is not among the folders therefore */
	struct arena mem;
};
#define SCAN_INIT { .folders = NULL }
void scan_release(struct scan *scan);

/* Is this, in the work tree, one of the folders that are looked at? */
bool scan_begins_at(const char *name);

/* Bytes of the largest file that is read in this folder, or at this path. */
size_t scan_limit(const char *path);

/* What is on record of a folder. */
struct known_folder {
	const char *path;
	struct str listing;	/* see below */
	uint64_t state;		/* of a seen_folder, or 0 */
};

/* In the order of paths; what they point to lives as long as the scan. */
struct known_folders {
	const struct known_folder *items;
	size_t count;
};

/*
 * Folders that have not changed since they were recorded are not listed again;
 * their files are asked for all the same.  `only`: this folder alone, without
 * those in it; or NULL.  What is there and may not be read is in scan.unread.
 * -1: nothing can be said, since the process has no more files or memory.
 */
int scan_tree(struct scan *out, const struct beneath *tree,
	      struct known_folders known, const char *only,
	      struct error *err) MUST_CHECK;

/*
 * The same, begun in a thread of its own while the caller does something else,
 * where there are so many files that it is worth one.  At its end the caller
 * takes its share of what is left to be asked for, and waits for the rest.
 */
struct scan_work;
struct scan_work *scan_begin(const struct beneath *tree,
			     struct known_folders known, const char *only);
int scan_end(struct scan_work *work, struct scan *out,
	     struct error *err) MUST_CHECK;

/*
 * A folder as the index records it: for each file its name, a NUL and its
 * state; where the state is odd, the digest of the content follows.  Two
 * listings of the same bytes are of the same files.
 */
void listing_add(struct strbuf *out, const struct seen_file *f);

struct listed_file {
	struct str name;	/* .s NULL: damaged */
	uint64_t state, digest; /* digest 0: it was settled */
};
bool listing_next(struct str *rest, struct listed_file *out);

/* Never 0. */
uint64_t digest_content(struct str content);

#endif
