/* SPDX-License-Identifier: MIT */
/* The domains of an exam, the results of practice, the states of its topics. */
#include "exporters/site/exams.h"

#include <math.h>
#include <stdlib.h>

#include "exporters/site/chart.h"

/* --- domains --- */

static void table_head(struct site *s, const char *caption,
		       const char *const *labels)
{
	html_begin(&s->h, "div", "class", "table", "role", "region",
		   "tabindex", "0", "aria-label", caption, NULL);
	html_begin(&s->h, "table", "class", "figures", NULL);
	html_element(&s->h, "caption", caption, "class", "hidden", NULL);
	html_begin(&s->h, "thead", NULL);
	html_begin(&s->h, "tr", NULL);
	for (; *labels; labels++)
		html_element(&s->h, "th", *labels, "scope", "col", NULL);
	html_end(&s->h);
	html_end(&s->h);
	html_begin(&s->h, "tbody", NULL);
}

static void table_end(struct site *s)
{
	for (int i = 0; i < 3; i++)
		html_end(&s->h);
}

/* Of a domain's topics. */
struct topic_counts {
	size_t all, begun, noted;
};

static struct topic_counts count_topics(const struct site_exam *e, int domain)
{
	struct topic_counts n = { 0, 0, 0 };

	for (size_t i = 0; i < e->ntopics; i++) {
		if (e->topics[i].domain != domain)
			continue;
		n.all++;
		n.begun += e->topics[i].state == TOPIC_STUB;
		n.noted += e->topics[i].state >= TOPIC_NOTED;
	}
	return n;
}

static void noted_cell(struct site *s, const struct topic_counts *n)
{
	html_begin(&s->h, "td", NULL);
	if (n->all)
		html_textf(&s->h, "%zu of %zu", n->noted, n->all);
	else
		html_text(&s->h, "–");
	if (n->begun) {
		html_begin(&s->h, "span", "class", "note", NULL);
		html_textf(&s->h, "%zu begun", n->begun);
		html_end(&s->h);
	}
	html_end(&s->h);
}

/* The widest bar is that of the heaviest domain. */
static int heaviest(const struct site_exam *e)
{
	int most = 1;

	for (size_t i = 0; i < e->ndomains; i++)
		if (e->domains[i].of->weight > most)
			most = e->domains[i].of->weight;
	return most;
}

static void domain_row(struct site *s, const struct site_exam *e, size_t i,
		       int most)
{
	const struct study_domain *d = &e->domains[i];
	const struct topic_counts n = count_topics(e, (int)i);

	html_begin(&s->h, "tr", NULL);
	html_begin(&s->h, "th", "scope", "row", NULL);
	html_text(&s->h, d->of->name);
	site_chart_pair(s, (double)d->of->weight / most,
			d->coverage * d->of->weight / most);
	html_end(&s->h);
	html_begin(&s->h, "td", NULL);
	html_textf(&s->h, "%d%%", d->of->weight);
	html_end(&s->h);
	html_begin(&s->h, "td", NULL);
	html_textf(&s->h, "%d%%", study_percent(d->coverage));
	html_end(&s->h);
	noted_cell(s, &n);
	html_end(&s->h);
}

/* Why a topic that has a page may not be among those noted. */
static void domains_note(struct site *s, const struct site_exam *e)
{
	size_t begun = 0;

	for (size_t i = 0; i < e->ndomains; i++)
		begun += count_topics(e, (int)i).begun;
	if (begun)
		html_element(&s->h, "p", "Begun: there are only a few words "
			     "of it yet, or a gap among them.", "class", "facts",
			     NULL);
}

void site_exam_domains(struct site *s, const struct site_exam *e,
		       const char *heading)
{
	static const char *const labels[] = {
		"Domain", "Weight", "Covered", "Topics noted", NULL
	};

	if (!e->ndomains)
		return;
	html_begin(&s->h, "section", "aria-labelledby", "domains", NULL);
	html_element(&s->h, "h2", heading, "id", "domains", NULL);
	table_head(s, "Domains of the exam: weight, and how far they are "
		   "covered", labels);
	for (size_t i = 0; i < e->ndomains; i++)
		domain_row(s, e, i, heaviest(e));
	table_end(s);
	html_begin(&s->h, "p", "class", "key", NULL);
	html_element(&s->h, "span", "weight in the exam", "class", "weight",
		     NULL);
	html_text(&s->h, " ");
	html_element(&s->h, "span", "covered of it", "class", "fill", NULL);
	html_end(&s->h);
	domains_note(s, e);
	html_end(&s->h);
}

/* --- practice --- */

int site_exam_percent(const struct practice *p)
{
	return p->asked ? (int)lround(100.0 * p->right / p->asked) : 0;
}

