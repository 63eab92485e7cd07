/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_ALLOC_H
#define CORE_BASE_ALLOC_H

#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/str.h"

/*
 * Never return NULL: out of memory ends the program with a message.  Sizes
 * that come from outside meet a limit first (core/base/limits.h).
 */
void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);	/* prepared, for what is filled */
void *xrealloc(void *old, size_t size);
char *xstrdup(const char *s);

/*
 * Have the pages of memory that is about to be written to from the system in one
 * call.  Each by itself costs a fault, which on a virtual machine takes some ten
 * times as long.  Advice, as madvise(2) gives it: nothing else changes.
 */
void memory_prepare(void *bytes, size_t size);
/* The same for so many bytes of the heap, of which all is had that is small. */
void memory_expect(size_t size);

/*
 * About so much of our thread's heap will be used, and soon: have it in large
 * pages, of which a fault gives 512 times as much.  Nothing is taken from the
 * system before it is written to; then up to a large page more than is needed,
 * so that less than such a page, 2 MiB, is not worth it and changes nothing.
 * Else, from now on what is freed stays in the heap, and what is large, up to
 * 32 MiB, comes from it, until memory_return_large().
 */
void memory_expect_much(size_t size);

/* Like xrealloc, for what will be filled soon: only `used` bytes of it matter,
 * and `size` is more. */
void *xresize(void *old, size_t used, size_t size);
/* The size of what grows again and again, the next time. */
size_t memory_grown(size_t size);

/*
 * Room for `count` elements, of which many may never be used: nothing of it is
 * taken from the system before it is written to.  It does not grow smaller.
 *
 *	XRESERVE(list->items, list->cap, guess);
 *	MEMORY_AHEAD(list->items, list->count, list->cap);
 *	list->items[list->count++] = item;
 *
 * What grows again and again moves, which costs a fault for each of its pages.
 */
#define XRESERVE(items, cap, count) \
	((items) = xreserve((items), &(cap), (count), sizeof(*(items))))
void *xreserve(void *items, size_t *cap, size_t count, size_t size);

/* memory_prepare(), a piece at a time, for what is filled in its order. */
#define MEMORY_AHEAD(items, count, cap) \
	memory_ahead((items), (count), (cap), sizeof(*(items)))
void memory_ahead(void *items, size_t count, size_t cap, size_t size);

/* From now on what is large goes back to the system as soon as it is freed,
 * in place of being kept for the next that is: for who needs several large
 * blocks, one after the other.  Each of them costs some microseconds more.
 * What is free already goes back as well, wherever it lies. */
void memory_return_large(void);

/*
 * Make room for one more element in an array that grows by doubling, or by a
 * quarter where it is large:
 *
 *	XGROW(list->items, list->count, list->cap);
 *	list->items[list->count++] = item;
 */
#define XGROW(items, count, cap) \
	((items) = xgrow((items), (count), &(cap), sizeof(*(items))))
void *xgrow(void *items, size_t count, size_t *cap, size_t size);

/*
 * An arena owns everything allocated from it and gives it all back at once.
 * Pointers into it are never freed one by one; they live as long as it does.
 */
struct arena {
	struct arena_block *blocks;
	struct arena_guest *guests;
};

#define ARENA_INIT { NULL, NULL }

void *arena_alloc(struct arena *a, size_t size);	/* zeroed */
int *arena_ints(struct arena *a, size_t count);	/* the same, more closely */
char *arena_strndup(struct arena *a, const char *s, size_t len);
char *arena_strdup(struct arena *a, const char *s);	/* NULL gives NULL */
char *arena_printf(struct arena *a, const char *fmt, ...) PRINTF_LIKE(2, 3);
struct str arena_str(struct arena *a, struct str s);	/* a copy, with NUL */
/* What xmalloc and its like gave becomes the arena's; NULL is nothing. */
void arena_adopt(struct arena *a, void *allocated);
void arena_release(struct arena *a);

#endif
