/* SPDX-License-Identifier: MIT */
/* What is asked by who reads a journal document by document. */
#include <stdlib.h>
#include <string.h>

#include "core/index/part_row.h"

/* --- entries ------------------------------------------------------------- */

struct head_list {
	struct arena *mem;
	struct index_head *items;
	size_t count, cap;
};

static struct index_head read_head(sqlite3_stmt *st, struct arena *mem)
{
	struct index_head h = {
		.key = sqlite3_column_int64(st, 0),
		.first_part = sqlite3_column_int64(st, 13),
		.path = column_string(st, 1, mem),
		.sum = (uint64_t)sqlite3_column_int64(st, 2),
		.empty = sqlite3_column_int(st, 14),
		.day = column_day(st, 15),
		.entry = {
			.id = column_string(st, 3, mem),
			.round = sqlite3_column_int(st, 6),
			.minutes = sqlite3_column_int(st, 7),
			.written = {
				.seconds = sqlite3_column_int64(st, 9),
				.offset = sqlite3_column_int(st, 10),
			},
			.private = sqlite3_column_int(st, 11),
			.heading = column_str(st, 12, mem),
		},
	};
	struct entry *e = &h.entry;

	e->days = numbers_split(column_borrow(st, 4), mem, &e->ndays);
	e->numbers = numbers_split(column_borrow(st, 5), mem, &e->nnumbers);
	e->tags = lines_copy(column_borrow(st, 8), mem, &e->ntags);
	return h;
}

static int list_heads(struct index *ix, void *arg)
{
	struct head_list *l = arg;
	sqlite3_stmt *st = database_get(ix, SQL_HEADS);
	int more;

	l->count = 0;
	while ((more = database_step(ix, st)) > 0) {
		XGROW(l->items, l->count, l->cap);
		l->items[l->count++] = read_head(st, l->mem);
	}
	return database_end(st, more);
}

/* As SQL counts characters, which is what orders entries elsewhere. */
static size_t count_characters(const char *s)
{
	size_t count = 0;

	while (*s) {
		bool is_first = (unsigned char)*s++ >= 0xc0;

		while (is_first && ((unsigned char)*s & 0xc0) == 0x80)
			s++;
		count++;
	}
	return count;
}

static int by_day(const void *a, const void *b)
{
	const struct index_head *x = a, *y = b;
	size_t long_x, long_y;
	int order;

	if (x->day != y->day) {
		if (x->day == DAY_NONE || y->day == DAY_NONE)
			return x->day == DAY_NONE ? 1 : -1;
		return x->day < y->day ? -1 : 1;
	}
	long_x = count_characters(x->entry.id);
	long_y = count_characters(y->entry.id);
	if (long_x != long_y)
		return long_x < long_y ? -1 : 1;
	order = strcmp(x->entry.id, y->entry.id);
	return order ? order : strcmp(x->path, y->path);
}

static bool is_in_order(const struct head_list *l)
{
	for (size_t i = 1; i < l->count; i++)
		if (by_day(&l->items[i - 1], &l->items[i]) > 0)
			return false;
	return true;
}

int index_heads(struct index *ix, struct arena *mem, struct index_head **out,
		size_t *count, struct error *err)
{
	struct head_list l = { .mem = mem };
	int rc = index_read(ix, list_heads, &l, err);

	/* They were read in the order of the table, which is that of days but
	 * for what was changed since: quicker than to look each up. */
	if (!is_in_order(&l))
		qsort(l.items, l.count, sizeof(*l.items), by_day);
	*out = l.items;
	*count = l.count;
	return rc;
}

/* --- mentions ------------------------------------------------------------ */

/* A topic while it is met in part after part. */
struct mention_list {
	struct index_topic_mentions *topics;
	size_t count, cap;
	size_t *items_caps, ncaps;
	struct strset numbers;	/* of topics, by id */
};

static size_t add_topic(struct mention_list *l, struct str id)
{
	struct index_topic_mentions *t;
	size_t number = l->count;

	XGROW(l->topics, l->count, l->cap);
	XGROW(l->items_caps, l->count, l->ncaps);
	l->items_caps[number] = 0;
	t = &l->topics[l->count++];
	*t = (struct index_topic_mentions){ .marks = STRBUF_INIT };
	t->id = xmalloc(id.len + 1);
	memcpy(t->id, id.s, id.len);
	t->id[id.len] = '\0';
	strset_put(&l->numbers, id, number);
	return number;
}

static void add_mention(struct mention_list *l, struct str id, int64_t document,
			int64_t part, struct str marks)
{
	struct index_topic_mentions *t;
	size_t number;

	if (!strset_get(&l->numbers, id, &number))
		number = add_topic(l, id);
	t = &l->topics[number];
	XGROW(t->items, t->count, l->items_caps[number]);
	t->items[t->count++] = (struct index_mention){
		.document = document,
		.part = part,
		.marks = (uint32_t)t->marks.len,
		.len = (uint32_t)marks.len,
	};
	strbuf_addslice(&t->marks, marks);
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
	free(l->items_caps);
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
	free(topic->items);
	strbuf_release(&topic->marks);
	*topic = (struct index_topic_mentions){ .marks = STRBUF_INIT };
}

void index_mentions_free(struct index_topic_mentions *topics, size_t count)
{
	for (size_t i = 0; i < count; i++)
		index_mentions_release(&topics[i]);
	free(topics);
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
