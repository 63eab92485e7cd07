/* SPDX-License-Identifier: MIT */
/* How many tokens parts have, many of them in one value. */
#include "core/index/part_sizes.h"

#include <stdlib.h>
#include <string.h>

void part_sizes_release(struct part_sizes *s)
{
	free(s->items);
	*s = (struct part_sizes)PART_SIZES_INIT;
}

void part_sizes_add(struct part_sizes *s, int64_t part, size_t size)
{
	XGROW(s->items, s->count, s->cap);
	s->items[s->count++] = (struct part_size){
		part, size < SIZE_MOST ? (uint16_t)size : SIZE_MOST
	};
}

/* What is not there, or too short, is filled up with zeros. */
static int read_block(struct index *ix, int64_t number,
		      struct size_block *block)
{
	sqlite3_stmt *st = database_get(ix, SQL_GET_SIZES);
	struct str bytes;
	int more;

	*block = (struct size_block){ .number = number };
	bind_int(st, 1, number);
	more = database_step(ix, st);
	if (more > 0) {
		bytes = str_upto(column_borrow(st, 0), sizeof(block->sizes));
		if (bytes.len)
			memcpy(block->sizes, bytes.s, bytes.len);
	}
	return database_end(st, more);
}

static int write_block(struct index *ix, const struct size_block *block)
{
	sqlite3_stmt *st = database_get(ix, SQL_PUT_SIZES);

	bind_int(st, 1, block->number);
	bind_blob(st, 2, (struct str){ (const char *)block->sizes,
				       sizeof(block->sizes) });
	return database_run(ix, st);
}

int part_sizes_write(struct part_sizes *s, struct index *ix)
{
	struct size_block block = { .number = -1 };

	for (size_t i = 0; i < s->count; i++) {
		int64_t number = s->items[i].part / SIZES_IN_BLOCK;

		if (number != block.number) {
			if (i && write_block(ix, &block))
				return -1;
			if (read_block(ix, number, &block))
				return -1;
		}
		block.sizes[s->items[i].part % SIZES_IN_BLOCK] =
			s->items[i].size;
	}
	return s->count ? write_block(ix, &block) : 0;
}

int part_size_get(struct index *ix, int64_t part, struct size_block *block,
		  size_t *out)
{
	*out = 0;
	if (part < 0)
		return 0;
	if (part / SIZES_IN_BLOCK != block->number &&
	    read_block(ix, part / SIZES_IN_BLOCK, block))
		return -1;
	*out = block->sizes[part % SIZES_IN_BLOCK];
	return 0;
}
