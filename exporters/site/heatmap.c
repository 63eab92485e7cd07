/* SPDX-License-Identifier: MIT */
/*
 * The heat map: a table with a row for each weekday and a column for each week,
 * so that it reads as a table without eyes or a mouse.  Colours come from
 * classes, since the page's policy allows no style in it.
 */
#include "exporters/site/site.h"

#include <stdlib.h>
#include <string.h>

int site_week_begin(const struct site_view *v, int day)
{
	int weekday = (int)day_weekday(day);

	if (v->settings->week_start == WEEK_FROM_SUNDAY)
		weekday = (weekday + 1) % 7;
	return day - weekday;
}

/* So long a log may rest and be shown up to today. */
#define REST_DAYS 28

int site_last_day(const struct site_view *v)
{
	int last = v->nstudied ? v->studied[v->nstudied - 1].day : v->today;

	return last < v->today - REST_DAYS ? last : v->today;
}

static size_t amount_of(const struct site_view *v, const struct site_day *d)
{
	return v->by_minutes ? (size_t)d->minutes : d->words;
}

static int compare_sizes(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

/* Rounded, so that a square, and with it a page, seldom changes because of days
 * elsewhere: to a multiple of 5, of 10 from 100 on, of 50 from 500 on. */
static size_t rounded(size_t amount)
{
	size_t unit = amount < 100 ? 5 : amount < 500 ? 10 : 50;

	amount = (amount + unit / 2) / unit * unit;
	return amount ? amount : 1;
}

/* Of fewer days quarters say nothing. */
#define QUARTERED_DAYS 12

void site_make_steps(struct site_view *v)
{
	static const size_t minutes[] = { 30, 60, 120 };
	static const size_t words[] = { 60, 140, 280 };
	size_t *amounts = xcalloc(v->ndays + 1, sizeof(*amounts)), n = 0;

	memcpy(v->steps, v->by_minutes ? minutes : words, sizeof(v->steps));
	for (size_t i = 0; i < v->ndays; i++)
		if (amount_of(v, &v->days[i]))
			amounts[n++] = amount_of(v, &v->days[i]);
	qsort(amounts, n, sizeof(*amounts), compare_sizes);
	for (size_t i = 0; n >= QUARTERED_DAYS && i < 3; i++)
		v->steps[i] = rounded(amounts[n * (i + 1) / 4]);
	free(amounts);
}

static int level_of(const struct site_view *v, const struct site_day *d)
{
	int level = 1;

	for (size_t i = 0; i < 3; i++)
		level += amount_of(v, d) >= v->steps[i];
	return level;
}

int site_day_level(const struct site_view *v, int day)
{
	struct site_day d;

	if (site_view_day(v, day, &d))
		return level_of(v, &d);
	return site_view_is_studied(v, day);
}

const char *site_day_amount(const struct site_view *v,
			    const struct site_day *d, struct strbuf *out)
{
	strbuf_reset(out);
	if (v->by_minutes && !d->minutes)
		strbuf_addstr(out, "studied");
	else if (v->by_minutes)
		strbuf_addf(out, "%d minute%s", d->minutes,
			    d->minutes == 1 ? "" : "s");
	else
		strbuf_addf(out, "%u word%s", d->words,
			    d->words == 1 ? "" : "s");
	return out->buf;
}

static void linked_square(struct site *s, const struct site_day *d)
{
	static const char *const classes[] = { "l0", "l1", "l2", "l3", "l4" };
	const struct site_entry *e = &s->view->entries[d->entry];

	html_begin(&s->h, "td", "class", classes[level_of(s->view, d)], NULL);
	html_begin(&s->h, "a", "href",
		   site_href(s->up, "days", e->file, NULL).s, NULL);
	html_begin(&s->h, "span", NULL);
	html_textf(&s->h, "%s: %s", site_date(d->day).s,
		   site_day_amount(s->view, d, &s->text));
	html_end(&s->h);
	html_end(&s->h);
	html_end(&s->h);
}

static void square(struct site *s, int day, int first, int last)
{
	struct site_day d;

	if (day < first || day > last || day > s->view->today) {
		html_element(&s->h, "td", "", "class", "off", NULL);
	} else if (site_view_day(s->view, day, &d)) {
		linked_square(s, &d);
	} else if (site_view_is_studied(s->view, day)) {
		html_begin(&s->h, "td", "class", "l1", NULL);
		html_begin(&s->h, "span", NULL);
		html_textf(&s->h, "%s: studied", site_date(day).s);
		html_end(&s->h);
		html_end(&s->h);
	} else {
		html_element(&s->h, "td", "", NULL);
	}
}

/* How many weeks from `week` on begin in the same month. */
static int weeks_of_month(int week, int last)
{
	int month = day_to_civil(week).month, n = 1;

	while (week + 7 * n <= last && day_to_civil(week + 7 * n).month == month)
		n++;
	return n;
}

static void month_cell(struct site *s, int week, int weeks)
{
	AUTO(strbuf) span = STRBUF_INIT;
	struct civil c = day_to_civil(week);

	strbuf_addf(&span, "%d", weeks);
	/* A single column has no room for a name. */
	if (weeks < 2) {
		html_element(&s->h, "td", "", NULL);
		return;
	}
	html_begin(&s->h, "th", "scope", "colgroup", "colspan", span.buf, NULL);
	html_begin(&s->h, "abbr", "title", month_name(c.month), NULL);
	html_text(&s->h, month_short(c.month));
	html_end(&s->h);
	html_end(&s->h);
}

static void month_row(struct site *s, int first_week, int last)
{
	html_begin(&s->h, "thead", NULL);
	html_begin(&s->h, "tr", NULL);
	html_element(&s->h, "td", "", NULL);
	for (int week = first_week; week <= last;) {
		int weeks = weeks_of_month(week, last);

		month_cell(s, week, weeks);
		week += 7 * weeks;
	}
	html_end(&s->h);
	html_end(&s->h);
}

static void weekday_row(struct site *s, int first_day, int first, int last)
{
	enum weekday w = day_weekday(first_day);

	html_begin(&s->h, "tr", NULL);
	html_begin(&s->h, "th", "scope", "row", NULL);
	html_element(&s->h, "abbr", weekday_short(w), "title", weekday_name(w),
		     NULL);
	html_end(&s->h);
	for (int day = first_day; day - first_day < last - first_day + 7 &&
				  site_week_begin(s->view, day) <= last;
	     day += 7)
		square(s, day, first, last);
	html_end(&s->h);
}

static void legend(struct site *s)
{
	static const char *const classes[] = { "l0", "l1", "l2", "l3", "l4" };

	html_begin(&s->h, "p", "class", "legend", NULL);
	html_textf(&s->h, "%s a day: fewer ",
		   s->view->by_minutes ? "Minutes" : "Words");
	for (size_t i = 0; i < ARRAY_SIZE(classes); i++)
		html_element(&s->h, "span", "", "class", classes[i], NULL);
	html_text(&s->h, " more");
	html_end(&s->h);
}

bool site_is_today_open(const struct site_view *v)
{
	enum streak_status status = v->streak->status;

	return status == STREAK_PENDING || status == STREAK_LAST_CHANCE ||
	       status == STREAK_BROKEN;
}

static void summary(struct site *s, int first, int last)
{
	int studied = 0, days;

	if (last > s->view->today)
		last = s->view->today;
	if (last == s->view->today && last > first &&
	    site_is_today_open(s->view))
		last--;
	days = last - first + 1;
	for (int day = first; day <= last; day++)
		studied += site_view_is_studied(s->view, day);
	html_begin(&s->h, "p", "class", "summary", NULL);
	html_textf(&s->h, "Studied on %d of %d days, %s to %s.", studied, days,
		   site_date(first).s, site_date(last).s);
	html_end(&s->h);
}

/* So many weeks of full squares fit into a wide page. */
#define FRAME_WEEKS 29

void site_heatmap(struct site *s, int first, int last, const char *caption,
		  bool newest_first)
{
	int week = site_week_begin(s->view, first);

	summary(s, first, last);
	html_begin(&s->h, "section", "class",
		   newest_first ? "scroll newest" : "scroll", "aria-label",
		   caption, "tabindex", "0", NULL);
	html_begin(&s->h, "table", "class",
		   last - week > 7 * FRAME_WEEKS ? "heat long" : "heat", NULL);
	html_element(&s->h, "caption", caption, "class", "hidden", NULL);
	month_row(s, week, last);
	html_begin(&s->h, "tbody", NULL);
	for (int i = 0; i < 7; i++)
		weekday_row(s, week + i, first, last);
	html_end(&s->h);
	html_end(&s->h);
	html_end(&s->h);
	legend(s);
}

/* A square shows its day, and whether it is past today. */
void site_key_add_heatmap(struct sum64 *key, const struct site_view *v, int first,
			  int last)
{
	sum64_add_number(key, v->by_minutes);
	for (size_t i = 0; i < ARRAY_SIZE(v->steps); i++)
		sum64_add_number(key, v->steps[i]);
	sum64_add_number(key, (uint64_t)(v->today < last ? v->today : last));
	sum64_add_number(key, v->today <= last && site_is_today_open(v));
	for (int day = first; day <= last; day++) {
		struct site_day d;

		sum64_add_number(key, site_view_is_studied(v, day));
		if (!site_view_day(v, day, &d))
			continue;
		sum64_add_number(key, (uint64_t)d.minutes);
		sum64_add_number(key, d.words);
		sum64_add_string(key, v->entries[d.entry].file);
	}
}
