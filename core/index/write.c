/* SPDX-License-Identifier: MIT */
/* Documents into the rows of the index, and out of them again. */
#include "core/index/write.h"

#include <string.h>

#include "core/index/mentions.h"
#include "core/index/passages.h"
#include "core/model/document_summary.h"

#define SUMMARY_SHOWN 120

static int last_id(struct index *ix, enum statement which, int64_t *out)
{
	sqlite3_stmt *st = database_get(ix, which);
	int more = database_step(ix, st);

	*out = more > 0 ? sqlite3_column_int64(st, 0) : 0;
	return database_end(st, more);
}

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
	*w = (struct writer){
		.ix = ix,
		.tally = tally,
		.mentions = MENTIONS_INIT,
		.passages = STRBUF_INIT,
		.headings = STRBUF_INIT,
		.marks = STRBUF_INIT,
		.names = STRBUF_INIT,
	};
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		w->texts[i] = (struct strbuf)STRBUF_INIT;
	if (last_id(ix, SQL_LAST_DOCUMENT, &w->last_document))
		return -1;
	return last_id(ix, SQL_LAST_PART, &w->last_part);
}

void writer_release(struct writer *w)
{
	mentions_release(&w->mentions);
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		strbuf_release(&w->texts[i]);
	strbuf_release(&w->passages);
	strbuf_release(&w->headings);
	strbuf_release(&w->marks);
	strbuf_release(&w->names);
}

/* Append a line, shortened; what is appended is given back. */
static struct str add_line(struct strbuf *out, const char *text,
			   struct arena *mem)
{
	size_t start;

	if (out->len)
		strbuf_addch(out, '\n');
	start = out->len;
	strbuf_addstr(out, text_cut(heading_head(text), HEADING_KEPT, mem));
	return str_from(strbuf_slice(out), start);
}

/* The date that an entry's own title has is no heading to search for twice. */
static void begin_part(struct writer *w, const struct document *doc,
		       const struct part *part, struct arena *mem)
{
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		strbuf_reset(&w->texts[i]);
	strbuf_reset(&w->passages);
	strbuf_reset(&w->headings);
	if (doc->title)
		add_line(&w->texts[COLUMN_TITLE], doc->title, mem);
	if (doc->kind == DOCUMENT_ENTRY)
		return;
	for (size_t i = 0; i < part->nheadings; i++)
		add_line(&w->headings, part->headings[i], mem);
	strbuf_addslice(&w->texts[COLUMN_HEADING], strbuf_slice(&w->headings));
}

/*
 * The words of a note's heading are in the column of headings already, at its
 * end.
 */
static bool is_own_heading(const struct writer *w, const struct document *doc,
			   const struct passage *p)
{
	struct str headings = strbuf_slice(&w->texts[COLUMN_HEADING]);

	return p->kind == PASSAGE_HEADING && doc->kind != DOCUMENT_ENTRY &&
	       p->text.len && p->text.len <= headings.len &&
	       str_eq(str_from(headings, headings.len - p->text.len), p->text);
}

static void place_text(struct writer *w, const struct document *doc,
		       const struct passage *p, struct stored_passage *out)
{
	struct strbuf *text;

	if (is_own_heading(w, doc, p)) {
		out->column = COLUMN_HEADING;
		out->offset = w->texts[COLUMN_HEADING].len - p->text.len;
		return;
	}
	out->column = column_of_section(p->section);
	text = &w->texts[out->column];
	if (text->len)
		strbuf_addch(text, '\n');
	out->offset = text->len;
	strbuf_addslice(text, p->text);
}

/* Parents in other parts are none of a passage's own part. */
static int parent_within(const struct part *part, int parent, size_t index)
{
	if (parent < 0 || (size_t)parent < part->first_passage)
		return -1;
	parent -= (int)part->first_passage;
	return (size_t)parent < index ? parent : -1;
}

