/* SPDX-License-Identifier: MIT */
/* Knowing files again that an earlier run has written. */
#include "cmd/file_marks.h"

#include <inttypes.h>
#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/base/file_state.h"
#include "core/base/path.h"
#include "core/base/sum64.h"

void file_marks_release(struct file_marks *m)
{
	strset_release(&m->paths);
	free(m->items);
	*m = (struct file_marks)FILE_MARKS_INIT;
}

bool file_marks_add(struct file_marks *m, struct str path, uint64_t state,
		    uint64_t key)
{
	const char *kept;

	if (!strset_add(&m->paths, path, m->count, &kept))
		return false;
	XGROW(m->items, m->count, m->cap);
	m->items[m->count++] = (struct file_mark){ kept, state, key };
	return true;
}

const struct file_mark *file_marks_find(const struct file_marks *m,
					struct str path)
{
	size_t at;

	return strset_get(&m->paths, path, &at) ? &m->items[at] : NULL;
}

bool file_mark_holds(const struct file_mark *mark, struct beneath_folder *walk,
		     int64_t when)
{
	struct stat st;

	return !beneath_folder_stat(walk, mark->path, &st) &&
	       S_ISREG(st.st_mode) && file_state(&st) == mark->state &&
	       !file_is_racy(&st, when);
}

static int by_path(const void *a, const void *b)
{
	const struct file_mark *const *x = a, *const *y = b;

	return str_cmp(str_of((*x)->path), str_of((*y)->path));
}

static void add_hex(struct strbuf *out, uint64_t n)
{
	static const char digits[] = "0123456789abcdef";

	for (int shift = 60; shift >= 0; shift -= 4)
		strbuf_addch(out, digits[n >> shift & 15]);
	strbuf_addch(out, ' ');
}

void file_marks_write(struct strbuf *out, const struct file_marks *m)
{
	const struct file_mark **sorted = xcalloc(m->count + 1,
						  sizeof(*sorted));

	for (size_t i = 0; i < m->count; i++)
		sorted[i] = &m->items[i];
	if (m->count)
		qsort(sorted, m->count, sizeof(*sorted), by_path);
	for (size_t i = 0; i < m->count; i++) {
		add_hex(out, sorted[i]->state);
		add_hex(out, sorted[i]->key);
		strbuf_addstr(out, sorted[i]->path);
		strbuf_addch(out, '\n');
	}
	free(sorted);
}

bool file_marks_next(struct str *lines, struct file_mark *mark,
		     struct str *path)
{
	struct str line;

	while ((line = str_next_line(lines)).s) {
		*mark = (struct file_mark){
			.state = sum64_read(str_next_field(&line, ' ')),
			.key = sum64_read(str_next_field(&line, ' ')),
		};
		*path = line;
		if (path_is_safe(line))
			return true;
	}
	return false;
}
