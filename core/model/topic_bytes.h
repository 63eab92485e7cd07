/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_BYTES_H
#define CORE_MODEL_TOPIC_BYTES_H

#include <stdint.h>

struct topic_filter;

/* So many bytes are looked at in one go. */
#define BYTES_AT_ONCE 64

/* What they are: a bit for each, the lowest for the first. */
struct topic_bytes {
	uint64_t word;		/* ASCII letters and digits */
	uint64_t symbol;	/* none of these, but some name begins so */
	uint64_t special;	/* '`', ':' */
};

/*
 * Of the bytes from `p` up to `end`; what lies beyond is none of these, but may
 * be read up to `text_end`.
 */
struct topic_bytes topic_bytes_at(const struct topic_filter *f, const char *p,
				  const char *end, const char *text_end);

#endif
