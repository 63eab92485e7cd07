/* SPDX-License-Identifier: MIT */
/* Reading documents while others are written. */
#include "core/index/read_ahead.h"

#include <pthread.h>
#include <stdlib.h>

#include "core/base/helper.h"
#include "core/base/utf8.h"

/* So many documents are on their way at most: read, or being written. */
#define ON_THEIR_WAY 16

/* To wake somebody takes its time, so it is for so many of them at once. */
#define AT_ONCE 4

/* Below so many files, to start a thread takes longer than it saves. */
#define WORTH_HELP 16

struct read_ahead {
	const struct refresh *refresh;
	enum read_depth depth;
	struct rows_maker maker;
	size_t next;		/* of the changes, for who reads */
	struct document_read ring[ON_THEIR_WAY];
	bool in_hand;		/* the caller has ring[first] */
	struct helper helper;

	/* Only one of the two waits at a time. */
	pthread_mutex_t lock;
	pthread_cond_t changed;
	size_t first, count;	/* in the ring, the one in hand included */
	size_t bytes;		/* of the files of these */
	bool waits;		/* the reader, until there are no more than */
	size_t wanted;
	bool done;		/* there are no more to be read */
	bool stop;		/* nobody wants them any more */
};

/* Words are found as they are shown: with Latin-1 for what is no UTF-8. */
static struct str readable(struct str bytes, struct arena *mem)
{
	AUTO(strbuf) repaired = STRBUF_INIT;

	if (utf8_is_valid(bytes))
		return bytes;
	utf8_add_repaired(&repaired, bytes);
	return arena_str(mem, strbuf_slice(&repaired));
}

/* Plans name services, and notes have titles; of most entries the tags are all
 * there is. */
static bool head_has_names(const char *path, struct str bytes)
{
	return document_kind(str_of(path)) == DOCUMENT_ENTRY &&
	       str_find_str(bytes, STR("[[")) == bytes.len;
}

static void parse(struct read_ahead *a, struct document_read *d)
{
	struct str bytes = strbuf_slice(&d->bytes);
	struct document *doc = &d->rows.doc;
	const char *path = d->change->path;

	d->rows.sum = digest_content(bytes);
	bytes = readable(bytes, &d->mem);
	if (a->depth == READ_ROWS) {
		document_parse(doc, path, bytes, &d->mem);
		document_rows_make(&d->rows, &a->maker, &d->mem);
	} else if (head_has_names(path, bytes)) {
		document_parse_head(doc, path, bytes, &d->mem);
	} else {
		document_parse_names(doc, path, bytes, &d->mem);
	}
}

/* The file of the next change that asks for it. */
static bool read_next(struct read_ahead *a, struct document_read *d)
{
	const struct refresh *r = a->refresh;
	const struct change *c;

	do {
		if (a->next == r->count)
			return false;
		c = &r->changes[a->next++];
	} while (c->work != WORK_READ);
	*d = (struct document_read){ .change = c, .bytes = STRBUF_INIT };
	read_bytes(&r->ix->tree, c->path, c->file, &d->bytes);
	return true;
}

static void let_go(struct document_read *d)
{
	arena_release(&d->mem);
	strbuf_release(&d->bytes);
}

/* --- the reader's side --------------------------------------------------- */

/* Until no more than `wanted` are on their way; false: it is to stop. */
static bool wait_for_room(struct read_ahead *a, size_t wanted)
{
	a->wanted = wanted;
	a->waits = true;
	pthread_cond_signal(&a->changed);
	while (a->count > wanted && !a->stop)
		pthread_cond_wait(&a->changed, &a->lock);
	a->waits = false;
	return !a->stop;
}

static bool has_slot(struct read_ahead *a)
{
	bool go_on;

	pthread_mutex_lock(&a->lock);
	go_on = a->count < ON_THEIR_WAY
			? !a->stop
			: wait_for_room(a, ON_THEIR_WAY - AT_ONCE);
	pthread_mutex_unlock(&a->lock);
	return go_on;
}

