/* SPDX-License-Identifier: MIT */
/* Knowing files again that an earlier run has written. */
#include "cmd/file_marks.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/base/file_state.h"
#include "core/base/path.h"
#include "core/base/strset.h"
#include "core/base/sum64.h"

void file_marks_release(struct file_marks *m)
{
	free(m->items);
	free(m->slots);
	arena_release(&m->mem);
	*m = (struct file_marks)FILE_MARKS_INIT;
}

/* Where a path is, or would go. */
static uint32_t *slot_of(const struct file_marks *m, struct str path)
{
	size_t at = str_hash(path) & (m->nslots - 1);

	while (m->slots[at] && !str_is(path, m->items[m->slots[at] - 1].path))
		at = (at + 1) & (m->nslots - 1);
	return &m->slots[at];
}

static void grow(struct file_marks *m, size_t least)
{
	m->nslots = m->nslots ? m->nslots * 2 : 64;
	while (m->nslots < least)
		m->nslots *= 2;
	free(m->slots);
	m->slots = xcalloc(m->nslots, sizeof(*m->slots));
	for (size_t i = 0; i < m->count; i++)
		*slot_of(m, str_of(m->items[i].path)) = (uint32_t)i + 1;
}

static struct file_mark *put(struct file_marks *m, struct str path)
{
	uint32_t *slot;

	if (m->count * 2 >= m->nslots)
		grow(m, 0);
	slot = slot_of(m, path);
	if (*slot)
		return NULL;
	XGROW(m->items, m->count, m->cap);
	*slot = (uint32_t)m->count + 1;
	return &m->items[m->count++];
}

void file_marks_expect(struct file_marks *m, size_t count)
{
	if (count <= m->cap)
		return;
	m->items = xrealloc(m->items, count * sizeof(*m->items));
	m->cap = count;
}

void file_marks_append(struct file_marks *m, const struct file_mark *mark)
{
	XGROW(m->items, m->count, m->cap);
	m->items[m->count++] = *mark;
}

void file_marks_index(struct file_marks *m)
{
	grow(m, m->count * 2 + 1);
}

bool file_marks_add(struct file_marks *m, struct str path, uint64_t state,
		    uint64_t key)
{
	struct file_mark *mark = put(m, path);

	if (mark)
		*mark = (struct file_mark){ arena_str(&m->mem, path).s, state,
					    key };
	return mark;
}

bool file_marks_borrow(struct file_marks *m, const struct file_mark *mark)
{
	struct file_mark *own = put(m, str_of(mark->path));

	if (own)
		*own = *mark;
	return own;
}

const struct file_mark *file_marks_find(const struct file_marks *m,
					struct str path)
{
	uint32_t at = 0;

	if (m->nslots)
		at = *slot_of(m, path);
	else
		for (size_t i = 0; i < m->count && !at; i++)
			if (str_is(path, m->items[i].path))
				at = (uint32_t)i + 1;
	return at ? &m->items[at - 1] : NULL;
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

	return strcmp((*x)->path, (*y)->path);
}

const struct file_mark **file_marks_in_order(const struct file_marks *m)
{
	const struct file_mark **marks = xcalloc(m->count + 1, sizeof(*marks));

	for (size_t i = 0; i < m->count; i++)
		marks[i] = &m->items[i];
	if (m->count)
		qsort(marks, m->count, sizeof(*marks), by_path);
	return marks;
}

/* Sixteen digits, and a blank. */
#define NUMBER 17

static void add_hex(struct strbuf *out, uint64_t n)
{
	static const char digits[] = "0123456789abcdef";
	char text[NUMBER];

	for (size_t i = 0; i < 16; i++)
		text[i] = digits[n >> (60 - 4 * i) & 15];
	text[16] = ' ';
	strbuf_add(out, text, sizeof(text));
}

void file_mark_write(struct strbuf *out, const struct file_mark *mark)
{
	add_hex(out, mark->state);
	add_hex(out, mark->key);
	strbuf_addstr(out, mark->path);
	strbuf_addch(out, '\n');
}

void file_marks_write(struct strbuf *out, const struct file_marks *m)
{
	const struct file_mark **marks = file_marks_in_order(m);

	for (size_t i = 0; i < m->count; i++)
		file_mark_write(out, marks[i]);
	free(marks);
}

bool file_marks_next(struct str *lines, struct file_mark *mark,
		     struct str *path)
{
	struct str line;

	while ((line = str_next_line(lines)).s) {
		if (line.len <= 2 * NUMBER)
			continue;
		mark->state = sum64_read(str_upto(line, NUMBER - 1));
		line = str_from(line, NUMBER);
		mark->key = sum64_read(str_upto(line, NUMBER - 1));
		*path = str_from(line, NUMBER);
		if (path_is_safe(*path))
			return true;
	}
	return false;
}
