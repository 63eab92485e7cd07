/* SPDX-License-Identifier: MIT */
#ifndef CMD_FILE_MARKS_H
#define CMD_FILE_MARKS_H

#include <stdint.h>

#include "core/base/file.h"
#include "core/base/strbuf.h"
#include "core/base/strset.h"

/*
 * Files that were written: in which state each was left, and the key of what it
 * was made of (exporter.h), so that a later run knows it again without reading
 * it.
 */
struct file_mark {
	const char *path;	/* a key of the set below */
	uint64_t state;		/* file_state() */
	uint64_t key;		/* 0: none */
};

struct file_marks {
	struct strset paths;	/* -> index into items */
	struct file_mark *items;
	size_t count, cap;
};
#define FILE_MARKS_INIT { STRSET_INIT, NULL, 0, 0 }
void file_marks_release(struct file_marks *m);

/* False: there is a mark of this path, which stays as it is. */
bool file_marks_add(struct file_marks *m, struct str path, uint64_t state,
		    uint64_t key);
const struct file_mark *file_marks_find(const struct file_marks *m,
					struct str path);

/* Is the file still in its state, and was it at rest at `when` (nanoseconds)
 * when that was written down? */
bool file_mark_holds(const struct file_mark *mark, struct beneath_folder *walk,
		     int64_t when);

/* As lines, by path; and off the front again, false at the end. */
void file_marks_write(struct strbuf *out, const struct file_marks *m);
bool file_marks_next(struct str *lines, struct file_mark *mark,
		     struct str *path);

#endif
