/* SPDX-License-Identifier: MIT */
/* Passages with a life of their own: questions, todos, holes, labs … */
#include "core/index/part_row.h"
#include "core/index/part_topics.h"

struct item_list {
	unsigned traits;
	struct arena *mem;
	struct index_item *items;
	size_t count, cap;
};

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
		if (!(passage_item_traits(row->passages[i].traits) &
		      l->traits))
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

	if (part_row_read(&row, ix, st, l->mem))
		return -1;
	part_topics_read(&topics, column_borrow(st, PART_ROW_COLUMNS),
			 column_borrow(st, PART_ROW_COLUMNS + 1), row.count,
			 l->mem, &row.mem);
	add_items(l, &row, &topics,
		  sqlite3_column_int(st, PART_ROW_COLUMNS + 2) != 0);
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

	*out = rows_settle(l.items, mem);
	*count = l.count;
	return rc;
}
