/* SPDX-License-Identifier: MIT */
/* Topics: which there are, and every passage on one. */
#include <stdlib.h>
#include <string.h>

#include "core/index/part_row.h"

struct topic_list {
	struct arena *mem;
	struct index_topic *items;
	size_t count, cap;
	int64_t document; /* of the row before */
};

static struct index_topic *topic_of_row(struct topic_list *l, sqlite3_stmt *st)
{
	struct str id = column_borrow(st, 0);
	struct index_topic *t = l->count ? &l->items[l->count - 1] : NULL;

	if (t && str_is(id, t->id))
		return t;
	XGROW(l->items, l->count, l->cap);
	t = &l->items[l->count++];
	*t = (struct index_topic){
		.id = arena_str(l->mem, id).s,
		.first_day = DAY_NONE,
		.last_day = DAY_NONE,
	};
	l->document = -1;
	return t;
}

static void add_row(struct topic_list *l, sqlite3_stmt *st)
{
	struct index_topic *t = topic_of_row(l, st);
	int64_t document = sqlite3_column_int64(st, 1);
	int day = column_day(st, 2);

	t->passages += (size_t)sqlite3_column_int64(st, 3);
	t->documents += document != l->document;
	kinds_sum(t->kinds, column_borrow(st, 4));
	l->document = document;
	if (day == DAY_NONE)
		return;
	if (t->first_day == DAY_NONE || day < t->first_day)
		t->first_day = day;
	if (t->last_day == DAY_NONE || day > t->last_day)
		t->last_day = day;
}

static int list_topics(struct index *ix, void *arg)
{
	struct topic_list *l = arg;
	sqlite3_stmt *st = database_get(ix, SQL_TOPICS);
	int more;

	l->count = 0;
	while ((more = database_step(ix, st)) > 0)
		add_row(l, st);
	return database_end(st, more);
}

int index_topics(struct index *ix, struct arena *mem, struct index_topic **out,
		 size_t *count, struct error *err)
{
	struct topic_list l = { .mem = mem };
	int rc = index_read(ix, list_topics, &l, err);

	*out = arena_alloc(mem, (l.count + 1) * sizeof(**out));
	if (l.count)
		memcpy(*out, l.items, l.count * sizeof(**out));
	*count = l.count;
	free(l.items);
	return rc;
}

struct passage_list {
	const char *topic;
	struct arena *mem;
	struct index_passage *items;
	size_t count, cap;
};

static void add_passage(struct passage_list *l, struct part_row *row,
			size_t index, bool named)
{
	XGROW(l->items, l->count, l->cap);
	l->items[l->count] = part_row_passage(row, index, l->mem);
	l->items[l->count++].named = named;
}

static void add_passages(struct passage_list *l, struct part_row *row,
			 struct str marks)
{
	size_t index = 0;
	bool named;

	while (marks_next(&marks, &index, &named))
		if (index < row->count)
			add_passage(l, row, index, named);
}

static int add_part(struct passage_list *l, struct index *ix, sqlite3_stmt *st)
{
	AUTO(part_row) row = PART_ROW_INIT;

	if (part_row_read(&row, ix, st, l->mem))
		return -1;
	add_passages(l, &row, column_borrow(st, PART_ROW_COLUMNS));
	return 0;
}

static int list_passages(struct index *ix, void *arg)
{
	struct passage_list *l = arg;
	sqlite3_stmt *st = database_get(ix, SQL_TOPIC_PARTS);
	int more;

	l->count = 0;
	bind_text(st, 1, l->topic);
	while ((more = database_step(ix, st)) > 0)
		if (add_part(l, ix, st)) {
			more = -1;
			break;
		}
	return database_end(st, more);
}

int index_topic_passages(struct index *ix, const char *topic, struct arena *mem,
			 struct index_passage **out, size_t *count,
			 struct error *err)
{
	struct passage_list l = { .topic = topic, .mem = mem };
	int rc = index_read(ix, list_passages, &l, err);

	*out = arena_alloc(mem, (l.count + 1) * sizeof(**out));
	if (l.count)
		memcpy(*out, l.items, l.count * sizeof(**out));
	*count = l.count;
	free(l.items);
	return rc;
}
