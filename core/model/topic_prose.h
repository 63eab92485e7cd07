/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_PROSE_H
#define CORE_MODEL_TOPIC_PROSE_H

#include "core/base/str.h"

/*
 * Names that are ordinary words of their sentence.  All take the line that
 * the name stands on, and where it starts or ends.
 */

/* Do the words after it make a sentence: "Aurora over the fjord"? */
bool prose_follows(struct str line, const char *end);

/*
 * Is what is written in lower case there a noun or a verb: "a bottle of",
 * "some passport is", "we express", "to amplify the"?  "a flask app" is not.
 */
bool prose_is_word(struct str line, const char *start, const char *end);

/* Is somebody with a capital there: "paired with Julia", "Macie, who"? */
bool prose_is_person(struct str line, const char *start, const char *end);

/* Is something else compared with it ("a WAF-like rule"), or "K&R", "R&D"? */
bool prose_is_likeness(struct str line, const char *start, const char *end);

#endif
