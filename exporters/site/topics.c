/* SPDX-License-Identifier: MIT */
/* A page for each topic with what was noted of it. */
#include "exporters/site/topic_about.h"
#include "exporters/site/topic_quotes.h"
#include "exporters/site/ranks.h"
#include "exporters/site/topic_years.h"

#include <stdlib.h>
#include <string.h>

void site_topic_chip(struct site *s, const struct site_topic *t)
{
	html_element(&s->h, "a", t->label, "class", "p-category", "href",
		     site_href(s->up, "topics", t->file, NULL).s, "title",
		     strcmp(t->label, t->name) ? t->name : NULL, NULL);
}

void site_topic_chips(struct site *s, const uint32_t *topics, size_t count,
		      size_t max)
{
	if (!count)
		return;
	html_begin(&s->h, "ul", "class", "chips", NULL);
	for (size_t i = 0; i < count && i < max; i++) {
		const struct site_topic *t = &s->view->topics[topics[i]];

		html_begin(&s->h, "li", NULL);
		site_topic_chip(s, t);
		html_end(&s->h);
	}
	html_end(&s->h);
}

static void years_menu(struct site *s, const struct site_topic *t,
		       const struct site_topic_years *years, int current)
{
	if (years->count < 2)
		return;
	html_begin(&s->h, "nav", "class", "years", "aria-label", "Years", NULL);
	html_begin(&s->h, "ul", "class", "chips", NULL);
	for (size_t i = years->count; i > 0; i--) {
		int year = years->items[i - 1].year;
		bool newest = i == years->count;
		struct href path = newest ?
			site_href("", "topics", t->file, NULL) :
			site_topic_year_path(t, year);

		html_begin(&s->h, "li", NULL);
		html_element(&s->h, "a", site_year_name(year, &s->text), "href",
			     site_href(s->up, NULL, path.s, NULL).s,
			     "aria-current", year == current ? "page" : NULL,
			     NULL);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_end(&s->h);
}

/* What a page says it is about: all of a topic, or one year of it. */
struct extent {
	size_t passages, entries, notes;
	int first_day, last_day;	/* DAY_NONE: there is none, or it goes
					   without */
};

static struct extent extent_of(const struct site_view *v,
			       const struct site_topic *t)
{
	return (struct extent){ t->npassages, t->nentries, t->nnotes,
				site_topic_first_day(v, t), t->last_day };
}

/* An entry has one part, so it has one mention. */
static struct extent extent_of_year(const struct site_topic *t,
				    struct site_range r)
{
	return (struct extent){ site_topic_count(t, r), r.end - r.first, 0,
				DAY_NONE, DAY_NONE };
}

static void topic_facts(struct site *s, const struct extent *e)
{
	html_begin(&s->h, "p", "class", "facts", NULL);
	site_count(s, e->passages, "passage", "passages");
	if (e->entries) {
		html_text(&s->h, " · ");
		site_count(s, e->entries, "entry", "entries");
	}
	if (e->notes) {
		html_text(&s->h, " · ");
		site_count(s, e->notes, "note", "notes");
	}
	if (e->last_day != DAY_NONE) {
		if (e->first_day != e->last_day) {
			html_text(&s->h, " · first on ");
			site_time(s, e->first_day, NULL, false);
		}
		html_text(&s->h, " · last on ");
		site_time(s, e->last_day, NULL, false);
	}
	html_end(&s->h);
}

/* How much is of which kind; of a page of one year, in that and the notes. */
static void topic_kinds(struct site *s, const struct site_topic *t, int year,
			struct site_range days, struct site_range notes)
{
	AUTO(strbuf) of = STRBUF_INIT;
	struct site_kinds kinds = { { 0 } };

	site_topic_each_read(s, t, days, site_topic_count_kinds, &kinds);
	site_topic_each_read(s, t, notes, site_topic_count_kinds, &kinds);
	if (year)
		strbuf_addf(&of, "In %d%s: ", year,
			    notes.first < notes.end ? " and the notes" : "");
	site_topic_kinds(s, &kinds, of.buf);
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
			const char *path, const char *title,
			const struct extent *e)
{
	AUTO(strbuf) about = STRBUF_INIT;

	strbuf_addf(&about, "What was noted of %s: ", title);
	site_add_count(&about, e->passages, "passage in ", "passages in ");
	if (e->entries)
		site_add_count(&about, e->entries, "entry", "entries");
	if (e->entries && e->notes)
		strbuf_addstr(&about, " and ");
	if (e->notes)
		site_add_count(&about, e->notes, "note", "notes");
	strbuf_addch(&about, '.');
	site_page_begin(s, &(struct site_head){
		.path = path,
		.title = title,
		.description = about.buf,
		.menu = MENU_TOPICS,
	});
	html_begin(&s->h, "header", NULL);
	html_element(&s->h, "h1", title, NULL);
	topic_family(s, t);
	topic_facts(s, e);
}

/* --- keys --- */

static void add_mention(struct sum64 *key, const struct site_view *v,
			const struct topic_mention *m)
{
	if (m->document < v->nentries) {
		site_key_add_entry(key, &v->entries[m->document]);
	} else {
		const struct site_note *n =
			&v->notes[m->document - v->nentries];

		sum64_add_number(key, n->sum);
		sum64_add_string(key, n->file);
		sum64_add_string(key, n->title);
	}
	sum64_add_number(key, m->part);
	sum64_add(key, m->numbers);
}

static void add_mentions(struct sum64 *key, const struct site_view *v,
			 const struct site_topic *t, struct site_range r)
{
	struct topic_mentions_reader from =
		topic_mentions_from(&t->mentions, r.first);
	struct topic_mention m;

	sum64_add_number(key, r.end - r.first);
	for (size_t i = r.first; i < r.end && topic_mentions_next(&from, &m);
	     i++)
		add_mention(key, v, &m);
}

static void add_extent(struct sum64 *key, const struct extent *e)
{
	sum64_add_number(key, e->passages);
	sum64_add_number(key, e->entries);
	sum64_add_number(key, e->notes);
	sum64_add_number(key, (uint64_t)e->first_day);
	sum64_add_number(key, (uint64_t)e->last_day);
}

/* What all pages of a topic show. */
static struct sum64 topic_key(const struct site *s, const struct site_topic *t,
			      const struct site_topic_years *years)
{
	struct sum64 key = site_key_begin(s);

	sum64_add_string(&key, t->name);
	if (t->parent >= 0) {
		const uint32_t parent = (uint32_t)t->parent;

		site_key_add_topics(&key, s->view, &parent, 1);
	}
	for (size_t i = 0; i < years->count; i++)
		sum64_add_number(&key, (uint64_t)years->items[i].year);
	return key;
}

static struct sum64 main_key(const struct site *s, const struct site_topic *t,
			     const struct site_topic_years *years,
			     const struct extent *e, struct site_range days,
			     struct site_range notes)
{
	struct sum64 key = topic_key(s, t, years);

	add_extent(&key, e);
	add_mentions(&key, s->view, t, days);
	add_mentions(&key, s->view, t, notes);
	return key;
}

static int draw_main_page(struct site *s, const struct site_topic *t,
			  const struct site_topic_years *years,
			  struct error *err)
{
	struct href path = site_href("", "topics", t->file, NULL);
	const struct site_topic_year *newest = years->count ?
		&years->items[years->count - 1] : NULL;
	struct site_range notes = { t->first_note, t->mentions.count };
	struct site_range days = newest ? newest->range :
				     (struct site_range){ 0, notes.first };
	const struct extent e = extent_of(s->view, t);
	const char *heading = "In the log";
	uint32_t related[SITE_RELATED_MAX];
	size_t nrelated = site_find_related(s->view, t, related);
	struct sum64 key = main_key(s, t, years, &e, days, notes);

	site_key_add_topics(&key, s->view, related, nrelated);
	if (!site_page_wanted(s, path.s, key))
		return 0;
	s->up = "../";
	topic_begin(s, t, path.s, t->name, &e);
	topic_kinds(s, t, newest ? newest->year : 0, days, notes);
	html_end(&s->h);
	if (newest) {
		years_menu(s, t, years, newest->year);
		heading = site_year_name(newest->year, &s->text);
	}
	site_topic_days(s, t, days, heading);
	site_topic_notes(s, t, notes);
	site_topic_related(s, related, nrelated);
	return site_page_end(s, err);
}

static struct sum64 year_key(const struct site *s, const struct site_topic *t,
			     const struct site_topic_years *years,
			     const struct extent *e, size_t i)
{
	struct sum64 key = topic_key(s, t, years);

	add_extent(&key, e);
	add_mentions(&key, s->view, t, years->items[i].range);
	return key;
}

static int draw_year_page(struct site *s, const struct site_topic *t,
			  const struct site_topic_years *years, size_t i,
			  struct error *err)
{
	const struct site_topic_year *shown = &years->items[i];
	const struct extent e = extent_of_year(t, shown->range);
	struct href path = site_topic_year_path(t, shown->year);
	AUTO(strbuf) title = STRBUF_INIT;

	if (!site_page_wanted(s, path.s, year_key(s, t, years, &e, i)))
		return 0;
	strbuf_addf(&title, "%s in ", t->name);
	strbuf_addstr(&title, site_year_name(shown->year, &s->text));
	s->up = "../../";
	topic_begin(s, t, path.s, title.buf, &e);
	html_end(&s->h);
	years_menu(s, t, years, shown->year);
	site_topic_days(s, t, shown->range,
			site_year_name(shown->year, &s->text));
	return site_page_end(s, err);
}

/* A page of a topic: of one of its years, or, with all of them, the last. */
struct topic_page {
	int year;
	size_t topic, number;	/* of its years */
};

static int by_year(const void *a, const void *b)
{
	const struct topic_page *x = a, *y = b;

	if (x->year != y->year)
		return x->year < y->year ? -1 : 1;
	return (x->topic > y->topic) - (x->topic < y->topic);
}

static struct topic_page *pages_by_year(const struct site_view *v,
					const struct site_topic_years *years,
					size_t *count)
{
	struct topic_page *pages = NULL;
	size_t cap = 0;

	*count = 0;
	for (size_t t = 0; t < v->ntopics; t++)
		for (size_t i = 0; !i || i < years[t].count; i++) {
			XGROW(pages, *count, cap);
			pages[(*count)++] = (struct topic_page){
				.year = years[t].count ?
						years[t].items[i].year : 0,
				.topic = t,
				.number = i,
			};
		}
	if (*count)
		qsort(pages, *count, sizeof(*pages), by_year);
	return pages;
}

/* Pages of one year one after the other: they quote the same entries. */
static int draw_topics(struct site *s, const struct site_topic_years *years,
		       struct error *err)
{
	size_t count;
	struct topic_page *pages = pages_by_year(s->view, years, &count);
	int rc = 0;

	for (size_t i = 0; !rc && i < count; i++) {
		const struct topic_page *p = &pages[i];
		const struct site_topic *t = &s->view->topics[p->topic];

		if (p->number + 1 < years[p->topic].count)
			rc = draw_year_page(s, t, &years[p->topic], p->number,
					    err);
		else
			rc = draw_main_page(s, t, &years[p->topic], err);
	}
	free(pages);
	return rc;
}

int site_draw_topics(struct site *s, struct error *err)
{
	const struct site_view *v = s->view;
	struct site_topic_years *years;
	int rc;

	if (!v->ntopics)
		return 0;
	years = xcalloc(v->ntopics, sizeof(*years));
	for (size_t i = 0; i < v->ntopics; i++)
		years[i] = site_topic_years_of(v, &v->topics[i]);
	rc = draw_topics(s, years, err);
	for (size_t i = 0; i < v->ntopics; i++)
		free(years[i].items);
	free(years);
	return rc ? -1 : site_draw_topic_index(s, err);
}
