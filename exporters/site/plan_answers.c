/* SPDX-License-Identifier: MIT */
/*
 * What may answer the open questions, found among the passages that are shown:
 * had private ones been candidates, they could push others out, and that would
 * tell of them.
 */
#include "exporters/site/plan.h"
#include "exporters/site/quotes.h"

#include <stdlib.h>

#include "core/model/answer.h"

/* The latest passages on a topic, and the topics of a question. */
#define PASSAGES_LOOKED_AT 600
#define TOPICS_LOOKED_AT 4

/* The passages on one topic that say something, read once, in the view's
 * memory. */
struct shelf {
	bool is_read;
	struct site_passage *passages;
	struct answer_text *texts;
	size_t count, room;
};

struct finder {
	const struct site_view *v;
	struct shelf *shelves;		/* of each topic */
	struct answer_candidate *candidates;
	const struct site_passage **of;
	size_t count, cap, of_cap;
	struct site_quotes quotes;
	struct shelf *filled;		/* while a topic is read */
	size_t skip;			/* so many passages of it come too early */
};

/* What asks cannot answer, and a name alone says nothing. */
static bool may_answer(const struct site_passage *p)
{
	return p->kind != PASSAGE_HEADING &&
	       !(p->traits & (TRAIT_QUESTION | TRAIT_TODO | TRAIT_LAB |
			      TRAIT_READING));
}

static const char *const *copy_headings(const struct site_passage *p,
					struct arena *mem)
{
	const char **copy = arena_alloc(mem, (p->nabove + 1) *
						     sizeof(*copy));

	for (size_t i = 0; i < p->nabove; i++)
		copy[i] = arena_strdup(mem, p->headings[i]);
	return copy;
}

static void put_on_shelf(void *arg, const struct site_passage *p)
{
	struct finder *f = arg;
	struct shelf *shelf = f->filled;
	struct site_passage *kept;

	if (f->skip) {
		f->skip--;
		return;
	}
	if (!may_answer(p) || shelf->count == shelf->room)
		return;
	kept = &shelf->passages[shelf->count];
	*kept = *p;
	kept->headings = copy_headings(p, f->v->mem);
	kept->text = arena_str(f->v->mem, p->text);
	shelf->texts[shelf->count++] = answer_text_read(
		kept->text, kept->headings, kept->nabove,
		p->traits & TRAIT_DEFINITION, p->traits & TRAIT_TABLE,
		f->v->mem);
}

/* Where the last passages begin that are looked at. */
static size_t first_mention(const struct site_topic *t, size_t *skip)
{
	size_t at = t->nmentions, count = 0;

	while (at && count < PASSAGES_LOOKED_AT)
		count += t->mentions[--at].count;
	*skip = count > PASSAGES_LOOKED_AT ? count - PASSAGES_LOOKED_AT : 0;
	return at;
}

static int fill_shelf(struct finder *f, size_t topic, struct error *err)
{
	const struct site_topic *t = &f->v->topics[topic];
	struct shelf *shelf = &f->shelves[topic];
	size_t first;

	if (shelf->is_read)
		return 0;
	shelf->is_read = true;
	shelf->room = t->npassages < PASSAGES_LOOKED_AT ? t->npassages :
							  PASSAGES_LOOKED_AT;
	shelf->passages = arena_alloc(f->v->mem, (shelf->room + 1) *
						 sizeof(*shelf->passages));
	shelf->texts = arena_alloc(f->v->mem, (shelf->room + 1) *
					      sizeof(*shelf->texts));
	f->filled = shelf;
	first = first_mention(t, &f->skip);
	return site_quotes_each(&f->quotes, f->v, t, first, put_on_shelf, f,
				err);
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

static bool is_same(const struct site_passage *a, const struct site_passage *b)
{
	return a->is_note == b->is_note && a->document == b->document &&
	       str_eq(a->text, b->text);
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

static int suggest(struct finder *f, struct site_item *item,
		   struct error *err)
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
		const struct shelf *shelf = &f->shelves[item->topics[i]];
		size_t before = f->count;

		if (fill_shelf(f, item->topics[i], err))
			return -1;
		for (size_t k = 0; k < shelf->count; k++)
			if (may_answer_this(f, &shelf->passages[k], item))
				add_candidate(f, &shelf->passages[k],
					      &shelf->texts[k], i, before);
	}
	item->nanswers = answer_find(&question, f->candidates, f->count,
				     found);
	answers = arena_alloc(f->v->mem,
			      (item->nanswers + 1) * sizeof(*answers));
	for (size_t i = 0; i < item->nanswers; i++)
		answers[i] = *f->of[found[i]];
	item->answers = answers;
	return 0;
}

int site_plan_add_answers(struct site_item *items, size_t count,
			  const struct site_view *v, struct error *err)
{
	struct finder f = {
		.v = v,
		.shelves = xcalloc(v->ntopics + 1, sizeof(*f.shelves)),
	};
	int rc = 0;

	for (size_t i = 0; i < count && !rc; i++)
		if (!items[i].is_done &&
		    items[i].traits & (TRAIT_QUESTION | TRAIT_HOLE))
			rc = suggest(&f, &items[i], err);
	site_quotes_release(&f.quotes);
	free(f.shelves);
	free(f.candidates);
	free(f.of);
	return rc;
}
