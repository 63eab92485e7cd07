/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_STRSET_H
#define CORE_BASE_STRSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/str.h"

/* For tables of strings: by eight bytes, and no defence against who chooses the
 * strings so that they meet. */
uint32_t str_hash(struct str s);

/* A set of byte strings, each with a number that belongs to it. */
struct strset {
	struct strset_slot {
		const char *key;	/* with a NUL behind; NULL: free */
		uint32_t len;	/* there may be a NUL within as well */
		uint32_t hash;
		size_t value;
	} *slots;
	size_t count, size;	/* size: a power of two */
	struct arena mem;	/* of the keys */
};

#define STRSET_INIT { NULL, 0, 0, ARENA_INIT }

/* So many more will be put into it, which then grows at once. */
void strset_expect(struct strset *set, size_t count);

/* Add a copy of `key`, or give it another value; false: it was there. */
bool strset_put(struct strset *set, struct str key, size_t value);
/* The same, but what was there keeps its value; *kept is the set's own copy of
 * the key, which stays where it is until the release. */
bool strset_add(struct strset *set, struct str key, size_t value,
		const char **kept);
bool strset_get(const struct strset *set, struct str key, size_t *value);
bool strset_has(const struct strset *set, struct str key);
/* The keys, in the order of their bytes; free() the array, not the keys. */
const char **strset_in_order(const struct strset *set);
void strset_release(struct strset *set);

#endif
