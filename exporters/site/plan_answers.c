/* SPDX-License-Identifier: MIT */
/*
 * What may answer the open questions, found among the passages that are shown:
 * had private ones been candidates, they could push others out, and that would
 * tell of them.
 */
#include "exporters/site/plan.h"
#include "exporters/site/quotes.h"

#include <stdlib.h>

#include "core/base/strset.h"
#include "core/base/sum64.h"
#include "core/model/answer.h"

/* The latest passages on a topic, and the topics of a question. */
#define PASSAGES_LOOKED_AT 600
#define TOPICS_LOOKED_AT 4

/* A passage that says something, whatever topics it is on. */
struct source {
	struct site_passage passage;
	struct answer_text text;
	size_t question;	/* it was last a candidate of, from 1 */
	size_t candidate;	/* its place among the candidates of that */
};

/* Those on one topic, which is read once. */
struct shelf {
	bool is_read;
	size_t *sources;
	size_t count, room;
};

struct finder {
	const struct site_view *v;
	struct arena mem;		/* of the sources */
	struct source *sources;
	size_t nsources, sources_cap;
	struct strset places;		/* of sources, by key_of() */
	struct shelf *shelves;		/* of each topic */
	struct answer_candidate *candidates;	/* of the question in hand */
	size_t *of;			/* their sources */
	size_t count, cap, of_cap;
	size_t question;
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

static bool is_same(const struct site_passage *a, const struct site_passage *b)
{
	return a->is_note == b->is_note && a->document == b->document &&
	       str_eq(a->text, b->text);
}

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

static size_t add_source(struct finder *f, const struct site_passage *p)
{
	struct source *to;

	XGROW(f->sources, f->nsources, f->sources_cap);
	to = &f->sources[f->nsources];
	*to = (struct source){ .passage = copy_passage(p, &f->mem) };
	to->text = answer_text_read(to->passage.text, to->passage.headings,
				    to->passage.nabove,
				    p->traits & TRAIT_DEFINITION,
				    p->traits & TRAIT_TABLE, &f->mem);
	return f->nsources++;
}

/* The source that a passage is, made when it is on no earlier topic. */
static size_t source_of(struct finder *f, const struct site_passage *p)
{
	const uint64_t number = key_of(p);
	const struct str key = { (const char *)&number, sizeof(number) };
	size_t at;

	if (strset_get(&f->places, key, &at))
		return is_same(&f->sources[at].passage, p) ? at :
							     add_source(f, p);
	strset_put(&f->places, key, f->nsources);
	return add_source(f, p);
}

static void put_on_shelf(void *arg, const struct site_passage *p)
{
	struct finder *f = arg;
	struct shelf *shelf = f->filled;

	if (f->skip)
		f->skip--;
	else if (may_answer(p) && shelf->count < shelf->room)
		shelf->sources[shelf->count++] = source_of(f, p);
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
	shelf->sources = arena_alloc(&f->mem, (shelf->room + 1) *
						      sizeof(*shelf->sources));
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

/* What is on several topics of the question is one candidate. */
static void add_candidate(struct finder *f, size_t source, unsigned topic)
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

	f->question++;
	f->count = 0;
	for (unsigned i = 0; i < question.ntopics; i++) {
		const struct shelf *shelf = &f->shelves[item->topics[i]];

		if (fill_shelf(f, item->topics[i], err))
			return -1;
		for (size_t k = 0; k < shelf->count; k++)
			if (may_answer_this(
				    f, &f->sources[shelf->sources[k]].passage,
				    item))
				add_candidate(f, shelf->sources[k], i);
	}
	item->nanswers = answer_find(&question, f->candidates, f->count,
				     found);
	answers = arena_alloc(f->v->mem,
			      (item->nanswers + 1) * sizeof(*answers));
	for (size_t i = 0; i < item->nanswers; i++)
		answers[i] = copy_passage(
			&f->sources[f->of[found[i]]].passage, f->v->mem);
	item->answers = answers;
	return 0;
}

int site_plan_add_answers(struct site_item *items, size_t count,
			  const struct site_view *v, struct error *err)
{
	struct finder f = {
		.v = v,
		.mem = ARENA_INIT,
		.places = STRSET_INIT,
		.shelves = xcalloc(v->ntopics + 1, sizeof(*f.shelves)),
	};
	int rc = 0;

	for (size_t i = 0; i < count && !rc; i++)
		if (!items[i].is_done &&
		    items[i].traits & (TRAIT_QUESTION | TRAIT_HOLE))
			rc = suggest(&f, &items[i], err);
	site_quotes_release(&f.quotes);
	strset_release(&f.places);
	arena_release(&f.mem);
	free(f.sources);
	free(f.shelves);
	free(f.candidates);
	free(f.of);
	return rc;
}
