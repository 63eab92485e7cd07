/* SPDX-License-Identifier: MIT */
/* What the mentions of each topic come to. */
#include "core/index/topic_sums.h"

#include <stdlib.h>

#include "core/index/passages.h"

struct counts {
	size_t passages, documents, kinds[TRAIT_COUNT];
	int64_t document;	/* the last one that was counted */
	int first_day, last_day;
};

struct topic_sum {
	const char *id;
	struct counts added, removed;
};

void topic_sums_release(struct topic_sums *s)
{
	strset_release(&s->ids);
	free(s->items);
	*s = (struct topic_sums)TOPIC_SUMS_INIT;
}

static struct counts no_counts(void)
{
	return (struct counts){
		.first_day = DAY_NONE,
		.last_day = DAY_NONE,
	};
}

static struct topic_sum *sum_of(struct topic_sums *s, struct str id)
{
	struct topic_sum *sum;
	size_t place;

	if (strset_get(&s->ids, id, &place))
		return &s->items[place];
	XGROW(s->items, s->count, s->cap);
	sum = &s->items[s->count];
	*sum = (struct topic_sum){ NULL, no_counts(), no_counts() };
	strset_add(&s->ids, id, s->count++, &sum->id);
	return sum;
}

/* Together with a day, or with DAY_NONE. */
static int earlier(int a, int b)
{
	if (a == DAY_NONE || b == DAY_NONE)
		return a == DAY_NONE ? b : a;
	return a < b ? a : b;
}

static int later(int a, int b)
{
	if (a == DAY_NONE || b == DAY_NONE)
		return a == DAY_NONE ? b : a;
	return a > b ? a : b;
}

static void count_row(struct counts *c, const struct mention_row *row)
{
	c->passages += row->named;
	c->documents += c->document != row->document;
	c->document = row->document;
	kinds_sum(c->kinds, row->kinds);
	c->first_day = earlier(c->first_day, row->day);
	c->last_day = later(c->last_day, row->day);
}

void topic_sums_add(struct topic_sums *s, const struct mention_row *row)
{
	count_row(&sum_of(s, row->topic)->added, row);
}

void topic_sums_remove(struct topic_sums *s, const struct mention_row *row)
{
	count_row(&sum_of(s, row->topic)->removed, row);
}

static int read_row(struct index *ix, const char *id, struct counts *out)
{
	sqlite3_stmt *st = database_get(ix, SQL_GET_TOPIC);
	int more;

	*out = no_counts();
	bind_text(st, 1, id);
	more = database_step(ix, st);
	if (more > 0) {
		out->passages = (size_t)sqlite3_column_int64(st, 0);
		out->documents = (size_t)sqlite3_column_int64(st, 1);
		out->first_day = column_day(st, 2);
		out->last_day = column_day(st, 3);
		kinds_sum(out->kinds, column_borrow(st, 4));
	}
	return database_end(st, more);
}

/* Once the first or the last one may be gone. */
static int find_days(struct index *ix, const char *id, struct counts *out)
{
	sqlite3_stmt *st = database_get(ix, SQL_TOPIC_DAYS);
	int more;

	bind_text(st, 1, id);
	more = database_step(ix, st);
	if (more > 0) {
		out->first_day = column_day(st, 0);
		out->last_day = column_day(st, 1);
	}
	return database_end(st, more);
}

/* What was counted cannot be less than nothing, whatever the row says. */
static size_t total(size_t was, size_t added, size_t removed)
{
	return was + added > removed ? was + added - removed : 0;
}

/*
 * Is the first or the last day perhaps gone?  Where an entry is only edited, as
 * that of today is many times, what is added stands for what is removed.
 */
static bool loses_day(const struct counts *was, const struct counts *added,
		      const struct counts *removed)
{
	bool first_stays = added->first_day != DAY_NONE &&
			   added->first_day <= was->first_day;
	bool last_stays = added->last_day != DAY_NONE &&
			  added->last_day >= was->last_day;

	return removed->first_day != DAY_NONE &&
	       ((removed->first_day <= was->first_day && !first_stays) ||
		(removed->last_day >= was->last_day && !last_stays));
}

static int add_up(struct index *ix, const struct topic_sum *sum,
		  struct counts *out)
{
	const struct counts *a = &sum->added, *r = &sum->removed;
	bool lost = loses_day(out, a, r);

	out->passages = total(out->passages, a->passages, r->passages);
	out->documents = total(out->documents, a->documents, r->documents);
	for (size_t i = 0; i < TRAIT_COUNT; i++)
		out->kinds[i] = total(out->kinds[i], a->kinds[i], r->kinds[i]);
	if (lost)
		return find_days(ix, sum->id, out);
	out->first_day = earlier(out->first_day, a->first_day);
	out->last_day = later(out->last_day, a->last_day);
	return 0;
}

static int put_row(struct index *ix, const char *id, const struct counts *c)
{
	sqlite3_stmt *st = database_get(
		ix, c->documents ? SQL_PUT_TOPIC : SQL_DELETE_TOPIC);
	AUTO(strbuf) kinds = STRBUF_INIT;

	bind_text(st, 1, id);
	if (c->documents) {
		kinds_add(&kinds, c->kinds);
		bind_int(st, 2, (int64_t)c->passages);
		bind_int(st, 3, (int64_t)c->documents);
		bind_day(st, 4, c->first_day);
		bind_day(st, 5, c->last_day);
		bind_blob(st, 6, strbuf_slice(&kinds));
	}
	return database_run(ix, st);
}

int topic_sums_write(struct topic_sums *s, struct index *ix)
{
	struct counts c;

	for (size_t i = 0; i < s->count; i++)
		if (read_row(ix, s->items[i].id, &c) ||
		    add_up(ix, &s->items[i], &c) ||
		    put_row(ix, s->items[i].id, &c))
			return -1;
	return 0;
}
