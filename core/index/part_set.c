/* SPDX-License-Identifier: MIT */
/* Sets of parts, as bits. */
#include "core/index/part_set.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"

static size_t words_of(const struct part_set *s)
{
	return s->size / 64 + 1;
}

void part_set_begin(struct part_set *s, size_t size)
{
	s->size = size;
	s->bits = xcalloc(words_of(s), sizeof(*s->bits));
}

void part_set_release(struct part_set *s)
{
	free(s->bits);
	*s = (struct part_set)PART_SET_INIT;
}

static bool is_in_range(const struct part_set *s, int64_t id)
{
	return id >= 0 && (uint64_t)id < s->size;
}

void part_set_add(struct part_set *s, int64_t first, int64_t count)
{
	for (int64_t i = 0; i < count && is_in_range(s, first + i); i++)
		s->bits[(first + i) / 64] |= 1ull << (first + i) % 64;
}

void part_set_remove(struct part_set *s, int64_t id)
{
	if (is_in_range(s, id))
		s->bits[id / 64] &= ~(1ull << id % 64);
}

bool part_set_has(const struct part_set *s, int64_t id)
{
	return is_in_range(s, id) && s->bits[id / 64] >> id % 64 & 1;
}

size_t part_set_count(const struct part_set *s)
{
	size_t count = 0;

	for (size_t i = 0; i < words_of(s); i++)
		count += (size_t)__builtin_popcountll(s->bits[i]);
	return count;
}

void part_set_keep(struct part_set *s, const struct part_set *also)
{
	for (size_t i = 0; i < words_of(s); i++)
		s->bits[i] &= also->bits[i];
}

void part_set_join(struct part_set *s, const struct part_set *more)
{
	for (size_t i = 0; i < words_of(s); i++)
		s->bits[i] |= more->bits[i];
}

void part_set_take_away(struct part_set *s, const struct part_set *these)
{
	for (size_t i = 0; i < words_of(s); i++)
		s->bits[i] &= ~these->bits[i];
}

int64_t part_set_next(const struct part_set *s, int64_t from)
{
	for (; is_in_range(s, from); from++) {
		uint64_t rest = s->bits[from / 64] >> from % 64;

		if (rest & 1)
			return from;
		if (!rest)
			from |= 63;
	}
	return -1;
}
