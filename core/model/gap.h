/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_GAP_H
#define CORE_MODEL_GAP_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/str.h"

/*
 * The sentence in which a passage names a gap in what its writer knows: "I need
 * to review IAM policies", "still a bit shaky on VPC peering", "keep forgetting
 * the limits of SQS", "key grants - needs review".  It is the first or the
 * last, and of few words; what is told of somebody else is none, and so are "I
 * need to review them" and what was overcome.  .len 0: there is none.
 */
struct str gap_sentence(struct str text);

/* May a text of words with these senses name one?  Few may. */
bool gap_may_be_named(uint64_t senses);

/* Does what is to be done close one: "revisit leases", behind "TODO:"? */
bool gap_is_to_do(struct str text);

#endif
