/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_STEM_H
#define CORE_TEXT_STEM_H

#include <stddef.h>

/*
 * The stem of an English word, by M. F. Porter, "An algorithm for suffix
 * stripping", Program 14(3), 1980, with the two rules that he added to his own
 * program later ("bli" for "abli", and "logi").  `word` is in lower case; it is
 * changed where it stands, and its new length, which is never more, is given
 * back.  Words of less than 3 bytes or more than STEM_LONGEST are left alone.
 *
 * exporters/site/theme/find_tokens.js has the same for a browser; tests compare
 * them.
 */
#define STEM_LONGEST 64
size_t stem_english(char *word, size_t len);

#endif
