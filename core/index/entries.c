/* SPDX-License-Identifier: MIT */
/* Entries, notes, days and tags, without the texts. */
#include <stdlib.h>

#include "core/index/evaluate.h"
#include "core/index/passages.h"

static void read_entry(struct entry *e, sqlite3_stmt *st, struct arena *mem)
{
	e->id = column_string(st, 1, mem);
	e->days = numbers_split(column_borrow(st, 3), mem, &e->ndays);
	e->numbers = numbers_split(column_borrow(st, 4), mem, &e->nnumbers);
	e->round = sqlite3_column_int(st, 5);
	e->minutes = sqlite3_column_int(st, 6);
	e->tags = lines_copy(column_borrow(st, 7), mem, &e->ntags);
	e->written.seconds = sqlite3_column_int64(st, 8);
	e->written.offset = sqlite3_column_int(st, 9);
	e->private = sqlite3_column_int(st, 10);
	e->heading = column_str(st, 11, mem);
	e->heading_end = (enum line_end)sqlite3_column_int(st, 12);
	e->log = column_string(st, 13, mem);
	e->line = (unsigned)sqlite3_column_int64(st, 14);
	e->digest = column_string(st, 15, mem);
	e->flags = lines_copy(column_borrow(st, 16), mem, &e->nflags);
	e->body = STR_NONE;
}

static void read_index_entry(struct index_entry *out, sqlite3_stmt *st,
			     struct arena *mem)
{
	*out = (struct index_entry){
		.path = column_string(st, 0, mem),
		.title = column_string(st, 2, mem),
		.empty = sqlite3_column_int(st, 17),
		.summary = column_string(st, 18, mem),
	};
	read_entry(&out->entry, st, mem);
	out->topics = lines_split(column_borrow(st, 19), mem, &out->ntopics);
}

struct entry_list {
	const struct index_filter *filter;
	struct arena *mem;
	struct evaluation e;
	struct part_set set; /* of filter->query */
	struct index_entry *items;
	size_t count, cap;
};

static void bind_filter(sqlite3_stmt *st, const struct index_filter *f)
{
	if (f->since != DAY_NONE)
		bind_int(st, 1, f->since);
	if (f->until != DAY_NONE)
		bind_int(st, 2, f->until);
	bind_text(st, 3, f->tag);
	bind_text(st, 4, f->topic);
	if (f->round)
		bind_int(st, 5, f->round);
	if (f->undated)
		bind_int(st, 6, 1);
	/* With a query it is list_entries that counts. */
	bind_int(st, 7, f->last && !f->query ? (int64_t)f->last : -1);
}

static void reverse(struct index_entry *items, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		struct index_entry first = items[i];

		items[i] = items[count - 1 - i];
		items[count - 1 - i] = first;
	}
}

static bool has_query(const struct entry_list *l)
{
	return l->filter->query && l->filter->query->root;
}

static int evaluate_list(struct entry_list *l, struct index *ix)
{
	part_set_release(&l->set);
	if (!has_query(l))
		return 0;
	if (evaluation_begin(&l->e, ix, l->filter->query, l->mem))
		return -1;
	return evaluate_query(&l->e, l->filter->query, &l->set);
}

/* They come last ones first, so that it can stop where we want no more. */
static int list_entries(struct index *ix, void *arg)
{
	struct entry_list *l = arg;
	sqlite3_stmt *st = database_get(ix, SQL_ENTRIES);
	int more;

	l->count = 0;
	if (evaluate_list(l, ix))
		return -1;
	bind_filter(st, l->filter);
	while ((more = database_step(ix, st)) > 0) {
		/* An entry is one part. */
		if (has_query(l) &&
		    !part_set_has(&l->set, sqlite3_column_int64(st, 20)))
			continue;
		XGROW(l->items, l->count, l->cap);
		read_index_entry(&l->items[l->count++], st, l->mem);
		if (l->count == l->filter->last)
			break;
	}
	reverse(l->items, l->count);
	return database_end(st, more);
}

int index_entries(struct index *ix, const struct index_filter *filter,
		  struct arena *mem, struct index_entry **out, size_t *count,
		  struct error *err)
{
	struct entry_list l = {
		.filter = filter,
		.mem = mem,
		.e = EVALUATION_INIT,
		.set = PART_SET_INIT,
	};
	int rc = index_read(ix, list_entries, &l, err);

	*out = rows_settle(l.items, l.count, sizeof(*l.items), mem);
	*count = l.count;
	if (!rc && l.e.wrong.kind != ERROR_NONE) {
		*err = l.e.wrong;
		rc = -1;
	}
	part_set_release(&l.set);
	evaluation_release(&l.e);
	return rc;
}

struct mark_list {
	struct challenge_mark *items;
	size_t count, cap;
};

/* Numbers, one a line; what is none ends them. */
static int next_number(const char **rest, int otherwise, bool *any)
{
	char *end;
	long number = *rest ? strtol(*rest, &end, 10) : 0;

	if (!*rest || end == *rest)
		return otherwise;
	*rest = end;
	*any = true;
	return (int)number;
}

static void add_mark(struct mark_list *l, struct challenge_mark mark)
{
	XGROW(l->items, l->count, l->cap);
	l->items[l->count++] = mark;
}

static int add_marks(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct mark_list *l = arg;
	const char *days = (const char *)sqlite3_column_text(st, 0);
	const char *numbers = (const char *)sqlite3_column_text(st, 1);
	int round = sqlite3_column_int(st, 2);

	for (bool first = true;; first = false) {
		bool any = false;
		int day = next_number(&days, DAY_NONE, &any);
		int number = next_number(&numbers, NUMBER_NONE, &any);

		if (!any && !first)
			return 0;
		add_mark(l, (struct challenge_mark){ day, number, round });
	}
}

