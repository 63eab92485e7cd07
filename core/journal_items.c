/* SPDX-License-Identifier: MIT */
/* Items with their ids, topics and states. */
#include "core/journal_items.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/date.h"
#include "core/base/strset.h"
#include "core/model/gap.h"
#include "core/model/plan_table.h"

const char *item_state_name(enum item_state s)
{
	static const char *const names[] = {
		[ITEM_OPEN] = "open",
		[ITEM_SUGGESTED] = "suggested",
		[ITEM_CLOSED] = "answered",
	};

	return names[s];
}

/* What prefixes stand for, each looked up once. */
struct prefixes {
	const struct topic_catalogue *catalogue;
	struct strset seen;
	const struct topic **topics;	/* NULL: none */
	size_t count, cap;
};

static void prefixes_release(struct prefixes *p)
{
	strset_release(&p->seen);
	free(p->topics);
}

static const struct topic *topic_of_prefix(struct prefixes *p, struct str prefix)
{
	size_t at;

	if (!prefix.len)
		return NULL;
	if (strset_get(&p->seen, prefix, &at))
		return p->topics[at];
	strset_put(&p->seen, prefix, p->count);
	XGROW(p->topics, p->count, p->cap);
	p->topics[p->count] = topic_find(p->catalogue, prefix);
	return p->topics[p->count++];
}

/* The topics that the text names, and the one its prefix stands for. */
static void add_prefix_topic(struct journal_item *item, struct prefixes *p,
			     struct arena *mem)
{
	const struct topic *t = topic_of_prefix(p, item->prefix);
	const char **topics;

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

/* Of the topics of a passage, those that its gap names, if it names any. */
static void keep_topics_of_gap(struct journal_item *item, struct str gap,
			       struct topic_catalogue *c, struct arena *mem)
{
	struct mentions m = MENTIONS_INIT;
	const char **topics = arena_alloc(mem, (item->ntopics + 1) *
						       sizeof(*topics));
	size_t n = 0;

	topic_scan(c, gap, &m);
	for (size_t i = 0; i < item->ntopics; i++)
		for (size_t k = 0; k < m.count; k++)
			if (!strcmp(item->topics[i], m.items[k].topic->id)) {
				topics[n++] = item->topics[i];
				break;
			}
	mentions_release(&m);
	if (!n)
		return;
	item->topics = topics;
	item->ntopics = n;
}

static struct journal_item make_item(const struct index_item *source,
				     int index, struct topic_catalogue *c,
				     struct arena *mem)
{
	/* What a row says of its state is not what it is called. */
	struct str text = source->passage.kind == PASSAGE_ROW ?
				  plan_row_name(source->passage.text, mem) :
				  source->passage.text;
	struct journal_item item = {
		.index = index,
		.day = source->passage.day,
		.text = item_without_answer(text),
		.source = source,
		.topics = source->topics,
		.ntopics = source->ntopics,
		.times = 1,
		.right_day = DAY_NONE,
		.state = source->passage.traits & TRAIT_DONE ? ITEM_CLOSED :
							       ITEM_OPEN,
	};
	struct str gap;

	if (source->passage.kind == PASSAGE_PARAGRAPH &&
	    source->passage.traits & TRAIT_QUESTION)
		item.text = item_question(item.text);
	if (source->passage.traits & TRAIT_HOLE &&
	    (gap = gap_sentence(item.text)).len) {
		if (item.ntopics > 1 && gap.len < item.text.len)
			keep_topics_of_gap(&item, gap, c, mem);
		item.text = gap;
	}
	item.id = item_id(item.text);
	item.prefix = item_prefix_take(&item.text);
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

/* A plan that was put away with its exam asks for nothing. */
static bool is_archived(const struct settings *set,
			const struct index_passage *p)
{
	for (size_t i = 0; p->document == DOCUMENT_PLAN && i < set->nexams; i++)
		if (set->exams[i].archived && set->exams[i].plan &&
		    !strcmp(set->exams[i].plan, p->path))
			return true;
	return false;
}

int journal_items(struct journal *j, unsigned traits, struct arena *mem,
		  struct journal_item **out, size_t *count, struct error *err)
{
	struct topic_catalogue *c = journal_topics(j);
	AUTO(prefixes) prefixes = { .catalogue = c };
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
		struct journal_item item = make_item(&sources[i], (int)i, c,
						     mem);
		size_t at;

		if (is_archived(journal_settings(j), &sources[i].passage))
			continue;
		item.has_items = parents[i];
		/* Asked again is asked once; answered once is answered. */
		if (strset_get(&seen, str_of(item.id.s), &at)) {
			if (item.state == ITEM_CLOSED)
				(*out)[at].state = ITEM_CLOSED;
			(*out)[at].times++;
			continue;
		}
		strset_put(&seen, str_of(item.id.s), *count);
		add_prefix_topic(&item, &prefixes, mem);
		(*out)[(*count)++] = item;
	}
	strset_release(&seen);
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
