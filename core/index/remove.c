/* SPDX-License-Identifier: MIT */
/* Taking the rows of a document out of the index. */
#include "core/index/names.h"
#include "core/index/passages.h"
#include "core/index/write.h"

int old_document_find(struct index *ix, const char *path, struct arena *mem,
		      struct old_document *out)
{
	sqlite3_stmt *st = database_get(ix, SQL_FIND_DOCUMENT);
	int more;

	bind_text(st, 1, path);
	more = database_step(ix, st);
	if (more > 0)
		*out = (struct old_document){
			.id = sqlite3_column_int64(st, 0),
			.days = column_str(st, 1, mem),
			.tags = column_str(st, 2, mem),
			.first_part = sqlite3_column_int64(st, 3),
			.parts = sqlite3_column_int64(st, 4),
			.day = column_day(st, 5),
		};
	return database_end(st, more) ? -1 : more;
}

static int delete_row(struct index *ix, enum statement which, int64_t id)
{
	sqlite3_stmt *st = database_get(ix, which);

	bind_int(st, 1, id);
	return database_run(ix, st);
}

/* Rows that a text and a number are the key of; the texts come as lines. */
static int delete_keyed(struct index *ix, enum statement which, struct str keys,
			int64_t id)
{
	sqlite3_stmt *st = database_get(ix, which);
	struct str key;

	while ((key = str_next_line(&keys)).s) {
		bind_str(st, 1, key);
		bind_int(st, 2, id);
		if (database_run(ix, st))
			return -1;
	}
	return 0;
}

/* What it added to the sums of its topic. */
static int tally_mention(struct index *ix, struct str topic, int64_t part,
			 int64_t document, struct tally *tally)
{
	sqlite3_stmt *st = database_get(ix, SQL_GET_MENTION);
	int more;

	bind_str(st, 1, topic);
	bind_int(st, 2, part);
	more = database_step(ix, st);
	if (more > 0)
		topic_sums_remove(&tally->topics, &(struct mention_row){
			.topic = topic,
			.kinds = column_borrow(st, 1),
			.document = document,
			.named = (size_t)sqlite3_column_int64(st, 0),
			.day = column_day(st, 2),
		});
	return database_end(st, more);
}

static int tally_mentions(struct index *ix, struct str topics, int64_t part,
			  int64_t document, struct tally *tally)
{
	struct str topic;

	while ((topic = str_next_line(&topics)).s)
		if (tally_mention(ix, topic, part, document, tally))
			return -1;
	return 0;
}

static int remove_part(struct index *ix, int64_t part, int64_t document,
		       struct tally *tally)
{
	AUTO(arena) mem = ARENA_INIT;
	sqlite3_stmt *st = database_get(ix, SQL_PART_TOPICS);
	struct str topics = STR_NONE;
	int more;

	bind_int(st, 1, part);
	more = database_step(ix, st);
	if (more > 0)
		topics = column_str(st, 0, &mem);
	if (database_end(st, more))
		return -1;
	return tally_mentions(ix, topics, part, document, tally) ||
			       delete_keyed(ix, SQL_DELETE_MENTION, topics,
					    part) ||
			       delete_row(ix, SQL_DELETE_TEXT, part) ||
			       delete_row(ix, SQL_DELETE_PART, part)
		       ? -1
		       : 0;
}

static void touch_days(struct spans *spans, const struct old_document *old)
{
	struct str days = old->days;
	int day;

	spans_touch(spans, old->day);
	while (numbers_next(&days, &day))
		spans_touch(spans, day);
}

int old_document_remove(struct index *ix, const struct old_document *old,
			struct tally *tally)
{
	for (int64_t i = 0; i < old->parts; i++)
		if (remove_part(ix, old->first_part + i, old->id, tally))
			return -1;
	touch_days(&tally->spans, old);
	/* A day is stored as a number; its column converts the text. */
	return delete_keyed(ix, SQL_DELETE_DAY, old->days, old->id) ||
			       delete_keyed(ix, SQL_DELETE_TAG, old->tags,
					    old->id) ||
			       delete_row(ix, SQL_DELETE_LINKS, old->id) ||
			       delete_row(ix, SQL_DELETE_CALLED, old->id) ||
			       names_remove(ix, old->id) ||
			       delete_row(ix, SQL_DELETE_DOCUMENT, old->id)
		       ? -1
		       : 0;
}
