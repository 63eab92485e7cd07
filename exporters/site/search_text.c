/* SPDX-License-Identifier: MIT */
/* The texts of a part of a document, as search has them. */
#include "exporters/site/search_text.h"

#include "core/model/document_passages.h"
#include "core/text/json.h"
#include "exporters/site/site.h"

void search_text_init(struct search_text *t)
{
	t->headings = (struct strbuf)STRBUF_INIT;
	t->addresses = (struct strbuf)STRBUF_INIT;
	for (size_t i = 0; i < SECTION_COUNT; i++)
		t->texts[i] = (struct strbuf)STRBUF_INIT;
}

void search_text_release(struct search_text *t)
{
	strbuf_release(&t->headings);
	strbuf_release(&t->addresses);
	for (size_t i = 0; i < SECTION_COUNT; i++)
		strbuf_release(&t->texts[i]);
}

static void add_line(struct strbuf *out, struct str line)
{
	if (out->len)
		strbuf_addch(out, '\n');
	strbuf_addslice(out, line);
}

/* The heading of a note's part is among its headings already. */
static bool is_own_heading(const struct part *part, const struct passage *p)
{
	return p->kind == PASSAGE_HEADING && part->nheadings &&
	       str_is(p->text, part->headings[part->nheadings - 1]);
}

void search_text_reset(struct search_text *t)
{
	strbuf_reset(&t->headings);
	strbuf_reset(&t->addresses);
	for (size_t i = 0; i < SECTION_COUNT; i++)
		strbuf_reset(&t->texts[i]);
}

void search_text_read_visible(struct search_text *t,
			      const struct document *doc,
			      const struct part *part, const bool *visible)
{
	size_t end = part->first_passage + part->npassages;

	search_text_reset(t);
	for (size_t i = 0; i < part->nheadings; i++)
		add_line(&t->headings, str_of(part->headings[i]));
	for (size_t i = part->first_passage; i < end; i++) {
		const struct passage *p = &doc->passages[i];

		if (visible && !visible[i])
			continue;
		if (!is_own_heading(part, p))
			add_line(&t->texts[p->section], p->text);
		if (p->addresses.len)
			add_line(&t->addresses, p->addresses);
	}
}

void search_text_read(struct search_text *t, const struct document *doc,
		      const struct part *part)
{
	search_text_read_visible(t, doc, part, NULL);
}

bool search_text_read_entry(struct search_text *t, struct str front,
			    struct str body)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc = { .kind = DOCUMENT_ENTRY, .open_hides = true };

	doc.entry.front = front;
	document_add_texts(&doc, site_without_comments(body, &mem), 1,
			   &mem);
	if (!doc.nparts)
		return false;
	search_text_read(t, &doc, &doc.parts[0]);
	return true;
}

static void add_string(struct strbuf *out, struct str s)
{
	strbuf_addch(out, ',');
	json_add_quoted(out, s);
}

void search_text_add(struct strbuf *out, const struct search_text *t)
{
	add_string(out, strbuf_slice(&t->headings));
	for (size_t i = 0; i < SECTION_COUNT; i++)
		if (t->texts[i].len)
			add_string(out, strbuf_slice(&t->texts[i]));
	if (t->addresses.len)
		add_string(out, strbuf_slice(&t->addresses));
}
