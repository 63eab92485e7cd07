/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PLAN_STATUS_H
#define CORE_MODEL_PLAN_STATUS_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"

#define PLAN_STATUS_BYTES 48	/* of a cell that is nothing but a state */

/* How far something is that is to be done. */
enum plan_status {
	PLAN_STATUS_NONE,	/* the text says something else */
	PLAN_STATUS_OPEN,
	PLAN_STATUS_STARTED,
	PLAN_STATUS_DONE,
};

/*
 * What a cell says of the state of its row, when it says nothing else: "✅",
 * "[x]", "yes", "Done (May 3)", "In progress", "40%", "3/10", "⬜".  An empty
 * cell is PLAN_STATUS_NONE.
 */
enum plan_status plan_status_read(struct str cell);

/* Of a cell that has a state: does it say that alone, so that another row may
 * say the same?  "Done (May 3)" and "failed" do not. */
bool plan_status_is_plain(struct str cell);

/* The words of a cell, folded, without marks and emoji; the last mark that
 * says a state is in `by_mark`, or PLAN_STATUS_NONE. */
void plan_status_split(struct strbuf *out, struct str cell,
		       enum plan_status *by_mark);

/* What the symbol at the front of a text says: "✅ Queues".  `symbol`: there is
 * one, if only of something else. */
enum plan_status plan_status_of_front(struct str text, bool *symbol);

/* "40%", "3/10" and nothing else, folded. */
bool plan_parts_read(struct str s, unsigned *part, unsigned *whole);

/* "[x]", "[ ]", "[]" and nothing else, folded. */
bool plan_box_read(struct str s, enum plan_status *status);

#endif
