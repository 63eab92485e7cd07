/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_PRIVATE_BLOCK_H
#define IMPORTERS_PRIVATE_BLOCK_H

#include <stdbool.h>

#include "core/base/str.h"

/*
 * A private block of a log may go on over the headers of days, each of which
 * becomes an entry of its own.  Go on to the text of the next one, after what
 * stands above the first: true, if the block was open where it begins.
 */
bool private_block_step(bool *open, struct str text);

#endif
