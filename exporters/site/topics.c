/* SPDX-License-Identifier: MIT */
/* A page for each topic with what was noted of it, and an index of them all. */
#include "exporters/site/topic_about.h"

#include <stdio.h>
#include <stdlib.h>

/*
 * A topic that is spoken of more often than this has a page for each year, and
 * no page shows more: whoever writes of it daily would get a page of megabytes.
 */
#define PAGE_PASSAGES 200

/* Where a passage begins to be quoted in part. */
#define QUOTE_MAX 600

/* Passages from `first` up to `end`, which are of one page. */
struct range {
	size_t first, end;
};

/* What the page of one year shows. */
struct shelf {
	int year;		/* 0: undated */
	struct range range;
};

void site_topic_chips(struct site *s, const size_t *topics, size_t count,
		      size_t max)
{
	if (!count)
		return;
	html_begin(&s->h, "ul", "class", "chips", NULL);
	for (size_t i = 0; i < count && i < max; i++) {
		const struct site_topic *t = &s->view->topics[topics[i]];

		html_begin(&s->h, "li", NULL);
		html_element(&s->h, "a", t->name, "class", "p-category",
			     "href",
			     site_href(s->up, "topics", t->file, NULL).s, NULL);
		html_end(&s->h);
	}
	html_end(&s->h);
}

/* --- quoting --- */

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
static void quote_document(struct site *s, const struct site_topic *t,
			   struct range r)
{
	const struct site_passage *p = t->passages;

