/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_SUM_TABLE_H
#define CORE_BASE_SUM_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A number for each of many sums (sum64.h).  What they are sums of is neither
 * kept nor compared. */
struct sum_table {
	struct sum_table_slot {
		uint64_t sum;
		size_t place;	/* the number, + 1; 0: free */
	} *slots;
	size_t count, size;	/* size: a power of two, or 0 */
};

#define SUM_TABLE_INIT { NULL, 0, 0 }
void sum_table_release(struct sum_table *t);

/* So many are to come: the table need not grow. */
void sum_table_expect(struct sum_table *t, size_t count);

/* Give a sum its number, in place of the one it had. */
void sum_table_put(struct sum_table *t, uint64_t sum, size_t number);
/* False: it has none. */
bool sum_table_get(const struct sum_table *t, uint64_t sum, size_t *number);

#endif
