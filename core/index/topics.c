/* SPDX-License-Identifier: MIT */
/* Topics: which there are, and every passage on one. */
#include <stdlib.h>
#include <string.h>

#include "core/index/part_row.h"

struct topic_list {
	struct arena *mem;
	int until;	/* count the days of study up to it */
	struct index_topic *items;
	size_t count, cap;
	int64_t document; /* of the row before */
	int64_t *notes;	  /* documents with a day that are no entries */
	size_t nnotes, notes_cap;
	int *days; /* of the topic in hand, as they come */
	size_t ndays, days_cap;
};

static void topic_list_release(struct topic_list *l)
{
	free(l->notes);
	free(l->days);
}

static int by_day(const void *a, const void *b)
{
	const int *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static int by_number(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* What was gathered goes to the last topic. */
static void settle_days(struct topic_list *l)
{
	struct index_topic *t = l->count ? &l->items[l->count - 1] : NULL;

	if (!t || !l->ndays)
		return;
	qsort(l->days, l->ndays, sizeof(*l->days), by_day);
	for (size_t i = 0; i < l->ndays; i++)
		t->days += !i || l->days[i] != l->days[i - 1];
	t->first_studied = l->days[0];
	t->last_studied = l->days[l->ndays - 1];
	l->ndays = 0;
}

static struct index_topic *topic_of_row(struct topic_list *l, sqlite3_stmt *st)
{
	struct str id = column_borrow(st, 0);
	struct index_topic *t = l->count ? &l->items[l->count - 1] : NULL;

	if (t && str_is(id, t->id))
		return t;
	settle_days(l);
	XGROW(l->items, l->count, l->cap);
	t = &l->items[l->count++];
	*t = (struct index_topic){
		.id = arena_str(l->mem, id).s,
		.first_day = DAY_NONE,
		.last_day = DAY_NONE,
		.first_studied = DAY_NONE,
		.last_studied = DAY_NONE,
	};
	l->document = -1;
	return t;
}

/* Most follow each other, so that the day before is the one to compare. */
static void add_day(struct topic_list *l, int day, int64_t document)
{
	if (day > l->until ||
	    (l->ndays && l->days[l->ndays - 1] == day) ||
	    (l->nnotes && bsearch(&document, l->notes, l->nnotes,
				  sizeof(*l->notes), by_number)))
		return;
	XGROW(l->days, l->ndays, l->days_cap);
	l->days[l->ndays++] = day;
}

static int add_row(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct topic_list *l = arg;
	struct index_topic *t = topic_of_row(l, st);
	int64_t document = sqlite3_column_int64(st, 1);
	int day = column_day(st, 2);

	t->passages += (size_t)sqlite3_column_int64(st, 3);
	t->documents += document != l->document;
	kinds_sum(t->kinds, column_borrow(st, 4));
	l->document = document;
	if (day == DAY_NONE)
		return 0;
	if (t->first_day == DAY_NONE || day < t->first_day)
		t->first_day = day;
	if (t->last_day == DAY_NONE || day > t->last_day)
		t->last_day = day;
	add_day(l, day, document);
	return 0;
}

static int add_dated_note(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct topic_list *l = arg;

	XGROW(l->notes, l->nnotes, l->notes_cap);
	l->notes[l->nnotes++] = sqlite3_column_int64(st, 0);
	return 0;
}

static int load_dated_notes(struct topic_list *l, struct index *ix)
{
	l->nnotes = 0;
	return database_each(ix, database_get(ix, SQL_DATED_NOTES),
			     add_dated_note, l);
}

static int list_topics(struct index *ix, void *arg)
{
	struct topic_list *l = arg;
	int rc;

	l->count = l->ndays = 0;
	if (load_dated_notes(l, ix))
		return -1;
	rc = database_each(ix, database_get(ix, SQL_TOPICS), add_row, l);
	settle_days(l);
	return rc;
}

int index_topics_studied(struct index *ix, int until, struct arena *mem,
			 struct index_topic **out, size_t *count,
			 struct error *err)
{
	AUTO(topic_list) l = { .mem = mem, .until = until };
	int rc = index_read(ix, list_topics, &l, err);

	*out = rows_settle(l.items, mem);
	*count = l.count;
	return rc;
}

static int add_sum(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct topic_list *l = arg;
	struct index_topic *t;

	XGROW(l->items, l->count, l->cap);
	t = &l->items[l->count++];
	*t = (struct index_topic){
		.id = column_string(st, 0, l->mem),
		.passages = (size_t)sqlite3_column_int64(st, 1),
		.documents = (size_t)sqlite3_column_int64(st, 2),
		.first_day = column_day(st, 3),
		.last_day = column_day(st, 4),
		.first_studied = DAY_NONE,
		.last_studied = DAY_NONE,
	};
	kinds_sum(t->kinds, column_borrow(st, 5));
	return 0;
}

static int list_sums(struct index *ix, void *arg)
{
	struct topic_list *l = arg;

	l->count = 0;
	return database_each(ix, database_get(ix, SQL_TOPIC_ROWS), add_sum, l);
}

int index_topics(struct index *ix, struct arena *mem, struct index_topic **out,
		 size_t *count, struct error *err)
{
	AUTO(topic_list) l = { .mem = mem };
	int rc = index_read(ix, list_sums, &l, err);

	*out = rows_settle(l.items, mem);
	*count = l.count;
	return rc;
}

struct passage_list {
	const struct index_passage_filter *filter;
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
	struct mark mark = MARK_NONE;

	while (marks_next(&marks, &mark))
		if (mark.passage < row->count &&
		    (!l->filter->traits ||
		     row->passages[mark.passage].traits & l->filter->traits))
			add_passage(l, row, mark.passage, mark.named);
}

static int add_part(void *arg, struct index *ix, sqlite3_stmt *st)
{
	struct passage_list *l = arg;
	AUTO(part_row) row = PART_ROW_INIT;

	if (part_row_read(&row, ix, st, l->mem))
		return -1;
	if (row.common.path)
		add_passages(l, &row, column_borrow(st, PART_ROW_COLUMNS));
	return 0;
}

/* Entries by their day, then what has none and notes; in each by path. */
static int by_place(const void *a, const void *b)
{
	const struct index_passage *x = a, *y = b;
	bool x_last = x->document != DOCUMENT_ENTRY || x->day == DAY_NONE;
	bool y_last = y->document != DOCUMENT_ENTRY || y->day == DAY_NONE;

	if (x_last != y_last)
		return x_last ? 1 : -1;
	if (!x_last && x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->path == y->path ? 0 : strcmp(x->path, y->path);
}

/* Of a run of passages, which are all of one document. */
struct run {
	const struct index_passage *first;
	size_t count;
};

static int by_run(const void *a, const void *b)
{
	const struct run *x = a, *y = b;

	return by_place(x->first, y->first);
}

static void sort_runs(struct passage_list *l)
{
	struct run *runs = xcalloc(l->count, sizeof(*runs));
	struct index_passage *sorted = xcalloc(l->count, sizeof(*sorted));
	size_t nruns = 0, n = 0;

	for (size_t i = 0; i < l->count; i++) {
		if (!i || by_place(&l->items[i - 1], &l->items[i]))
			runs[nruns++].first = &l->items[i];
		runs[nruns - 1].count++;
	}
	qsort(runs, nruns, sizeof(*runs), by_run);
	for (size_t i = 0; i < nruns; i++)
		for (size_t k = 0; k < runs[i].count; k++)
			sorted[n++] = runs[i].first[k];
	free(runs);
	free(l->items);
	l->items = sorted;
	l->cap = l->count;
}

/*
 * They come in the order of parts, which is theirs as long as days were only
 * added.  For SQLite to sort them it would have to copy all there is of each.
 */
static void sort_passages(struct passage_list *l)
{
	for (size_t i = 1; i < l->count; i++)
		if (by_place(&l->items[i - 1], &l->items[i]) > 0) {
			sort_runs(l);
			return;
		}
}

static int list_passages(struct index *ix, void *arg)
{
	struct passage_list *l = arg;
	sqlite3_stmt *st = database_get(ix, SQL_TOPIC_PARTS);

	l->count = 0;
	bind_text(st, 1, l->filter->topic);
	bind_day(st, 2, l->filter->since);
	if (l->filter->traits)
		bind_int(st, 3, l->filter->traits);
	if (database_each(ix, st, add_part, l))
		return -1;
	sort_passages(l);
	return 0;
}

int index_passages(struct index *ix, const struct index_passage_filter *filter,
		   struct arena *mem, struct index_passage **out,
		   size_t *count, struct error *err)
{
	struct passage_list l = { .filter = filter, .mem = mem };
	int rc = index_read(ix, list_passages, &l, err);

	*out = rows_settle(l.items, mem);
	*count = l.count;
	return rc;
}

int index_topic_passages(struct index *ix, const char *topic, struct arena *mem,
			 struct index_passage **out, size_t *count,
			 struct error *err)
{
	const struct index_passage_filter all = {
		.topic = topic, .since = DAY_NONE,
	};

	return index_passages(ix, &all, mem, out, count, err);
}
