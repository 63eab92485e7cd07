/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_SPANS_H
#define CORE_INDEX_SPANS_H

#include "core/index/database.h"

/*
 * The days and marks of entries once more, those of a span of days as one
 * value: who asks for a streak wants all of them, and rows cost more than
 * bytes.  Spans are made from the rows of `day` and `document`.
 */

/* Days of a span; few, so that a new entry has little written again. */
#define SPAN_DAYS 128

/* Spans of which something was added or removed. */
struct spans {
	int64_t *numbers;
	size_t count, cap;
};

#define SPANS_INIT { NULL, 0, 0 }

void spans_release(struct spans *s);

/* DAY_NONE: of entries without a day. */
void spans_touch(struct spans *s, int day);

/* Make those that were touched again, within a transaction that writes. */
int spans_write(struct spans *s, struct index *ix) MUST_CHECK;

#endif
