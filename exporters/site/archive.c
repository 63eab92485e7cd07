/* SPDX-License-Identifier: MIT */
/* Every entry, by year and month: a page for each year, and one of all years. */
#include "exporters/site/ranks.h"

#include <stdio.h>

#include "exporters/site/facts.h"
#include "exporters/site/titles.h"

/* Entries from `first` up to `end` are of one year; 0: undated. */
struct year {
	int year;
	size_t first, end;
};

static int year_of(const struct site_entry *e)
{
	return e->day == DAY_NONE ? 0 : day_to_civil(e->day).year;
}

static int month_of(const struct site_entry *e)
{
	return e->day == DAY_NONE ? 0 : day_to_civil(e->day).month;
}

static bool next_year(const struct site_view *v, struct year *y)
{
	y->first = y->end;
	if (y->first == v->nentries)
		return false;
	y->year = year_of(&v->entries[y->first]);
	while (y->end < v->nentries && year_of(&v->entries[y->end]) == y->year)
		y->end++;
	return true;
}

struct href site_year_path(int year)
{
	char file[32];

	snprintf(file, sizeof(file), year ? "%04d.html" : "undated.html", year);
	return site_href("", "archive", file, NULL);
}

const char *site_year_name(int year, struct strbuf *out)
{
	strbuf_reset(out);
	if (year)
		strbuf_addf(out, "%d", year);
	else
		strbuf_addstr(out, "Undated");
	return out->buf;
}

