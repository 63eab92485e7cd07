/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_WORDS_H
#define CORE_MODEL_TOPIC_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/str.h"

struct topic_bytes;
struct topic_catalogue;
struct topic_word_set;

/* What is being scanned of a line. */
struct scan {
	struct topic_catalogue *c;
	struct str line;
	const char *floor;	/* what is before it is done with */
	const char *text_end;	/* what may be read: the line and more */
	uint64_t cue;		/* no names are looked for, but the cues that
				   begin with this word; or 0 */
};

/*
 * Note the cues of the line that begin with one of the words asked for (NULL:
 * all), at the places that were kept when it was scanned for names.
 */
void scan_cues(struct topic_catalogue *c, const struct topic_word_set *asked,
	       const char *text_end);

/*
 * Add to the catalogue's hits the names that stand from `p` on, up to the next
 * '`' or ':', which is part of none.  Where that is, or `end`.  `first` is what
 * the bytes at `p` are; it is changed.
 */
const char *scan_words(struct scan *s, struct topic_bytes *first,
		       const char *p, const char *end);

#endif
