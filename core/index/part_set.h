/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_PART_SET_H
#define CORE_INDEX_PART_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A set of parts by id, a bit each: a hundred thousand are 12 KiB. */
struct part_set {
	uint64_t *bits;
	size_t size;	/* ids are below */
};
#define PART_SET_INIT { NULL, 0 }

void part_set_begin(struct part_set *s, size_t size);	/* empty */
void part_set_release(struct part_set *s);

/* Ids out of range are passed over: a damaged index may name any. */
void part_set_add(struct part_set *s, int64_t first, int64_t count);
void part_set_remove(struct part_set *s, int64_t id);
bool part_set_has(const struct part_set *s, int64_t id);
size_t part_set_count(const struct part_set *s);

void part_set_keep(struct part_set *s, const struct part_set *also);
void part_set_join(struct part_set *s, const struct part_set *more);
void part_set_take_away(struct part_set *s, const struct part_set *these);

/* The first id that is not below `from`, or -1. */
int64_t part_set_next(const struct part_set *s, int64_t from);

#endif
