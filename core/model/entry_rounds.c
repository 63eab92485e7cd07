/* SPDX-License-Identifier: MIT */
/* Which round of the challenge each entry is of. */
#include "core/model/entry_rounds.h"

#include <stdlib.h>

#include "core/base/alloc.h"

void entry_rounds_release(struct entry_rounds *r)
{
	free(r->marks);
	free(r->items);
	free(r->places);
	*r = (struct entry_rounds)ENTRY_ROUNDS_INIT;
}

void entry_rounds_add(struct entry_rounds *r, int label, bool empty)
{
	XGROW(r->items, r->count, r->cap);
	r->items[r->count++] = (struct entry_round){ r->nmarks, label, empty };
}

void entry_rounds_add_mark(struct entry_rounds *r, int day, int number)
{
	const struct entry_round *e = &r->items[r->count - 1];

	if (e->empty)
		return;
	XGROW(r->marks, r->nmarks, r->marks_cap);
	r->marks[r->nmarks++] = (struct challenge_mark){
		day, number, e->round
	};
}

void entry_rounds_settle(struct entry_rounds *r, int today)
{
	int round = 1;

	free(r->places);
	r->places = xcalloc(r->nmarks + 1, sizeof(*r->places));
	challenge_places(r->places, r->marks, r->nmarks, today);
	for (size_t i = 0; i < r->count; i++) {
		struct entry_round *e = &r->items[i];

		if (!e->empty)
			round = r->places[e->first].round;
		if (!e->empty || e->round <= 0)
			e->round = round;
	}
}