static unsigned add_passages(struct writer *w, const struct document *doc,
			     const struct part *part)
{
	unsigned sections = 0;

	for (size_t i = 0; i < part->npassages; i++) {
		const struct passage *p =
			&doc->passages[part->first_passage + i];
		struct stored_passage stored = {
			.kind = p->kind,
			.section = p->section,
			.traits = p->traits,
			.plan = p->plan,
			.line = p->line,
			.last_line =
				p->last_line < p->line ? p->line : p->last_line,
			.parent = parent_within(part, p->parent, i),
			.len = p->text.len,
		};

		place_text(w, doc, p, &stored);
		passages_add(&w->passages, &stored, i);
		if (p->kind != PASSAGE_HEADING)
			sections |= 1u << p->section;
	}
	return sections;
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
		bind_blob(st, 6, m->kinds);
		bind_blob(st, 7, m->passages);
		if (database_run(w->ix, st))
			return -1;
		tally_mention(w, m, day);
	}
	return 0;
}

static int put_text(struct writer *w)
{
	sqlite3_stmt *st = database_get(w->ix, SQL_ADD_TEXT);

	bind_int(st, 1, w->last_part);
	for (int i = 0; i < COLUMN_COUNT; i++)
		if (w->texts[i].len)
			bind_str(st, i + 2, strbuf_slice(&w->texts[i]));
	w->ix->tokens = 0;
	if (database_run(w->ix, st))
		return -1;
	part_sizes_add(&w->tally->sizes, w->last_part, w->ix->tokens);
	return 0;
}

static int put_part(struct writer *w, const struct document *doc,
		    const struct part *part, const struct topic_marks *marks,
		    unsigned sections)
{
	sqlite3_stmt *st = database_get(w->ix, SQL_ADD_PART);
	struct str title = strbuf_slice(&w->texts[COLUMN_TITLE]);

	strbuf_reset(&w->marks);
	for (size_t i = 0; i < marks->ntopics; i++)
		marks_pack(&w->marks, marks->topics[i].passages);
	bind_int(st, 1, w->last_part);
	bind_int(st, 2, w->last_document);
	bind_text(st, 3, doc->path);
	bind_text(st, 4, doc->id);
	if (doc->title)
		bind_str(st, 5, title);
	bind_int(st, 6, doc->kind);
	bind_day(st, 7, doc->day);
	bind_int(st, 8, part->line);
	bind_str(st, 9, strbuf_slice(&w->headings));
	bind_text(st, 10, marks->ids);
	bind_int(st, 11, sections);
	bind_int(st, 12, part->traits);
	bind_int(st, 13, (part->traits & TRAITS_ITEM) != 0);
	bind_blob(st, 14, strbuf_slice(&w->passages));
	bind_blob(st, 15, strbuf_slice(&w->marks));
	return database_run(w->ix, st);
}

/* `topics`: those of the part, as lines. */
static int add_part(struct writer *w, const struct document *doc,
		    const struct part *part, struct arena *mem,
		    const char **topics)
{
	struct topic_marks marks;
	unsigned sections;

	begin_part(w, doc, part, mem);
	sections = add_passages(w, doc, part);
	topic_marks_find(&marks, w->topics, doc, part, &w->mentions, mem);
	*topics = marks.ids;
	w->last_part++;
	return put_part(w, doc, part, &marks, sections) || put_text(w) ||
			       put_mentions(w, &marks, doc->day)
		       ? -1
		       : 0;
}

static const char *numbers_text(const int *numbers, size_t count,
				struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < count; i++)
		strbuf_addf(&out, i ? "\n%d" : "%d", numbers[i]);
	return arena_strndup(mem, out.buf, out.len);
}

/* Each on a line of its own, even if somebody's YAML has a line end in it. */
const char *lines_text(const char *const *lines, size_t count,
		       struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < count; i++)
		if (*lines[i])
			add_line(&out, lines[i], mem);
	return arena_strndup(mem, out.buf, out.len);
}

