/* SPDX-License-Identifier: MIT */
/* Quoting what was noted of a topic, document by document. */
#include "exporters/site/topic_quotes.h"

#include "exporters/site/topic_about.h"

/* Where a passage begins to be quoted in part. */
#define QUOTE_MAX 600

static struct str cut(struct str text, size_t max, bool *is_cut)
{
	*is_cut = text.len > max;
	if (!*is_cut)
		return text;
	while (max > 0 && ((unsigned char)text.s[max] & 0xc0) == 0x80)
		max--;
	return str_upto(text, max);
}

static void quote_text(struct site *s, const struct site_passage *p)
{
	bool is_cut;
	struct str text = cut(p->text, QUOTE_MAX, &is_cut);

	site_text_with_code(s, text);
	if (is_cut)
		html_text(&s->h, " …");
}

static bool is_same_place(const struct site_passage *a,
			  const struct site_passage *b)
{
	if (a->is_note != b->is_note || a->document != b->document ||
	    a->section != b->section || a->nheadings != b->nheadings)
		return false;
	for (size_t i = 0; i < a->nheadings; i++)
		if (!str_is(str_of(a->headings[i]), b->headings[i]))
			return false;
	return true;
}

/* The passages of one document: under each place a list. */
static void quote_document(struct site *s, const struct site_passage *p,
			   size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!i || !is_same_place(&p[i - 1], &p[i])) {
			html_begin(&s->h, "div", "class", "quotes", NULL);
			site_place(s, &p[i], false);
			html_begin(&s->h, "ul", NULL);
		}
		html_begin(&s->h, "li", NULL);
		quote_text(s, &p[i]);
		site_passage_kinds(s, &p[i]);
		html_end(&s->h);
		if (i + 1 == count || !is_same_place(&p[i], &p[i + 1])) {
			html_end(&s->h);
			html_end(&s->h);
		}
	}
}

static void document_heading(struct site *s, const struct site_passage *p)
{
	const struct site_view *v = s->view;
	const struct site_entry *e = &v->entries[p->is_note ? 0 : p->document];
	const struct site_note *n = &v->notes[p->is_note ? p->document : 0];

	html_begin(&s->h, "h3", NULL);
	html_element(&s->h, "a", p->is_note ? n->title : e->title, "href",
		     site_href(s->up, p->is_note ? "notes" : "days",
			       p->is_note ? n->file : e->file, NULL).s,
		     NULL);
	html_end(&s->h);
	if (!p->is_note && e->day != DAY_NONE)
		site_time(s, e->day, "when", true);
}

static void mention(struct site *s, const struct site_passage *p, size_t count)
{
	if (!count)
		return;
	html_begin(&s->h, "article", "class", "mention", NULL);
	document_heading(s, p);
	quote_document(s, p, count);
	html_end(&s->h);
}

size_t site_topic_count(const struct site_topic *t, struct site_range r)
{
	size_t count = 0;

	for (size_t i = r.first; i < r.end; i++)
		count += t->mentions[i].count;
	return count;
}

struct site_passage *site_topic_read(struct site *s, const struct site_topic *t,
				     struct site_range r, struct arena *mem,
				     size_t *count)
{
	struct site_passage *all = arena_alloc(
		mem, (site_topic_count(t, r) + 1) * sizeof(*all));

	*count = 0;
	if (site_quotes_load(&s->quotes, s->view, t->mentions + r.first,
			     r.end - r.first, &s->failure))
		return all;
	for (size_t i = r.first; i < r.end; i++)
		*count += site_quotes_take(&s->quotes, s->view, t,
					   &t->mentions[i], all + *count);
	return all;
}

static bool is_same_document(const struct site_passage *a,
			     const struct site_passage *b)
{
	return a->is_note == b->is_note && a->document == b->document;
}

struct site_range site_topic_last(const struct site_topic *t,
				  struct site_range r)
{
	struct site_range page = { r.end, r.end };

	for (size_t room = SITE_PAGE_PASSAGES; room && page.first > r.first;) {
		size_t count = t->mentions[--page.first].count;

		room -= count < room ? count : room;
	}
	return page;
}

struct site_range site_topic_first(const struct site_topic *t,
				   struct site_range r)
{
	struct site_range page = { r.first, r.first };

	for (size_t room = SITE_PAGE_PASSAGES; room && page.end < r.end;) {
		size_t count = t->mentions[page.end++].count;

		room -= count < room ? count : room;
	}
	return page;
}

/* Documents from the newest to the oldest. */
static void mentions_backwards(struct site *s, const struct site_topic *t,
			       struct site_range r)
{
	AUTO(arena) mem = ARENA_INIT;
	size_t room = SITE_PAGE_PASSAGES, end;
	struct site_passage *all =
		site_topic_read(s, t, site_topic_last(t, r), &mem, &end);

	while (end && room) {
		size_t first = end - 1;

		while (first && is_same_document(&all[first - 1], &all[first]))
			first--;
		if (end - first > room)
			first = end - room;
		mention(s, all + first, end - first);
		room -= end - first;
		end = first;
	}
}

static void mentions_forwards(struct site *s, const struct site_topic *t,
			      struct site_range r)
{
	AUTO(arena) mem = ARENA_INIT;
	size_t count, end;
	struct site_passage *all =
		site_topic_read(s, t, site_topic_first(t, r), &mem, &count);

	if (count > SITE_PAGE_PASSAGES)
		count = SITE_PAGE_PASSAGES;
	for (size_t first = 0; first < count; first = end) {
		end = first + 1;
		while (end < count && is_same_document(&all[first], &all[end]))
			end++;
		mention(s, all + first, end - first);
	}
}

void site_topic_days(struct site *s, const struct site_topic *t,
		     struct site_range r, const char *heading)
{
	size_t count = site_topic_count(t, r);

	if (!count)
		return;
	html_element(&s->h, "h2", heading, NULL);
	mentions_backwards(s, t, r);
	if (count <= SITE_PAGE_PASSAGES)
		return;
	html_begin(&s->h, "p", "class", "more", NULL);
	html_textf(&s->h, "%zu older passages of this year are on the pages "
		   "of their days.", count - SITE_PAGE_PASSAGES);
	html_end(&s->h);
}

void site_topic_notes(struct site *s, const struct site_topic *t,
		      struct site_range r)
{
	if (r.first == r.end)
		return;
	html_element(&s->h, "h2", "In the notes", NULL);
	mentions_forwards(s, t, r);
}
