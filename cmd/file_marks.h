/* SPDX-License-Identifier: MIT */
#ifndef CMD_FILE_MARKS_H
#define CMD_FILE_MARKS_H

#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/file.h"
#include "core/base/strbuf.h"

/*
 * Files that were written: in which state each was left, and the key of what it
 * was made of (exporter.h), so that a later run knows it again without reading
 * it.
 */
struct file_mark {
	const char *path;
	uint64_t state;		/* file_state() */
	uint64_t key;		/* 0: none */
};

struct file_marks {
	struct file_mark *items;
	size_t count, cap;
	uint32_t *slots;	/* by path: index into items, + 1 */
	size_t nslots;		/* a power of two, at least twice the count */
	struct arena mem;	/* of paths that were copied */
};
#define FILE_MARKS_INIT { NULL, 0, 0, NULL, 0, ARENA_INIT }
void file_marks_release(struct file_marks *m);

/* Make room for so many at once. */
void file_marks_expect(struct file_marks *m, size_t count);
/*
 * Add one of a list that has no path twice, whose path stays where it is.  The
 * list is to be indexed before one is added otherwise, and before many are
 * asked for.
 */
void file_marks_append(struct file_marks *m, const struct file_mark *mark);
void file_marks_index(struct file_marks *m);
/* False: there is a mark of this path, which stays as it is. */
bool file_marks_add(struct file_marks *m, struct str path, uint64_t state,
		    uint64_t key);
/* The same of a mark whose path stays where it is as long as the marks do. */
bool file_marks_borrow(struct file_marks *m, const struct file_mark *mark);
const struct file_mark *file_marks_find(const struct file_marks *m,
					struct str path);

/* Is the file still in its state, and was it at rest at `when` (nanoseconds)
 * when that was written down? */
bool file_mark_holds(const struct file_mark *mark, struct beneath_folder *walk,
		     int64_t when);

/* In the order of the bytes of their paths; to be freed, but for the marks. */
const struct file_mark **file_marks_in_order(const struct file_marks *m);

/* As lines, by path; and off the front again, false at the end.  No line is
 * shorter than that. */
#define FILE_MARK_LEAST (2 * (16 + 1) + 1)
void file_mark_write(struct strbuf *out, const struct file_mark *mark);
void file_marks_write(struct strbuf *out, const struct file_marks *m);
bool file_marks_next(struct str *lines, struct file_mark *mark,
		     struct str *path);

#endif
