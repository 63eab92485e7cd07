/* SPDX-License-Identifier: MIT */
/* Memory: allocation that cannot fail, and arenas. */
#include "core/base/alloc.h"

#include <errno.h>
#include <limits.h>
#include <malloc.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define ARENA_BLOCK ((size_t)16 * 1024)
/* Less than what the allocator maps by itself, and gives back when it is freed. */
#define ARENA_BLOCK_MOST ((size_t)120 * 1024)
#define LARGE (256 * 1024)
#define TRIM (128 * 1024)	/* as the allocator begins */
/* What is prepared ahead of its use, and not much of it in vain. */
#define AHEAD ((size_t)128 * 1024)
/* What is less costs few faults. */
#define WORTH_PREPARING ((size_t)32 * 1024)

struct arena_block {
	struct arena_block *next;
	size_t used, size;
	max_align_t data[];
};

struct arena_guest {
	struct arena_guest *next;
	void *allocated;
};

static void out_of_memory(void)
{
	static const char msg[] = "hecto: out of memory\n";

	if (write(STDERR_FILENO, msg, sizeof(msg) - 1) < 0)
		_exit(1);
	_exit(1);
}

void *xmalloc(size_t size)
{
	return xrealloc(NULL, size);
}

void *xcalloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);

	if (!p)
		out_of_memory();
	memory_prepare(p, count * size);
	return p;
}

void *xrealloc(void *old, size_t size)
{
	void *p = realloc(old, size ? size : 1);

	if (!p)
		out_of_memory();
	return p;
}

char *xstrdup(const char *s)
{
	size_t size = strlen(s) + 1;

	return memcpy(xmalloc(size), s, size);
}

/* A system that cannot take it goes on as before. */
static void advise(void *bytes, size_t size, int advice)
{
	const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	uintptr_t start = (uintptr_t)bytes & ~(page - 1);
	uintptr_t end = ((uintptr_t)bytes + size + page - 1) & ~(page - 1);
	int saved = errno;

	madvise((void *)start, end - start, advice);
	errno = saved;
}

void memory_prepare(void *bytes, size_t size)
{
#ifdef MADV_POPULATE_WRITE
	if (size >= WORTH_PREPARING)
		advise(bytes, size, MADV_POPULATE_WRITE);
#else
	(void)bytes;
	(void)size;
#endif
}

/* The allocator maps a block of this size by itself, until one has been freed:
 * from then on it takes such from the heap, and keeps them there. */
void memory_expect(size_t size)
{
	void *p = xmalloc(size);

	*(volatile char *)p = 0;	/* or a compiler might leave both out */
	free(p);
	p = xmalloc(size);
	memory_prepare(p, size);
	free(p);
}

#define LARGE_PAGE ((size_t)2 * 1024 * 1024)
/* The most that the allocator can be told to take from the heap. */
#define FROM_HEAP ((size_t)32 * 1024 * 1024)
#define STRETCH (FROM_HEAP / 2)

/* A stretch of the heap that stays there when it is free again. */
static void *take_stretch(void)
{
	void *p = malloc(STRETCH);

#ifdef MADV_HUGEPAGE
	if (p)
		advise(p, STRETCH, MADV_HUGEPAGE);
#endif
	return p;
}

void memory_expect_much(size_t size)
{
	void *stretches[64];
	size_t count = 0, wanted = size / STRETCH + 1;

	if (size < LARGE_PAGE)
		return;
	if (wanted > ARRAY_SIZE(stretches))
		wanted = ARRAY_SIZE(stretches);
	mallopt(M_MMAP_THRESHOLD, (int)FROM_HEAP);
	mallopt(M_TRIM_THRESHOLD, INT_MAX);
	while (count < wanted && (stretches[count] = take_stretch()))
		count++;
	while (count)
		free(stretches[--count]);
}

/* Its own threshold would grow with each large block that is freed. */
void memory_return_large(void)
{
	mallopt(M_MMAP_THRESHOLD, LARGE);
	mallopt(M_TRIM_THRESHOLD, TRIM);
	malloc_trim(TRIM);
}

/* What the allocator has mapped by itself grows where it is, or moves without
 * being copied; what lies among others is copied into what is prepared. */
