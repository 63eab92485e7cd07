/* SPDX-License-Identifier: MIT */
/*
 * How far the topics of an exam are, by what the site shows of them and by
 * nothing else: what is private leaves no trace, not even in a state.
 */
#include "exporters/site/plan.h"
#include "exporters/site/quotes.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/strset.h"

struct gatherer {
	const struct site_view *v;
	const struct snapshot *s;
	const struct site_plan *plan;
	struct study_topic *topics;
	int *pages;		/* of each: index into v->topics, or -1 */
	struct strset numbers;	/* id -> index into topics */
	struct site_quotes quotes;
	size_t count, cap, pages_cap;
};

static void add_topic(struct gatherer *g, const char *id, const char *name,
		      int domain)
{
	if (strset_has(&g->numbers, str_of(id)))
		return;
	strset_put(&g->numbers, str_of(id), g->count);
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

static int compare_topic(const void *id, const void *topic)
{
	return strcmp(id, ((const struct snapshot_topic *)topic)->id);
}

static bool is_of_journal(const struct snapshot *s, const char *id)
{
	return bsearch(id, s->topics, s->ntopics, sizeof(*s->topics),
		       compare_topic);
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

/* What page `page` quotes is evidence for this topic. */
static int see_page(struct gatherer *g, size_t topic, int page,
		    struct error *err)
{
	struct witness w = { &g->topics[topic].evidence, g->v, DAY_NONE };

	if (page < 0)
		return 0;
	return site_quotes_each(&g->quotes, g->v, &g->v->topics[page], 0,
				see_passage, &w, err);
}

/* The topics themselves, and those that belong to them whether they have a page
 * or not. */
static int see_families(struct gatherer *g, struct error *err)
{
	for (size_t i = 0; i < g->count; i++)
		if (see_page(g, i, g->pages[i], err))
			return -1;
	for (size_t i = 0; i < g->s->ntopics; i++) {
		const struct snapshot_topic *t = &g->s->topics[i];
		size_t above;

		if (t->parent &&
		    strset_get(&g->numbers, str_of(t->parent), &above) &&
		    see_page(g, above, site_topic_index(g->v, t->id), err))
			return -1;
	}
	return 0;
}

static void see_item(struct gatherer *g, const struct site_item *item)
{
	for (size_t i = 0; i < item->ntopics; i++) {
		const char *id = g->v->topics[item->topics[i]].id;
		struct topic_evidence *e;
		size_t at;

		if (!strset_get(&g->numbers, str_of(id), &at))
			continue;
		e = &g->topics[at].evidence;
		e->open_questions += (item->traits & TRAIT_QUESTION) != 0;
		e->open_holes += (item->traits & TRAIT_HOLE) != 0;
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
	if (see_families(g, err))
		return -1;
	for (size_t i = 0; i < g->plan->nitems; i++)
		if (!g->plan->items[i].is_done)
			see_item(g, &g->plan->items[i]);
	for (size_t i = 0; i < g->count; i++)
		g->topics[i].state = topic_state_of(&g->topics[i].evidence,
						    day);
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
	strset_release(&g.numbers);
	free(g.topics);
	free(g.pages);
	return rc;
}
