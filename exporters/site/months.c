/* SPDX-License-Identifier: MIT */
/* A page for each month: its calendar, its topics and its entries. */
#include "exporters/site/facts.h"
#include "exporters/site/ranks.h"
#include "exporters/site/titles.h"

#include <stdio.h>
#include <stdlib.h>

/* Entries from `first` up to `end` are of one month. */
struct month {
	int year, month;
	size_t first, end;
};

struct href site_month_path(int year, int month)
{
	char file[40];

	snprintf(file, sizeof(file), "%04d-%02d.html", year, month);
	return site_href("", "archive", file, NULL);
}

static bool next_month(const struct site_view *v, struct month *m)
{
	struct civil c;

	m->first = m->end;
	if (m->first == v->ndated)
		return false;
	c = day_to_civil(v->entries[m->first].day);
	m->year = c.year;
	m->month = c.month;
	for (; m->end < v->ndated; m->end++) {
		c = day_to_civil(v->entries[m->end].day);
		if (c.year != m->year || c.month != m->month)
			break;
	}
	return true;
}

static int first_day(const struct month *m)
{
	return day_from_civil((struct civil){ m->year, m->month, 1 });
}

static int last_day(const struct month *m)
{
	return first_day(m) + days_in_month(m->year, m->month) - 1;
}

static void add_name(struct strbuf *out, const struct month *m)
{
	strbuf_addf(out, "%s %d", month_name(m->month), m->year);
}

/* --- the calendar --- */

