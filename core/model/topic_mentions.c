/* SPDX-License-Identifier: MIT */
/* Where a topic is spoken of, in few bytes. */
#include "core/model/topic_mentions.h"

#include <stdlib.h>
#include <string.h>

/*
 * A mention is the distance of its document to the one before * 2, and 1 more
 * where its part follows, as that is not 0; how many passages it has * 2, and 1
 * more where how many bytes their numbers take follows, as most take one each;
 * and the numbers.
 */

/* Every so many of them is marked. */
#define APART 64

struct topic_mentions_mark {
	uint32_t document;	/* of the one before it */
	uint32_t at;		/* where it begins */
};

static bool is_marked(size_t number)
{
	return number % APART == 0;
}

struct topic_mentions_reader
topic_mentions_from(const struct topic_mentions *all, size_t first)
{
	struct topic_mentions_reader r = { STR(""), 0 };
	const struct topic_mentions_mark *mark;
	struct topic_mention passed;

	if (first >= all->count)
		return r;
	mark = &all->marks[first / APART];
	r = (struct topic_mentions_reader){ str_from(all->bytes, mark->at),
					    mark->document };
	for (size_t i = first % APART; i; i--)
		topic_mentions_next(&r, &passed);
	return r;
}

bool topic_mentions_next(struct topic_mentions_reader *r,
			 struct topic_mention *out)
{
	uint64_t step, count, len;

	if (!r->rest.len)
		return false;
	step = leb128_take(&r->rest);
	out->document = r->document += (uint32_t)(step >> 1);
	out->part = step & 1 ? (uint32_t)leb128_take(&r->rest) : 0;
	count = leb128_take(&r->rest);
	out->count = (uint32_t)(count >> 1);
	len = count & 1 ? leb128_take(&r->rest) : out->count;
	out->numbers = str_upto(r->rest, len);
	r->rest = str_from(r->rest, len);
	return true;
}

void topic_mentions_read(const struct topic_mentions *all, size_t first,
			 size_t count, struct topic_mention *out)
{
	struct topic_mentions_reader r = topic_mentions_from(all, first);

	for (size_t i = 0; i < count; i++)
		topic_mentions_next(&r, &out[i]);
}

void topic_mentions_writer_release(struct topic_mentions_writer *w)
{
	strbuf_release(&w->bytes);
	free(w->marks);
	*w = (struct topic_mentions_writer)TOPIC_MENTIONS_WRITER_INIT;
}

void topic_mentions_add(struct topic_mentions_writer *w,
			const struct topic_mention *m)
{
	uint64_t step = m->document - w->document;
	bool is_long = m->numbers.len != m->count;

	if (is_marked(w->count++)) {
		XGROW(w->marks, w->nmarks, w->marks_cap);
		w->marks[w->nmarks++] = (struct topic_mentions_mark){
			w->document, (uint32_t)w->bytes.len
		};
	}
	w->document = m->document;
	leb128_add(&w->bytes, step << 1 | (m->part != 0));
	if (m->part)
		leb128_add(&w->bytes, m->part);
	leb128_add(&w->bytes, (uint64_t)m->count << 1 | is_long);
	if (is_long)
		leb128_add(&w->bytes, m->numbers.len);
	strbuf_addslice(&w->bytes, m->numbers);
}

struct topic_mentions topic_mentions_take(struct topic_mentions_writer *w,
					  struct arena *mem)
{
	size_t size = w->nmarks * sizeof(*w->marks);
	struct topic_mentions_mark *marks = arena_alloc(mem, size);
	struct topic_mentions all = {
		arena_str(mem, strbuf_slice(&w->bytes)), marks, w->count
	};

	if (size)
		memcpy(marks, w->marks, size);
	strbuf_reset(&w->bytes);
	w->count = w->nmarks = 0;
	w->document = 0;
	return all;
}
