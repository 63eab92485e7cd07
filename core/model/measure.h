/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_MEASURE_H
#define CORE_MODEL_MEASURE_H

#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * Append words with their numbers and units written the other way, "256 KB" for
 * "256KB" and "256KB" for "256 KB".  False: there is no such number.
 */
bool measure_respell(struct strbuf *out, struct str words);

/* "256" and "KB": a number, and what may be the unit behind it. */
bool measure_is_number(struct str word);
bool measure_is_unit(struct str word);

/* Have both the same digits, in the same order?  Else the one is no slip for
 * the other: "256kb" and "265kb". */
bool measure_same_digits(struct str a, struct str b);

#endif
