/* SPDX-License-Identifier: MIT */
/* Numbers by sums, in a table with open addresses. */
#include "core/base/sum_table.h"

#include <stdlib.h>

#include "core/base/alloc.h"

#define SIZE_FIRST 64

void sum_table_release(struct sum_table *t)
{
	free(t->slots);
	*t = (struct sum_table)SUM_TABLE_INIT;
}

/* Where a sum is, or would go.  Sums are spread well already. */
static struct sum_table_slot *slot_of(const struct sum_table *t, uint64_t sum)
{
	size_t at = (size_t)(sum ^ sum >> 32) & (t->size - 1);

	while (t->slots[at].place && t->slots[at].sum != sum)
		at = (at + 1) & (t->size - 1);
	return &t->slots[at];
}

static void grow(struct sum_table *t, size_t size)
{
	const struct sum_table old = *t;

	t->size = size;
	t->slots = xcalloc(t->size, sizeof(*t->slots));
	for (size_t i = 0; i < old.size; i++)
		if (old.slots[i].place)
			*slot_of(t, old.slots[i].sum) = old.slots[i];
	free(old.slots);
}

void sum_table_expect(struct sum_table *t, size_t count)
{
	size_t size = t->size ? t->size : SIZE_FIRST;

	/* At least half of them stay free. */
	while ((t->count + count) * 2 > size)
		size *= 2;
	if (size > t->size)
		grow(t, size);
}

void sum_table_put(struct sum_table *t, uint64_t sum, size_t number)
{
	struct sum_table_slot *slot;

	sum_table_expect(t, 1);
	slot = slot_of(t, sum);
	t->count += !slot->place;
	*slot = (struct sum_table_slot){ sum, number + 1 };
}

bool sum_table_get(const struct sum_table *t, uint64_t sum, size_t *number)
{
	const struct sum_table_slot *slot = t->size ? slot_of(t, sum) : NULL;

	if (!slot || !slot->place)
		return false;
	*number = slot->place - 1;
	return true;
}
