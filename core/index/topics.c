/* SPDX-License-Identifier: MIT */
/* Topics: which there are, and every passage on one. */
#include <stdlib.h>
#include <string.h>

#include "core/index/passages.h"

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

/* A part on the topic: what its passages have in common. */
struct part_row {
	struct arena mem; /* of the part as stored, while it is in hand */
	struct index_passage common;
	struct str marks;
	struct way way;
	struct stored_passage *passages;
	size_t count;
	struct str columns[COLUMN_COUNT];
};

static int read_part(struct passage_list *l, struct index *ix, sqlite3_stmt *st,
		     struct part_row *out)
{
	struct arena *mem = l->mem;

	out->marks = column_borrow(st, 1);
	out->common = (struct index_passage){
		.path = column_string(st, 2, mem),
		.id = column_string(st, 3, mem),
		.title = column_string(st, 4, mem),
		.document = (enum document_kind)sqlite3_column_int(st, 5),
		.day = column_day(st, 6),
	};
	out->way = (struct way){
		.kind = out->common.document,
		.title = out->common.title,
		.headings = column_borrow(st, 7),
	};
	out->passages =
		passages_read(column_borrow(st, 8), &out->mem, &out->count);
	return part_text(ix, sqlite3_column_int64(st, 0), &out->mem,
			 out->columns);
}

static void add_passage(struct passage_list *l, const struct part_row *row,
			size_t index, bool named)
{
	const struct stored_passage *p = &row->passages[index];
	struct index_passage *out;

	XGROW(l->items, l->count, l->cap);
	out = &l->items[l->count++];
	*out = row->common;
	out->kind = p->kind;
	out->section = p->section;
	out->line = p->line;
	out->text = arena_str(l->mem, passage_text(p, row->columns));
	out->named = named;
	out->traits = p->traits;
	out->headings = passage_way(&row->way, row->passages, row->count, index,
				    row->columns, l->mem, &out->nheadings);
}

static void add_passages(struct passage_list *l, const struct part_row *row)
{
	struct str rest = row->marks;
	size_t index = 0;
	bool named;

	while (marks_next(&rest, &index, &named))
		if (index < row->count)
			add_passage(l, row, index, named);
}

static int add_part(struct passage_list *l, struct index *ix, sqlite3_stmt *st)
{
	struct part_row row = { .mem = ARENA_INIT };
	int rc = read_part(l, ix, st, &row);

	if (!rc)
		add_passages(l, &row);
	arena_release(&row.mem);
	return rc;
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