static void calendar_head(struct site *s, int first)
{
	html_begin(&s->h, "thead", NULL);
	html_begin(&s->h, "tr", NULL);
	for (int i = 0; i < 7; i++) {
		enum weekday w = day_weekday(first + i);

		html_begin(&s->h, "th", "scope", "col", NULL);
		html_element(&s->h, "abbr", weekday_short(w), "title",
			     weekday_name(w), NULL);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_end(&s->h);
}

static void calendar_studied(struct site *s, const struct site_day *d)
{
	const struct site_entry *e = &s->view->entries[d->entry];

	html_begin(&s->h, "td", "class", "studied", NULL);
	html_begin(&s->h, "a", "href",
		   site_href(s->up, "days", e->file, NULL).s, NULL);
	html_begin(&s->h, "span", "class", "date", NULL);
	html_textf(&s->h, "%d", day_to_civil(d->day).day);
	html_end(&s->h);
	html_text(&s->h, " ");
	html_element(&s->h, "span", site_day_amount(s->view, d, &s->text),
		     "class", "note", NULL);
	html_end(&s->h);
	html_end(&s->h);
}

static void calendar_day(struct site *s, const struct month *m, int day)
{
	struct site_day d;

	if (day < first_day(m) || day > last_day(m)) {
		html_element(&s->h, "td", "", "class", "off", NULL);
	} else if (site_view_day(s->view, day, &d)) {
		calendar_studied(s, &d);
	} else {
		html_begin(&s->h, "td", "class",
			   day > s->view->today ? "later" : NULL, NULL);
		html_begin(&s->h, "span", "class", "date", NULL);
		html_textf(&s->h, "%d", day_to_civil(day).day);
		html_end(&s->h);
		html_end(&s->h);
	}
}

static void calendar(struct site *s, const struct month *m)
{
	int first = site_week_begin(s->view, first_day(m));

	html_begin(&s->h, "table", "class", "month", NULL);
	html_begin(&s->h, "caption", "class", "hidden", NULL);
	html_textf(&s->h, "Study days of %s %d", month_name(m->month), m->year);
	html_end(&s->h);
	calendar_head(s, first);
	html_begin(&s->h, "tbody", NULL);
	for (int week = first; week <= last_day(m); week += 7) {
		html_begin(&s->h, "tr", NULL);
		for (int i = 0; i < 7; i++)
			calendar_day(s, m, week + i);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_end(&s->h);
}

/* --- what it holds --- */

void site_add_hours(struct strbuf *out, long long minutes)
{
	if (minutes >= 60)
		strbuf_addf(out, "%lld h", minutes / 60);
	if (minutes >= 60 && minutes % 60)
		strbuf_addch(out, ' ');
	if (minutes < 60 || minutes % 60)
		strbuf_addf(out, "%lld min", minutes % 60);
}

long long site_minutes(const struct site_view *v)
{
	long long minutes = 0;

	for (size_t i = 0; i < v->ndays; i++)
		minutes += v->days[i].minutes;
	return minutes;
}

static void month_facts(struct site *s, const struct month *m)
{
	struct site_day d;
	size_t days = 0;
	long long minutes = 0;

	for (int day = first_day(m); day <= last_day(m); day++)
		if (site_view_day(s->view, day, &d)) {
			days++;
			minutes += d.minutes;
		}
	html_begin(&s->h, "p", "class", "facts", NULL);
	site_count(s, days, "day", "days");
	if (s->view->today >= first_day(m) && s->view->today < last_day(m))
		html_textf(&s->h, " of %d so far · ",
			   day_to_civil(s->view->today).day);
	else
		html_textf(&s->h, " of %d · ",
			   days_in_month(m->year, m->month));
	site_count(s, m->end - m->first, "entry", "entries");
	if (minutes > 0) {
		strbuf_reset(&s->text);
		site_add_hours(&s->text, minutes);
		html_textf(&s->h, " · %s", s->text.buf);
	}
	html_end(&s->h);
}

void site_entry_line(struct site *s, const struct site_entry *e,
		     bool is_of_months)
{
	struct civil c = day_to_civil(e->day == DAY_NONE ? 0 : e->day);
	struct str excerpt = site_line_behind_title(s, e);

	html_begin(&s->h, "li", "class", "h-entry", NULL);
	if (e->day != DAY_NONE) {
		html_begin(&s->h, "time", "class", "dt-published", "datetime",
			   day_format(e->day).s, NULL);
		if (is_of_months)
			html_textf(&s->h, "%d %s", c.day, month_short(c.month));
		else
			html_textf(&s->h, "%s %d",
				   weekday_short(day_weekday(e->day)), c.day);
		html_end(&s->h);
		html_text(&s->h, " ");
	}
	html_begin(&s->h, "span", NULL);
	html_element(&s->h, "a", e->title, "class", "p-name u-url", "href",
		     site_href(s->up, "days", e->file, NULL).s, NULL);
	if (excerpt.len) {
		html_text(&s->h, " ");
		html_begin(&s->h, "span", "class", "excerpt p-summary", NULL);
		html_slice(&s->h, excerpt);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_end(&s->h);
}

static void month_entries(struct site *s, const struct month *m)
{
	html_begin(&s->h, "section", "class", "h-feed", "aria-labelledby",
		   "entries", NULL);
	html_element(&s->h, "h2", "Entries", "id", "entries", NULL);
	html_begin(&s->h, "ol", "class", "days", NULL);
	for (size_t i = m->first; i < m->end; i++)
		site_entry_line(s, &s->view->entries[i], false);
	html_end(&s->h);
	html_end(&s->h);
}

static void neighbour(struct site *s, const struct month *m, const char *rel,
		      const char *label)
{
	AUTO(strbuf) name = STRBUF_INIT;

	if (!m)
		return;
	add_name(&name, m);
	html_begin(&s->h, "a", "class", rel, "rel", rel, "href",
		   site_href(s->up, NULL,
			     site_month_path(m->year, m->month).s, NULL).s,
		   NULL);
	html_element(&s->h, "span", label, NULL);
	html_text(&s->h, " ");
	html_element(&s->h, "strong", name.buf, NULL);
	html_end(&s->h);
}

static void neighbours(struct site *s, const struct month *before,
		       const struct month *after)
{
	if (!before && !after)
		return;
	html_begin(&s->h, "nav", "class", "neighbours", "aria-label",
		   "Neighbouring months", NULL);
	neighbour(s, before, "prev", "Before");
	neighbour(s, after, "next", "After");
	html_end(&s->h);
}

static void year_crumb(struct site *s, const struct month *m)
{
	char file[16], year[16];

	snprintf(file, sizeof(file), "%04d.html", m->year);
	snprintf(year, sizeof(year), "%d", m->year);
	html_begin(&s->h, "p", "class", "crumbs", NULL);
	html_text(&s->h, "Part of ");
	html_element(&s->h, "a", year, "href", file, NULL);
	html_end(&s->h);
}

/* --- the page --- */

static void add_calendar(struct sum64 *key, const struct site_view *v,
			 const struct month *m)
{
	struct site_day d;
	int last = last_day(m);

	/* Which of its days are still to come. */
	sum64_add_number(key, (uint64_t)(v->today < last ? v->today : last));
	sum64_add_number(key, v->by_minutes);
	for (int day = first_day(m); day <= last; day++) {
		if (!site_view_day(v, day, &d))
			continue;
		sum64_add_number(key, (uint64_t)day);
		sum64_add_number(key, (uint64_t)d.minutes);
		sum64_add_number(key, d.words);
		sum64_add_string(key, v->entries[d.entry].file);
	}
}

static void add_neighbour(struct sum64 *key, const struct month *m)
{
	sum64_add_number(key, m ? (uint64_t)m->year * 12 +
				  (uint64_t)m->month : 0);
}

static struct sum64 month_key(const struct site *s, const struct month *m,
			      const struct month *before,
			      const struct month *after, const size_t *counts)
{
	const struct site_view *v = s->view;
	struct sum64 key = site_key_begin(s);

	add_neighbour(&key, before);
	add_neighbour(&key, after);
	add_calendar(&key, v, m);
	site_key_add_ranked(&key, v, counts);
	for (size_t i = m->first; i < m->end; i++)
		site_key_add_entry(&key, &v->entries[i]);
	return key;
}

static int draw_month(struct site *s, const struct month *m,
		      const struct month *before, const struct month *after,
		      const size_t *counts, struct error *err)
{
	struct href path = site_month_path(m->year, m->month);
	AUTO(strbuf) title = STRBUF_INIT;
	AUTO(strbuf) about = STRBUF_INIT;

	if (!site_page_wanted(s, path.s,
			      month_key(s, m, before, after, counts)))
		return 0;
	add_name(&title, m);
	site_add_count(&about, m->end - m->first, "entry of ", "entries of ");
	strbuf_addf(&about, "%s, day by day.", title.buf);
	s->up = "../";
	site_page_begin(s, &(struct site_head){
		.path = path.s,
		.title = title.buf,
		.description = about.buf,
		.menu = MENU_ARCHIVE,
	});
	html_begin(&s->h, "header", NULL);
	html_element(&s->h, "h1", title.buf, NULL);
	year_crumb(s, m);
	month_facts(s, m);
	html_end(&s->h);
	calendar(s, m);
	site_ranked_topics(s, counts, "Topics of the month");
	month_entries(s, m);
	neighbours(s, before, after);
	return site_page_end(s, err);
}

static int draw_counted(struct site *s, const struct month *m,
			const struct month *before, const struct month *after,
			struct error *err)
{
	size_t *counts = xcalloc(s->view->ntopics + 1, sizeof(*counts));
	int rc;

	for (size_t i = m->first; i < m->end; i++)
		site_count_topics(&s->view->entries[i], counts);
	rc = draw_month(s, m, before, after, counts, err);
	free(counts);
	return rc;
}

int site_draw_months(struct site *s, struct error *err)
{
	struct month before = { 0 }, m = { 0 }, after = { 0 };
	bool has_before = false, has_after;

	if (!next_month(s->view, &m))
		return 0;
	do {
		after = m;
		has_after = next_month(s->view, &after);
		if (draw_counted(s, &m, has_before ? &before : NULL,
				 has_after ? &after : NULL, err))
			return -1;
		before = m;
		has_before = true;
		m = after;
	} while (has_after);
	return 0;
}
