/* SPDX-License-Identifier: MIT */
/* The entries of a round of the challenge. */
#include "core/index/rounds.h"

#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/base/date.h"
#include "core/index/passages.h"
#include "core/model/entry.h"
#include "core/model/entry_rounds.h"

struct parts {
	int64_t first, count;
};

/* The rounds of the entries and their parts, in one order. */
struct collected {
	struct entry_rounds rounds;
	struct parts *parts;
	size_t count, cap;
};

static int collect(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct collected *c = arg;
	struct str days = column_borrow(st, 2), numbers = column_borrow(st, 3);
	bool first = true, more = true;

	XGROW(c->parts, c->count, c->cap);
	c->parts[c->count++] = (struct parts){ sqlite3_column_int64(st, 0),
					       sqlite3_column_int64(st, 1) };
	entry_rounds_add(&c->rounds, sqlite3_column_int(st, 4),
			 sqlite3_column_int(st, 5));
	for (; more; first = false) {
		int day = DAY_NONE, number = NUMBER_NONE;

		more = numbers_next(&days, &day);
		more |= numbers_next(&numbers, &number);
		if (more || first)
			entry_rounds_add_mark(&c->rounds, day, number);
	}
	return 0;
}

int rounds_add_parts(struct index *ix, int round, int today,
		     struct part_set *out)
{
	struct collected c = { .rounds = ENTRY_ROUNDS_INIT };
	int rc = database_each(ix, database_get(ix, SQL_ROUNDS), collect, &c);

	entry_rounds_settle(&c.rounds, today);
	for (size_t i = 0; !rc && i < c.count; i++)
		if (c.rounds.items[i].round == round)
			part_set_add(out, c.parts[i].first, c.parts[i].count);
	entry_rounds_release(&c.rounds);
	free(c.parts);
	return rc;
}
