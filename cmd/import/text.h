/* SPDX-License-Identifier: MIT */
#ifndef CMD_IMPORT_TEXT_H
#define CMD_IMPORT_TEXT_H

#include <stdbool.h>

#include "core/base/str.h"

/* Git's test: a NUL among the first bytes. */
bool text_is_binary(struct str bytes);

/*
 * Is one a later state of the other?  At least half of the lines of the
 * shorter one are in both; a name alone proves nothing.
 */
bool text_is_akin(struct str a, struct str b);

/* The same of words, for texts of a line or two. */
bool text_shares_words(struct str a, struct str b);

/* The same of what stands behind labels such as "**Today's Progress**:", which
 * all logs made from one template share; of nothing, no half can be shared. */
bool text_shares_said(struct str a, struct str b);

/* Why nobody can read these bytes, and what to do about it; or NULL. */
const char *text_why_unreadable(struct str bytes);

#endif
