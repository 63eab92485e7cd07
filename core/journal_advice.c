/* SPDX-License-Identifier: MIT */
/* What could be studied today: candidates with the reasons for each. */
#include "core/journal_study.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/date.h"
#include "core/base/strset.h"

#define NAME_BYTES 90
#define LIGHT 5		/* weight of what no domain of the exam has */

struct candidates {
	const struct study *study;
	struct arena *mem;
	struct advice_candidate *items;
	size_t count, cap;
	struct strset topics;	/* of the study, by id */
	struct strset planned;	/* items of the study, by id */
	double heaviest;	/* deficit of all */
};

static void candidates_release(struct candidates *c)
{
	strset_release(&c->topics);
	strset_release(&c->planned);
	free(c->items);
}

static struct advice_candidate *add(struct candidates *c,
				    enum advice_kind kind, const char *name,
				    const void *of, double minutes)
{
	XGROW(c->items, c->count, c->cap);
	c->items[c->count] = (struct advice_candidate){
		.kind = kind,
		.name = name,
		.of = of,
		.minutes = minutes > 1 ? minutes : 1,
	};
	return &c->items[c->count++];
}

static double weight_of(const struct study *s, const struct study_topic *t)
{
	return t->domain >= 0 && !study_is_over(s) ?
		       s->exam->domains[t->domain].weight :
		       LIGHT;
}

static double deficit(const struct study *s, const struct study_topic *t)
{
	return advice_deficit(weight_of(s, t), topic_state_value(t->state));
}

const struct study_topic *journal_item_topic(const struct study *s,
					     const struct journal_item *item)
{
	const struct study_topic *best = NULL;

	for (size_t i = 0; i < item->ntopics; i++)
		for (size_t k = 0; k < s->ntopics; k++) {
			const struct study_topic *t = &s->topics[k];

			if (t->domain < 0 || study_is_over(s) ||
			    strcmp(t->id, item->topics[i]) != 0)
				continue;
			if (!best || weight_of(s, t) > weight_of(s, best))
				best = t;
		}
	return best;
}

/* The same where many items are asked for. */
static const struct study_topic *topic_of(const struct candidates *c,
					  const struct journal_item *item)
{
	const struct study *s = c->study;
	const struct study_topic *best = NULL;
	size_t at;

	for (size_t i = 0; i < item->ntopics && !study_is_over(s); i++) {
		const struct study_topic *t;

		if (!strset_get(&c->topics, str_of(item->topics[i]), &at))
			continue;
		t = &s->topics[at];
		if (t->domain >= 0 &&
		    (!best || weight_of(s, t) > weight_of(s, best)))
			best = t;
	}
	return best;
}

static int age(const struct study *s, int day)
{
	return day == DAY_NONE || day > s->today ? 0 : s->today - day;
}

static bool is_topic_wanted(const struct study *s, const struct study_topic *t)
{
	if (study_waits_for_result(s) || (t->domain >= 0 && study_is_over(s)))
		return false;
	return t->state != TOPIC_SOLID;
}

static void add_topics(struct candidates *c)
{
	const struct study *s = c->study;

	for (size_t i = 0; i < s->ntopics; i++) {
		strset_put(&c->topics, str_of(s->topics[i].id), i);
		if (deficit(s, &s->topics[i]) > c->heaviest)
			c->heaviest = deficit(s, &s->topics[i]);
	}
	for (size_t i = 0; i < s->ntopics; i++) {
		const struct study_topic *t = &s->topics[i];
		struct advice_candidate *a;

		if (!is_topic_wanted(s, t))
			continue;
		a = add(c, ADVICE_TOPIC, t->name, t,
			study_work_minutes(WORK_SERVICE));
		if (c->heaviest > 0)
			a->share[REASON_WEIGHT] = deficit(s, t) / c->heaviest;
		if (t->evidence.last_day != DAY_NONE)
			a->share[REASON_STALE] = advice_stale(
				age(s, t->evidence.last_day));
		if (t->evidence.open_questions)
			a->share[REASON_QUESTION] = 0.3;
		if (t->evidence.open_holes)
			a->share[REASON_HOLE] = 0.25;
	}
}

