/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PASSAGE_NUMBER_H
#define CORE_MODEL_PASSAGE_NUMBER_H

#include <stdbool.h>

#include "core/model/passage_traits.h"

/*
 * Does a passage have a number that is worth to be remembered, "256 KB", and
 * not only how long something took or is to take, how much is to be done, or
 * what it counts in an exam?  `traits` is what the passage is as far as is
 * known, of which items and questions matter.
 */
bool passage_has_number(const struct passage_place *place, struct str text,
			unsigned traits);

#endif