static int list_marks(struct index *ix, void *arg)
{
	struct mark_list *l = arg;

	l->count = 0;
	return database_each(ix, database_get(ix, SQL_MARKS), add_marks, l);
}

int index_marks(struct index *ix, struct arena *mem,
		struct challenge_mark **out, size_t *count, struct error *err)
{
	struct mark_list l = { NULL, 0, 0 };
	int rc = index_read(ix, list_marks, &l, err);

	*out = rows_settle(l.items, l.count, sizeof(*l.items), mem);
	*count = l.count;
	return rc;
}

struct one_entry {
	const char *id;
	struct arena *mem;
	struct index_entry *out;
	bool found;
};

static int find_entry(struct index *ix, void *arg)
{
	struct one_entry *one = arg;
	sqlite3_stmt *st = database_get(ix, SQL_ENTRY);
	int more;

	bind_text(st, 1, one->id);
	more = database_step(ix, st);
	one->found = more > 0;
	if (one->found)
		read_index_entry(one->out, st, one->mem);
	return database_end(st, more);
}

int index_entry(struct index *ix, const char *id, struct arena *mem,
		struct index_entry *out, struct error *err)
{
	struct one_entry one = { .id = id, .mem = mem, .out = out };

	if (index_read(ix, find_entry, &one, err))
		return -1;
	if (one.found)
		return 0;
	return error_set(err, ERROR_NOT_FOUND,
			 "there is no entry '%s'; 'hecto list' shows them", id);
}

struct note_list {
	struct arena *mem;
	struct index_note *items;
	size_t count, cap;
};

static int add_note(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct note_list *l = arg;

	XGROW(l->items, l->count, l->cap);
	l->items[l->count++] = (struct index_note){
		.path = column_string(st, 0, l->mem),
		.id = column_string(st, 1, l->mem),
		.title = column_string(st, 2, l->mem),
		.kind = (enum document_kind)sqlite3_column_int(st, 3),
		.day = column_day(st, 4),
		.private = sqlite3_column_int(st, 5),
		.sum = (uint64_t)sqlite3_column_int64(st, 6),
		.key = sqlite3_column_int64(st, 7),
		.first_part = sqlite3_column_int64(st, 8),
	};
	return 0;
}

static int list_notes(struct index *ix, void *arg)
{
	struct note_list *l = arg;

	l->count = 0;
	return database_each(ix, database_get(ix, SQL_NOTES), add_note, l);
}

int index_notes(struct index *ix, struct arena *mem, struct index_note **out,
		size_t *count, struct error *err)
{
	struct note_list l = { .mem = mem };
	int rc = index_read(ix, list_notes, &l, err);

	*out = rows_settle(l.items, l.count, sizeof(*l.items), mem);
	*count = l.count;
	return rc;
}

/* A day, while the entries on it are added up. */
struct day_sum {
	struct studied_day day;
	bool all_minutes; /* every entry said how many */
};

struct day_list {
	int rollover;
	struct day_sum *items;
	size_t count, cap;
};

/* A day is late when nothing was written about it in time. */
static void add_day(struct day_list *l, int day, struct clock written,
		    int minutes)
{
	bool late = written.seconds && clock_day(written, l->rollover) > day;
	struct day_sum *last = l->count ? &l->items[l->count - 1] : NULL;

	if (!last || last->day.day != day) {
		XGROW(l->items, l->count, l->cap);
		last = &l->items[l->count++];
		*last = (struct day_sum){ { day, true, 0 }, true };
	}
	last->day.late &= late;
	last->day.minutes += minutes;
	last->all_minutes &= minutes > 0;
}

static int add_day_row(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	const struct clock written = { sqlite3_column_int64(st, 1),
				       sqlite3_column_int(st, 2) };

	add_day(arg, sqlite3_column_int(st, 0), written,
		sqlite3_column_int(st, 3));
	return 0;
}

static int list_days(struct index *ix, void *arg)
{
	struct day_list *l = arg;

	l->count = 0;
	return database_each(ix, database_get(ix, SQL_DAYS), add_day_row, l);
}

int index_days(struct index *ix, int rollover, int min_minutes,
	       struct arena *mem, struct studied_day **out, size_t *count,
	       struct error *err)
{
	struct day_list l = { .rollover = rollover };
	int rc = index_read(ix, list_days, &l, err);

	*out = arena_alloc(mem, (l.count + 1) * sizeof(**out));
	*count = 0;
	for (size_t i = 0; i < l.count; i++)
		if (!l.items[i].all_minutes ||
		    l.items[i].day.minutes >= min_minutes)
			(*out)[(*count)++] = l.items[i].day;
	free(l.items);
	return rc;
}

struct tag_list {
	struct arena *mem;
	struct index_tag *items;
	size_t count, cap;
};

static int add_tag(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct tag_list *l = arg;

	XGROW(l->items, l->count, l->cap);
	l->items[l->count++] = (struct index_tag){
		.name = column_string(st, 0, l->mem),
		.entries = (size_t)sqlite3_column_int64(st, 1),
	};
	return 0;
}

static int list_tags(struct index *ix, void *arg)
{
	struct tag_list *l = arg;

	l->count = 0;
	return database_each(ix, database_get(ix, SQL_TAGS), add_tag, l);
}

int index_tags(struct index *ix, struct arena *mem, struct index_tag **out,
	       size_t *count, struct error *err)
{
	struct tag_list l = { .mem = mem };
	int rc = index_read(ix, list_tags, &l, err);

	*out = rows_settle(l.items, l.count, sizeof(*l.items), mem);
	*count = l.count;
	return rc;
}
