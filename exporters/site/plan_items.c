/* SPDX-License-Identifier: MIT */
/* Questions, holes and labs that may be shown. */
#include "exporters/site/facts.h"
#include "exporters/site/plan.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/document.h"
#include "core/model/question.h"

#define NOT_SHOWN ((size_t)-1)

struct picker {
	const struct site_view *v;
	const struct snapshot *s;
	const size_t *shown;
};

/* Of entries the facts know it by the passage's number. */
static bool is_public(const struct picker *p, const struct snapshot_passage *in,
		      struct site_passage *out)
{
	const struct site_view *v = p->v;

	if (out->is_note)
		return site_find_public(out, &v->notes[out->document], in->line,
					v->mem);
	return site_facts_show(v->entries[out->document].facts, in->number);
}

static bool take_passage(const struct picker *p, const struct snapshot_passage *in,
			 struct site_passage *out)
{
	size_t number = in->document, place;

	if (number >= (in->is_note ? p->s->nnotes : p->s->nentries))
		return false;
	place = p->shown[in->is_note ? p->s->nentries + number : number];
	if (place == NOT_SHOWN ||
	    (in->section < SECTION_COUNT &&
	     p->v->settings->private_sections[in->section]))
		return false;
	*out = (struct site_passage){
		.is_note = in->is_note,
		.document = in->is_note ? place - p->v->nentries : place,
		.section = in->section,
		.traits = in->traits,
		.kind = in->kind,
		.headings = in->headings,
		.nheadings = in->is_note ? in->nheadings : 0,
		.text = in->text,
	};
	return is_public(p, in, out);
}

/* An item is on the topics of what it stands under as well; where some of that
 * is private, nobody can tell which topics are its own. */
static void take_topics(const struct picker *p, const struct snapshot_item *in,
			struct site_item *out)
{
	bool is_whole = !out->passage.is_note ||
			out->passage.nheadings >= in->passage.nheadings;
	uint32_t *topics = arena_alloc(p->v->mem,
				       (in->ntopics + 1) * sizeof(*topics));

	for (size_t i = 0; is_whole && i < in->ntopics; i++) {
		int at = site_topic_index(p->v, in->topics[i]);

		if (at >= 0)
			topics[out->ntopics++] = (uint32_t)at;
	}
	out->topics = topics;
}

/* What stands behind "A:" on the line of a question. */
static struct str answer_of(struct str text)
{
	struct str rest = str_from(text, item_without_answer(text).len);

	return answer_label_take(&rest) ? rest : STR("");
}

static bool take_item(const struct picker *p, const struct snapshot_item *in,
		      struct site_item *out)
{
	*out = (struct site_item){
		.traits = in->passage.traits,
		.is_done = in->is_done,
		.text = in->text,
		.prefix = in->prefix,
		.answer = answer_of(in->passage.text),
		.day = DAY_NONE,
	};
	if (!take_passage(p, &in->passage, &out->passage))
		return false;
	if (!out->passage.is_note)
		out->day = p->v->entries[out->passage.document].day;
	take_topics(p, in, out);
	return true;
}

void site_plan_add_items(struct site_plan *plan, const struct site_view *v,
			 const struct snapshot *s, const size_t *shown)
{
	const struct picker p = { .v = v, .s = s, .shown = shown };
	struct site_item *items =
		arena_alloc(v->mem, (s->nitems + 1) * sizeof(*items));

	for (size_t i = 0; i < s->nitems; i++)
		plan->nitems += take_item(&p, &s->items[i],
					  &items[plan->nitems]);
	plan->items = items;
}

static int compare_topic(const void *id, const void *topic)
{
	return strcmp(id, ((const struct site_topic *)topic)->id);
}

int site_topic_index(const struct site_view *v, const char *id)
{
	const struct site_topic *found =
		bsearch(id, v->topics, v->ntopics, sizeof(*found),
			compare_topic);

	return found ? (int)(found - v->topics) : -1;
}

bool site_has_questions(const struct site_view *v)
{
	const unsigned traits = TRAIT_QUESTION | TRAIT_HOLE | TRAIT_LAB;

	if (!v->settings->publish_questions)
		return false;
	for (size_t i = 0; i < v->plan->nitems; i++)
		if (v->plan->items[i].traits & traits)
			return true;
	return false;
}
