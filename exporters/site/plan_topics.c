/* SPDX-License-Identifier: MIT */
/*
 * How far the topics of an exam are, by what the site shows of them and by
 * nothing else: what is private leaves no trace, not even in a state.
 */
#include "exporters/site/plan.h"
#include "exporters/site/quotes.h"

#include <stdlib.h>
#include <string.h>

struct gatherer {
	const struct site_view *v;
	const struct snapshot *s;
	const struct site_plan *plan;
	struct study_topic *topics;
	int *pages;		/* of each: index into v->topics, or -1 */
	struct site_quotes quotes;
	size_t count, cap, pages_cap;
};

static bool is_known(const struct gatherer *g, const char *id)
{
	for (size_t i = 0; i < g->count; i++)
		if (!strcmp(g->topics[i].id, id))
			return true;
	return false;
}

static void add_topic(struct gatherer *g, const char *id, const char *name,
		      int domain)
{
	if (is_known(g, id))
		return;
	XGROW(g->topics, g->count, g->cap);
	if (g->pages_cap < g->cap) {
		g->pages = xrealloc(g->pages, g->cap * sizeof(*g->pages));
		g->pages_cap = g->cap;
	}
	g->pages[g->count] = site_topic_index(g->v, id);
	g->topics[g->count++] = (struct study_topic){
		.id = id,
		.name = name,
		.domain = domain,
		.evidence = {
			.first_day = DAY_NONE,
			.last_day = DAY_NONE,
			.oldest_question = DAY_NONE,
			.listed = domain < 0,
		},
	};
}

static bool is_of_journal(const struct snapshot *s, const char *id)
{
	for (size_t i = 0; i < s->ntopics; i++)
		if (!strcmp(s->topics[i].id, id))
			return true;
	return false;
}

/* A topic that only private texts speak of is called what its exam calls it:
 * its name may be from one of them. */
static const char *public_name(const struct gatherer *g,
			       const struct snapshot_exam_topic *t)
{
	int page = site_topic_index(g->v, t->id);

	if (page >= 0)
		return g->v->topics[page].name;
	return is_of_journal(g->s, t->id) ? t->typed : t->name;
}

static void add_of_exam(struct gatherer *g, const struct snapshot_exam *e)
{
	for (size_t i = 0; i < e->ntopics; i++)
		add_topic(g, e->topics[i].id, public_name(g, &e->topics[i]),
			  e->topics[i].domain);
}

/* What plans list that may be seen. */
static void add_listed(struct gatherer *g, const struct exam *e)
{
	for (size_t i = 0; i < g->plan->nitems; i++) {
		const struct site_item *item = &g->plan->items[i];

		if (!(item->traits & TRAIT_SUBJECT) ||
		    !site_item_is_of(g->v, item, e))
			continue;
		for (size_t k = 0; k < item->ntopics; k++) {
			const struct site_topic *t =
				&g->v->topics[item->topics[k]];

			add_topic(g, t->id, t->name, -1);
		}
	}
}

/* --- evidence --- */

/* Passages come in the order of their days. */
struct witness {
	struct topic_evidence *evidence;
	const struct site_view *v;
	int last;		/* the day of the passage before */
};

static void see_passage(void *arg, const struct site_passage *p)
{
	struct witness *w = arg;
	const struct topic_passage seen = {
		.kind = p->kind,
		.traits = p->traits,
		.is_note = p->is_note,
		.text = p->text,
		.day = p->is_note ? DAY_NONE :
				    w->v->entries[p->document].day,
	};

	if (seen.day == DAY_NONE || seen.day <= w->v->today)
		topic_evidence_add(w->evidence, &seen, &w->last);
}

static int see_topic(struct gatherer *g, struct topic_evidence *e, int page,
		     struct error *err)
{
	struct witness w = { e, g->v, DAY_NONE };

	if (page < 0)
		return 0;
	return site_quotes_each(&g->quotes, g->v, &g->v->topics[page], 0,
				see_passage, &w, err);
}

/* A topic, and those that belong to it whether it has a page or not. */
static int see_family(struct gatherer *g, size_t i, struct error *err)
{
	struct study_topic *topic = &g->topics[i];

	if (see_topic(g, &topic->evidence, g->pages[i], err))
		return -1;
	for (size_t k = 0; k < g->s->ntopics; k++) {
		const char *parent = g->s->topics[k].parent;

		if (parent && !strcmp(parent, topic->id) &&
		    see_topic(g, &topic->evidence,
			      site_topic_index(g->v, g->s->topics[k].id), err))
			return -1;
	}
	return 0;
}

static void see_items(struct gatherer *g, size_t i)
{
	struct topic_evidence *e = &g->topics[i].evidence;

	for (size_t k = 0; k < g->plan->nitems; k++) {
		const struct site_item *item = &g->plan->items[k];

		for (size_t n = 0; n < item->ntopics; n++) {
			if ((int)item->topics[n] != g->pages[i] ||
			    item->is_done)
				continue;
			e->open_questions +=
				(item->traits & TRAIT_QUESTION) != 0;
			e->open_holes += (item->traits & TRAIT_HOLE) != 0;
		}
	}
}

static void keep_topics(struct site_exam *out, const struct gatherer *g,
			const struct study_topic *topics)
{
	struct site_exam_topic *kept =
		arena_alloc(g->v->mem, (g->count + 1) * sizeof(*kept));

	for (size_t i = 0; i < g->count; i++) {
		kept[i] = (struct site_exam_topic){
			.name = topics[i].name,
			.topic = g->pages[i],
			.domain = topics[i].domain,
			.state = topics[i].state,
			.day = topics[i].evidence.first_day,
		};
		out->nnoted += topics[i].state >= TOPIC_NOTED;
	}
	out->topics = kept;
	out->ntopics = g->count;
}

static void keep_domains(struct site_exam *out, const struct gatherer *g,
			 const struct study_topic *topics, int day)
{
	struct study_domain *domains = arena_alloc(
		g->v->mem, (out->of->ndomains + 1) * sizeof(*domains));

	study_sum_domains(domains, out->of, topics, g->count, day);
	out->domains = domains;
	out->ndomains = out->of->ndomains;
}

static int see_all(struct gatherer *g, int day, struct error *err)
{
	for (size_t i = 0; i < g->count; i++) {
		if (see_family(g, i, err))
			return -1;
		see_items(g, i);
		g->topics[i].state = topic_state_of(&g->topics[i].evidence,
						    day);
	}
	return 0;
}

int site_plan_add_topics(struct site_exam *out, const struct site_plan *plan,
			 const struct site_view *v, const struct snapshot *s,
			 const struct snapshot_exam *e, struct error *err)
{
	struct gatherer g = { .v = v, .s = s, .plan = plan };
	int day = e->of->day != DAY_NONE && e->of->day > v->today ?
			  e->of->day : v->today;
	int rc;

	add_of_exam(&g, e);
	add_listed(&g, e->of);
	rc = see_all(&g, day, err);
	if (!rc) {
		keep_topics(out, &g, g.topics);
		keep_domains(out, &g, g.topics, day);
	}
	site_quotes_release(&g.quotes);
	free(g.topics);
	free(g.pages);
	return rc;
}