static void bind_entry(sqlite3_stmt *st, const struct document *doc,
		       bool empty, struct arena *mem)
{
	const struct entry *e = &doc->entry;

	bind_text(st, 13, numbers_text(e->numbers, e->nnumbers, mem));
	bind_int(st, 14, e->round);
	bind_int(st, 15, e->minutes);
	bind_int(st, 16, e->written.seconds);
	bind_int(st, 17, e->written.offset);
	bind_blob(st, 18, e->heading);
	bind_int(st, 19, e->heading_end);
	bind_text(st, 20, e->log);
	bind_int(st, 21, e->line);
	bind_text(st, 22, e->digest);
	bind_text(st, 23, lines_text(e->flags, e->nflags, mem));
	bind_int(st, 24, empty);
	bind_text(st, 25, text_cut(document_summary(doc), SUMMARY_SHOWN, mem));
}

static int put_document(struct writer *w, const struct document *doc,
			int64_t first_part, const char *topics,
			const char *tags, uint64_t sum, struct arena *mem)
{
	bool is_entry = doc->kind == DOCUMENT_ENTRY;
	const int *days = is_entry ? doc->entry.days : &doc->day;
	size_t ndays = is_entry ? doc->entry.ndays : doc->day != DAY_NONE;
	sqlite3_stmt *st = database_get(w->ix, SQL_ADD_DOCUMENT);

	bind_int(st, 1, w->last_document);
	bind_text(st, 2, doc->path);
	bind_int(st, 3, doc->kind);
	bind_text(st, 4, doc->id);
	if (doc->title)
		bind_text(
			st, 5,
			text_cut(heading_head(doc->title), HEADING_KEPT, mem));
	bind_day(st, 6, doc->day);
	bind_int(st, 7, doc->private);
	bind_int(st, 8, first_part);
	bind_int(st, 9, (int64_t)doc->nparts);
	bind_text(st, 10, tags);
	bind_text(st, 12, numbers_text(days, ndays, mem));
	bind_int(st, 26, (int64_t)sum);
	if (is_entry) {
		bind_text(st, 11, topics);
		bind_entry(st, doc, w->empty, mem);
	}
	return database_run(w->ix, st);
}

/* The minutes of several days under one header are shared out evenly. */
static int share_of_minutes(const struct entry *e, size_t day)
{
	int n = (int)e->ndays;

	return e->minutes / n + ((int)day < e->minutes % n);
}

static int put_day(struct writer *w, const struct document *doc, int day,
		   int minutes)
{
	sqlite3_stmt *st = database_get(w->ix, SQL_ADD_DAY);
	const struct entry *e = &doc->entry;
	bool is_entry = doc->kind == DOCUMENT_ENTRY;

	bind_int(st, 1, day);
	bind_int(st, 2, w->last_document);
	bind_int(st, 3, is_entry && !w->empty);
	bind_int(st, 4, is_entry ? e->written.seconds : 0);
	bind_int(st, 5, is_entry ? e->written.offset : 0);
	bind_int(st, 6, minutes);
	spans_touch(&w->tally->spans, day);
	return database_run(w->ix, st);
}

static int put_days(struct writer *w, const struct document *doc)
{
	const struct entry *e = &doc->entry;

	if (doc->kind != DOCUMENT_ENTRY)
		return doc->day == DAY_NONE ? 0 : put_day(w, doc, doc->day, 0);
	spans_touch(&w->tally->spans, doc->day);
	for (size_t i = 0; i < e->ndays; i++)
		if (put_day(w, doc, e->days[i], share_of_minutes(e, i)))
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

int writer_add(struct writer *w, const struct document *doc, uint64_t sum,
	       struct arena *mem)
{
	int64_t first_part = w->last_part + 1;
	const char *tags = lines_text(doc->tags, doc->ntags, mem);
	const char *topics = "";

	w->last_document++;
	w->empty = doc->kind == DOCUMENT_ENTRY && entry_is_empty(&doc->entry);
	for (size_t i = 0; i < doc->nparts; i++)
		if (add_part(w, doc, &doc->parts[i], mem, &topics))
			return -1;
	return put_document(w, doc, first_part, topics, tags, sum, mem) ||
			       put_days(w, doc) || put_tags(w, tags) ||
			       links_put(w, doc, first_part, mem)
		       ? -1
		       : 0;
}
