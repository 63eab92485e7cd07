/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_WORDS_H
#define CORE_MODEL_TOPIC_WORDS_H

#include "core/base/str.h"

struct topic_catalogue;

/* What is being scanned of a line. */
struct scan {
	struct topic_catalogue *c;
	struct str line;
	const char *floor;	/* what is before it is done with */
	const char *text_end;	/* what may be read: the line and more */
};

/*
 * Add to the catalogue's hits the names that stand from `p` on, up to the next
 * '`' or ':', which is part of none.  Where that is, or `end`.
 */
const char *scan_words(struct scan *s, const char *p, const char *end);

#endif
