/* SPDX-License-Identifier: MIT */
/* Items with their ids, topics and states, and what may answer them. */
#include "core/journal_items.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/strset.h"

/* Passages on one topic that are looked at: the latest of a long journal. */
#define PASSAGES_LOOKED_AT 3000

const char *item_state_name(enum item_state s)
{
	static const char *const names[] = {
		[ITEM_OPEN] = "open",
		[ITEM_SUGGESTED] = "suggested",
		[ITEM_CLOSED] = "answered",
	};

	return names[s];
}

/* The topics that the text names, and the one its prefix stands for. */
static void add_prefix_topic(struct journal_item *item, struct journal *j,
			     struct arena *mem)
{
	const struct topic *t;
	const char **topics;

	if (!item->prefix.len)
		return;
	t = topic_find(journal_topics(j), item->prefix);
	if (!t)
		return;
	for (size_t i = 0; i < item->ntopics; i++)
		if (!strcmp(item->topics[i], t->id))
			return;
	topics = arena_alloc(mem, (item->ntopics + 1) * sizeof(*topics));
	topics[0] = arena_strdup(mem, t->id);
	for (size_t i = 0; i < item->ntopics; i++)
		topics[i + 1] = item->topics[i];
	item->topics = topics;
	item->ntopics++;
}

static struct journal_item make_item(const struct index_item *source,
				     int index, struct journal *j,
				     struct arena *mem)
{
	struct journal_item item = {
		.index = index,
		.day = source->passage.day,
		.id = item_id(source->passage.text),
		.text = item_without_answer(source->passage.text),
		.source = source,
		.topics = source->topics,
		.ntopics = source->ntopics,
		.state = source->passage.traits & TRAIT_DONE ? ITEM_CLOSED :
							       ITEM_OPEN,
	};

	item.prefix = item_prefix_take(&item.text);
	add_prefix_topic(&item, j, mem);
	return item;
}

/* Which sources others are nested in. */
static bool *find_parents(const struct index_item *sources, size_t count,
			  struct arena *mem)
{
	bool *parents = arena_alloc(mem, (count + 1) * sizeof(*parents));

	for (size_t i = 0; i < count; i++)
		if (sources[i].parent >= 0)
			parents[sources[i].parent] = true;
	return parents;
}

int journal_items(struct journal *j, unsigned traits, struct arena *mem,
		  struct journal_item **out, size_t *count, struct error *err)
{
	struct strset seen = STRSET_INIT;
	struct index_item *sources;
	struct index *ix;
	size_t nsources;
	bool *parents;

	*count = 0;
	if (journal_index(j, &ix, err) ||
	    index_items(ix, traits, mem, &sources, &nsources, err))
		return -1;
	parents = find_parents(sources, nsources, mem);
	*out = arena_alloc(mem, (nsources + 1) * sizeof(**out));
	for (size_t i = 0; i < nsources; i++) {
		struct journal_item item = make_item(&sources[i], (int)i, j,
						     mem);
		size_t at;

		item.has_items = parents[i];
		/* Asked again is asked once; answered once is answered. */
		if (strset_get(&seen, str_of(item.id.s), &at)) {
			if (item.state == ITEM_CLOSED)
				(*out)[at].state = ITEM_CLOSED;
			continue;
		}
		strset_put(&seen, str_of(item.id.s), *count);
		(*out)[(*count)++] = item;
	}
	strset_release(&seen);
	return 0;
}

/* --- answers ------------------------------------------------------------- */

/* Passages on the topics of a question, each once. */
struct candidates {
	const struct index_passage **passages;
	struct answer_candidate *items;
	size_t count, cap, passages_cap;
};

static void candidates_release(struct candidates *c)
{
	free(c->passages);
	free(c->items);
}

/* A hole is filled by what was logged later. */
static bool may_fill(const struct index_passage *p,
		     const struct journal_item *item)
{
	return !(item->source->passage.traits & TRAIT_HOLE) ||
	       (p->document == DOCUMENT_ENTRY && p->day != DAY_NONE &&
		p->day > item->day);
}

