/* SPDX-License-Identifier: MIT */
/* Which of the passages that are shown answer the open questions. */
#include "exporters/site/plan.h"

#include <stdlib.h>

#include "exporters/site/plan_shelves.h"

struct site_answers {
	struct site_shelves shelves;
	struct answer_candidate *candidates;	/* of the question in hand */
	size_t *of;			/* their sources */
	size_t count, cap, of_cap;
	size_t question;
	struct chosen {
		size_t sources[ANSWERS_MAX], count;
	} *chosen;			/* of each item */
};

static const char *const *copy_headings(const struct site_passage *p,
					struct arena *mem)
{
	const char **copy = arena_alloc(mem, (p->nabove + 1) *
						     sizeof(*copy));

	for (size_t i = 0; i < p->nabove; i++)
		copy[i] = arena_strdup(mem, p->headings[i]);
	return copy;
}

static struct site_passage copy_passage(const struct site_passage *p,
					struct arena *mem)
{
	struct site_passage copy = *p;

	copy.headings = copy_headings(p, mem);
	copy.text = arena_str(mem, p->text);
	return copy;
}

/* A hole is filled by what was logged later; nothing answers itself. */
static bool may_answer_this(const struct site_answers *f,
			    const struct site_source *from,
			    const struct site_item *item, uint64_t key)
{
	const struct site_view *v = f->shelves.v;

	if (item->traits & TRAIT_HOLE)
		return from->document < v->nentries && item->day != DAY_NONE &&
		       v->entries[from->document].day > item->day;
	return from->key != key;
}

/* What is on several topics of the question is one candidate. */
static void add_candidate(struct site_answers *f, size_t source, unsigned topic)
{
	struct site_source *from = &f->shelves.sources[source];

	if (from->question == f->question) {
		f->candidates[from->candidate].topics |= 1u << topic;
		return;
	}
	from->question = f->question;
	from->candidate = f->count;
	XGROW(f->candidates, f->count, f->cap);
	XGROW(f->of, f->count, f->of_cap);
	f->of[f->count] = source;
	f->candidates[f->count++] = (struct answer_candidate){
		.text = from->says,
		.topics = 1u << topic,
	};
}

/* The topics of a question that are looked at. */
static unsigned topics_of(const struct site_item *item)
{
	return item->ntopics < ANSWER_TOPICS ? (unsigned)item->ntopics :
						  ANSWER_TOPICS;
}

static void find_candidates(struct site_answers *f, const struct site_item *item)
{
	const struct site_shelves *all = &f->shelves;
	const uint64_t key = site_source_key(all->v, &item->passage);

	f->question++;
	f->count = 0;
	for (unsigned i = 0; i < topics_of(item); i++) {
		const struct site_shelf *shelf = &all->topics[item->topics[i]];

		for (size_t k = 0; k < shelf->count; k++)
			if (may_answer_this(f, &all->sources[shelf->sources[k]],
					    item, key))
				add_candidate(f, shelf->sources[k], i);
	}
}

static void choose(struct site_answers *f, const struct site_item *item,
		   struct chosen *out)
{
	const struct answer_question question = {
		.text = item->text,
		.ntopics = topics_of(item),
	};

	find_candidates(f, item);
	out->count = answer_find(&question, f->candidates, f->count,
				 out->sources);
	for (size_t i = 0; i < out->count; i++)
		out->sources[i] = f->of[out->sources[i]];
}

static int take_answers(struct site_answers *f, const struct chosen *chosen,
			struct site_item *item, struct arena *mem,
			struct error *err)
{
	struct site_passage *answers = arena_alloc(mem, (chosen->count + 1) *
							sizeof(*answers));
	struct site_shelves *all = &f->shelves;

	item->answers = answers;
	item->nanswers = 0;
	for (size_t i = 0; i < chosen->count; i++) {
		const struct site_source *from =
			&all->sources[chosen->sources[i]];
		struct site_passage answer;
		bool is_there;

		if (site_quotes_find(&all->quotes, all->v, from->document,
				     from->part, from->number, &answer,
				     &is_there, err))
			return -1;
		if (is_there && site_source_key(all->v, &answer) == from->key)
			answers[item->nanswers++] = copy_passage(&answer, mem);
	}
	return 0;
}

static bool wants_answer(const struct site_item *item)
{
	return !item->is_done &&
	       item->traits & (TRAIT_QUESTION | TRAIT_HOLE);
}

static void want_answer(struct site_answers *f, const struct site_item *item)
{
	for (unsigned i = 0; i < topics_of(item); i++)
		site_shelves_want(&f->shelves, item->topics[i]);
	site_shelves_hear(&f->shelves, item->text);
}

struct site_answers *site_answers_new(const struct site_view *v)
{
	struct site_answers *f = xcalloc(1, sizeof(*f));

	site_shelves_init(&f->shelves, v);
	f->chosen = xcalloc(v->plan->nitems + 1, sizeof(*f->chosen));
	return f;
}

void site_answers_free(struct site_answers *f)
{
	site_shelves_release(&f->shelves);
	free(f->candidates);
	free(f->of);
	free(f->chosen);
	free(f);
}

int site_answers_read(struct site_answers *f, struct error *err)
{
	const struct site_plan *plan = f->shelves.v->plan;

	for (size_t i = 0; i < plan->nitems; i++)
		if (wants_answer(&plan->items[i]))
			want_answer(f, &plan->items[i]);
	return site_shelves_read(&f->shelves, err);
}

void site_answers_choose(struct site_answers *f)
{
	const struct site_plan *plan = f->shelves.v->plan;

	for (size_t i = 0; i < plan->nitems; i++)
		if (wants_answer(&plan->items[i]))
			choose(f, &plan->items[i], &f->chosen[i]);
}

int site_answers_take(struct site_answers *f, struct arena *mem,
		      struct error *err)
{
	const struct site_plan *plan = f->shelves.v->plan;

	for (size_t i = 0; i < plan->nitems; i++)
		if (f->chosen[i].count &&
		    take_answers(f, &f->chosen[i], &plan->items[i], mem, err))
			return -1;
	return 0;
}

void site_answers_keep(const struct site_answers *f, struct strbuf *out)
{
	answers_kept_write(&f->shelves.kept, out, f->shelves.key);
}