	for (size_t i = r.first; i < r.end; i++) {
		if (i == r.first || !is_same_place(&p[i - 1], &p[i])) {
			html_begin(&s->h, "div", "class", "quotes", NULL);
			site_place(s, &p[i], false);
			html_begin(&s->h, "ul", NULL);
		}
		html_begin(&s->h, "li", NULL);
		quote_text(s, &p[i]);
		site_passage_kinds(s, &p[i]);
		html_end(&s->h);
		if (i + 1 == r.end || !is_same_place(&p[i], &p[i + 1])) {
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

static void mention(struct site *s, const struct site_topic *t, struct range r)
{
	html_begin(&s->h, "article", "class", "mention", NULL);
	document_heading(s, &t->passages[r.first]);
	quote_document(s, t, r);
	html_end(&s->h);
}

static bool is_same_document(const struct site_passage *a,
			     const struct site_passage *b)
{
	return a->is_note == b->is_note && a->document == b->document;
}

/* Documents from the newest to the oldest; how many passages had no room. */
static size_t mentions_backwards(struct site *s, const struct site_topic *t,
				 struct range r)
{
	size_t room = PAGE_PASSAGES;

	while (r.end > r.first && room) {
		size_t first = r.end - 1;

		while (first > r.first &&
		       is_same_document(&t->passages[first - 1],
					&t->passages[first]))
			first--;
		if (r.end - first > room)
			first = r.end - room;
		mention(s, t, (struct range){ first, r.end });
		room -= r.end - first;
		r.end = first;
	}
	return r.end - r.first;
}

static void mentions_forwards(struct site *s, const struct site_topic *t,
			      struct range r)
{
	size_t end;

	if (r.end - r.first > PAGE_PASSAGES)
		r.end = r.first + PAGE_PASSAGES;
	for (; r.first < r.end; r.first = end) {
		end = r.first + 1;
		while (end < r.end && is_same_document(&t->passages[r.first],
						       &t->passages[end]))
			end++;
		mention(s, t, (struct range){ r.first, end });
	}
}

static void days_section(struct site *s, const struct site_topic *t,
			 struct range r, const char *heading)
{
	size_t left;

	if (r.first == r.end)
		return;
	html_element(&s->h, "h2", heading, NULL);
	left = mentions_backwards(s, t, r);
	if (!left)
		return;
	html_begin(&s->h, "p", "class", "more", NULL);
	html_textf(&s->h, "%zu older passages of this year are on the pages "
		   "of their days.", left);
	html_end(&s->h);
}

static void notes_section(struct site *s, const struct site_topic *t,
			  struct range r)
{
	if (r.first == r.end)
		return;
	html_element(&s->h, "h2", "In the notes", NULL);
	mentions_forwards(s, t, r);
}

/* --- pages --- */

static size_t first_note(const struct site_topic *t)
{
	size_t i = t->npassages;

	while (i > 0 && t->passages[i - 1].is_note)
		i--;
	return i;
}

static int year_of(const struct site *s, const struct site_passage *p)
{
	int day = s->view->entries[p->document].day;

	return day == DAY_NONE ? 0 : day_to_civil(day).year;
}

static const char *shelf_name(int year, struct strbuf *out)
{
	strbuf_reset(out);
	if (year)
		strbuf_addf(out, "%d", year);
	else
		strbuf_addstr(out, "Undated");
	return out->buf;
}

static struct href shelf_path(const struct site_topic *t, int year)
{
	char file[32];

	snprintf(file, sizeof(file), year ? "%04d.html" : "undated.html", year);
	return site_href("", t->folder, file, NULL);
}

/* The years of the days of a topic, oldest first; the caller frees. */
static struct shelf *shelves_of(const struct site *s, const struct site_topic *t,
				size_t end, size_t *count)
{
	struct shelf *shelves = NULL;
	size_t cap = 0;

	*count = 0;
	for (size_t i = 0; i < end; i++) {
		int year = year_of(s, &t->passages[i]);

		if (!*count || shelves[*count - 1].year != year) {
			XGROW(shelves, *count, cap);
			shelves[(*count)++] = (struct shelf){ year, { i, i } };
		}
		shelves[*count - 1].range.end = i + 1;
	}
	return shelves;
}

static void years_menu(struct site *s, const struct site_topic *t,
		       const struct shelf *shelves, size_t count, int current)
{
	if (count < 2)
		return;
	html_begin(&s->h, "nav", "class", "years", "aria-label", "Years", NULL);
	html_begin(&s->h, "ul", "class", "chips", NULL);
	for (size_t i = count; i > 0; i--) {
		int year = shelves[i - 1].year;
		bool newest = i == count;
		struct href path = newest ?
			site_href("", "topics", t->file, NULL) :
			shelf_path(t, year);

		html_begin(&s->h, "li", NULL);
		html_element(&s->h, "a", shelf_name(year, &s->text), "href",
			     site_href(s->up, NULL, path.s, NULL).s,
			     "aria-current", year == current ? "page" : NULL,
			     NULL);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_end(&s->h);
}

static void topic_facts(struct site *s, const struct site_topic *t)
{
	html_begin(&s->h, "p", "class", "facts", NULL);
	site_count(s, t->npassages, "passage", "passages");
	if (t->nentries) {
		html_text(&s->h, " · ");
		site_count(s, t->nentries, "entry", "entries");
	}
	if (t->nnotes) {
		html_text(&s->h, " · ");
		site_count(s, t->nnotes, "note", "notes");
	}
	if (t->last_day != DAY_NONE) {
		int first = site_topic_first_day(s->view, t);

		if (first != t->last_day) {
			html_text(&s->h, " · first on ");
			site_time(s, first, NULL, false);
		}
		html_text(&s->h, " · last on ");
		site_time(s, t->last_day, NULL, false);
	}
	html_end(&s->h);
	site_topic_kinds(s, t);
}

static void topic_family(struct site *s, const struct site_topic *t)
{
	const struct site_topic *parent;

	if (t->parent < 0)
		return;
	parent = &s->view->topics[t->parent];
	html_begin(&s->h, "p", "class", "crumbs", NULL);
	html_text(&s->h, "Part of ");
	html_element(&s->h, "a", parent->name, "href",
		     site_href(s->up, "topics", parent->file, NULL).s, NULL);
	html_end(&s->h);
}

static void topic_begin(struct site *s, const struct site_topic *t,
			const char *path, const char *title)
{
	AUTO(strbuf) about = STRBUF_INIT;

	strbuf_addf(&about, "What was noted of %s: ", t->name);
	site_add_count(&about, t->npassages, "passage in ", "passages in ");
	site_add_count(&about, t->nentries, "entry and ", "entries and ");
	site_add_count(&about, t->nnotes, "note.", "notes.");
	site_page_begin(s, &(struct site_head){
		.path = path,
		.title = title,
		.description = about.buf,
		.menu = MENU_TOPICS,
	});
	html_begin(&s->h, "header", NULL);
	html_element(&s->h, "h1", title, NULL);
	topic_family(s, t);
	topic_facts(s, t);
	html_end(&s->h);
}

static int draw_main_page(struct site *s, const struct site_topic *t,
			  const struct shelf *shelves, size_t count,
			  struct error *err)
{
	struct href path = site_href("", "topics", t->file, NULL);
	size_t notes = first_note(t);
	struct range days = { 0, notes };
	const char *heading = "In the log";

	s->up = "../";
	topic_begin(s, t, path.s, t->name);
	if (count) {
		years_menu(s, t, shelves, count, shelves[count - 1].year);
		days = shelves[count - 1].range;
		heading = shelf_name(shelves[count - 1].year, &s->text);
	}
	days_section(s, t, days, heading);
	notes_section(s, t, (struct range){ notes, t->npassages });
	site_topic_related(s, t);
	return site_page_end(s, err);
}

static int draw_year_page(struct site *s, const struct site_topic *t,
			  const struct shelf *shelves, size_t count, size_t i,
			  struct error *err)
{
	struct href path = shelf_path(t, shelves[i].year);
	AUTO(strbuf) title = STRBUF_INIT;

	strbuf_addf(&title, "%s in ", t->name);
	strbuf_addstr(&title, shelf_name(shelves[i].year, &s->text));
	s->up = "../../";
	topic_begin(s, t, path.s, title.buf);
	years_menu(s, t, shelves, count, shelves[i].year);
	days_section(s, t, shelves[i].range,
		     shelf_name(shelves[i].year, &s->text));
	return site_page_end(s, err);
}

static int draw_topic(struct site *s, const struct site_topic *t,
		      struct error *err)
{
	size_t notes = first_note(t), count = 0;
	struct shelf *shelves = notes > PAGE_PASSAGES ?
		shelves_of(s, t, notes, &count) : NULL;
	int rc = draw_main_page(s, t, shelves, count, err);

	for (size_t i = 0; !rc && i + 1 < count; i++)
		rc = draw_year_page(s, t, shelves, count, i, err);
	free(shelves);
	return rc;
}

/* --- the index --- */

static char first_letter(const struct site_topic *t)
{
	char c = t->file[0];

	return (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : '#');
}

static void index_letters(struct site *s)
{
	const struct site_view *v = s->view;
	char letter[2] = "", id[2] = "";

	html_begin(&s->h, "nav", "class", "letters", "aria-label", "Letters",
		   NULL);
	html_begin(&s->h, "ul", "class", "chips", NULL);
	for (size_t i = 0; i < v->ntopics; i++) {
		char c = first_letter(&v->topics[i]);

		if (c == letter[0])
			continue;
		letter[0] = c;
		id[0] = c == '#' ? '0' : c;
		html_begin(&s->h, "li", NULL);
		html_element(&s->h, "a", letter, "href",
			     site_href("", NULL, "", id).s, NULL);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_end(&s->h);
}

static void index_topic(struct site *s, const struct site_topic *t)
{
	html_begin(&s->h, "li", NULL);
	html_element(&s->h, "a", t->name, "href",
		     site_href("", "topics", t->file, NULL).s, NULL);
	html_begin(&s->h, "span", "class", "count", NULL);
	site_count(s, t->npassages, "passage", "passages");
	if (t->last_day != DAY_NONE)
		html_textf(&s->h, ", last %s", site_date(t->last_day).s);
	html_end(&s->h);
	html_end(&s->h);
}

static void index_list(struct site *s)
{
	const struct site_view *v = s->view;
	char letter[2] = "", id[2] = "";

	for (size_t i = 0; i < v->ntopics; i++) {
		char c = first_letter(&v->topics[i]);

		if (c != letter[0]) {
			if (letter[0])
				html_end(&s->h);
			letter[0] = c;
			id[0] = c == '#' ? '0' : c;
			html_element(&s->h, "h2", letter, "id", id, NULL);
			html_begin(&s->h, "ul", "class", "index", NULL);
		}
		index_topic(s, &v->topics[i]);
	}
	if (letter[0])
		html_end(&s->h);
}

static int draw_index(struct site *s, struct error *err)
{
	s->up = "";
	site_page_begin(s, &(struct site_head){
		.path = "topics.html",
		.title = "Topics",
		.description = "Every service and subject of this log, A to Z.",
		.menu = MENU_TOPICS,
	});
	html_element(&s->h, "h1", "Topics", NULL);
	index_letters(s);
	index_list(s);
	return site_page_end(s, err);
}

int site_draw_topics(struct site *s, struct error *err)
{
	if (!s->view->ntopics)
		return 0;
	for (size_t i = 0; i < s->view->ntopics; i++)
		if (draw_topic(s, &s->view->topics[i], err))
			return -1;
	return draw_index(s, err);
}