/* What asks cannot answer, and a name alone says nothing. */
static bool may_answer(const struct index_passage *p,
		       const struct journal_item *question)
{
	if (!may_fill(p, question))
		return false;
	if (p->kind == PASSAGE_HEADING || p->traits & TRAIT_QUESTION ||
	    p->traits & (TRAIT_TODO | TRAIT_LAB | TRAIT_READING))
		return false;
	return strcmp(p->path, question->source->passage.path) != 0 ||
	       p->line != question->source->passage.line;
}

/* Where a passage on an earlier topic is this one; or count. */
static size_t find_same(const struct candidates *c,
			const struct index_passage *p, size_t upto)
{
	for (size_t i = 0; i < upto; i++)
		if (c->passages[i]->line == p->line &&
		    !strcmp(c->passages[i]->path, p->path) &&
		    str_eq(c->passages[i]->text, p->text))
			return i;
	return c->count;
}

static void add_candidate(struct candidates *c, const struct index_passage *p,
			  unsigned topic)
{
	XGROW(c->passages, c->count, c->passages_cap);
	XGROW(c->items, c->count, c->cap);
	c->passages[c->count] = p;
	c->items[c->count++] = (struct answer_candidate){
		.text = p->text,
		.headings = p->headings,
		.nheadings = p->nheadings,
		.topics = 1u << topic,
		.definition = p->traits & TRAIT_DEFINITION,
		.table = p->traits & TRAIT_TABLE,
	};
}

static int add_topic(struct candidates *c, struct index *ix,
		     const struct journal_item *q, unsigned topic,
		     struct arena *mem, struct error *err)
{
	struct index_passage *passages;
	size_t count, before = c->count, first;

	if (index_topic_passages(ix, q->topics[topic], mem, &passages, &count,
				 err))
		return -1;
	first = count > PASSAGES_LOOKED_AT ? count - PASSAGES_LOOKED_AT : 0;
	for (size_t i = first; i < count; i++) {
		size_t same;

		if (!may_answer(&passages[i], q))
			continue;
		same = find_same(c, &passages[i], before < 500 ? before : 500);
		if (same < c->count)
			c->items[same].topics |= 1u << topic;
		else
			add_candidate(c, &passages[i], topic);
	}
	return 0;
}

static int suggest(struct index *ix, struct journal_item *q, struct arena *mem,
		   struct error *err)
{
	AUTO(candidates) c = { NULL, NULL, 0, 0, 0 };
	size_t found[ANSWERS_MAX];
	struct answer_question question = {
		.text = q->text,
		.ntopics = q->ntopics < 4 ? q->ntopics : 4,
	};

	for (unsigned i = 0; i < question.ntopics; i++)
		if (add_topic(&c, ix, q, i, mem, err))
			return -1;
	q->nanswers = answer_find(&question, c.items, c.count, found);
	for (size_t i = 0; i < q->nanswers; i++)
		q->answers[i] = c.passages[found[i]];
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
	struct index *ix;

	if (journal_index(j, &ix, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (items[i].state == ITEM_OPEN && wants_answer(&items[i]) &&
		    suggest(ix, &items[i], mem, err))
			return -1;
	return 0;
}

const struct journal_item *
journal_item_named(const struct journal_item *items, size_t count,
		   const char *typed, const char *what, const char *list,
		   struct error *err)
{
	const struct journal_item *found = NULL;

	for (size_t i = 0; i < count; i++) {
		if (!item_id_is(&items[i].id, str_of(typed)))
			continue;
		if (found) {
			error_set(err, ERROR_USAGE, "'%s' may be %s or %s; type "
				  "more of it", typed, found->id.s,
				  items[i].id.s);
			return NULL;
		}
		found = &items[i];
	}
	if (!found)
		error_set(err, ERROR_NOT_FOUND, "there is no %s '%s'; 'hecto "
			  "%s' lists their ids", what, typed, list);
	return found;
}
