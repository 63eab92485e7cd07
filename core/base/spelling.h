/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_SPELLING_H
#define CORE_BASE_SPELLING_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/str.h"

/*
 * How many slips two words are apart, where a slip is a character left out,
 * added, changed or swapped with its neighbour (optimal string alignment).
 * ASCII case does not count.  Words over SPELLING_MAX bytes are far from all.
 */
#define SPELLING_MAX 64
#define SPELLING_FAR ((size_t)SPELLING_MAX * 2)
size_t spelling_distance(struct str a, struct str b);

/*
 * Did somebody who typed `typed` mean this word?  The distance if it is one
 * slip, or two in a word of more than three characters; else SPELLING_FAR.
 */
size_t spelling_near(struct str typed, struct str meant);

#endif
