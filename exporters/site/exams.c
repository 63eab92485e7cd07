/* SPDX-License-Identifier: MIT */
/* A page for each exam, to come or past, and a page of them all. */
#include "exporters/site/exams.h"

/* --- what is said in a line --- */

static int days_to_go(const struct site *s, const struct site_exam *e)
{
	return e->of->day - s->view->today;
}

static void add_when(struct site *s, const struct site_exam *e)
{
	if (e->of->day != DAY_NONE)
		site_time(s, e->of->day, NULL, true);
	else if (e->of->when)
		html_text(&s->h, e->of->when);
	else
		html_text(&s->h, "no date yet");
}

static void exam_facts(struct site *s, const struct site_exam *e)
{
	const struct exam *of = e->of;

	html_begin(&s->h, "p", "class", "facts", NULL);
	add_when(s, e);
	if (of->code && !str_is(str_of(of->code), of->name))
		html_textf(&s->h, " · %s", of->code);
	if (of->questions > 0)
		html_textf(&s->h, " · %d questions", of->questions);
	if (of->minutes > 0)
		html_textf(&s->h, " · %d minutes", of->minutes);
	if (of->pass > 0) {
		html_textf(&s->h, " · passes at %d", of->pass);
		if (of->scale_high > 0)
			html_textf(&s->h, " of %d", of->scale_high);
	}
	html_end(&s->h);
}

/* --- the numbers --- */

static void stat_countdown(struct site *s, const struct site_exam *e)
{
	struct countdown c;
	int days;

	if (e->is_over || e->of->day == DAY_NONE)
		return;
	days = days_to_go(s, e);
	exam_countdown(&c, e->of, s->view->today);
	site_stat_begin(s, "Countdown", "exam");
	if (days) {
		site_stat_number(s, days, days == 1 ? "day to go" :
						      "days to go");
	} else {
		html_element(&s->h, "strong", "Today", NULL);
	}
	if (c.percent_left >= 0) {
		site_stat_bar(s, 100 - c.percent_left, 100);
		site_stat_note_begin(s);
		html_textf(&s->h, "%d%% of the time left", c.percent_left);
		html_end(&s->h);
	}
	site_stat_end(s);
}

static void stat_noted(struct site *s, const struct site_exam *e)
{
	if (!e->ntopics)
		return;
	site_stat_begin(s, "Topics noted", "noted");
	site_stat_number(s, (int)e->nnoted, "");
	html_textf(&s->h, "of %zu", e->ntopics);
	site_stat_bar(s, (int)e->nnoted, (int)e->ntopics);
	if (e->has_pace && e->nnoted < e->ntopics) {
		site_stat_note_begin(s);
		html_textf(&s->h, "an even pace would be at %.0f",
			   e->pace.planned);
		html_end(&s->h);
	}
	site_stat_end(s);
}

static void stat_practice(struct site *s, const struct site_exam *e)
{
	const struct practice *last;

	if (!e->npractice)
		return;
	last = &e->practice[e->npractice - 1];
	site_stat_begin(s, "Last practice exam", "practice");
	html_begin(&s->h, "strong", NULL);
	html_textf(&s->h, "%d%%", site_exam_percent(last));
	html_end(&s->h);
	site_stat_bar(s, site_exam_percent(last), 100);
	site_stat_note_begin(s);
	site_exam_distance(s, e, last);
	html_text(&s->h, " · ");
	site_time(s, last->day, NULL, false);
	html_end(&s->h);
	site_stat_end(s);
}

static void exam_numbers(struct site *s, const struct site_exam *e)
{
	if ((e->is_over || e->of->day == DAY_NONE) && !e->ntopics &&
	    !e->npractice)
		return;
	html_begin(&s->h, "dl", "class", "stats", NULL);
	stat_countdown(s, e);
	stat_noted(s, e);
	stat_practice(s, e);
	html_end(&s->h);
}

/* --- pages --- */

static void describe(struct site *s, const struct site_exam *e)
{
	strbuf_reset(&s->text);
	strbuf_addf(&s->text, "%s %s", e->of->result == EXAM_PASSED ?
		    "Passed:" : "The way to", e->of->name);
	if (e->of->day != DAY_NONE)
		strbuf_addf(&s->text, " on %s", site_date(e->of->day).s);
	if (e->ntopics)
		strbuf_addf(&s->text, ": %zu of %zu topics noted", e->nnoted,
			    e->ntopics);
	strbuf_addch(&s->text, '.');
}

static int draw_exam(struct site *s, const struct site_exam *e,
		     struct error *err)
{
	struct href path = site_href("", "exams", e->file, NULL);

	describe(s, e);
	s->up = "../";
	site_page_begin(s, &(struct site_head){
		.path = path.s,
		.title = e->of->name,
		.description = s->text.buf,
		.menu = MENU_EXAM,
		.is_wide = true,
	});
	html_begin(&s->h, "header", "class", "hero", NULL);
	html_begin(&s->h, "p", "class", "crumbs", NULL);
	html_element(&s->h, "a", "Exams", "href",
		     site_href(s->up, NULL, "exams.html", NULL).s, NULL);
	html_end(&s->h);
	html_element(&s->h, "h1", e->of->name, NULL);
	exam_facts(s, e);
	site_exam_result(s, e);
	site_exam_took(s, e);
	html_end(&s->h);
	exam_numbers(s, e);
	site_exam_way(s, e);
	site_exam_domains(s, e, "Domains");
	site_exam_practice(s, e);
	site_exam_topics(s, e);
	return site_page_end(s, err);
}

static void index_exam(struct site *s, const struct site_exam *e)
{
	html_begin(&s->h, "article", "class", "card", NULL);
	html_begin(&s->h, "h3", NULL);
	html_element(&s->h, "a", e->of->name, "href",
		     site_href(s->up, "exams", e->file, NULL).s, NULL);
	html_end(&s->h);
	exam_facts(s, e);
	site_exam_result(s, e);
	if (!e->is_over && e->ntopics) {
		html_begin(&s->h, "p", NULL);
		if (e->of->day != DAY_NONE)
			html_textf(&s->h, "%d day%s to go. ", days_to_go(s, e),
				   days_to_go(s, e) == 1 ? "" : "s");
		html_textf(&s->h, "%zu of %zu topics noted.", e->nnoted,
			   e->ntopics);
		html_end(&s->h);
	}
	html_end(&s->h);
}

static void index_list(struct site *s, bool over, const char *heading)
{
	const struct site_plan *plan = s->view->plan;
	bool open = false;

	for (size_t i = 0; i < plan->nexams; i++) {
		if (plan->exams[i].is_over != over)
			continue;
		if (!open)
			html_element(&s->h, "h2", heading, NULL);
		open = true;
		index_exam(s, &plan->exams[i]);
	}
}

static int draw_index(struct site *s, struct error *err)
{
	s->up = "";
	site_page_begin(s, &(struct site_head){
		.path = "exams.html",
		.title = "Exams",
		.description = "The exams of this log, to come and past.",
		.menu = MENU_EXAM,
	});
	html_element(&s->h, "h1", "Exams", NULL);
	index_list(s, false, "To come");
	index_list(s, true, "Past");
	return site_page_end(s, err);
}

int site_draw_exams(struct site *s, struct error *err)
{
	const struct site_plan *plan = s->view->plan;

	if (!plan->nexams)
		return 0;
	for (size_t i = 0; i < plan->nexams; i++)
		if (draw_exam(s, &plan->exams[i], err))
			return -1;
	return draw_index(s, err);
}
