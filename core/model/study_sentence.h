/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_STUDY_SENTENCE_H
#define CORE_MODEL_STUDY_SENTENCE_H

#include <stdbool.h>

#include "core/base/str.h"

/*
 * The minutes that somebody studied, as a sentence tells it: "Studied for 2
 * hours", "Worked on the labs for 1.5h", and of what is under a label of
 * progress "90 minutes of labs" as well.  `s` is folded, and begins with its
 * first word.  What later sentences add, "Then 30 minutes of reading", is added.
 * 0: it tells none, or not clearly; how long a message is kept, and
 * when a function times out, are told in the same words, so whatever speaks of
 * such things is not taken.
 */
int study_sentence_minutes(struct str s, bool is_progress);

#endif
