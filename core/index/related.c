/* SPDX-License-Identifier: MIT */
/* Topics that are spoken of in the same passages. */
#include <stdlib.h>

#include "core/base/strset.h"
#include "core/index/passages.h"

/*
 * A topic of so many of the parts, one in eight, is cheaper compared with all
 * mentions there are, in their order, than looked up with each of its parts.
 */
#define COMMON 8

/* The passages of a part that are on the topic. */
struct marked_part {
	int64_t part;
	struct str marks;
};

struct related_list {
	const char *topic;
	struct marked_part *own;	/* by part; only if it is common */
	size_t nown, own_cap;
	struct arena *mem;
	struct strset ids;	/* their places in items */
	struct dossier_related *items;
	size_t count, cap;
};

static struct dossier_related *related_of(struct related_list *l,
					  const char *id)
{
	size_t place;

	if (strset_get(&l->ids, str_of(id), &place))
		return &l->items[place];
	strset_put(&l->ids, str_of(id), l->count);
	XGROW(l->items, l->count, l->cap);
	l->items[l->count] = (struct dossier_related){
		.id = arena_strdup(l->mem, id)
	};
	return &l->items[l->count++];
}

/* Both lists of marks ascend.  What only a common heading names is no relation
 * of the two. */
static size_t count_shared(struct str a, struct str b)
{
	size_t i = 0, j = 0, shared = 0;
	bool a_named, b_named;
	bool more = marks_next(&a, &i, &a_named) && marks_next(&b, &j, &b_named);

	while (more) {
		if (i == j)
			shared += a_named || b_named;
		more = i <= j ? marks_next(&a, &i, &a_named)
			      : marks_next(&b, &j, &b_named);
	}
	return shared;
}

static int add_other(struct related_list *l, struct index *ix, int64_t part,
		     struct str marks, const char *id)
{
	sqlite3_stmt *st = database_get(ix, SQL_PASSAGE_TOPICS);
	size_t shared;
	int more;

	bind_text(st, 1, id);
	bind_int(st, 2, part);
	more = database_step(ix, st);
	if (more > 0) {
		shared = count_shared(marks, column_borrow(st, 0));
		if (shared)
			related_of(l, id)->shared += shared;
	}
	return database_end(st, more);
}

static int add_part(void *arg, struct index *ix, sqlite3_stmt *st)
{
	struct related_list *l = arg;
	struct str ids = column_borrow(st, 2), id;

	while ((id = str_next_line(&ids)).s) {
		AUTO(strbuf) copy = STRBUF_INIT;

		if (str_is(id, l->topic))
			continue;
		strbuf_addslice(&copy, id);
		if (add_other(l, ix, sqlite3_column_int64(st, 0),
			      column_borrow(st, 1), copy.buf))
			return -1;
	}
	return 0;
}

static int last_part(struct index *ix, int64_t *out)
{
	sqlite3_stmt *st = database_get(ix, SQL_LAST_PART);
	int more = database_step(ix, st);

	*out = more > 0 ? sqlite3_column_int64(st, 0) : 0;
	return database_end(st, more > 0 ? 0 : more);
}

static int add_own(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct related_list *l = arg;

	XGROW(l->own, l->nown, l->own_cap);
	l->own[l->nown++] = (struct marked_part){
		sqlite3_column_int64(st, 0),
		column_str(st, 1, l->mem),
	};
	return 0;
}

static int load_own(struct related_list *l, struct index *ix)
{
	sqlite3_stmt *st = database_get(ix, SQL_TOPIC_MARKS);

	l->nown = 0;
	bind_text(st, 1, l->topic);
	return database_each(ix, st, add_own, l);
}

static void add_mention(struct related_list *l, sqlite3_stmt *st,
			const struct marked_part *own)
{
	struct str id = column_borrow(st, 2);
	size_t shared;

	if (str_is(id, l->topic))
		return;
	shared = count_shared(own->marks, column_borrow(st, 1));
	if (shared)
		related_of(l, arena_str(l->mem, id).s)->shared += shared;
}

/* The parts of a topic ascend; where they do not, the next topic begins. */
static int compare_all(struct related_list *l, struct index *ix)
{
	sqlite3_stmt *st = database_get(ix, SQL_RELATED_ALL);
	int64_t last = 0;
	size_t k = 0;
	int more;

	while ((more = database_step(ix, st)) > 0) {
		int64_t part = sqlite3_column_int64(st, 0);

		if (part <= last)
			k = 0;
		while (k < l->nown && l->own[k].part < part)
			k++;
		if (k < l->nown && l->own[k].part == part)
			add_mention(l, st, &l->own[k]);
		last = part;
	}
	return database_end(st, more);
}

static int look_up_parts(struct related_list *l, struct index *ix)
{
	sqlite3_stmt *st = database_get(ix, SQL_RELATED_PARTS);

	bind_text(st, 1, l->topic);
	return database_each(ix, st, add_part, l);
}

static int list_related(struct index *ix, void *arg)
{
	struct related_list *l = arg;
	int64_t parts;

	strset_release(&l->ids);
	l->count = 0;
	if (last_part(ix, &parts) || load_own(l, ix))
		return -1;
	return l->nown > (size_t)parts / COMMON ? compare_all(l, ix)
						: look_up_parts(l, ix);
}

int index_related(struct index *ix, const char *topic, struct arena *mem,
		  struct dossier_related **out, size_t *count,
		  struct error *err)
{
	struct related_list l = { .topic = topic, .mem = mem,
				  .ids = STRSET_INIT };
	int rc = index_read(ix, list_related, &l, err);

	*out = rows_settle(l.items, l.count, sizeof(**out), mem);
	*count = l.count;
	free(l.own);
	strset_release(&l.ids);
	return rc;
}
