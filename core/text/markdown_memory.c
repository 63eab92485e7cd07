/* SPDX-License-Identifier: MIT */
/* Memory for cmark: a pointer that moves, and a cap that it cannot pass. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/text/markdown_tree.h"

#define CHUNK ((size_t)64 * 1024)
#define ALIGN _Alignof(max_align_t)

struct markdown_chunk {
	struct markdown_chunk *next;
	max_align_t data[];
};

/* Before each piece: its size, which realloc has to know. */
struct piece {
	_Alignas(max_align_t) size_t size;
};

/*
 * cmark's allocator functions take no argument of ours, so the memory that is
 * in use has to be found here.  Set for as long as a tree lives.
 */
static _Thread_local struct markdown_memory *current;

/*
 * Only while parsing can we leave cmark at any point.  What is allocated after
 * that (copies of literals) is no more than the tree already holds.
 */
static void check_cap(struct markdown_memory *m, size_t size)
{
	if (m->parsing && size > m->cap - m->used) {
		m->parsing = false;
		longjmp(m->escape, 1);
	}
	m->used += size;
}

static void add_chunk(struct markdown_memory *m, size_t size)
{
	struct markdown_chunk *c;

	if (size < CHUNK)
		size = CHUNK;
	c = xmalloc(sizeof(*c) + size);
	c->next = m->chunks;
	m->chunks = c;
	m->next = (char *)c->data;
	m->end = m->next + size;
}

static size_t piece_size(size_t size)
{
	return sizeof(struct piece) + ((size + ALIGN - 1) & ~(ALIGN - 1));
}

static void *take(size_t size)
{
	struct markdown_memory *m = current;
	struct piece *p;
	size_t whole;

	if (size > SIZE_MAX / 4)
		size = SIZE_MAX / 4;
	whole = piece_size(size);
	check_cap(m, whole);
	if ((size_t)(m->end - m->next) < whole)
		add_chunk(m, whole);
	p = (struct piece *)(void *)m->next;
	m->next += whole;
	p->size = size;
	return p + 1;
}

static void *take_zeroed(size_t count, size_t size)
{
	size_t all = size && count > SIZE_MAX / 4 / size ? SIZE_MAX / 4
							 : count * size;

	return memset(take(all), 0, all);
}

/* The last piece can grow where it is. */
static bool grow_in_place(struct piece *p, size_t size)
{
	struct markdown_memory *m = current;
	char *end = (char *)p + piece_size(p->size);
	size_t more;

	if (end != m->next || size > SIZE_MAX / 4)
		return false;
	more = piece_size(size) - piece_size(p->size);
	if ((size_t)(m->end - m->next) < more)
		return false;
	check_cap(m, more);
	m->next += more;
	p->size = size;
	return true;
}

static void *retake(void *old, size_t size)
{
	struct piece *p;
	void *fresh;

	if (!old)
		return take(size);
	p = (struct piece *)old - 1;
	if (size <= p->size || grow_in_place(p, size))
		return old;
	fresh = take(size);
	return memcpy(fresh, old, p->size);
}

static void give_back(void *p)
{
	(void)p;
}

cmark_mem *markdown_memory_begin(struct markdown_memory *memory)
{
	static cmark_mem functions = { take_zeroed, retake, give_back };

	current = memory;
	return &functions;
}

void markdown_memory_release(struct markdown_memory *m)
{
	while (m->chunks) {
		struct markdown_chunk *c = m->chunks;

		m->chunks = c->next;
		free(c);
	}
	if (current == m)
		current = NULL;
}
