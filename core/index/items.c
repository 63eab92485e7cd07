/* SPDX-License-Identifier: MIT */
/* Passages with a life of their own: questions, todos, holes, labs … */
#include <string.h>

#include "core/index/part_row.h"

struct item_list {
	unsigned traits;
	struct arena *mem;
	struct index_item *items;
	size_t count, cap;
};

/* By its heading or parent, too; by its own words. */
enum { MARKED = 1, MARK_NAMED = 2 };

/* Which passages of a part are on which of its topics. */
struct part_topics {
	const char *const *ids;
	size_t count;
	uint8_t *marks;	/* by passage and topic */
	size_t npassages;
};

static int mark_topic(struct part_topics *t, struct index *ix, int64_t part,
		      size_t topic)
{
	sqlite3_stmt *st = database_get(ix, SQL_PASSAGE_TOPICS);
	size_t index = 0;
	struct str marks;
	bool named;
	int more;

	bind_text(st, 1, t->ids[topic]);
	bind_int(st, 2, part);
	more = database_step(ix, st);
	if (more > 0) {
		marks = column_borrow(st, 0);
		while (marks_next(&marks, &index, &named))
			if (index < t->npassages)
				t->marks[index * t->count + topic] =
					MARKED | (named ? MARK_NAMED : 0);
	}
	return database_end(st, more);
}

static int read_topics(struct part_topics *t, struct index *ix,
		       struct part_row *row, struct str ids, struct arena *mem)
{
	*t = (struct part_topics){ .npassages = row->count };
	t->ids = lines_split(ids, mem, &t->count);
	t->marks = arena_alloc(&row->mem, row->count * t->count + 1);
	memset(t->marks, 0, row->count * t->count);
	for (size_t i = 0; i < t->count; i++)
		if (mark_topic(t, ix, row->part, i))
			return -1;
	return 0;
}

/*
 * A hole that names topics is about these: others stand under one heading
 * because a practice exam was taken that day.
 */
static uint8_t mark_wanted(const struct part_topics *t, size_t index,
			   unsigned traits)
{
	const uint8_t *marks = t->marks + index * t->count;

	for (size_t i = 0; traits & TRAIT_HOLE && i < t->count; i++)
		if (marks[i] & MARK_NAMED)
			return MARK_NAMED;
	return MARKED;
}

static const char *const *topics_of(const struct part_topics *t, size_t index,
				    unsigned traits, struct arena *mem,
				    size_t *count)
{
	const uint8_t *marks = t->marks + index * t->count;
	uint8_t wanted = mark_wanted(t, index, traits);
	const char **out;

	*count = 0;
	for (size_t i = 0; i < t->count; i++)
		*count += (marks[i] & wanted) != 0;
	out = arena_alloc(mem, (*count + 1) * sizeof(*out));
	*count = 0;
	for (size_t i = 0; i < t->count; i++)
		if (marks[i] & wanted)
			out[(*count)++] = t->ids[i];
	return out;
}

/* The nearest passage around it that is an item, too. */
static int parent_of(const struct part_row *row, size_t index,
		     const int *of_passage)
{
	int parent = row->passages[index].parent;

	while (parent >= 0 && of_passage[parent] < 0)
		parent = row->passages[parent].parent;
	return parent < 0 ? -1 : of_passage[parent];
}

static void add_items(struct item_list *l, struct part_row *row,
		      const struct part_topics *topics, bool private)
{
	int *of_passage = arena_alloc(&row->mem,
				      (row->count + 1) * sizeof(*of_passage));

	for (size_t i = 0; i < row->count; i++) {
		struct index_item *item;

		of_passage[i] = -1;
		if (!(row->passages[i].traits & l->traits))
			continue;
		XGROW(l->items, l->count, l->cap);
		item = &l->items[l->count];
		*item = (struct index_item){
			.passage = part_row_passage(row, i, l->mem),
			.parent = parent_of(row, i, of_passage),
			.private = private,
		};
		item->topics = topics_of(topics, i, row->passages[i].traits,
					 l->mem, &item->ntopics);
		of_passage[i] = (int)l->count++;
	}
}

static int add_part(void *arg, struct index *ix, sqlite3_stmt *st)
{
	struct item_list *l = arg;
	AUTO(part_row) row = PART_ROW_INIT;
	struct part_topics topics;

	if (part_row_read(&row, ix, st, l->mem) ||
	    read_topics(&topics, ix, &row, column_borrow(st, PART_ROW_COLUMNS),
			l->mem))
		return -1;
	add_items(l, &row, &topics,
		  sqlite3_column_int(st, PART_ROW_COLUMNS + 1) != 0);
	return 0;
}

static int list_items(struct index *ix, void *arg)
{
	struct item_list *l = arg;
	sqlite3_stmt *st = database_get(ix, SQL_ITEM_PARTS);

	l->count = 0;
	bind_int(st, 1, l->traits);
	return database_each(ix, st, add_part, l);
}

int index_items(struct index *ix, unsigned traits, struct arena *mem,
		struct index_item **out, size_t *count, struct error *err)
{
	struct item_list l = { .traits = traits & TRAITS_ITEM, .mem = mem };
	int rc = index_read(ix, list_items, &l, err);

	*out = rows_settle(l.items, l.count, sizeof(**out), mem);
	*count = l.count;
	return rc;
}
