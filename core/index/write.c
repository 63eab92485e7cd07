/* SPDX-License-Identifier: MIT */
/* Documents into the rows of the index, and out of them again. */
#include "core/index/write.h"

void tally_release(struct tally *t)
{
	topic_sums_release(&t->topics);
	spans_release(&t->spans);
	part_sizes_release(&t->sizes);
}

int tally_write(struct tally *t, struct index *ix)
{
	return topic_sums_write(&t->topics, ix) ||
			       spans_write(&t->spans, ix) ||
			       part_sizes_write(&t->sizes, ix)
		       ? -1
		       : 0;
}

int writer_init(struct writer *w, struct index *ix, struct tally *tally)
{
	*w = (struct writer){ .ix = ix, .tally = tally };
	if (database_last_id(ix, SQL_LAST_DOCUMENT, &w->last_document))
		return -1;
	return database_last_id(ix, SQL_LAST_PART, &w->last_part);
}

static void tally_mention(struct writer *w, const struct topic_mark *m, int day)
{
	topic_sums_add(&w->tally->topics, &(struct mention_row){
		.topic = str_of(m->id),
		.kinds = m->kinds,
		.document = w->last_document,
		.named = m->named,
		.day = day,
	});
}

static int put_mentions(struct writer *w, const struct topic_marks *marks,
			int day)
{
	sqlite3_stmt *st = database_get(w->ix, SQL_ADD_MENTION);

	for (size_t i = 0; i < marks->ntopics; i++) {
		const struct topic_mark *m = &marks->topics[i];

		bind_text(st, 1, m->id);
		bind_int(st, 2, w->last_part);
		bind_int(st, 3, w->last_document);
		bind_day(st, 4, day);
		bind_int(st, 5, (int64_t)m->named);
		bind_int(st, 6, m->columns);
		bind_blob(st, 7, m->kinds);
		bind_blob(st, 8, m->passages);
		if (database_run(w->ix, st))
			return -1;
		tally_mention(w, m, day);
	}
	return 0;
}

/* Short parts are to the point, but not those that only lead elsewhere. */
#define LINKS_SIZE 100

static int put_text(struct writer *w, const struct part_rows *part)
{
	size_t more = part->only_links ? LINKS_SIZE : 0;
	sqlite3_stmt *st = database_get(w->ix, SQL_ADD_TEXT);

	bind_int(st, 1, w->last_part);
	for (int i = 0; i < COLUMN_COUNT; i++)
		if (part->texts[i].len)
			bind_str(st, i + 2, part->texts[i]);
	w->ix->tokens = 0;
	if (database_run(w->ix, st))
		return -1;
	part_sizes_add(&w->tally->sizes, w->last_part,
		       w->ix->tokens + more);
	return 0;
}

static int put_part(struct writer *w, const struct document_rows *rows,
		    const struct part_rows *part)
{
	sqlite3_stmt *st = database_get(w->ix, SQL_ADD_PART);
	const struct document *doc = &rows->doc;
	unsigned traits = part->part->traits;

	bind_int(st, 1, w->last_part);
	bind_int(st, 2, w->last_document);
	bind_text(st, 3, doc->path);
	bind_text(st, 4, doc->id);
	bind_text(st, 5, rows->title);
	bind_int(st, 6, doc->kind);
	bind_day(st, 7, doc->day);
	bind_int(st, 8, part->part->line);
	bind_str(st, 9, part->headings);
	bind_text(st, 10, part->topics.ids);
	bind_int(st, 11, part->sections);
	bind_int(st, 12, traits);
	bind_int(st, 13, (traits & TRAITS_ITEM) != 0);
	bind_blob(st, 14, part->passages);
	bind_blob(st, 15, part->marks);
	return database_run(w->ix, st);
}

static int add_part(struct writer *w, const struct document_rows *rows,
		    const struct part_rows *part)
{
	w->last_part++;
	return put_part(w, rows, part) || put_text(w, part) ||
			       put_mentions(w, &part->topics, rows->doc.day)
		       ? -1
		       : 0;
}

/* An entry is one part. */
static const char *topics_of(const struct document_rows *rows)
{
	size_t count = rows->doc.nparts;

	return count ? rows->parts[count - 1].topics.ids : "";
}

