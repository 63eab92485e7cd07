/* SPDX-License-Identifier: MIT */
/* What the rows of a document say, before they are written. */
#include "core/index/document_rows.h"

#include "core/index/passages.h"
#include "core/model/document_summary.h"
#include "core/model/word_count.h"

#define SUMMARY_SHOWN 120

void rows_maker_init(struct rows_maker *m, struct topic_catalogue *topics)
{
	*m = (struct rows_maker){
		.topics = topics,
		.mentions = MENTIONS_INIT,
		.passages = STRBUF_INIT,
		.headings = STRBUF_INIT,
		.marks = STRBUF_INIT,
		.columns = STRBUF_INIT,
	};
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		m->texts[i] = (struct strbuf)STRBUF_INIT;
}

void rows_maker_release(struct rows_maker *m)
{
	mentions_release(&m->mentions);
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		strbuf_release(&m->texts[i]);
	strbuf_release(&m->passages);
	strbuf_release(&m->headings);
	strbuf_release(&m->marks);
	strbuf_release(&m->columns);
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
static void begin_part(struct rows_maker *m, const struct document *doc,
		       const struct part *part, struct arena *mem)
{
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		strbuf_reset(&m->texts[i]);
	strbuf_reset(&m->passages);
	strbuf_reset(&m->headings);
	strbuf_reset(&m->columns);
	if (doc->title)
		add_line(&m->texts[COLUMN_TITLE], doc->title, mem);
	if (doc->kind == DOCUMENT_ENTRY)
		return;
	for (size_t i = 0; i < part->nheadings; i++)
		add_line(&m->headings, part->headings[i], mem);
	strbuf_addslice(&m->texts[COLUMN_HEADING], strbuf_slice(&m->headings));
}

/*
 * The words of a note's heading are in the column of headings already, at its
 * end.
 */
static bool is_own_heading(const struct rows_maker *m, const struct document *doc,
			   const struct passage *p)
{
	struct str headings = strbuf_slice(&m->texts[COLUMN_HEADING]);

	return p->kind == PASSAGE_HEADING && doc->kind != DOCUMENT_ENTRY &&
	       p->text.len && p->text.len <= headings.len &&
	       str_eq(str_from(headings, headings.len - p->text.len), p->text);
}

static void place_text(struct rows_maker *m, const struct document *doc,
		       const struct passage *p, struct stored_passage *out)
{
	struct strbuf *text;

	if (is_own_heading(m, doc, p)) {
		out->column = COLUMN_HEADING;
		out->offset = m->texts[COLUMN_HEADING].len - p->text.len;
		return;
	}
	out->column = column_of_section(p->section);
	text = &m->texts[out->column];
	if (text->len)
		strbuf_addch(text, '\n');
	out->offset = text->len;
	strbuf_addslice(text, p->text);
}

/* Their own column, in which they weigh little. */
static void place_addresses(struct rows_maker *m, const struct document *doc,
			    const struct part *part)
{
	struct strbuf *out = &m->texts[COLUMN_ADDRESS];
	const char *between = "";

	for (size_t i = 0; i < part->npassages; i++) {
		const struct passage *p =
			&doc->passages[part->first_passage + i];

		if (!(p->traits & TRAITS_LINK))
			continue;
		strbuf_addstr(out, between);
		strbuf_addslice(out, p->addresses);
		between = "\n";
	}
	if (!str_trim(strbuf_slice(out)).len)
		strbuf_reset(out);
}

/* Parents in other parts are none of a passage's own part. */
static int parent_within(const struct part *part, int parent, size_t index)
{
	if (parent < 0 || (size_t)parent < part->first_passage)
		return -1;
	parent -= (int)part->first_passage;
	return (size_t)parent < index ? parent : -1;
}

static unsigned add_passages(struct rows_maker *m, const struct document *doc,
			     const struct part *part)
{
	unsigned sections = 0;

	for (size_t i = 0; i < part->npassages; i++) {
		const struct passage *p =
			&doc->passages[part->first_passage + i];
		struct stored_passage stored = {
			.kind = p->kind,
			.section = p->section,
			.is_cell = p->cell != NULL,
			.traits = p->traits,
			.plan = p->plan,
			.line = p->line,
			.last_line =
				p->last_line < p->line ? p->line : p->last_line,
			.parent = parent_within(part, p->parent, i),
			.len = p->text.len,
		};

		place_text(m, doc, p, &stored);
		passages_add(&m->passages, &stored, i);
		strbuf_addch(&m->columns, (char)stored.column);
		if (p->kind != PASSAGE_HEADING)
			sections |= 1u << p->section;
	}
	return sections;
}

static struct str keep(const struct strbuf *text, struct arena *mem)
{
	return text->len ? arena_str(mem, strbuf_slice(text)) : STR("");
}

static struct str pack_marks(struct rows_maker *m,
			     const struct topic_marks *topics,
			     struct arena *mem)
{
	strbuf_reset(&m->marks);
	for (size_t i = 0; i < topics->ntopics; i++)
		marks_pack(&m->marks, topics->topics[i].passages);
	return keep(&m->marks, mem);
}

/* Where they are spoken of, so that "in:" need not read the passages. */
static void place_topics(const struct rows_maker *m, struct topic_marks *topics)
{
	for (size_t i = 0; i < topics->ntopics; i++) {
		struct topic_mark *topic = &topics->topics[i];
		struct str marks = topic->passages;
		struct mark mark = MARK_NONE;

		while (marks_next(&marks, &mark))
			topic->columns |= 1u << m->columns.buf[mark.passage];
	}
}

static bool has_only_links(const struct document *doc, const struct part *part)
{
	size_t links = 0;

	for (size_t i = 0; i < part->npassages; i++) {
		const struct passage *p =
			&doc->passages[part->first_passage + i];

		if (passage_is_bare_link(p->kind, p->traits, p->text))
			links++;
		else if (p->kind != PASSAGE_HEADING)
			return false;
	}
	return links > 0;
}

static void make_part(struct part_rows *out, struct rows_maker *m,
		      const struct document *doc, const struct part *part,
		      struct arena *mem)
{
	begin_part(m, doc, part, mem);
	out->part = part;
	out->sections = add_passages(m, doc, part);
	place_addresses(m, doc, part);
	out->only_links = has_only_links(doc, part);
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		out->texts[i] = keep(&m->texts[i], mem);
	out->headings = keep(&m->headings, mem);
	out->passages = keep(&m->passages, mem);
	topic_marks_find(&out->topics, m->topics, doc, part, &m->mentions, mem);
	place_topics(m, &out->topics);
	out->marks = pack_marks(m, &out->topics, mem);
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
static const char *lines_text(const char *const *lines, size_t count,
			      struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < count; i++)
		if (*lines[i])
			add_line(&out, lines[i], mem);
	return arena_strndup(mem, out.buf, out.len);
}

static const char *headings_text(const struct document *doc, struct arena *mem)
{
	const char **list = arena_alloc(mem, (doc->npassages + 1) *
						     sizeof(*list));
	size_t count = 0;

	for (size_t i = 0; i < doc->npassages; i++)
		if (doc->passages[i].kind == PASSAGE_HEADING)
			list[count++] = arena_str(mem,
						  doc->passages[i].text).s;
	return lines_text(list, count, mem);
}

/* What only an entry has a row for. */
static void make_entry(struct document_rows *rows, struct arena *mem)
{
	const struct entry *e = &rows->doc.entry;

	rows->empty = entry_is_empty(e);
	rows->numbers = numbers_text(e->numbers, e->nnumbers, mem);
	rows->flags = lines_text(e->flags, e->nflags, mem);
	rows->words = word_count(e->body);
	rows->summary = text_cut(document_summary(&rows->doc), SUMMARY_SHOWN,
				 mem);
}

static const char *days_text(const struct document *doc, struct arena *mem)
{
	if (doc->kind == DOCUMENT_ENTRY)
		return numbers_text(doc->entry.days, doc->entry.ndays, mem);
	return numbers_text(&doc->day, doc->day != DAY_NONE, mem);
}

void document_rows_make(struct document_rows *rows, struct rows_maker *m,
			struct arena *mem)
{
	const struct document *doc = &rows->doc;

	rows->parts = arena_alloc(mem, (doc->nparts + 1) *
					       sizeof(*rows->parts));
	for (size_t i = 0; i < doc->nparts; i++)
		make_part(&rows->parts[i], m, doc, &doc->parts[i], mem);
	if (doc->title)
		rows->title = text_cut(heading_head(doc->title), HEADING_KEPT,
				       mem);
	rows->tags = lines_text(doc->tags, doc->ntags, mem);
	rows->days = days_text(doc, mem);
	rows->aliases = lines_text(doc->aliases, doc->naliases, mem);
	rows->headings = headings_text(doc, mem);
	if (doc->kind == DOCUMENT_ENTRY)
		make_entry(rows, mem);
}
