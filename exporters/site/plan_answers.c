/* SPDX-License-Identifier: MIT */
/*
 * What may answer the open questions, found among the passages that are shown:
 * had private ones been candidates, they could push others out, and that would
 * tell of them.
 */
#include "exporters/site/plan.h"
#include "exporters/site/quotes.h"

#include <stdlib.h>

#include "core/base/sum64.h"
#include "core/base/sum_table.h"
#include "core/model/answer.h"

/* The latest passages on a topic. */
#define PASSAGES_LOOKED_AT 600

/* A passage that says something, whatever topics it is on: what it says is read
 * again if it answers, for most do not. */
struct source {
	uint32_t document, part;	/* of the view */
	size_t number;		/* in the part */
	uint64_t key;		/* key_of() it */
	struct answer_text text;
	size_t question;	/* it was last a candidate of, from 1 */
	size_t candidate;	/* its place among the candidates of that */
};

/* Those on one topic. */
struct shelf {
	bool is_wanted;		/* a question is on it */
	size_t *sources;
	size_t count, room;
	size_t skip;		/* so many passages of it come too early */
};

/* Where a topic is spoken of that a question is on. */
struct wanted {
	size_t topic;
	struct site_mention mention;
};

struct site_answers {
	const struct site_view *v;
	struct arena mem;		/* of the sources */
	struct answer_reader reader;
	struct answer_vocabulary words;	/* of the questions */
	struct source *sources;
	size_t nsources, sources_cap;
	struct sum_table by_key;	/* by key_of(): the place of a source */
	struct shelf *shelves;		/* of each topic */
	struct answer_candidate *candidates;	/* of the question in hand */
	size_t *of;			/* their sources */
	size_t count, cap, of_cap;
	size_t question;
	struct wanted *wanted;
	size_t nwanted, wanted_cap;
	struct site_quotes quotes;
	struct site_passage *taken;	/* of a mention, while it is read */
	size_t taken_cap;
	struct chosen {
		size_t sources[ANSWERS_MAX], count;
	} *chosen;			/* of each item */
};