static void bind_entry(sqlite3_stmt *st, const struct document_rows *rows)
{
	const struct entry *e = &rows->doc.entry;

	bind_text(st, 11, topics_of(rows));
	bind_text(st, 13, rows->numbers);
	bind_int(st, 14, e->round);
	bind_int(st, 15, e->minutes);
	bind_int(st, 16, e->written.seconds);
	bind_int(st, 17, e->written.offset);
	bind_blob(st, 18, e->heading);
	bind_int(st, 19, e->heading_end);
	bind_text(st, 20, e->log);
	bind_int(st, 21, e->line);
	bind_text(st, 22, e->digest);
	bind_text(st, 23, rows->flags);
	bind_int(st, 24, rows->empty);
	bind_text(st, 25, rows->summary);
	bind_int(st, 27, (int64_t)rows->words);
}

static int put_document(struct writer *w, const struct document_rows *rows,
			int64_t first_part)
{
	sqlite3_stmt *st = database_get(w->ix, SQL_ADD_DOCUMENT);
	const struct document *doc = &rows->doc;

	bind_int(st, 1, w->last_document);
	bind_text(st, 2, doc->path);
	bind_int(st, 3, doc->kind);
	bind_text(st, 4, doc->id);
	bind_text(st, 5, rows->title);
	bind_day(st, 6, doc->day);
	bind_int(st, 7, doc->private);
	bind_int(st, 8, first_part);
	bind_int(st, 9, (int64_t)doc->nparts);
	bind_text(st, 10, rows->tags);
	bind_text(st, 12, rows->days);
	bind_int(st, 26, (int64_t)rows->sum);
	if (doc->kind == DOCUMENT_ENTRY)
		bind_entry(st, rows);
	return database_run(w->ix, st);
}

/* The minutes of several days under one header are shared out evenly. */
static int share_of_minutes(const struct entry *e, size_t day)
{
	int n = (int)e->ndays;

	return e->minutes / n + ((int)day < e->minutes % n);
}

static int put_day(struct writer *w, const struct document_rows *rows,
		   int day, int minutes)
{
	sqlite3_stmt *st = database_get(w->ix, SQL_ADD_DAY);
	const struct entry *e = &rows->doc.entry;
	bool is_entry = rows->doc.kind == DOCUMENT_ENTRY;

	bind_int(st, 1, day);
	bind_int(st, 2, w->last_document);
	bind_int(st, 3, is_entry && !rows->empty);
	bind_int(st, 4, is_entry ? e->written.seconds : 0);
	bind_int(st, 5, is_entry ? e->written.offset : 0);
	bind_int(st, 6, minutes);
	spans_touch(&w->tally->spans, day);
	return database_run(w->ix, st);
}

static int put_days(struct writer *w, const struct document_rows *rows)
{
	const struct document *doc = &rows->doc;
	const struct entry *e = &doc->entry;

	if (doc->kind != DOCUMENT_ENTRY)
		return doc->day == DAY_NONE ? 0
					    : put_day(w, rows, doc->day, 0);
	spans_touch(&w->tally->spans, doc->day);
	for (size_t i = 0; i < e->ndays; i++)
		if (put_day(w, rows, e->days[i], share_of_minutes(e, i)))
			return -1;
	return 0;
}

static int put_tags(struct writer *w, const char *tags)
{
	sqlite3_stmt *st = database_get(w->ix, SQL_ADD_TAG);
	struct str rest = str_of(tags), tag;

	while ((tag = str_next_line(&rest)).s) {
		bind_str(st, 1, tag);
		bind_int(st, 2, w->last_document);
		if (database_run(w->ix, st))
			return -1;
	}
	return 0;
}

int writer_add(struct writer *w, const struct document_rows *rows,
	       struct arena *mem)
{
	int64_t first_part = w->last_part + 1;

	w->last_document++;
	for (size_t i = 0; i < rows->doc.nparts; i++)
		if (add_part(w, rows, &rows->parts[i]))
			return -1;
	return put_document(w, rows, first_part) || put_days(w, rows) ||
			       put_tags(w, rows->tags) ||
			       links_put(w, rows, first_part, mem)
		       ? -1
		       : 0;
}
