/* SPDX-License-Identifier: MIT */
/* The next exam on the home page: the way there, and its domains. */
#include "exporters/site/chart.h"
#include "exporters/site/exams.h"

static struct href exam_href(const struct site *s, const struct site_exam *e)
{
	return site_href(s->up, "exams", e->file, NULL);
}

static void way(struct site *s, const struct site_exam *e)
{
	html_begin(&s->h, "section", "aria-labelledby", "way", NULL);
	html_begin(&s->h, "h2", "id", "way", NULL);
	html_text(&s->h, "The way to ");
	html_element(&s->h, "a", e->of->name, "href", exam_href(s, e).s, NULL);
	html_end(&s->h);
	site_chart_burnup(s, e, true);
	html_begin(&s->h, "p", "class", "facts", NULL);
	html_textf(&s->h, "%zu of %zu topics noted", e->nnoted, e->ntopics);
	if (e->nnoted < e->ntopics)
		html_textf(&s->h, "; an even pace would be at %.0f.",
			   e->pace.planned);
	else
		html_text(&s->h, ". What is left is to go over them again.");
	html_end(&s->h);
	html_end(&s->h);
}

void site_home_exam(struct site *s)
{
	const struct site_exam *e = s->view->plan->next;

	if (!e || (!e->has_pace && !e->ndomains))
		return;
	html_begin(&s->h, "div", "class", "columns even", NULL);
	if (e->has_pace)
		way(s, e);
	site_exam_domains(s, e, "Domains of the exam");
	html_end(&s->h);
}
