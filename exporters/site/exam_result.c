/* SPDX-License-Identifier: MIT */
/* What came of an exam, on its page and at the top of the home page. */
#include "exporters/site/exams.h"
#include "exporters/site/ranks.h"

/* The day that it was over, or DAY_NONE. */
static int end_of(const struct exam *of)
{
	return of->result_day != DAY_NONE ? of->result_day : of->day;
}

static void add_score(struct site *s, const struct exam *of)
{
	if (of->result == EXAM_OPEN || of->score < 0)
		return;
	html_textf(&s->h, ", with %d point%s", of->score,
		   of->score == 1 ? "" : "s");
	if (of->scale_high > 0)
		html_textf(&s->h, " of %d", of->scale_high);
}

/* Whatever came of it, the days of study count. */
void site_exam_result(struct site *s, const struct site_exam *e)
{
	const struct exam *of = e->of;

	if (!e->is_over)
		return;
	html_begin(&s->h, "p", "class", of->result == EXAM_PASSED ?
						"result passed" : "result",
		   NULL);
	if (of->result == EXAM_PASSED)
		html_element(&s->h, "strong", "Passed", NULL);
	else if (of->result == EXAM_FAILED)
		html_text(&s->h, "Taken; not this time, and all that was "
			  "learned stays");
	else
		html_text(&s->h, "The day is behind; its result is not noted "
			  "yet");
	if (of->result != EXAM_OPEN && of->result_day != DAY_NONE) {
		html_text(&s->h, " on ");
		site_time(s, of->result_day, NULL, false);
	}
	add_score(s, of);
	html_text(&s->h, ".");
	if (of->result == EXAM_PASSED && exam_renewal(of) != DAY_NONE) {
		html_text(&s->h, " It holds until ");
		site_time(s, exam_renewal(of), NULL, false);
		html_text(&s->h, ".");
	}
	html_end(&s->h);
}

/* Days of study, from the first to that of the exam, and what they took. */
void site_exam_took(struct site *s, const struct site_exam *e)
{
	const struct site_view *v = s->view;
	int first = e->plan.start, last = end_of(e->of), studied = 0;
	long long minutes = 0;
	struct site_day d;

	if (!e->is_over || last == DAY_NONE || first >= last ||
	    last > v->today)
		return;
	for (int day = first; day <= last; day++) {
		studied += site_view_is_studied(v, day);
		if (site_view_day(v, day, &d))
			minutes += d.minutes;
	}
	if (!studied)
		return;
	html_begin(&s->h, "p", NULL);
	html_text(&s->h, "The way there began on ");
	site_time(s, first, NULL, false);
	html_textf(&s->h, " and took %d days, with study on %d of them",
		   last - first + 1, studied);
	if (minutes > 0) {
		strbuf_reset(&s->text);
		site_add_hours(&s->text, minutes);
		html_textf(&s->h, ": %s noted", s->text.buf);
	}
	html_text(&s->h, ".");
	html_end(&s->h);
}

static void passed_line(struct site *s, const struct site_exam *e)
{
	html_begin(&s->h, "li", NULL);
	html_element(&s->h, "strong", "Passed", NULL);
	html_text(&s->h, " ");
	html_element(&s->h, "a", e->of->name, "href",
		     site_href(s->up, "exams", e->file, NULL).s, NULL);
	if (end_of(e->of) != DAY_NONE) {
		html_text(&s->h, " on ");
		site_time(s, end_of(e->of), NULL, false);
	}
	add_score(s, e->of);
	html_end(&s->h);
}

/* Of all that a log can tell, what others ask for first. */
void site_home_passed(struct site *s)
{
	const struct site_plan *plan = s->view->plan;
	bool open = false;

	for (size_t i = 0; i < plan->nexams; i++) {
		if (plan->exams[i].of->result != EXAM_PASSED)
			continue;
		if (!open)
			html_begin(&s->h, "ul", "class", "passed", "aria-label",
				   "Exams passed", NULL);
		open = true;
		passed_line(s, &plan->exams[i]);
	}
	if (open)
		html_end(&s->h);
}
