/* SPDX-License-Identifier: MIT */
/* A hash table of strings, open addressing, never more than half full. */
#include "core/base/strset.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"

/* FNV-1a.  Keys are paths and ids of one journal, not of an attacker's. */
static uint64_t hash(struct str s)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < s.len; i++)
		h = (h ^ (unsigned char)s.s[i]) * 1099511628211u;
	return h;
}

static struct str key_of(const struct strset_slot *slot)
{
	return (struct str){ slot->key, slot->len };
}

/* The slot that holds `key`, or the free one where it would go. */
static struct strset_slot *find(const struct strset *set, struct str key)
{
	size_t at = (size_t)hash(key) & (set->size - 1);

	while (set->slots[at].key && !str_eq(key, key_of(&set->slots[at])))
		at = (at + 1) & (set->size - 1);
	return &set->slots[at];
}

static void grow(struct strset *set)
{
	struct strset old = *set;

	set->size = old.size ? old.size * 2 : 64;
	set->slots = xcalloc(set->size, sizeof(*set->slots));
	for (size_t i = 0; i < old.size; i++)
		if (old.slots[i].key)
			*find(set, key_of(&old.slots[i])) = old.slots[i];
	free(old.slots);
}

static struct strset_slot *put(struct strset *set, struct str key, bool *is_new)
{
	struct strset_slot *slot;

	if (set->count * 2 >= set->size)
		grow(set);
	slot = find(set, key);
	*is_new = !slot->key;
	if (!*is_new)
		return slot;
	slot->key = xmalloc(key.len + 1);
	if (key.len)
		memcpy(slot->key, key.s, key.len);
	slot->key[key.len] = '\0';
	slot->len = key.len;
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
	slot = find(set, key);
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
	for (size_t i = 0; i < set->size; i++)
		free(set->slots[i].key);
	free(set->slots);
	*set = (struct strset)STRSET_INIT;
}
