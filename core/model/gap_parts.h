/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_GAP_PARTS_H
#define CORE_MODEL_GAP_PARTS_H

#include <stdbool.h>

#include "core/base/str.h"

/* The parts of what somebody says that he does not know, for gap.c. */

/* "IAM policies", "how DAX works"; but neither "them" nor "more things". */
bool gap_names_something(struct str s);

/* "Mood: still shaky", "Week 3: review": what it heads is no matter. */
bool gap_heads_report(struct str s);

/*
 * "Got the question on leases wrong", "mixed up A and B", "leases lost me":
 * what was answered wrong, confused, or not kept.  `plain` is the sentence
 * without its fillers and without "I", `whole` with the latter.
 */
bool gap_is_slip(struct str plain, struct str whole);

/* "Picked CloudFront, right one was …": of an answer to a question. */
bool gap_is_corrected(struct str s);

/* "Leases: review!", "leases - no clue", "(revisit) leases": what is remarked
 * of a name beside a mark. */
bool gap_is_remark(struct str s);

#endif
