/* SPDX-License-Identifier: MIT */
/* The entries of a journal with what the frames of their pages say. */
#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/index/entry_row.h"

/* Both in the same order, and as many. */
struct head_list {
	struct arena *mem;
	struct index_heads *out;
	size_t heads_cap, frames_cap;
};

static struct index_head read_head(sqlite3_stmt *st, struct arena *mem)
{
	return (struct index_head){
		.key = sqlite3_column_int64(st, 0),
		.path = column_string(st, 1, mem),
		.sum = (uint64_t)sqlite3_column_int64(st, 2),
		.first_part = sqlite3_column_int64(st, 13),
		.empty = sqlite3_column_int(st, 14),
		.day = column_day(st, 15),
	};
}

static struct entry_frame read_frame(sqlite3_stmt *st, struct arena *mem,
				     struct arena *names)
{
	struct entry e = { .id = column_string(st, 3, names) };

	entry_row_days(&e, st, mem);
	e.heading = column_str(st, 12, names);
	return entry_frame_of(&e);
}

/* No more than a guess of how many there are: ids ascend, but not without
 * gaps, and what a damaged index says is not to be trusted. */
#define GUESS_MOST ((int64_t)1 << 18)

static int reserve(struct head_list *l, struct index *ix)
{
	struct index_heads *out = l->out;
	int64_t last;
	size_t cap;

	if (database_last_id(ix, SQL_LAST_DOCUMENT, &last))
		return -1;
	cap = last < 0 ? 0 : (size_t)(last < GUESS_MOST ? last : GUESS_MOST);
	XRESERVE(out->items, l->heads_cap, cap);
	XRESERVE(out->frames, l->frames_cap, cap);
	return 0;
}

static int list_heads(struct index *ix, void *arg)
{
	struct head_list *l = arg;
	struct index_heads *out = l->out;
	sqlite3_stmt *st;
	int more;

	out->count = 0;
	arena_release(&out->names);
	if (reserve(l, ix))
		return -1;
	st = database_get(ix, SQL_HEADS);
	while ((more = database_step(ix, st)) > 0) {
		XGROW(out->items, out->count, l->heads_cap);
		XGROW(out->frames, out->count, l->frames_cap);
		MEMORY_AHEAD(out->items, out->count, l->heads_cap);
		MEMORY_AHEAD(out->frames, out->count, l->frames_cap);
		out->items[out->count] = read_head(st, l->mem);
		out->frames[out->count++] = read_frame(st, l->mem, &out->names);
	}
	return database_end(st, more);
}

/* --- their order --------------------------------------------------------- */

struct both {
	struct index_head head;
	struct entry_frame frame;
};

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

static int compare_days(int x, int y)
{
	if (x == DAY_NONE || y == DAY_NONE)
		return x == DAY_NONE ? 1 : -1;
	return x < y ? -1 : 1;
}

static int compare(const struct index_head *x, const char *x_id,
		   const struct index_head *y, const char *y_id)
{
	size_t long_x, long_y;
	int order;

	if (x->day != y->day)
		return compare_days(x->day, y->day);
	long_x = count_characters(x_id);
	long_y = count_characters(y_id);
	if (long_x != long_y)
		return long_x < long_y ? -1 : 1;
	order = strcmp(x_id, y_id);
	return order ? order : strcmp(x->path, y->path);
}

static int by_day(const void *a, const void *b)
{
	const struct both *x = a, *y = b;

	return compare(&x->head, x->frame.id, &y->head, y->frame.id);
}

/* Those up to the first that stands before its predecessor. */
static size_t count_ordered(const struct index_heads *l)
{
	size_t n = l->count > 0;

	while (n < l->count &&
	       compare(&l->items[n - 1], l->frames[n - 1].id, &l->items[n],
		       l->frames[n].id) <= 0)
		n++;
	return n;
}

/* From the end, where there is room as each is taken away. */
static void merge(struct index_heads *l, size_t nfirst, const struct both *late,
		  size_t nlate)
{
	for (size_t at = l->count; nlate; at--) {
		const struct both *next = &late[nlate - 1];

		if (nfirst && compare(&l->items[nfirst - 1],
				      l->frames[nfirst - 1].id, &next->head,
				      next->frame.id) > 0) {
			nfirst--;
			l->items[at - 1] = l->items[nfirst];
			l->frames[at - 1] = l->frames[nfirst];
		} else {
			nlate--;
			l->items[at - 1] = next->head;
			l->frames[at - 1] = next->frame;
		}
	}
}

/* They were read in the order of the table, which is that of days but for what
 * was changed since, which stands last: quicker than to look each up. */
static void put_in_order(struct index_heads *l)
{
	size_t nfirst = count_ordered(l), nlate = l->count - nfirst;
	struct both *late;

	if (!nlate)
		return;
	late = xcalloc(nlate, sizeof(*late));
	for (size_t i = 0; i < nlate; i++)
		late[i] = (struct both){ l->items[nfirst + i],
					 l->frames[nfirst + i] };
	qsort(late, nlate, sizeof(*late), by_day);
	merge(l, nfirst, late, nlate);
	free(late);
}

int index_heads(struct index *ix, struct arena *mem, struct index_heads *out,
		struct error *err)
{
	struct head_list l = { .mem = mem, .out = out };
	int rc;

	*out = (struct index_heads){ .count = 0 };
	rc = index_read(ix, list_heads, &l, err);
	put_in_order(out);
	return rc;
}

void index_heads_release(struct index_heads *l)
{
	free(l->items);
	free(l->frames);
	arena_release(&l->names);
	*l = (struct index_heads){ .count = 0 };
}
