/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_PART_SIZES_H
#define CORE_INDEX_PART_SIZES_H

#include "core/index/database.h"

/*
 * How many tokens each part has (more, where it has nothing but links, which
 * must not rank by how short they are), those of a block of parts as one value: who
 * ranks what a search has found asks for that of every part that matches, and
 * rows cost more than bytes.  (FTS5 would keep a row for each part; its table
 * is made without.)
 */

/* Parts of a block: two of these values fit on a page. */
#define SIZES_IN_BLOCK 1000

/* A larger part counts as one of this size. */
#define SIZE_MOST UINT16_MAX

/* Sizes of parts that were added, in the order of their ids. */
struct part_sizes {
	struct part_size {
		int64_t part;
		uint16_t size;
	} *items;
	size_t count, cap;
};

#define PART_SIZES_INIT { NULL, 0, 0 }

void part_sizes_release(struct part_sizes *s);
void part_sizes_add(struct part_sizes *s, int64_t part, size_t size);

/* Into the rows of `size`, within a transaction that writes.  Those of parts
 * that are no more may stay: nothing asks for them. */
int part_sizes_write(struct part_sizes *s, struct index *ix) MUST_CHECK;

/* A block of sizes, as it is read; number -1: none yet. */
struct size_block {
	int64_t number;
	uint16_t sizes[SIZES_IN_BLOCK];
};

/* The size of a part; 0, if it is not known.  `block` is read when it is
 * another one than the last time. */
int part_size_get(struct index *ix, int64_t part, struct size_block *block,
		  size_t *out) MUST_CHECK;

#endif
