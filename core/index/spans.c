/* SPDX-License-Identifier: MIT */
/* What streaks and rounds are counted from, a span of days as one value. */
#include "core/index/spans.h"

#include <stdlib.h>
#include <string.h>

#include "core/index/passages.h"

/* Behind all others, as entries without a day are. */
#define SPAN_UNDATED INT64_C(0x7fffffff)

void spans_release(struct spans *s)
{
	free(s->numbers);
	*s = (struct spans)SPANS_INIT;
}

/* Days before 1970 are negative. */
static int64_t span_of(int day)
{
	int64_t past = day < 0 ? SPAN_DAYS - 1 : 0;

	return day == DAY_NONE ? SPAN_UNDATED : (day - past) / SPAN_DAYS;
}

void spans_touch(struct spans *s, int day)
{
	int64_t number = span_of(day);

	if (s->count && s->numbers[s->count - 1] == number)
		return;
	XGROW(s->numbers, s->count, s->cap);
	s->numbers[s->count++] = number;
}

static void bind_span(sqlite3_stmt *st, int at, int64_t number)
{
	bind_int(st, at, number * SPAN_DAYS);
	bind_int(st, at + 1, (number + 1) * SPAN_DAYS - 1);
}

/* --- days ---------------------------------------------------------------- */

/* As it is kept, byte for byte: an index stays on the machine it is made on. */
struct kept_day {
	int64_t written;
	int32_t day, zone, minutes, unused;
};

static int keep_day(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct kept_day d = {
		.day = sqlite3_column_int(st, 0),
		.written = sqlite3_column_int64(st, 1),
		.zone = sqlite3_column_int(st, 2),
		.minutes = sqlite3_column_int(st, 3),
	};

	strbuf_add(arg, &d, sizeof(d));
	return 0;
}

static int keep_days(struct index *ix, int64_t number, struct strbuf *out)
{
	sqlite3_stmt *st = database_get(ix, SQL_DAYS);

	bind_span(st, 1, number);
	return database_each(ix, st, keep_day, out);
}

struct day_list {
	int rollover, min_minutes;
	struct studied_day sum; /* of the entries on a day, while they come */
	bool any, all_minutes;	/* there are some; each said how many */
	struct studied_day *items;
	size_t count, cap;
};

static void end_day(struct day_list *l)
{
	if (!l->any || (l->all_minutes && l->sum.minutes < l->min_minutes))
		return;
	XGROW(l->items, l->count, l->cap);
	l->items[l->count++] = l->sum;
}

/* A day is late when nothing was written about it in time. */
static void add_day(struct day_list *l, const struct kept_day *d)
{
	const struct clock written = { d->written, d->zone };
	bool late = written.seconds && clock_day(written, l->rollover) > d->day;

	if (!l->any || l->sum.day != d->day) {
		end_day(l);
		l->sum = (struct studied_day){ d->day, true, 0 };
		l->any = l->all_minutes = true;
	}
	l->sum.late &= late;
	l->sum.minutes += d->minutes;
	l->all_minutes &= d->minutes > 0;
}

static int add_days(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct str bytes = column_borrow(st, 0);
	struct kept_day d;

	for (; bytes.len >= sizeof(d); bytes = str_from(bytes, sizeof(d))) {
		memcpy(&d, bytes.s, sizeof(d));
		add_day(arg, &d);
	}
	return 0;
}

static int list_days(struct index *ix, void *arg)
{
	struct day_list *l = arg;

	l->count = 0;
	l->any = false;
	if (database_each(ix, database_get(ix, SQL_SPAN_DAYS), add_days, l))
		return -1;
	end_day(l);
	return 0;
}

int index_days(struct index *ix, int rollover, int min_minutes,
	       struct arena *mem, struct studied_day **out, size_t *count,
	       struct error *err)
{
	struct day_list l = {
		.rollover = rollover, .min_minutes = min_minutes
	};
	int rc = index_read(ix, list_days, &l, err);

	*out = rows_settle(l.items, mem);
	*count = l.count;
	return rc;
}

/* --- marks --------------------------------------------------------------- */

static int next_number(struct str *rest, int otherwise, bool *any)
{
	int number;

	if (!numbers_next(rest, &number))
		return otherwise;
	*any = true;
	return number;
}

static int keep_marks_of(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct str days = column_borrow(st, 0), numbers = column_borrow(st, 1);
	struct challenge_mark mark = { .round = sqlite3_column_int(st, 2) };

	for (bool first = true;; first = false) {
		bool any = false;

		mark.day = next_number(&days, DAY_NONE, &any);
		mark.number = next_number(&numbers, NUMBER_NONE, &any);
		if (!any && !first)
			return 0;
		strbuf_add(arg, &mark, sizeof(mark));
	}
}

static int keep_marks(struct index *ix, int64_t number, struct strbuf *out)
{
	sqlite3_stmt *st = database_get(
		ix, number == SPAN_UNDATED ? SQL_UNDATED_MARKS : SQL_MARKS);

	if (number != SPAN_UNDATED)
		bind_span(st, 1, number);
	return database_each(ix, st, keep_marks_of, out);
}

struct mark_list {
	struct challenge_mark *items;
	size_t count, cap;
};

static int add_marks(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct mark_list *l = arg;
	struct str bytes = column_borrow(st, 0);
	const size_t size = sizeof(*l->items);

	for (; bytes.len >= size; bytes = str_from(bytes, size)) {
		XGROW(l->items, l->count, l->cap);
		memcpy(&l->items[l->count++], bytes.s, size);
	}
	return 0;
}

static int list_marks(struct index *ix, void *arg)
{
	struct mark_list *l = arg;

	l->count = 0;
	return database_each(ix, database_get(ix, SQL_SPAN_MARKS), add_marks,
			     l);
}

int index_marks(struct index *ix, struct arena *mem,
		struct challenge_mark **out, size_t *count, struct error *err)
{
	struct mark_list l = { NULL, 0, 0 };
	int rc = index_read(ix, list_marks, &l, err);

	*out = rows_settle(l.items, mem);
	*count = l.count;
	return rc;
}

/* --- writing ------------------------------------------------------------- */

static int put_span(struct index *ix, int64_t number, struct str days,
		    struct str marks)
{
	sqlite3_stmt *st = database_get(
		ix, days.len || marks.len ? SQL_PUT_SPAN : SQL_DELETE_SPAN);

	bind_int(st, 1, number);
	if (days.len || marks.len) {
		bind_blob(st, 2, days);
		bind_blob(st, 3, marks);
	}
	return database_run(ix, st);
}

static int write_span(struct index *ix, int64_t number)
{
	AUTO(strbuf) days = STRBUF_INIT;
	AUTO(strbuf) marks = STRBUF_INIT;

	if (keep_marks(ix, number, &marks) ||
	    (number != SPAN_UNDATED && keep_days(ix, number, &days)))
		return -1;
	return put_span(ix, number, strbuf_slice(&days), strbuf_slice(&marks));
}

static int by_number(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

int spans_write(struct spans *s, struct index *ix)
{
	if (s->count)
		qsort(s->numbers, s->count, sizeof(*s->numbers), by_number);
	for (size_t i = 0; i < s->count; i++)
		if ((!i || s->numbers[i] != s->numbers[i - 1]) &&
		    write_span(ix, s->numbers[i]))
			return -1;
	return 0;
}
