/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_BYTES_H
#define CORE_MODEL_TOPIC_BYTES_H

#include <stddef.h>
#include <stdint.h>

struct topic_filter;

/* So many bytes are looked at in one go. */
#define BYTES_AT_ONCE 64

/* What they are: a bit for each, the lowest for the first. */
struct topic_bytes {
	uint64_t word;		/* ASCII letters and digits */
	uint64_t symbol;	/* none of these, but some name begins so */
	uint64_t special;	/* '`', ':' */
	uint64_t newline;
};

/* Of the bytes from `p` on; what lies beyond `text_end` is none of these. */
void topic_bytes_at(struct topic_bytes *out, const struct topic_filter *f,
		    const char *p, const char *text_end);

/* Only of the first `len` bytes. */
static inline void topic_bytes_cut(struct topic_bytes *b, size_t len)
{
	uint64_t inside;

	if (len >= BYTES_AT_ONCE)
		return;
	inside = ((uint64_t)1 << len) - 1;
	b->word &= inside;
	b->special &= inside;
	b->symbol &= inside;
}

#endif