/* What is large has to be alone. */
static bool has_room(struct read_ahead *a, const struct document_read *d)
{
	bool go_on;

	pthread_mutex_lock(&a->lock);
	go_on = a->bytes + d->bytes.len <= READ_AHEAD_BYTES
			? !a->stop
			: wait_for_room(a, 0);
	pthread_mutex_unlock(&a->lock);
	return go_on;
}

static void hand_over(struct read_ahead *a, const struct document_read *d)
{
	pthread_mutex_lock(&a->lock);
	a->bytes += d->bytes.len;
	if (++a->count >= AT_ONCE)
		pthread_cond_signal(&a->changed);
	pthread_mutex_unlock(&a->lock);
}

static void *read_all(void *arg)
{
	struct read_ahead *a = arg;
	size_t at = 0;

	for (; has_slot(a); at = (at + 1) % ON_THEIR_WAY) {
		struct document_read *d = &a->ring[at];

		if (!read_next(a, d) || !has_room(a, d))
			break;
		parse(a, d);
		hand_over(a, d);
	}
	pthread_mutex_lock(&a->lock);
	a->done = true;
	pthread_cond_signal(&a->changed);
	pthread_mutex_unlock(&a->lock);
	return NULL;
}

/* --- the caller's side --------------------------------------------------- */

static bool is_worth_help(const struct refresh *r)
{
	size_t files = 0;

	for (size_t i = 0; i < r->count && files < WORTH_HELP; i++)
		files += r->changes[i].work == WORK_READ;
	return files == WORTH_HELP;
}

struct read_ahead *read_ahead_begin(const struct refresh *r,
				    enum read_depth depth,
				    struct topic_catalogue *topics)
{
	struct read_ahead *a = xcalloc(1, sizeof(*a));

	a->refresh = r;
	a->depth = depth;
	rows_maker_init(&a->maker, topics);
	pthread_mutex_init(&a->lock, NULL);
	pthread_cond_init(&a->changed, NULL);
	if (is_worth_help(r))
		helper_begin(&a->helper, read_all, a);
	return a;
}

static struct document_read *read_here(struct read_ahead *a)
{
	struct document_read *d = &a->ring[0];

	if (a->in_hand)
		let_go(d);
	a->in_hand = read_next(a, d);
	if (!a->in_hand)
		return NULL;
	parse(a, d);
	return d;
}

/* The lock is held. */
static void give_back(struct read_ahead *a, size_t bytes)
{
	a->first = (a->first + 1) % ON_THEIR_WAY;
	a->bytes -= bytes;
	a->count--;
	if (a->waits && a->count <= a->wanted)
		pthread_cond_signal(&a->changed);
}

static bool is_worth_going_on(const struct read_ahead *a)
{
	return a->done || a->count >= AT_ONCE || (a->waits && a->count);
}

struct document_read *read_ahead_next(struct read_ahead *a)
{
	size_t bytes = 0;

	if (!a->helper.is_begun)
		return read_here(a);
	if (a->in_hand) {
		bytes = a->ring[a->first].bytes.len;
		let_go(&a->ring[a->first]);
	}
	pthread_mutex_lock(&a->lock);
	if (a->in_hand)
		give_back(a, bytes);
	while (!is_worth_going_on(a))
		pthread_cond_wait(&a->changed, &a->lock);
	a->in_hand = a->count > 0;
	pthread_mutex_unlock(&a->lock);
	return a->in_hand ? &a->ring[a->first] : NULL;
}

void read_ahead_end(struct read_ahead *a)
{
	pthread_mutex_lock(&a->lock);
	a->stop = true;
	pthread_cond_signal(&a->changed);
	pthread_mutex_unlock(&a->lock);
	helper_end(&a->helper);
	for (size_t i = 0; i < ON_THEIR_WAY; i++)
		let_go(&a->ring[i]);
	rows_maker_release(&a->maker);
	pthread_cond_destroy(&a->changed);
	pthread_mutex_destroy(&a->lock);
	free(a);
}
