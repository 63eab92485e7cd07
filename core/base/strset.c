/* SPDX-License-Identifier: MIT */
/* A hash table of strings, open addressing, never more than half full. */
#include "core/base/strset.h"

#include <stdlib.h>
#include <string.h>

#define SIZE_FIRST 64

uint32_t str_hash(struct str s)
{
	uint64_t h = s.len, word;

	for (; s.len >= sizeof(word); s = str_from(s, sizeof(word))) {
		memcpy(&word, s.s, sizeof(word));
		h = (h ^ word) * UINT64_C(0x9e3779b97f4a7c15);
		h ^= h >> 32;
	}
	word = 0;
	if (s.len)
		memcpy(&word, s.s, s.len);
	h = (h ^ word) * UINT64_C(0x9e3779b97f4a7c15);
	return (uint32_t)(h ^ h >> 32);
}

static bool is_at(const struct strset_slot *slot, struct str key, uint32_t h)
{
	return slot->hash == h && slot->len == key.len &&
	       (!key.len || !memcmp(slot->key, key.s, key.len));
}

/* The slot that holds `key`, or the free one where it would go. */
static struct strset_slot *find(const struct strset *set, struct str key,
				uint32_t h)
{
	size_t at = h & (set->size - 1);

	while (set->slots[at].key && !is_at(&set->slots[at], key, h))
		at = (at + 1) & (set->size - 1);
	return &set->slots[at];
}

static void grow(struct strset *set, size_t size)
{
	struct strset_slot *old = set->slots;
	size_t before = set->size, at;

	set->size = size;
	set->slots = xcalloc(set->size, sizeof(*set->slots));
	for (size_t i = 0; i < before; i++) {
		if (!old[i].key)
			continue;
		at = old[i].hash & (set->size - 1);
		while (set->slots[at].key)
			at = (at + 1) & (set->size - 1);
		set->slots[at] = old[i];
	}
	free(old);
}

void strset_expect(struct strset *set, size_t count)
{
	size_t size = set->size ? set->size : SIZE_FIRST;

	/* At least half of them stay free. */
	while ((set->count + count) * 2 > size)
		size *= 2;
	if (size > set->size)
		grow(set, size);
}

static struct strset_slot *put(struct strset *set, struct str key, bool *is_new)
{
	uint32_t h = str_hash(key);
	struct strset_slot *slot;

	strset_expect(set, 1);
	slot = find(set, key, h);
	*is_new = !slot->key;
	if (!*is_new)
		return slot;
	slot->key = arena_strndup(&set->mem, key.s, key.len);
	slot->len = (uint32_t)key.len;
	slot->hash = h;
	set->count++;
	return slot;
}

bool strset_put(struct strset *set, struct str key, size_t value)
{
	bool is_new;

	put(set, key, &is_new)->value = value;
	return is_new;
}

bool strset_add(struct strset *set, struct str key, size_t value,
		const char **kept)
{
	bool is_new;
	struct strset_slot *slot = put(set, key, &is_new);

	if (is_new)
		slot->value = value;
	*kept = slot->key;
	return is_new;
}

bool strset_get(const struct strset *set, struct str key, size_t *value)
{
	const struct strset_slot *slot;

	if (!set->size)
		return false;
	slot = find(set, key, str_hash(key));
	if (!slot->key)
		return false;
	*value = slot->value;
	return true;
}

bool strset_has(const struct strset *set, struct str key)
{
	size_t ignored;

	return strset_get(set, key, &ignored);
}

static int by_bytes(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;

	return strcmp(*x, *y);
}

const char **strset_in_order(const struct strset *set)
{
	const char **keys = xcalloc(set->count + 1, sizeof(*keys));
	size_t count = 0;

	for (size_t i = 0; i < set->size; i++)
		if (set->slots[i].key)
			keys[count++] = set->slots[i].key;
	if (count)
		qsort(keys, count, sizeof(*keys), by_bytes);
	return keys;
}

void strset_release(struct strset *set)
{
	arena_release(&set->mem);
	free(set->slots);
	*set = (struct strset)STRSET_INIT;
}
