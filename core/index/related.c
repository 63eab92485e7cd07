/* SPDX-License-Identifier: MIT */
/* Topics that are spoken of in the same passages. */
#include "core/base/strset.h"
#include "core/index/passages.h"

struct related_list {
	const char *topic;
	struct arena *mem;
	struct strset ids;	/* their places in items */
	struct dossier_related *items;
	size_t count, cap;
};

static struct dossier_related *related_of(struct related_list *l,
					  struct str id)
{
	size_t place;

	if (strset_get(&l->ids, id, &place))
		return &l->items[place];
	strset_put(&l->ids, id, l->count);
	XGROW(l->items, l->count, l->cap);
	l->items[l->count] = (struct dossier_related){
		.id = arena_str(l->mem, id).s,
	};
	return &l->items[l->count++];
}

/* Both lists of marks ascend.  What only a common heading names is no relation
 * of the two. */
static size_t count_shared(struct str a, struct str b)
{
	struct mark x = MARK_NONE, y = MARK_NONE;
	bool more = marks_next(&a, &x) && marks_next(&b, &y);
	size_t shared = 0;

	while (more) {
		if (x.passage == y.passage)
			shared += x.named || y.named;
		more = x.passage <= y.passage ? marks_next(&a, &x)
					      : marks_next(&b, &y);
	}
	return shared;
}

static int add_part(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct related_list *l = arg;
	struct str own = column_borrow(st, 0), id;
	struct str ids = column_borrow(st, 1), all = column_borrow(st, 2);

	while ((id = str_next_line(&ids)).s) {
		struct str marks = marks_unpack(&all);
		size_t shared = str_is(id, l->topic) ? 0
						     : count_shared(own, marks);

		if (shared)
			related_of(l, id)->shared += shared;
	}
	return 0;
}

static int list_related(struct index *ix, void *arg)
{
	struct related_list *l = arg;
	sqlite3_stmt *st = database_get(ix, SQL_RELATED_PARTS);

	strset_release(&l->ids);
	l->count = 0;
	bind_text(st, 1, l->topic);
	return database_each(ix, st, add_part, l);
}

int index_related(struct index *ix, const char *topic, struct arena *mem,
		  struct dossier_related **out, size_t *count,
		  struct error *err)
{
	struct related_list l = { .topic = topic, .mem = mem,
				  .ids = STRSET_INIT };
	int rc = index_read(ix, list_related, &l, err);

	*out = rows_settle(l.items, mem);
	*count = l.count;
	strset_release(&l.ids);
	return rc;
}
