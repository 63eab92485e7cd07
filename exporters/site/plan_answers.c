/* SPDX-License-Identifier: MIT */
/*
 * What may answer the open questions, found among the passages that are shown:
 * had private ones been candidates, they could push others out, and that would
 * tell of them.
 */
#include "exporters/site/plan.h"

#include <stdlib.h>

#include "core/model/answer.h"

/* The latest passages on a topic, and the topics of a question. */
#define PASSAGES_LOOKED_AT 600
#define TOPICS_LOOKED_AT 4

/* The passages on one topic that say something, read once. */
struct shelf {
	bool is_read;
	const struct site_passage **passages;
	struct answer_text *texts;
	size_t count;
};

struct finder {
	const struct site_view *v;
	struct shelf *shelves;		/* of each topic */
	struct answer_candidate *candidates;
	const struct site_passage **of;
	size_t count, cap, of_cap;
};

/* What asks cannot answer, and a name alone says nothing. */
static bool may_answer(const struct site_passage *p)
{
	return p->kind != PASSAGE_HEADING &&
	       !(p->traits & (TRAIT_QUESTION | TRAIT_TODO | TRAIT_LAB |
			      TRAIT_READING));
}

static struct shelf *shelf_of(struct finder *f, size_t topic)
{
	const struct site_topic *t = &f->v->topics[topic];
	struct shelf *shelf = &f->shelves[topic];
	size_t first = t->npassages > PASSAGES_LOOKED_AT ?
			       t->npassages - PASSAGES_LOOKED_AT : 0;
	size_t room = t->npassages - first + 1;

	if (shelf->is_read)
		return shelf;
	shelf->is_read = true;
	shelf->passages = arena_alloc(f->v->mem,
				      room * sizeof(*shelf->passages));
	shelf->texts = arena_alloc(f->v->mem, room * sizeof(*shelf->texts));
	for (size_t i = first; i < t->npassages; i++) {
		const struct site_passage *p = &t->passages[i];

		if (!may_answer(p))
			continue;
		shelf->passages[shelf->count] = p;
		shelf->texts[shelf->count++] = answer_text_read(
			p->text, p->headings, p->nheadings,
			p->traits & TRAIT_DEFINITION, p->traits & TRAIT_TABLE,
			f->v->mem);
	}
	return shelf;
}

/* A hole is filled by what was logged later; nothing answers itself. */
static bool may_answer_this(const struct finder *f,
			    const struct site_passage *p,
			    const struct site_item *item)
{
	const struct site_passage *q = &item->passage;

	if (item->traits & TRAIT_HOLE)
		return !p->is_note && item->day != DAY_NONE &&
		       f->v->entries[p->document].day > item->day;
	return p->is_note != q->is_note || p->document != q->document ||
	       !str_eq(p->text, q->text);
}

/* Topics share the bytes of a passage that is on both. */
static bool is_same(const struct site_passage *a, const struct site_passage *b)
{
	return a->text.s == b->text.s && a->document == b->document;
}

/* What is on several topics of the question is one candidate. */
static void add_candidate(struct finder *f, const struct site_passage *p,
			  const struct answer_text *text, unsigned topic,
			  size_t before)
{
	for (size_t i = 0; i < before; i++)
		if (is_same(f->of[i], p)) {
			f->candidates[i].topics |= 1u << topic;
			return;
		}
	XGROW(f->candidates, f->count, f->cap);
	XGROW(f->of, f->count, f->of_cap);
	f->of[f->count] = p;
	f->candidates[f->count++] = (struct answer_candidate){
		.text = *text,
		.topics = 1u << topic,
	};
}

static void suggest(struct finder *f, struct site_item *item)
{
	struct site_passage *answers;
	size_t found[ANSWERS_MAX];
	struct answer_question question = {
		.text = item->text,
		.ntopics = item->ntopics < TOPICS_LOOKED_AT ?
				   item->ntopics : TOPICS_LOOKED_AT,
	};

	f->count = 0;
	for (unsigned i = 0; i < question.ntopics; i++) {
		const struct shelf *shelf = shelf_of(f, item->topics[i]);
		size_t before = f->count;

		for (size_t k = 0; k < shelf->count; k++)
			if (may_answer_this(f, shelf->passages[k], item))
				add_candidate(f, shelf->passages[k],
					      &shelf->texts[k], i, before);
	}
	item->nanswers = answer_find(&question, f->candidates, f->count,
				     found);
	answers = arena_alloc(f->v->mem,
			      (item->nanswers + 1) * sizeof(*answers));
	for (size_t i = 0; i < item->nanswers; i++)
		answers[i] = *f->of[found[i]];
	item->answers = answers;
}

void site_plan_add_answers(struct site_item *items, size_t count,
			   const struct site_view *v)
{
	struct finder f = {
		.v = v,
		.shelves = xcalloc(v->ntopics + 1, sizeof(*f.shelves)),
	};

	for (size_t i = 0; i < count; i++)
		if (!items[i].is_done &&
		    items[i].traits & (TRAIT_QUESTION | TRAIT_HOLE))
			suggest(&f, &items[i]);
	free(f.shelves);
	free(f.candidates);
	free(f.of);
}
