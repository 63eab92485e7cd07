/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DEFINITION_H
#define CORE_MODEL_DEFINITION_H

#include "core/base/str.h"

/*
 * What a passage defines, if it begins with a name of few words and what that
 * means: "SQS: a queue that ...", "A shard is a sequence of ...".  Empty: it
 * does not.  Diaries and plans have many lines of that shape which mean
 * nothing: "Mon: gym", "Focus on core: ...".
 */
struct str definition_term(struct str text);

/*
 * What a passage as it is written begins with, and sets off from a sentence on
 * what that does: "A **listener** checks for requests".  Empty: it does not.
 */
struct str definition_term_marked(struct str raw);

/*
 * Does it say what the name over it is, a heading or an item: "a queue between
 * two systems" or "Decouples two systems" beneath "SQS"?
 */
bool definition_is_of_head(struct str head, struct str text);

#endif
