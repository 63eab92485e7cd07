/* SPDX-License-Identifier: MIT */
/* What is asked by who reads a journal document by document. */
#include <stdlib.h>
#include <string.h>

#include "core/base/leb128.h"
#include "core/index/part_row.h"

/* --- mentions ------------------------------------------------------------ */

/* A topic while it is met in part after part. */
struct mention_list {
	struct index_topic_mentions *topics;
	size_t count, cap;
	struct strset numbers;	/* of topics, by id */
};

static size_t add_topic(struct mention_list *l, struct str id)
{
	struct index_topic_mentions *t;
	size_t number = l->count;

	XGROW(l->topics, l->count, l->cap);
	t = &l->topics[l->count++];
	*t = (struct index_topic_mentions){ .bytes = STRBUF_INIT };
	t->id = xmalloc(id.len + 1);
	memcpy(t->id, id.s, id.len);
	t->id[id.len] = '\0';
	strset_put(&l->numbers, id, number);
	return number;
}

/* Both mostly ascend; what does not takes a few bytes more. */
static void add_mention(struct mention_list *l, struct str id, int64_t document,
			int64_t part, struct str marks)
{
	struct index_topic_mentions *t;
	size_t number;

	if (!strset_get(&l->numbers, id, &number))
		number = add_topic(l, id);
	t = &l->topics[number];
	leb128_add(&t->bytes, (uint64_t)document - (uint64_t)t->document);
	leb128_add(&t->bytes, (uint64_t)part - (uint64_t)t->part);
	marks_pack(&t->bytes, marks);
	t->document = document;
	t->part = part;
	t->count++;
}

static void add_part_mentions(struct mention_list *l, sqlite3_stmt *st)
{
	int64_t part = sqlite3_column_int64(st, 0);
	int64_t document = sqlite3_column_int64(st, 1);
	struct str ids = column_borrow(st, 2), marks = column_borrow(st, 3), id;

	while ((id = str_next_line(&ids)).s)
		add_mention(l, id, document, part, marks_unpack(&marks));
}

static int by_id(const void *a, const void *b)
{
	const struct index_topic_mentions *x = a, *y = b;

	return strcmp(x->id, y->id);
}

static void forget_mentions(struct mention_list *l)
{
	index_mentions_free(l->topics, l->count);
	strset_release(&l->numbers);
	*l = (struct mention_list){ .numbers = STRSET_INIT };
}

/* A part has the same in one row that the table of mentions has in many. */
static int list_mentions(struct index *ix, void *arg)
{
	struct mention_list *l = arg;
	sqlite3_stmt *st = database_get(ix, SQL_MENTIONS);
	int more;

	forget_mentions(l);
	while ((more = database_step(ix, st)) > 0)
		add_part_mentions(l, st);
	return database_end(st, more);
}

int index_mentions(struct index *ix, struct index_topic_mentions **out,
		   size_t *count, struct error *err)
{
	struct mention_list l = { .numbers = STRSET_INIT };
	int rc = index_read(ix, list_mentions, &l, err);

	if (l.count)
		qsort(l.topics, l.count, sizeof(*l.topics), by_id);
	*out = l.topics;
	*count = l.count;
	l.topics = NULL;
	l.count = 0;
	forget_mentions(&l);
	return rc;
}

void index_mentions_release(struct index_topic_mentions *topic)
{
	free(topic->id);
	strbuf_release(&topic->bytes);
	*topic = (struct index_topic_mentions){ .bytes = STRBUF_INIT };
}

void index_mentions_free(struct index_topic_mentions *topics, size_t count)
{
	for (size_t i = 0; i < count; i++)
		index_mentions_release(&topics[i]);
	free(topics);
}

bool index_next_mention(struct str *bytes, struct index_mention *last)
{
	if (!bytes->len)
		return false;
	last->document = (int64_t)((uint64_t)last->document +
				   leb128_take(bytes));
	last->part = (int64_t)((uint64_t)last->part + leb128_take(bytes));
	last->marks = marks_unpack(bytes);
	return true;
}

/* --- passages ------------------------------------------------------------ */

struct part_list {
	struct arena *mem;
	struct index_part *items;
	size_t count;
};

static int read_part(struct part_list *l, struct index *ix, sqlite3_stmt *st,
		     struct index_part *out)
{
	AUTO(part_row) row = PART_ROW_INIT;

	if (part_row_read(&row, ix, st, l->mem))
		return -1;
	out->is_known = true;
	out->count = row.count;
	out->passages = arena_alloc(l->mem, (row.count + 1) *
						    sizeof(*out->passages));
	for (size_t i = 0; i < row.count; i++)
		out->passages[i] = part_row_passage(&row, i, l->mem);
	return 0;
}

static int read_parts(struct index *ix, void *arg)
{
	struct part_list *l = arg;

	for (size_t i = 0; i < l->count; i++) {
		sqlite3_stmt *st = database_get(ix, SQL_PART_OF);
		int more;

		l->items[i].count = 0;
		l->items[i].is_known = false;
		bind_text(st, 1, l->items[i].path);
		bind_int(st, 2, l->items[i].part);
		bind_int(st, 3, (int64_t)l->items[i].sum);
		more = database_step(ix, st);
		if (more > 0)
			more = read_part(l, ix, st, &l->items[i]);
		if (database_end(st, more))
			return -1;
	}
	return 0;
}

int index_parts(struct index *ix, struct index_part *parts, size_t count,
		struct arena *mem, struct error *err)
{
	struct part_list l = { .mem = mem, .items = parts, .count = count };

	return index_read(ix, read_parts, &l, err);
}

bool index_next_mark(struct str *marks, size_t *passage, unsigned *others)
{
	struct mark mark = { .passage = *passage };

	if (!marks_next(marks, &mark))
		return false;
	*passage = mark.passage;
	*others = mark.others;
	return true;
}
