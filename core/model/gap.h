/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_GAP_H
#define CORE_MODEL_GAP_H

#include <stdbool.h>

#include "core/base/str.h"

/*
 * Does a passage do no more than name a gap in what its writer knows: "I need
 * to review IAM policies", "still shaky on VPC peering", "keep forgetting the
 * limits of SQS"?  One sentence of few words; what is told besides, or of
 * somebody else, is none, and so is "I need to review them".
 */
bool gap_is_named(struct str text);

#endif
