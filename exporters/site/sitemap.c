/* SPDX-License-Identifier: MIT */
/* The site map (sitemaps.org), for those who look for pages to list. */
#include "exporters/site/plan.h"
#include "exporters/site/ranks.h"
#include "exporters/site/topic_years.h"

#include <stdlib.h>

/* The protocol's limit for one site map. */
#define SITEMAP_MAX 50000

/* `changed`: a day or an instant, or NULL where it is not known. */
static void add_url(struct site *s, const char *folder, const char *file,
		    const char *changed)
{
	html_begin(&s->h, "url", NULL);
	html_element(&s->h, "loc", site_address(s, folder, file).s, NULL);
	if (changed)
		html_element(&s->h, "lastmod", changed, NULL);
	html_end(&s->h);
}

static void add_day_url(struct site *s, const char *folder, const char *file,
			int day)
{
	struct day_text changed = day_format(day);

	add_url(s, folder, file, day != DAY_NONE ? changed.s : NULL);
}

static void add_entry_url(struct site *s, const struct site_entry *e)
{
	if (e->frame.written.seconds)
		add_url(s, "days", e->file, site_feed_updated(e).s);
	else
		add_day_url(s, "days", e->file, e->day);
}

/* What there is one of, besides exams, which are few. */
static size_t add_single_urls(struct site *s)
{
	const struct site_view *v = s->view;
	const struct site_plan *plan = v->plan;

	add_url(s, NULL, "about.html", NULL);
	if (v->ntopics)
		add_url(s, NULL, "topics.html", NULL);
	if (v->nnotes)
		add_url(s, NULL, "notes.html", NULL);
	if (site_has_questions(v))
		add_url(s, NULL, "questions.html", NULL);
	if (plan->nexams)
		add_url(s, NULL, "exams.html", NULL);
	for (size_t i = 0; i < plan->nexams; i++)
		add_url(s, "exams", plan->exams[i].file, NULL);
	return 7 + plan->nexams;
}

static bool same_month(int day, int other)
{
	struct civil a = day_to_civil(day), b = day_to_civil(other);

	return a.year == b.year && a.month == b.month;
}

/* Months and years, newest first; each changed when its last entry came. */
static void add_period_urls(struct site *s, size_t *room)
{
	const struct site_entry *e = s->view->entries;
	int before = DAY_NONE;

	if (s->view->ndated < s->view->nentries && *room) {
		add_url(s, NULL, site_year_path(0).s, NULL);
		--*room;
	}
	for (size_t i = s->view->ndated; i > 0 && *room > 1; i--) {
		int day = e[i - 1].day;
		struct civil c = day_to_civil(day);

		if (before == DAY_NONE || day_to_civil(before).year != c.year) {
			add_day_url(s, NULL, site_year_path(c.year).s, day);
			--*room;
		}
		if (before == DAY_NONE || !same_month(before, day)) {
			add_day_url(s, NULL,
				    site_month_path(c.year, c.month).s, day);
			--*room;
		}
		before = day;
	}
}

static void add_round_urls(struct site *s, size_t *room)
{
	for (int n = site_next_round(s->view, 0); n && *room;
	     n = site_next_round(s->view, n), --*room)
		add_url(s, NULL, site_round_path(n).s, NULL);
}

/* The last of a topic's years is on its main page. */
static void add_topic_year_urls(struct site *s, const struct site_topic *t,
				size_t *room)
{
	const struct site_view *v = s->view;
	struct site_topic_years years = site_topic_years_of(v, t);

	for (size_t i = years.count; i > 1 && *room; i--, --*room) {
		const struct site_topic_year *y = &years.items[i - 2];
		struct topic_mention last;

		topic_mentions_read(&t->mentions, y->range.end - 1, 1, &last);
		add_day_url(s, NULL, site_topic_year_path(t, y->year).s,
			    v->entries[last.document].day);
	}
	free(years.items);
}

/* The streak and the countdown make the home page another one each day. */
static void add_urls(struct site *s)
{
	const struct site_view *v = s->view;
	size_t room;

	add_day_url(s, NULL, "index.html", v->today);
	add_day_url(s, NULL, "archive.html",
		    v->ndated ? v->entries[v->ndated - 1].day : DAY_NONE);
	room = SITEMAP_MAX - add_single_urls(s);
	for (size_t i = v->nentries; i > 0 && room; i--, room--)
		add_entry_url(s, &v->entries[i - 1]);
	/* That of the log itself is listed already. */
	for (size_t i = 0; i < v->nnotes && room; i++, room--)
		if (!str_starts(str_of(v->notes[i].file), "../"))
			add_day_url(s, "notes", v->notes[i].file,
				    v->notes[i].day);
	for (size_t i = 0; i < v->ntopics && room; i++, room--)
		add_day_url(s, "topics", v->topics[i].file,
			    v->topics[i].last_day);
	add_period_urls(s, &room);
	add_round_urls(s, &room);
	for (size_t i = 0; i < v->ntopics && room; i++)
		add_topic_year_urls(s, &v->topics[i], &room);
}

/* It needs whole addresses, and pages that want to be listed. */
int site_draw_sitemap(struct site *s, struct error *err)
{
	if (!s->base || s->view->settings->publish_noindex)
		return 0;
	strbuf_reset(&s->page);
	s->h = (struct html){ .out = &s->page };
	html_xml_declaration(&s->h);
	html_begin(&s->h, "urlset", "xmlns",
		   "http://www.sitemaps.org/schemas/sitemap/0.9", NULL);
	add_urls(s);
	html_end(&s->h);
	strbuf_addch(&s->page, '\n');
	return s->out->file(s->out, "sitemap.xml", strbuf_slice(&s->page), err);
}