void site_exam_distance(struct site *s, const struct site_exam *e,
			const struct practice *p)
{
	int pass = (int)lround(100 * exam_pass_share(e->of));
	int distance = site_exam_percent(p) - pass;

	if (!distance)
		html_text(&s->h, "on the mark");
	else
		html_textf(&s->h, "%d point%s %s", abs(distance),
			   abs(distance) == 1 ? "" : "s",
			   distance > 0 ? "over the mark" :
			   e->is_over ? "under the mark" : "to go");
}

static void practice_row(struct site *s, const struct site_exam *e,
			 const struct practice *p)
{
	html_begin(&s->h, "tr", NULL);
	html_begin(&s->h, "th", "scope", "row", NULL);
	site_time(s, p->day, NULL, false);
	if (p->source.len) {
		html_text(&s->h, " ");
		html_begin(&s->h, "span", "class", "source", NULL);
		html_slice(&s->h, p->source);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_begin(&s->h, "td", NULL);
	html_textf(&s->h, "%u of %u", p->right, p->asked);
	html_end(&s->h);
	html_begin(&s->h, "td", NULL);
	html_textf(&s->h, "%d%%", site_exam_percent(p));
	html_end(&s->h);
	html_begin(&s->h, "td", "class", "text", NULL);
	site_exam_distance(s, e, p);
	html_end(&s->h);
	html_end(&s->h);
}

void site_exam_practice(struct site *s, const struct site_exam *e)
{
	static const char *const labels[] = {
		"Day and source", "Right", "Share", "Pass mark", NULL
	};

	if (!e->npractice)
		return;
	html_begin(&s->h, "section", "aria-labelledby", "practice", NULL);
	html_element(&s->h, "h2", "Practice exams", "id", "practice", NULL);
	html_begin(&s->h, "div", "class", "wide-chart", NULL);
	site_chart_practice(s, e);
	html_end(&s->h);
	table_head(s, "Results of practice exams, newest first", labels);
	for (size_t i = e->npractice; i > 0; i--)
		practice_row(s, e, &e->practice[i - 1]);
	table_end(s);
	html_end(&s->h);
}

/* --- topics --- */

static const struct {
	const char *label, *class;
	enum topic_state from, to;
} groups[] = {
	{ "Solid", "s4", TOPIC_SOLID, TOPIC_SOLID },
	{ "Gone over again", "s3", TOPIC_REVIEWED, TOPIC_REVIEWED },
	{ "Noted", "s2", TOPIC_NOTED, TOPIC_NOTED },
	{ "Begun", "s1", TOPIC_STUB, TOPIC_STUB },
	{ "Still to come", "s0", TOPIC_UNSEEN, TOPIC_LISTED },
};

static bool is_in(const struct site_exam_topic *t, size_t group)
{
	return t->state >= groups[group].from && t->state <= groups[group].to;
}

static void topic_chip(struct site *s, const struct site_exam_topic *t)
{
	html_begin(&s->h, "li", NULL);
	if (t->topic >= 0)
		site_topic_chip(s, &s->view->topics[t->topic]);
	else
		html_element(&s->h, "span", t->name, NULL);
	html_end(&s->h);
}

static void topic_group(struct site *s, const struct site_exam *e, size_t group)
{
	size_t count = 0;

	for (size_t i = 0; i < e->ntopics; i++)
		count += is_in(&e->topics[i], group);
	if (!count)
		return;
	html_begin(&s->h, "h3", "class", groups[group].class, NULL);
	/* Nothing is to come for an exam that was taken. */
	html_textf(&s->h, "%s ", e->is_over && !groups[group].from ?
		   "Not noted" : groups[group].label);
	html_begin(&s->h, "span", "class", "count", NULL);
	html_textf(&s->h, "%zu", count);
	html_end(&s->h);
	html_end(&s->h);
	html_begin(&s->h, "ul", "class", "chips", NULL);
	for (size_t i = 0; i < e->ntopics; i++)
		if (is_in(&e->topics[i], group))
			topic_chip(s, &e->topics[i]);
	html_end(&s->h);
}

/* Why the table of domains adds up to fewer. */
static void topics_note(struct site *s, const struct site_exam *e)
{
	size_t other = 0;

	for (size_t i = 0; i < e->ntopics; i++)
		other += e->topics[i].domain < 0;
	if (!other || !e->ndomains)
		return;
	html_begin(&s->h, "p", "class", "facts", NULL);
	site_count(s, e->ntopics, "topic in all: ", "topics in all: ");
	html_textf(&s->h, "%zu of the domains above, and %zu that the plan "
		   "lists beside them.", e->ntopics - other, other);
	html_end(&s->h);
}

void site_exam_topics(struct site *s, const struct site_exam *e)
{
	if (!e->ntopics)
		return;
	html_begin(&s->h, "section", "class", "states", "aria-labelledby",
		   "topics", NULL);
	html_element(&s->h, "h2", "Topics", "id", "topics", NULL);
	topics_note(s, e);
	for (size_t i = 0; i < ARRAY_SIZE(groups); i++)
		topic_group(s, e, i);
	html_end(&s->h);
}