static void year_entry(struct site *s, const struct site_entry *e)
{
	struct str excerpt = site_line_behind_title(s, e);

	html_begin(&s->h, "li", NULL);
	if (e->day != DAY_NONE) {
		html_begin(&s->h, "time", "datetime", day_format(e->day).s,
			   NULL);
		html_textf(&s->h, "%s %d", weekday_short(day_weekday(e->day)),
			   day_to_civil(e->day).day);
		html_end(&s->h);
	}
	html_begin(&s->h, "span", NULL);
	html_element(&s->h, "a", e->title, "href",
		     site_href(s->up, "days", e->file, NULL).s, NULL);
	if (excerpt.len) {
		html_begin(&s->h, "span", "class", "excerpt", NULL);
		html_slice(&s->h, excerpt);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_end(&s->h);
}

static void month_heading(struct site *s, int year, int month)
{
	char id[16];

	snprintf(id, sizeof(id), "m%02d", month);
	html_begin(&s->h, "h2", "id", id, NULL);
	html_element(&s->h, "a", month_name(month), "href",
		     site_href(s->up, NULL, site_month_path(year, month).s,
			       NULL).s, NULL);
	html_end(&s->h);
}

static void year_entries(struct site *s, const struct year *y)
{
	const struct site_entry *e = s->view->entries;
	int month = -1;

	for (size_t i = y->first; i < y->end; i++) {
		if (month_of(&e[i]) != month) {
			if (month >= 0)
				html_end(&s->h);
			month = month_of(&e[i]);
			/* What has no month is all there is on its page. */
			if (month)
				month_heading(s, y->year, month);
			html_begin(&s->h, "ol", "class", "days", NULL);
		}
		year_entry(s, &e[i]);
	}
	html_end(&s->h);
}

static int first_day(int year)
{
	return day_from_civil((struct civil){ year, 1, 1 });
}

static int last_day(int year)
{
	return day_from_civil((struct civil){ year, 12, 31 });
}

/* Nobody has missed the days before a log began. */
static int map_begin(const struct site_view *v, const struct year *y)
{
	int day = v->entries[y->first].day;

	if (v->nstudied && v->studied[0].day < day)
		day = v->studied[0].day;
	return day > first_day(y->year) ? day : first_day(y->year);
}

/* A year that goes on is shown up to today, which is where it is looked at; one
 * that is over, like its entries, from the beginning. */
static int map_end(const struct site_view *v, const struct year *y)
{
	int end = last_day(y->year), newest = v->entries[y->end - 1].day;

	if (end <= v->today)
		return end;
	return newest > v->today ? newest : v->today;
}

static void year_map(struct site *s, const struct year *y)
{
	char caption[48];

	if (!y->year)
		return;
	snprintf(caption, sizeof(caption), "Study days of %d, week by week",
		 y->year);
	site_heatmap(s, map_begin(s->view, y), map_end(s->view, y), caption,
		     last_day(y->year) > s->view->today);
}

static struct sum64 year_key(const struct site *s, const struct year *y)
{
	struct sum64 key = site_key_begin(s);

	for (size_t i = y->first; i < y->end; i++)
		site_key_add_entry(&key, &s->view->entries[i]);
	if (y->year) {
		int first = map_begin(s->view, y);

		sum64_add_number(&key, (uint64_t)first);
		site_key_add_heatmap(&key, s->view, first,
				     map_end(s->view, y));
	}
	return key;
}

static int draw_year(struct site *s, const struct year *y, struct error *err)
{
	struct href path = site_year_path(y->year);
	AUTO(strbuf) title = STRBUF_INIT;
	AUTO(strbuf) about = STRBUF_INIT;

	if (!site_page_wanted(s, path.s, year_key(s, y)))
		return 0;
	site_year_name(y->year, &title);
	site_add_count(&about, y->end - y->first, "entry", "entries");
	strbuf_addstr(&about, ", day by day.");
	s->up = "../";
	site_page_begin(s, &(struct site_head){
		.path = path.s,
		.title = title.buf,
		.description = about.buf,
		.menu = MENU_ARCHIVE,
		.is_wide = true,
	});
	html_element(&s->h, "h1", title.buf, NULL);
	year_map(s, y);
	year_entries(s, y);
	return site_page_end(s, err);
}

/* One line for each month that has entries. */
static void index_months(struct site *s, const struct year *y)
{
	const struct site_entry *e = s->view->entries;
	html_begin(&s->h, "ul", "class", "index", NULL);
	for (size_t i = y->first, end; i < y->end; i = end) {
		int month = month_of(&e[i]);

		for (end = i; end < y->end && month_of(&e[end]) == month;)
			end++;
		html_begin(&s->h, "li", NULL);
		html_element(&s->h, "a",
			     month ? month_name(month) : "All of them", "href", month ? site_month_path(y->year, month).s :
					     site_year_path(0).s, NULL);
		html_begin(&s->h, "span", "class", "count", NULL);
		site_count(s, end - i, "entry", "entries");
		html_end(&s->h);
		html_end(&s->h);
	}
	html_end(&s->h);
}

static void index_year(struct site *s, const struct year *y)
{
	html_begin(&s->h, "h2", NULL);
	html_element(&s->h, "a", site_year_name(y->year, &s->text), "href",
		     site_year_path(y->year).s, NULL);
	html_end(&s->h);
	index_months(s, y);
}

static void index_rounds(struct site *s)
{
	const struct site_view *v = s->view;
	int n = site_next_round(v, 0);

	if (!n)
		return;
	html_element(&s->h, "h2", "Rounds", NULL);
	html_begin(&s->h, "ul", "class", "chips", NULL);
	for (; n; n = site_next_round(v, n)) {
		html_begin(&s->h, "li", NULL);
		html_begin(&s->h, "a", "href", site_round_path(n).s, NULL);
		html_textf(&s->h, "Round %d", n);
		html_end(&s->h);
		html_end(&s->h);
	}
	html_end(&s->h);
}

int site_draw_archive(struct site *s, struct error *err)
{
	struct year y = { 0, 0, 0 };

	while (next_year(s->view, &y))
		if (draw_year(s, &y, err))
			return -1;
	s->up = "";
	site_page_begin(s, &(struct site_head){
		.path = "archive.html",
		.title = "Archive",
		.description = "Every entry of this log, by year and month.",
		.menu = MENU_ARCHIVE,
	});
	html_element(&s->h, "h1", "Archive", NULL);
	index_rounds(s);
	y = (struct year){ 0, 0, 0 };
	while (next_year(s->view, &y))
		index_year(s, &y);
	if (!s->view->nentries)
		html_element(&s->h, "p", "Nothing is logged yet.", NULL);
	return site_page_end(s, err);
}
