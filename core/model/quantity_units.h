/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_QUANTITY_UNITS_H
#define CORE_MODEL_QUANTITY_UNITS_H

#include "core/base/ascii.h"
#include "core/model/quantity.h"

/* Of ASCII, whatever the locale. */
static inline bool is_word_byte(char c)
{
	return ascii_is_of_word(c) || c == '_';
}

/* The units in which learners note limits, for quantity.c. */
struct quantity_unit {
	const char *word;	/* lower case */
	const char *unit;	/* folded and singular */
	enum quantity_kind kind;
	double scale;		/* to the base unit of its kind */
};

/*
 * The unit at the front of what stands behind a number, perhaps behind a blank
 * or a hyphen.  Returns how many bytes that takes; 0: there is none.
 */
size_t quantity_unit_length(struct str s, const struct quantity_unit **out);

/* "million" or "k" at the front, likewise: what it multiplies by; or 1. */
double quantity_multiplier(struct str s, size_t *length);

/* " x 9s", " 9's", " nines" behind a number: so many nines of a share.  How
 * many bytes that takes, or 0. */
size_t quantity_nines_length(struct str s);

/*
 * What stands between the two ends of a range, "-", " ~ " or " to ": how many
 * bytes, or 0.  `doubtful`: it may as well part a label from what follows.
 */
size_t quantity_range_sign(struct str s, bool *doubtful);

#endif
