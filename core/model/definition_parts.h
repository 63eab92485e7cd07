/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DEFINITION_PARTS_H
#define CORE_MODEL_DEFINITION_PARTS_H

#include <stdbool.h>

#include "core/base/str.h"

/* The parts of a definition, for definition.c: a name, and what it means. */

#define TERM_BYTES 60	/* of a name; a longer one is a sentence */

/* A name of few words, and none of what diaries and plans put before a mark:
 * "Mood", "Days 3-4", "Completed the kata". */
bool definition_is_term(struct str term);

/* "Server", "Path": a name that mostly says which one it is. */
bool definition_is_field(struct str term);

/* What stands behind the mark and tells what `term` is. */
bool definition_is_meaning(struct str term, struct str meaning);

/* What stands behind a verb: behind "is a", the same in other languages, behind
 * "means", "lets", "provides", "is", "are". */
bool definition_is_kind(struct str s);
bool definition_is_kind_abroad(struct str s);
bool definition_is_plain(struct str s);
bool definition_is_service(struct str s);
bool definition_is_provided(struct str s);
/* Behind a verb that tells what services do: to what it is done. */
bool definition_is_act(struct str s);
/* "machine learning to find …": behind "uses". */
bool definition_is_means(struct str s);
bool definition_is_genus(struct str s);
/* The same where nothing stands before it: no sentence, order or deed. */
bool definition_is_genus_alone(struct str s);
bool definition_is_several(struct str s);

/* "checks for requests": what a thing does, by a verb of the third person. */
bool definition_is_function(struct str s);
/* "set of files that …", "used to run a build". */
bool definition_is_noun_phrase(struct str s);
/* The same by one of the verbs that tell what services do, also "Used to …",
 * where nothing stands before it. */
bool definition_is_function_alone(struct str s);

/* "DNS" and " translates names", "route tables" and " decide where": what a
 * thing does, by any verb that tells what services do. */
bool definition_serves(struct str term, struct str rest);

#endif