void *xresize(void *old, size_t used, size_t size)
{
	void *p;

	if (size < WORTH_PREPARING)
		return xrealloc(old, size);
	if (used >= LARGE) {
		p = xrealloc(old, size);
		memory_prepare((char *)p + used, size - used);
		return p;
	}
	p = xmalloc(size);
	memory_prepare(p, size);
	if (used)
		memcpy(p, old, used);
	free(old);
	return p;
}

/* What is prepared is memory taken, so it is to be filled as well. */
size_t memory_grown(size_t size)
{
	return size < LARGE ? size * 2 : size + size / 4;
}

void *xgrow(void *items, size_t count, size_t *cap, size_t size)
{
	size_t grown;

	if (count < *cap)
		return items;
	grown = *cap ? memory_grown(*cap * size) / size : 16;
	if (grown <= *cap)
		grown = *cap + 1;
	if (grown > SIZE_MAX / 2 / size)
		out_of_memory();
	items = xresize(items, *cap * size, grown * size);
	*cap = grown;
	return items;
}

void *xreserve(void *items, size_t *cap, size_t count, size_t size)
{
	if (count <= *cap)
		return items;
	if (count > SIZE_MAX / 2 / size)
		out_of_memory();
	*cap = count;
	return xrealloc(items, count * size);
}

void memory_ahead(void *items, size_t count, size_t cap, size_t size)
{
	size_t start = count * size, end = cap * size;

	/* Does an AHEAD begin within this element? */
	if (start / AHEAD != (start + size - 1) / AHEAD || !(start % AHEAD))
		memory_prepare((char *)items + start,
			       end - start < AHEAD + size ? end - start :
							    AHEAD + size);
}

/* A quarter more each time, so that little of it stays free. */
static size_t next_block_size(const struct arena *a)
{
	size_t size = a->blocks ? a->blocks->size + a->blocks->size / 4 :
				  ARENA_BLOCK;

	return size < ARENA_BLOCK_MOST ? size : ARENA_BLOCK_MOST;
}

static struct arena_block *add_block(struct arena *a, size_t wanted)
{
	size_t size = next_block_size(a);
	bool is_own = wanted > size;	/* what is large has one by itself */
	struct arena_block **at = is_own && a->blocks ? &a->blocks->next :
							&a->blocks;
	struct arena_block *b;

	if (is_own)
		size = wanted;
	b = xmalloc(sizeof(*b) + size);
	memory_prepare(b, sizeof(*b) + size);
	*b = (struct arena_block){ .next = *at, .size = size };
	return *at = b;
}

/* As it is: what is copied over at once need not be zeroed. */
static void *take(struct arena *a, size_t size, size_t align)
{
	struct arena_block *b = a->blocks;
	size_t at = b ? (b->used + align - 1) & ~(align - 1) : 0;

	if (size > SIZE_MAX / 2)
		out_of_memory();
	if (!b || at > b->size || b->size - at < size) {
		b = add_block(a, size);
		at = 0;
	}
	b->used = at + size;
	return (char *)b->data + at;
}

void *arena_alloc(struct arena *a, size_t size)
{
	return memset(take(a, size, _Alignof(max_align_t)), 0, size);
}

int *arena_ints(struct arena *a, size_t count)
{
	size_t size = count * sizeof(int);

	return memset(take(a, size, _Alignof(int)), 0, size);
}

char *arena_strndup(struct arena *a, const char *s, size_t len)
{
	char *copy = take(a, len + 1, 1);

	if (len)
		memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return s ? arena_strndup(a, s, strlen(s)) : NULL;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;
	char *s;
	int len;

	va_start(ap, fmt);
	va_copy(again, ap);
	len = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	s = arena_alloc(a, len < 0 ? 1 : (size_t)len + 1);
	if (len > 0)
		vsnprintf(s, (size_t)len + 1, fmt, again);
	va_end(again);
	return s;
}

struct str arena_str(struct arena *a, struct str s)
{
	return (struct str){ arena_strndup(a, s.s, s.len), s.len };
}

void arena_adopt(struct arena *a, void *allocated)
{
	struct arena_guest *guest;

	if (!allocated)
		return;
	guest = arena_alloc(a, sizeof(*guest));
	*guest = (struct arena_guest){ a->guests, allocated };
	a->guests = guest;
}

void arena_release(struct arena *a)
{
	for (struct arena_guest *g = a->guests; g; g = g->next)
		free(g->allocated);
	a->guests = NULL;
	while (a->blocks) {
		struct arena_block *b = a->blocks;

		a->blocks = b->next;
		free(b);
	}
}
