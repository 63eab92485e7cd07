/* SPDX-License-Identifier: MIT */
/* How far the way to an exam is gone, and how fast: the chart and its words. */
#include "exporters/site/exams.h"

#include <math.h>

#include "exporters/site/chart.h"

static void points_table(struct site *s, const struct site_exam *e)
{
	html_begin(&s->h, "details", NULL);
	html_element(&s->h, "summary", "The picture as a table", NULL);
	html_begin(&s->h, "table", "class", "figures", NULL);
	html_element(&s->h, "caption", "Topics noted, day by day", "class",
		     "hidden", NULL);
	html_begin(&s->h, "thead", NULL);
	html_begin(&s->h, "tr", NULL);
	html_element(&s->h, "th", "Day", "scope", "col", NULL);
	html_element(&s->h, "th", "Topics noted", "scope", "col", NULL);
	html_end(&s->h);
	html_end(&s->h);
	html_begin(&s->h, "tbody", NULL);
	for (size_t i = 0; i < e->npoints; i++) {
		html_begin(&s->h, "tr", NULL);
		html_begin(&s->h, "th", "scope", "row", NULL);
		if (i)
			site_time(s, e->points[i].day, NULL, false);
		else
			html_text(&s->h, "before the first day");
		html_end(&s->h);
		html_begin(&s->h, "td", NULL);
		html_textf(&s->h, "%.0f of %zu", e->points[i].done,
			   e->ntopics);
		html_end(&s->h);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_end(&s->h);
	html_end(&s->h);
}

/* One decimal, in any locale. */
static void add_decimal(struct site *s, double value)
{
	html_text(&s->h, chart_number(value).s);
}

static bool is_one(double value)
{
	return str_is(str_of(chart_number(value).s), "1");
}

static void say_pace(struct site *s, const struct site_exam *e)
{
	const struct pace *p = &e->pace;
	size_t left = e->ntopics - e->nnoted;

	html_begin(&s->h, "p", NULL);
	html_text(&s->h, "The line counts topics, not minutes: one is noted "
		  "when public pages say more of it than a few words. ");
	if (!left) {
		html_text(&s->h, "Every topic is noted. What is left is to go "
			  "over them again.");
	} else {
		site_count(s, left, "topic is", "topics are");
		html_text(&s->h, " still to come. Before the days of revision "
			  "that takes ");
		add_decimal(s, p->needed < 0.1 ? 0.1 : p->needed);
		html_text(&s->h, is_one(p->needed) ? " topic a study day" :
						     " topics a study day");
		if (!isnan(p->kept)) {
			html_text(&s->h, "; the last two weeks had ");
			add_decimal(s, p->kept);
		}
		html_text(&s->h, ".");
	}
	if (left && p->finish != DAY_NONE) {
		html_text(&s->h, " At that pace the last one is noted by ");
		site_time(s, p->finish, NULL, false);
		html_text(&s->h, p->finish <= e->plan.exam - p->buffer ?
					 ", with room for revision." :
			  p->finish < e->plan.exam ?
					 ", within the days of revision." :
					 "; a little more a day, or fewer "
					 "topics, brings it before the exam.");
	}
	html_end(&s->h);
}

static void chart_key(struct site *s, const struct site_exam *e)
{
	static const struct { const char *class, *label; } keys[] = {
		{ "done", "topics noted" },
		{ "need", "an even pace" },
		{ "ahead", "at the pace of the last two weeks" },
		{ "buffer", "days of revision" },
	};

	html_begin(&s->h, "p", "class", "key", NULL);
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		if (i == 2 && (e->pace.finish == DAY_NONE ||
			       e->nnoted == e->ntopics))
			continue;
		html_begin(&s->h, "span", "class", keys[i].class, NULL);
		html_text(&s->h, keys[i].label);
		html_end(&s->h);
		html_text(&s->h, " ");
	}
	html_end(&s->h);
}

void site_exam_way(struct site *s, const struct site_exam *e)
{
	if (!e->has_pace)
		return;
	html_begin(&s->h, "section", "aria-labelledby", "way", NULL);
	html_element(&s->h, "h2", "The way there", "id", "way", NULL);
	html_begin(&s->h, "div", "class", "wide-chart", NULL);
	site_chart_burnup(s, e, false);
	html_end(&s->h);
	chart_key(s, e);
	say_pace(s, e);
	points_table(s, e);
	html_end(&s->h);
}