/* The text of an item as one line of a list. */
static const char *name_of(const struct journal_item *item, struct arena *mem)
{
	AUTO(strbuf) name = STRBUF_INIT;
	struct str text = item->text;

	if (item->prefix.len) {
		strbuf_addslice(&name, item->prefix);
		strbuf_addstr(&name, ": ");
	}
	strbuf_addslice(&name, str_upto(text, NAME_BYTES));
	/* Not in the middle of a character. */
	while (text.len > NAME_BYTES && name.len &&
	       ((unsigned char)text.s[NAME_BYTES] & 0xc0) == 0x80 &&
	       ((unsigned char)name.buf[name.len - 1] & 0x80)) {
		strbuf_truncate(&name, name.len - 1);
		if (((unsigned char)name.buf[name.len] & 0xc0) == 0xc0)
			break;
	}
	if (text.len > NAME_BYTES)
		strbuf_addstr(&name, "…");
	return arena_strndup(mem, name.buf, name.len);
}

static void add_item(struct candidates *c, const struct journal_item *item)
{
	static const struct {
		unsigned trait;
		enum advice_kind kind;
		enum study_work work;
	} kinds[] = {
		{ TRAIT_HOLE, ADVICE_HOLE, WORK_HOLE },
		{ TRAIT_QUESTION, ADVICE_QUESTION, WORK_QUESTION },
		{ TRAIT_LAB, ADVICE_LAB, WORK_LAB },
		{ TRAIT_TODO, ADVICE_TODO, WORK_TODO },
	};
	const struct index_passage *p = &item->source->passage;
	const struct study_topic *t = topic_of(c, item);
	struct advice_candidate *a = NULL;
	size_t i = 0, at;

	while (i < ARRAY_SIZE(kinds) && !(p->traits & kinds[i].trait))
		i++;
	/* A todo over others is done when they are; one lab a week will do. */
	if (i == ARRAY_SIZE(kinds) ||
	    (kinds[i].kind == ADVICE_LAB && c->study->lab_this_week) ||
	    (kinds[i].kind == ADVICE_TODO && item->has_items))
		return;
	a = add(c, kinds[i].kind, name_of(item, c->mem), item,
		study_item_minutes(item->text, kinds[i].work));
	if (t && c->heaviest > 0)
		a->share[REASON_WEIGHT] =
			0.3 * deficit(c->study, t) / c->heaviest;
	if (kinds[i].kind == ADVICE_HOLE)
		a->share[REASON_HOLE] = advice_hole(item->times, item->right);
	if (kinds[i].kind == ADVICE_QUESTION)
		a->share[REASON_QUESTION] =
			0.3 + 0.7 * advice_question(age(c->study, p->day));
	if (kinds[i].kind == ADVICE_LAB)
		a->share[REASON_LAB] = 1;
	if (kinds[i].kind == ADVICE_TODO)
		a->share[REASON_STALE] = 0.3;
	if (strset_get(&c->planned, str_of(item->id.s), &at))
		a->share[REASON_DUE] = advice_due(
			c->study->today - c->study->planned[at].days.last);
}

/* What other plans ask for is not for this exam.  When its day is behind, what
 * plans ask for came too late, but what was asked may still be wanted. */
static bool is_item_wanted(const struct study *s,
			   const struct journal_item *item)
{
	const struct index_passage *p = &item->source->passage;

	if (item->state == ITEM_CLOSED)
		return false;
	if (p->document != DOCUMENT_PLAN)
		return true;
	if (study_waits_for_result(s))
		return p->traits & TRAIT_QUESTION && !(p->traits & TRAIT_HOLE);
	return !s->own_plan || !strcmp(p->path, s->own_plan);
}

void journal_advice(const struct study *s, struct arena *mem,
		    struct advice_candidate **out, size_t *count)
{
	AUTO(candidates) c = { .study = s, .mem = mem };
	const struct journal_item *items = s->items;

	*out = NULL;
	*count = 0;
	if (!s->all.items && !s->ntopics)
		return;
	add_topics(&c);
	for (size_t i = 0; i < s->nplanned; i++)
		strset_put(&c.planned, str_of(s->planned[i].id), i);
	for (size_t i = 0; i < s->nitems; i++)
		if (is_item_wanted(s, &items[i]))
			add_item(&c, &items[i]);
	*out = arena_alloc(mem, (c.count + 1) * sizeof(**out));
	if (c.count)
		memcpy(*out, c.items, c.count * sizeof(**out));
	*count = c.count;
}
