/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_LAB_H
#define CORE_MODEL_LAB_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/str.h"

/*
 * Does a passage tell that somebody built, set up or tried a thing that is
 * learned: "Deployed a Flask app", "built an API and tested it", "followed the
 * tutorial on leases"?  The deed begins a sentence or a clause, and what was
 * made is named: "I built a habit" tells of no lab, and neither does "wrote a
 * post about Docker".
 */
bool lab_is_told(struct str text);

/* May a text of words with these senses (wording_all) tell of one? */
bool lab_may_be_told(uint64_t senses);

/* "Hands-on with queues", "lab on leases": named as one at the front, with no
 * label. */
bool lab_is_named(struct str text);

#endif
