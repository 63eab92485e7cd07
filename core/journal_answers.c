/* SPDX-License-Identifier: MIT */
/* What may answer questions: passages on their topics, each read once. */
#include "core/journal_answers.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/date.h"

/* Passages on one topic that are looked at: the latest of a long journal. */
#define PASSAGES_LOOKED_AT 3000
#define KEY_BYTES 64		/* that tell passages of one line apart */

void answer_finder_release(struct answer_finder *f)
{
	strset_release(&f->places);
	strset_release(&f->topics);
	free(f->sources);
	free(f->shelves);
	free(f->candidates);
	free(f->of);
}

/* The source that a passage is, made when it is on no earlier topic. */
static size_t source_of(struct answer_finder *f, const struct index_passage *p)
{
	AUTO(strbuf) key = STRBUF_INIT;
	size_t at;

	strbuf_addf(&key, "%s %u %zu ", p->path, p->line, p->text.len);
	strbuf_addslice(&key, str_upto(p->text, KEY_BYTES));
	if (strset_get(&f->places, strbuf_slice(&key), &at))
		return at;
	strset_put(&f->places, strbuf_slice(&key), f->nsources);
	XGROW(f->sources, f->nsources, f->sources_cap);
	f->sources[f->nsources] = (struct answer_source){
		.passage = p,
		.text = answer_text_read(&f->reader, p->text, p->headings,
					 p->nheadings,
					 p->traits & TRAIT_DEFINITION,
					 p->traits & TRAIT_TABLE),
	};
	return f->nsources++;
}

int answer_shelf_of(struct answer_finder *f, const char *topic,
		    struct answer_shelf *out, struct error *err)
{
	const struct index_passage_filter filter = {
		.topic = topic, .since = f->since ? f->since : DAY_NONE,
	};
	struct index_passage *passages;
	size_t count, first, at;

	if (strset_get(&f->topics, str_of(topic), &at)) {
		*out = f->shelves[at];
		return 0;
	}
	if (index_passages(f->index, &filter, f->mem, &passages, &count, err))
		return -1;
	first = count > PASSAGES_LOOKED_AT ? count - PASSAGES_LOOKED_AT : 0;
	*out = (struct answer_shelf){
		arena_alloc(f->mem, (count - first + 1) * sizeof(size_t)), 0
	};
	for (size_t i = first; i < count; i++)
		if (answer_may_be(passages[i].kind, passages[i].traits))
			out->sources[out->count++] = source_of(f, &passages[i]);
	strset_put(&f->topics, str_of(topic), f->nshelves);
	XGROW(f->shelves, f->nshelves, f->shelves_cap);
	f->shelves[f->nshelves++] = *out;
	return 0;
}

/* A hole is filled by what was logged later; nothing answers itself. */
static bool may_answer_this(const struct index_passage *p,
			    const struct journal_item *q)
{
	if (q->source->passage.traits & TRAIT_HOLE)
		return p->document == DOCUMENT_ENTRY && p->day != DAY_NONE &&
		       p->day > q->day;
	return p->line != q->source->passage.line ||
	       strcmp(p->path, q->source->passage.path) != 0;
}

static void add_candidate(struct answer_finder *f, size_t source, unsigned topic)
{
	struct answer_source *s = &f->sources[source];

	if (s->question == f->question) {
		f->candidates[s->candidate].topics |= 1u << topic;
		return;
	}
	s->question = f->question;
	s->candidate = f->count;
	XGROW(f->candidates, f->count, f->cap);
	XGROW(f->of, f->count, f->of_cap);
	f->of[f->count] = source;
	f->candidates[f->count++] = (struct answer_candidate){
		.text = s->text,
		.topics = 1u << topic,
	};
}

static int suggest(struct answer_finder *f, struct journal_item *q, struct error *err)
{
	size_t found[ANSWERS_MAX];
	struct answer_question question = {
		.text = q->text,
		.ntopics = q->ntopics < ANSWER_TOPICS ? q->ntopics :
							   ANSWER_TOPICS,
	};

	f->question++;
	f->count = 0;
	for (unsigned i = 0; i < question.ntopics; i++) {
		struct answer_shelf shelf;

		if (answer_shelf_of(f, q->topics[i], &shelf, err))
			return -1;
		for (size_t k = 0; k < shelf.count; k++)
			if (may_answer_this(
				    f->sources[shelf.sources[k]].passage, q))
				add_candidate(f, shelf.sources[k], i);
	}
	q->nanswers = answer_find(&question, f->candidates, f->count, found);
	for (size_t i = 0; i < q->nanswers; i++)
		q->answers[i] = f->sources[f->of[found[i]]].passage;
	if (q->nanswers)
		q->state = ITEM_SUGGESTED;
	return 0;
}

static bool wants_answer(const struct journal_item *item)
{
	unsigned traits = item->source->passage.traits;

	return traits & TRAIT_QUESTION ||
	       (traits & TRAIT_HOLE && item->day != DAY_NONE);
}

int journal_suggest(struct journal *j, struct journal_item *items,
		    size_t count, struct arena *mem, struct error *err)
{
	AUTO(answer_finder) f = { .mem = mem, .reader = { .mem = mem } };

	if (journal_index(j, &f.index, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (items[i].state == ITEM_OPEN && wants_answer(&items[i]) &&
		    suggest(&f, &items[i], err))
			return -1;
	return 0;
}
