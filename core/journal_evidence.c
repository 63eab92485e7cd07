/* SPDX-License-Identifier: MIT */
/* What there is on the topics of a study. */
#include "core/journal_study_private.h"

#include <string.h>

#include "core/base/date.h"

/* A topic with more passages than this is no stub; it is not read. */
#define PASSAGES_READ 60
#define WORDS_ENOUGH 1000

static const struct index_topic *count_of(const struct study_builder *b,
					  const char *id)
{
	size_t from = 0, to = b->ncounts;

	while (from < to) {
		size_t mid = from + (to - from) / 2;
		int order = strcmp(b->counts[mid].id, id);

		if (!order)
			return &b->counts[mid];
		if (order < 0)
			from = mid + 1;
		else
			to = mid;
	}
	return NULL;
}

static void see_passage(struct topic_evidence *e,
			const struct index_passage *p, int *last)
{
	bool is_note = p->document != DOCUMENT_ENTRY;
	const struct topic_passage seen = {
		.kind = p->kind,
		.traits = p->traits,
		.is_note = is_note,
		.text = p->text,
		.day = is_note ? DAY_NONE : p->day,
	};

	topic_evidence_add(e, &seen, last);
}

/* Of a topic with many passages: the days, and not the notes, are counted. */
static void add_days(struct topic_evidence *e, const struct index_topic *t)
{
	if (!t->days)
		return;
	e->days += t->days;
	topic_evidence_see_day(e, t->first_studied);
	topic_evidence_see_day(e, t->last_studied);
}

/* One topic of a family into the evidence. */
static int add_evidence(struct study_builder *b, struct topic_evidence *e,
			const char *id, struct error *err)
{
	const struct index_topic *t = count_of(b, id);
	struct index_passage *passages;
	int last = DAY_NONE;
	size_t count;

	if (!t)
		return 0;
	if (t->passages > PASSAGES_READ) {
		e->passages += t->passages;
		e->words += WORDS_ENOUGH;
		add_days(e, t);
		return 0;
	}
	if (index_topic_passages(b->index, id, b->mem, &passages, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (passages[i].day == DAY_NONE || passages[i].day <= b->today)
			see_passage(e, &passages[i], &last);
	return 0;
}

static void count_open(struct topic_evidence *e, const struct journal_item *i)
{
	unsigned traits = i->source->passage.traits;
	int day = i->source->passage.day;

	if (i->state == ITEM_CLOSED)
		return;
	e->open_holes += (traits & TRAIT_HOLE) != 0;
	e->open_labs += (traits & TRAIT_LAB) != 0;
	if (!(traits & TRAIT_QUESTION))
		return;
	e->open_questions++;
	if (day != DAY_NONE &&
	    (e->oldest_question == DAY_NONE || day < e->oldest_question))
		e->oldest_question = day;
}

int study_find_evidence(struct study_builder *b, struct error *err)
{
	const struct topic_catalogue *c = journal_topics(b->journal);
	size_t at;

	for (size_t i = 0; i < b->ntopics; i++)
		if (add_evidence(b, &b->topics[i].evidence, b->topics[i].id,
				 err))
			return -1;
	for (size_t i = 0; i < topic_catalogue_count(c); i++) {
		const struct topic *child = topic_at(c, i);

		if (child->parent &&
		    strset_get(&b->seen, str_of(child->parent), &at) &&
		    add_evidence(b, &b->topics[at].evidence, child->id, err))
			return -1;
	}
	return 0;
}

void study_find_open(struct study_builder *b)
{
	size_t at;

	for (size_t i = 0; i < b->nitems; i++)
		for (size_t k = 0; k < b->items[i].ntopics; k++)
			if (strset_get(&b->seen, str_of(b->items[i].topics[k]),
				       &at))
				count_open(&b->topics[at].evidence,
					   &b->items[i]);
}
