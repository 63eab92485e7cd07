/* SPDX-License-Identifier: MIT */
/* For when a plan sets its items: by dates, weeks and days above them. */
#include "core/journal_study_private.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/date.h"
#include "core/model/plan_facts.h"
#include "core/model/plan_schedule.h"
#include "core/model/plan_table.h"

/* The start of the plan at hand, which its own dated weeks tell. */
struct schedule {
	struct study_builder *builder;
	const char *path;
	struct plan_calendar calendar;
	struct study_planned *items;
	size_t count;
};

/* The first line above an item of this plan that has a week and its dates. */
static int start_of_plan(const struct study_builder *b, size_t from,
			 const struct plan_calendar *c)
{
	const char *path = b->items[from].source->passage.path;

	for (size_t i = from; i < b->nitems; i++) {
		const struct index_passage *p = &b->items[i].source->passage;
		int start = plan_start_of(p->text, c);

		if (strcmp(p->path, path) != 0)
			break;
		for (size_t k = 0; start == DAY_NONE && k < p->nheadings; k++)
			start = plan_start_of(str_of(p->headings[k]), c);
		if (start != DAY_NONE)
			return start;
	}
	return DAY_NONE;
}

/* "Start date: 4 May 2026", which counts where no exam says when study began. */
static int start_said(const struct study_builder *b, const char *path)
{
	const struct plan_calendar calendar = { DAY_NONE, b->today, 0 };
	AUTO(strbuf) text = STRBUF_INIT;
	struct error unread = ERROR_INIT;
	struct plan_facts facts;
	struct plan_days days;

	if (journal_read(b->journal, path, &text, &unread))
		return DAY_NONE;
	plan_facts_read(&facts, strbuf_slice(&text));
	return facts.start.value.len &&
			       plan_dates_read(&days, facts.start.value,
					       &calendar) ?
		       days.first : DAY_NONE;
}

#define WHEN_CELLS 3		/* "1 | Week 1 | 2-8 Dec | …" */
#define KNOWN_ITEMS 400		/* in search of a day that is sure */

static bool is_sure(int *day, struct str line, const struct plan_calendar *c)
{
	struct plan_days days = { 0 };

	if (!line.s || !plan_dates_read(&days, line, c) || !days.sure)
		return false;
	*day = days.first;
	return true;
}

/* A day of the plan whose year is beyond doubt, by which those of the others
 * are told; 0: none. */
static int known_of_plan(const struct study_builder *b, size_t from,
			 const struct plan_calendar *c)
{
	const char *path = b->items[from].source->passage.path;
	int day = 0;

	for (size_t i = from; i < b->nitems && i < from + KNOWN_ITEMS; i++) {
		const struct index_passage *p = &b->items[i].source->passage;
		struct str rest = p->text;

		if (strcmp(p->path, path) != 0)
			break;
		for (size_t k = 0; k < p->nheadings; k++)
			if (is_sure(&day, str_of(p->headings[k]), c))
				return day;
		for (int cell = 0; cell < WHEN_CELLS; cell++)
			if (is_sure(&day, plan_cell_next(&rest), c))
				return day;
	}
	return 0;
}

/* Items of one plan stand together. */
static void enter_plan(struct schedule *s, size_t item)
{
	const struct study_builder *b = s->builder;
	const char *path = b->items[item].source->passage.path;
	int start;

	if (s->path && !strcmp(s->path, path))
		return;
	s->path = path;
	s->calendar = (struct plan_calendar){ DAY_NONE, b->today, 0 };
	s->calendar.known = known_of_plan(b, item, &s->calendar);
	if (b->exam)
		s->calendar.start = b->exam->start;
	if (s->calendar.start == DAY_NONE)
		s->calendar.start = start_said(b, path);
	start = start_of_plan(b, item, &s->calendar);
	if (start != DAY_NONE)
		s->calendar.start = start;
}

/* One of the first cells of a row, or a whole line. */
static bool own_days(const struct schedule *s, const struct index_passage *p,
		     const struct plan_days *outer, struct plan_days *days,
		     struct str *line)
{
	struct str rest = p->text;

	*line = p->text;
	if (p->kind != PASSAGE_ROW)
		return plan_days_read(days, *line, &s->calendar, outer);
	for (int i = 0; i < WHEN_CELLS; i++) {
		*line = plan_cell_next(&rest);
		if (line->s && plan_days_read(days, *line, &s->calendar, outer))
			return true;
	}
	return false;
}

/* The innermost line that says when: a heading, an item around it, itself. */
static bool days_of(const struct schedule *s, const struct index_passage *p,
		    struct plan_days *days, struct str *line)
{
	bool found = false;

	struct plan_days inner;
	struct str own;

	for (size_t i = 0; i < p->nheadings; i++) {
		own = str_of(p->headings[i]);
		if (!plan_days_read(&inner, own, &s->calendar,
				    found ? days : NULL))
			continue;
		*days = inner;
		*line = own;
		found = true;
	}
	if (own_days(s, p, found ? days : NULL, &inner, &own)) {
		*days = inner;
		*line = own;
		found = true;
	}
	return found;
}

static void add(struct schedule *s, const struct journal_item *item)
{
	const struct index_passage *p = &item->source->passage;
	struct arena *mem = s->builder->mem;
	struct plan_days days;
	struct str line, name;

	if (!days_of(s, p, &days, &line))
		return;
	name = plan_days_name(line);
	s->items[s->count++] = (struct study_planned){
		.id = item->id.s,
		.text = arena_strndup(mem, item->text.s, item->text.len),
		.days = days,
		.name = arena_strndup(mem, name.s, name.len),
		.done = item->state == ITEM_CLOSED,
	};
}

static bool is_scheduled(const struct study_builder *b,
			 const struct journal_item *item)
{
	const struct index_passage *p = &item->source->passage;

	/* A result has the day on which it was. */
	return p->document == DOCUMENT_PLAN && study_is_of_plan(b, item) &&
	       !(p->traits & TRAIT_PRACTICE) && !item->has_items &&
	       (p->kind != PASSAGE_HEADING || p->traits & TRAIT_TODO);
}

/* By the day on which they are to be done; those of one day as they stand. */
static int by_days(const void *a, const void *b)
{
	const struct study_planned *x = a, *y = b;

	if (x->days.last != y->days.last)
		return x->days.last < y->days.last ? -1 : 1;
	if (x->days.first != y->days.first)
		return x->days.first < y->days.first ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

void study_add_schedule(struct study_builder *b, struct study *out)
{
	struct schedule s = {
		.builder = b,
		.items = arena_alloc(b->mem,
				     (b->nitems + 1) * sizeof(*s.items)),
	};

	for (size_t i = 0; i < b->nitems; i++)
		if (is_scheduled(b, &b->items[i])) {
			enter_plan(&s, i);
			add(&s, &b->items[i]);
		}
	if (s.count)
		qsort(s.items, s.count, sizeof(*s.items), by_days);
	out->planned = s.items;
	out->nplanned = s.count;
}
