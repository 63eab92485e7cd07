/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_GAP_H
#define CORE_MODEL_GAP_H

#include "core/base/str.h"

/*
 * The sentence in which a passage names a gap in what its writer knows: "I need
 * to review IAM policies", "still shaky on VPC peering", "keep forgetting the
 * limits of SQS", "key grants - needs review".  It is the first or the last, and of few words; what is told
 * of somebody else is none, and so is "I need to review them".  .len 0: there
 * is none.
 */
struct str gap_sentence(struct str text);

#endif
