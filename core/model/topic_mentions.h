/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_MENTIONS_H
#define CORE_MODEL_TOPIC_MENTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/strbuf.h"
#include "core/model/passage_numbers.h"

/* Which passages of a part of a document are on a topic. */
struct topic_mention {
	uint32_t document, part;	/* the part from 0 */
	uint32_t count;			/* of passages */
	struct str numbers;	/* theirs in the part: passage_numbers.h */
};

/*
 * All mentions of a topic, by document and part.  A journal has more of them
 * than of anything else, so each is a few bytes, one behind the other.
 */
struct topic_mentions {
	struct str bytes;
	const struct topic_mentions_mark *marks;	/* where some begin */
	size_t count;
};

/* Those from number `first` on. */
struct topic_mentions_reader {
	struct str rest;
	uint32_t document;	/* of the one before */
};
struct topic_mentions_reader
topic_mentions_from(const struct topic_mentions *all, size_t first);
/* False: that was the last one. */
bool topic_mentions_next(struct topic_mentions_reader *r,
			 struct topic_mention *out);

/* Fill in `count` of them, which there are. */
void topic_mentions_read(const struct topic_mentions *all, size_t first,
			 size_t count, struct topic_mention *out);

struct topic_mentions_writer {
	struct strbuf bytes;
	struct topic_mentions_mark *marks;
	size_t count, nmarks, marks_cap;
	uint32_t document;	/* of the last one */
};
#define TOPIC_MENTIONS_WRITER_INIT { STRBUF_INIT, NULL, 0, 0, 0, 0 }
void topic_mentions_writer_release(struct topic_mentions_writer *w);

/* In their order; the numbers are copied. */
void topic_mentions_add(struct topic_mentions_writer *w,
			const struct topic_mention *m);
/* What was added, in `mem`; what is added next is of another topic. */
struct topic_mentions topic_mentions_take(struct topic_mentions_writer *w,
					  struct arena *mem);

#endif
