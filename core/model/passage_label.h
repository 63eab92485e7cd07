/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PASSAGE_LABEL_H
#define CORE_MODEL_PASSAGE_LABEL_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/model/plan_section.h"

/* The labels of passages: "Todo: …", "Note: …". */

/* The label in front of a colon, or an empty slice; `rest` is behind it, and
 * left alone where there is none. */
struct str passage_label_take(struct str text, struct str *rest);

/* The traits of what follows a label that is known, which may be none. */
bool passage_label_trait(struct str label, unsigned *trait);

/* "Weak areas: drill the lowest ones": advice for anybody. */
bool passage_label_advises(struct str label, struct str rest);

/* "Target: 12 topics": what the plan itself is to reach. */
bool passage_is_aim(struct str text);

/* Is it a word that says, before a colon, what follows: "Note", "Today"? */
bool passage_is_label(struct str text);

/*
 * A paragraph that is only a label, "To check out:", says what the list behind
 * it is.  PLAN_NONE: it is no such label.
 */
enum plan_section passage_label_section(struct str text);

#endif
