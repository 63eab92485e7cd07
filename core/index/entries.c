/* SPDX-License-Identifier: MIT */
/* Entries, notes and tags, without the texts. */
#include <string.h>

#include "core/index/entry_row.h"
#include "core/index/evaluate.h"
#include "core/index/passages.h"

void entry_row_frame(struct entry *e, sqlite3_stmt *st, struct arena *mem)
{
	entry_row_days(e, st, mem);
	e->heading = column_str(st, 12, mem);
}

void entry_row_days(struct entry *e, sqlite3_stmt *st, struct arena *mem)
{
	e->days = numbers_split(column_borrow(st, 4), mem, &e->ndays);
	e->numbers = numbers_split(column_borrow(st, 5), mem, &e->nnumbers);
	e->round = sqlite3_column_int(st, 6);
	e->minutes = sqlite3_column_int(st, 7);
	e->tags = lines_split(column_borrow(st, 8), mem, &e->ntags);
	e->written.seconds = sqlite3_column_int64(st, 9);
	e->written.offset = sqlite3_column_int(st, 10);
	e->private = sqlite3_column_int(st, 11);
}

static void read_entry(struct entry *e, sqlite3_stmt *st, struct arena *mem)
{
	e->id = column_string(st, 2, mem);
	entry_row_frame(e, st, mem);
	e->heading_end = (enum line_end)sqlite3_column_int(st, 13);
	e->log = column_string(st, 14, mem);
	e->line = (unsigned)sqlite3_column_int64(st, 15);
	e->digest = column_string(st, 16, mem);
	e->flags = lines_split(column_borrow(st, 17), mem, &e->nflags);
	e->body = STR_NONE;
}

static void read_index_entry(void *item, sqlite3_stmt *st, struct arena *mem)
{
	struct index_entry *out = item;

	*out = (struct index_entry){
		.path = column_string(st, 1, mem),
		.title = column_string(st, 3, mem),
		.empty = sqlite3_column_int(st, 18),
		.summary = column_string(st, 19, mem),
		.words = (size_t)sqlite3_column_int64(st, 21),
	};
	read_entry(&out->entry, st, mem);
	out->topics = lines_split(column_borrow(st, 20), mem, &out->ntopics);
}

/* "3\n4\n5": how many, the first and the last. */
static void read_numbers(struct index_summary *out, struct str lines)
{
	while (numbers_next(&lines, &out->last_number))
		if (!out->nnumbers++)
			out->number = out->last_number;
}

static void read_summary(void *item, sqlite3_stmt *st, struct arena *mem)
{
	struct index_summary *out = item;

	*out = (struct index_summary){
		.id = column_string(st, 1, mem),
		.round = sqlite3_column_int(st, 3),
		.minutes = sqlite3_column_int(st, 4),
		.empty = sqlite3_column_int(st, 5),
		.summary = column_string(st, 6, mem),
	};
	read_numbers(out, column_borrow(st, 2));
}

/* How to read what of an entry; the first column is its part. */
struct entry_form {
	enum statement statement;
	enum statement unfiltered; /* the same; or this one again */
	void (*read)(void *item, sqlite3_stmt *st, struct arena *mem);
	size_t size; /* of an item; at most that of an index_entry */
};

static const struct entry_form whole_form = {
	SQL_ENTRIES, SQL_ENTRIES, read_index_entry, sizeof(struct index_entry),
};
static const struct entry_form summary_form = {
	SQL_SUMMARIES, SQL_SUMMARIES_ALL, read_summary,
	sizeof(struct index_summary),
};

/* See reverse(). */
_Static_assert(sizeof(struct index_summary) <= sizeof(struct index_entry),
	       "an entry is the largest form");

struct entry_list {
	const struct index_filter *filter;
	const struct entry_form *form;
	struct arena *mem;
	struct evaluation e;
	struct part_set set; /* of filter->query */
	char *items;
	size_t count, cap;
};

static bool is_filter(const struct index_filter *f)
{
	return f->since != DAY_NONE || f->until != DAY_NONE || f->tag ||
	       f->topic || f->round || f->undated;
}

static void bind_filter(sqlite3_stmt *st, const struct index_filter *f)
{
	bind_day(st, 1, f->since);
	bind_day(st, 2, f->until);
	bind_text(st, 3, f->tag);
	bind_text(st, 4, f->topic);
	if (f->round)
		bind_int(st, 5, f->round);
	if (f->undated)
		bind_int(st, 6, 1);
	/* With a query it is list_entries that counts. */
	bind_int(st, 7, f->last && !f->query ? (int64_t)f->last : -1);
}

static void reverse(struct entry_list *l)
{
	size_t size = l->form->size;
	char kept[sizeof(struct index_entry)];

	for (size_t i = 0; i < l->count / 2; i++) {
		char *first = l->items + i * size;
		char *last = l->items + (l->count - 1 - i) * size;

		memcpy(kept, first, size);
		memcpy(first, last, size);
		memcpy(last, kept, size);
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
	evaluation_begin(&l->e, ix, l->filter->query, l->mem);
	return evaluate_query(&l->e, l->filter->query, &l->set);
}

/* They come last ones first, so that it can stop where we want no more. */
static int list_entries(struct index *ix, void *arg)
{
	struct entry_list *l = arg;
	const struct entry_form *form = l->form;
	sqlite3_stmt *st = database_get(
		ix, is_filter(l->filter) ? form->statement : form->unfiltered);
	int more;

	l->count = 0;
	if (evaluate_list(l, ix))
		return -1;
	bind_filter(st, l->filter);
	while ((more = database_step(ix, st)) > 0) {
		/* An entry is one part. */
		if (has_query(l) &&
		    !part_set_has(&l->set, sqlite3_column_int64(st, 0)))
			continue;
		l->items = xgrow(l->items, l->count, &l->cap, form->size);
		form->read(l->items + l->count++ * form->size, st, l->mem);
		if (l->count == l->filter->last)
			break;
	}
	reverse(l);
	return database_end(st, more);
}

static int list_in_form(struct index *ix, const struct index_filter *filter,
			const struct entry_form *form, struct arena *mem,
			void **out, size_t *count, struct error *err)
{
	struct entry_list l = {
		.filter = filter,
		.form = form,
		.mem = mem,
		.e = EVALUATION_INIT,
		.set = PART_SET_INIT,
	};
	int rc = index_read(ix, list_entries, &l, err);

	*out = rows_settle(l.items, mem);
	*count = l.count;
	if (!rc && l.e.wrong.kind != ERROR_NONE) {
		*err = l.e.wrong;
		rc = -1;
	}
	part_set_release(&l.set);
	evaluation_release(&l.e);
	return rc;
}

int index_entries(struct index *ix, const struct index_filter *filter,
		  struct arena *mem, struct index_entry **out, size_t *count,
		  struct error *err)
{
	void *items;
	int rc = list_in_form(ix, filter, &whole_form, mem, &items, count, err);

	*out = items;
	return rc;
}

int index_summaries(struct index *ix, const struct index_filter *filter,
		    struct arena *mem, struct index_summary **out,
		    size_t *count, struct error *err)
{
	void *items;
	int rc = list_in_form(ix, filter, &summary_form, mem, &items, count,
			      err);

	*out = items;
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

	*out = rows_settle(l.items, mem);
	*count = l.count;
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

	*out = rows_settle(l.items, mem);
	*count = l.count;
	return rc;
}