/* Passages that are the same have the same key. */
static uint64_t key_of(const struct site_passage *p)
{
	struct sum64 key = SUM64_INIT;

	sum64_add_number(&key, p->is_note);
	sum64_add_number(&key, p->document);
	sum64_add(&key, p->text);
	return key.value;
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

static struct site_passage copy_passage(const struct site_passage *p,
					struct arena *mem)
{
	struct site_passage copy = *p;

	copy.headings = copy_headings(p, mem);
	copy.text = arena_str(mem, p->text);
	return copy;
}

static size_t add_source(struct site_answers *f, const struct wanted *w,
			 size_t number, const struct site_passage *p,
			 uint64_t key)
{
	XGROW(f->sources, f->nsources, f->sources_cap);
	f->sources[f->nsources] = (struct source){
		.document = w->mention.document,
		.part = w->mention.part,
		.number = number,
		.key = key,
		.text = answer_text_read(&f->reader, p->text, p->headings,
					 p->nabove, p->traits & TRAIT_DEFINITION,
					 p->traits & TRAIT_TABLE),
	};
	return f->nsources++;
}

/* The source that a passage is, made when it is on no earlier topic. */
static size_t source_of(struct site_answers *f, const struct wanted *w,
			size_t number, const struct site_passage *p)
{
	const uint64_t key = key_of(p);
	size_t source;

	if (sum_table_get(&f->by_key, key, &source))
		return source;
	source = add_source(f, w, number, p, key);
	sum_table_put(&f->by_key, key, source);
	return source;
}

static void put_on_shelf(struct site_answers *f, const struct wanted *w,
			 size_t number, const struct site_passage *p)
{
	struct shelf *shelf = &f->shelves[w->topic];

	if (shelf->skip)
		shelf->skip--;
	else if (answer_may_be(p->kind, p->traits) &&
		 shelf->count < shelf->room)
		shelf->sources[shelf->count++] = source_of(f, w, number, p);
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

static void want_topic(struct site_answers *f, size_t topic)
{
	const struct site_topic *t = &f->v->topics[topic];
	struct shelf *shelf = &f->shelves[topic];

	if (shelf->is_wanted)
		return;
	shelf->is_wanted = true;
	shelf->room = t->npassages < PASSAGES_LOOKED_AT ? t->npassages :
							  PASSAGES_LOOKED_AT;
	shelf->sources = arena_alloc(&f->mem, (shelf->room + 1) *
						      sizeof(*shelf->sources));
	for (size_t i = first_mention(t, &shelf->skip); i < t->nmentions; i++) {
		XGROW(f->wanted, f->nwanted, f->wanted_cap);
		f->wanted[f->nwanted++] =
			(struct wanted){ topic, t->mentions[i] };
	}
}

static int by_place(const void *a, const void *b)
{
	const struct wanted *x = a, *y = b;

	if (x->mention.document != y->mention.document)
		return x->mention.document < y->mention.document ? -1 : 1;
	if (x->mention.part != y->mention.part)
		return x->mention.part < y->mention.part ? -1 : 1;
	return (x->topic > y->topic) - (x->topic < y->topic);
}

static void take(struct site_answers *f, const struct wanted *w)
{
	const struct site_topic *t = &f->v->topics[w->topic];
	struct str numbers = str_from(t->passages, w->mention.first);
	uint32_t number = 0;
	unsigned others;
	size_t count;

	if (w->mention.count > f->taken_cap) {
		f->taken_cap = w->mention.count * (size_t)2;
		f->taken = xrealloc(f->taken,
				    f->taken_cap * sizeof(*f->taken));
	}
	count = site_quotes_take(&f->quotes, f->v, t, &w->mention, f->taken);
	/* Numbers ascend: those that were not found are the last. */
	for (size_t i = 0; i < count; i++)
		put_on_shelf(f, w,
			     passage_numbers_next(&numbers, &number, &others),
			     &f->taken[i]);
}

static int take_some(struct site_answers *f, const struct wanted *w,
		     size_t count, struct error *err)
{
	struct site_mention mentions[QUOTES_MAX];

	for (size_t i = 0; i < count; i++)
		mentions[i] = w[i].mention;
	if (site_quotes_load(&f->quotes, f->v, mentions, count, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		take(f, &w[i]);
	return 0;
}

/* Document by document, in the order of each topic's mentions, so that a part
 * on many topics is read once. */
static int fill_shelves(struct site_answers *f, struct error *err)
{
	if (f->nwanted)
		qsort(f->wanted, f->nwanted, sizeof(*f->wanted), by_place);
	for (size_t i = 0; i < f->nwanted; i += QUOTES_MAX) {
		size_t left = f->nwanted - i;

		if (take_some(f, f->wanted + i,
			      left < QUOTES_MAX ? left : QUOTES_MAX, err))
			return -1;
	}
	return 0;
}

/* A hole is filled by what was logged later; nothing answers itself. */
static bool may_answer_this(const struct site_answers *f,
			    const struct source *from,
			    const struct site_item *item, uint64_t key)
{
	const struct site_view *v = f->v;

	if (item->traits & TRAIT_HOLE)
		return from->document < v->nentries && item->day != DAY_NONE &&
		       v->entries[from->document].day > item->day;
	return from->key != key;
}

/* What is on several topics of the question is one candidate. */
static void add_candidate(struct site_answers *f, size_t source, unsigned topic)
{
	struct source *from = &f->sources[source];

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
		.text = from->text,
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
	const uint64_t key = key_of(&item->passage);

	f->question++;
	f->count = 0;
	for (unsigned i = 0; i < topics_of(item); i++) {
		const struct shelf *shelf = &f->shelves[item->topics[i]];

		for (size_t k = 0; k < shelf->count; k++)
			if (may_answer_this(f, &f->sources[shelf->sources[k]],
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

	item->answers = answers;
	item->nanswers = 0;
	for (size_t i = 0; i < chosen->count; i++) {
		const struct source *from = &f->sources[chosen->sources[i]];
		struct site_passage answer;
		bool is_there;

		if (site_quotes_find(&f->quotes, f->v, from->document,
				     from->part, from->number, &answer,
				     &is_there, err))
			return -1;
		if (is_there && key_of(&answer) == from->key)
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
		want_topic(f, item->topics[i]);
	answer_vocabulary_add(&f->words, item->text);
}

struct site_answers *site_answers_new(const struct site_view *v)
{
	struct site_answers *f = xcalloc(1, sizeof(*f));

	f->v = v;
	f->reader = (struct answer_reader){ .mem = &f->mem,
					    .wanted = &f->words };
	f->shelves = xcalloc(v->ntopics + 1, sizeof(*f->shelves));
	f->chosen = xcalloc(v->plan->nitems + 1, sizeof(*f->chosen));
	return f;
}

void site_answers_free(struct site_answers *f)
{
	site_quotes_release(&f->quotes);
	sum_table_release(&f->by_key);
	arena_release(&f->mem);
	free(f->sources);
	free(f->shelves);
	free(f->candidates);
	free(f->of);
	free(f->wanted);
	free(f->taken);
	free(f->chosen);
	free(f);
}

int site_answers_read(struct site_answers *f, struct error *err)
{
	const struct site_plan *plan = f->v->plan;
	int rc;

	for (size_t i = 0; i < plan->nitems; i++)
		if (wants_answer(&plan->items[i]))
			want_answer(f, &plan->items[i]);
	rc = fill_shelves(f, err);
	/* Little of it is wanted again, and others read meanwhile. */
	site_quotes_release(&f->quotes);
	return rc;
}

void site_answers_choose(struct site_answers *f)
{
	const struct site_plan *plan = f->v->plan;

	for (size_t i = 0; i < plan->nitems; i++)
		if (wants_answer(&plan->items[i]))
			choose(f, &plan->items[i], &f->chosen[i]);
}

int site_answers_take(struct site_answers *f, struct arena *mem,
		      struct error *err)
{
	const struct site_plan *plan = f->v->plan;

	for (size_t i = 0; i < plan->nitems; i++)
		if (f->chosen[i].count &&
		    take_answers(f, &f->chosen[i], &plan->items[i], mem, err))
			return -1;
	return 0;
}
