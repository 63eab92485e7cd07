/* SPDX-License-Identifier: MIT */
/* Exams with their results of practice, and the pace of their topics. */
#include "exporters/site/plan.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/practice_exam.h"
#include "exporters/site/links.h"

static bool is_noted(enum topic_state state)
{
	return state >= TOPIC_NOTED;
}

/* --- practice --- */

/* An exam that names its plan has its work there, and not in other plans. */
bool site_item_is_of(const struct site_view *v, const struct site_item *item,
		     const struct exam *e)
{
	const struct site_passage *p = &item->passage;
	size_t plan;

	if (!p->is_note || !v->notes[p->document].is_plan || !e->plan ||
	    !site_find_path(v, e->plan, &plan))
		return true;
	return plan == v->nentries + p->document;
}

/* The path of the plan that it stands in, or NULL. */
static const char *plan_of(const struct site_view *v,
			   const struct site_item *item)
{
	const struct site_note *note = item->passage.is_note ?
		&v->notes[item->passage.document] : NULL;

	return note && note->is_plan ? note->path : NULL;
}

static int compare_practice(const void *a, const void *b)
{
	const struct practice *x = a, *y = b;

	return (x->day > y->day) - (x->day < y->day);
}

static void add_practice(struct site_exam *out, const struct site_plan *plan,
			 const struct site_view *v)
{
	struct practice *all =
		arena_alloc(v->mem, (plan->nitems + 1) * sizeof(*all));

	for (size_t i = 0; i < plan->nitems; i++) {
		const struct site_item *item = &plan->items[i];

		if (item->traits & TRAIT_PRACTICE &&
		    site_item_is_of(v, item, out->of) &&
		    practice_read(&all[out->npractice], item->passage.text) &&
		    all[out->npractice].day <= v->today &&
		    practice_is_of(&all[out->npractice], plan_of(v, item),
				   out->of, v->settings->exams,
				   v->settings->nexams)) {
			struct practice *p = &all[out->npractice++];

			p->source = practice_source(p, out->of);
		}
	}
	qsort(all, out->npractice, sizeof(*all), compare_practice);
	out->practice = all;
}

/* --- pace --- */

static int compare_ints(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return (x > y) - (x < y);
}

/* The days on which topics were first noted, ascending; those of which it is
 * not known come first, as what was there before. */
static int *noted_days(const struct site_exam *e, int before, int today,
		       struct arena *mem, size_t *count)
{
	int *days = arena_alloc(mem, (e->ntopics + 1) * sizeof(*days));

	*count = 0;
	for (size_t i = 0; i < e->ntopics; i++) {
		const struct site_exam_topic *t = &e->topics[i];

		if (!is_noted(t->state))
			continue;
		days[(*count)++] = t->day == DAY_NONE || t->day < before ||
						   t->day > today ?
					   before : t->day;
	}
	qsort(days, *count, sizeof(*days), compare_ints);
	return days;
}

/* A point for what was there before the first day, then one for each day that
 * added to it. */
static void add_points(struct site_exam *e, struct arena *mem)
{
	size_t count, n = 0;
	int before = e->plan.start - 1;
	int *days = noted_days(e, before, e->plan.today, mem, &count);
	struct pace_point *points =
		arena_alloc(mem, (count + 2) * sizeof(*points));

	points[n++] = (struct pace_point){ before, (double)e->ntopics, 0 };
	for (size_t i = 0; i < count; i++) {
		if (points[n - 1].day != days[i])
			points[n++] = (struct pace_point){
				days[i], (double)e->ntopics, 0
			};
		points[n - 1].done = (double)(i + 1);
	}
	e->points = points;
	e->npoints = n;
}

/* Studying begins with the first topic where nobody says when. */
static int first_day(const struct site_exam *e, int today)
{
	int first = today;

	if (e->of->start != DAY_NONE)
		return e->of->start;
	for (size_t i = 0; i < e->ntopics; i++)
		if (e->topics[i].day != DAY_NONE && e->topics[i].day < first)
			first = e->topics[i].day;
	return first;
}

static void add_pace(struct site_exam *e, const struct site_view *v)
{
	const struct pace_point now = { v->today, (double)e->ntopics,
					(double)e->nnoted };

	e->plan = (struct pace_plan){
		.start = first_day(e, v->today),
		.exam = e->of->day,
		.today = v->today,
		.buffer = -1,
		.rules = &v->settings->streak,
	};
	if (e->of->day == DAY_NONE || e->is_over || !e->ntopics ||
	    e->plan.start >= e->plan.exam || e->plan.start > v->today)
		return;
	add_points(e, v->mem);
	pace_measure(&e->pace, &e->plan, &now, e->points, e->npoints);
	e->has_pace = true;
}

/* --- all of them --- */

/* Those to come by their day, those without one, then the past, newest first. */
static int compare_exams(const void *a, const void *b)
{
	const struct site_exam *x = a, *y = b;
	int dx = x->of->day, dy = y->of->day;

	if (x->is_over != y->is_over)
		return x->is_over ? 1 : -1;
	if (dx == dy)
		return strcmp(x->of->name, y->of->name);
	if (dx == DAY_NONE || dy == DAY_NONE)
		return dx == DAY_NONE ? 1 : -1;
	return (dx < dy) == !x->is_over ? -1 : 1;
}

/* Home counts down to the next one that has a date. */
static const struct site_exam *find_next(const struct site_plan *plan)
{
	const struct site_exam *first = plan->exams;

	return plan->nexams && !first->is_over ? first : NULL;
}

static int make_exam(struct site_exam *out, struct strset *names,
		     const struct site_plan *plan, const struct site_view *v,
		     const struct snapshot *s, const struct snapshot_exam *from,
		     struct error *err)
{
	const struct study study = { .exam = from->of, .today = v->today };

	*out = (struct site_exam){
		.file = site_file_name(names, str_of(from->of->name), v->mem),
		.of = from->of,
		.is_over = study_is_over(&study),
	};
	if (site_plan_add_topics(out, plan, v, s, from, err))
		return -1;
	add_practice(out, plan, v);
	add_pace(out, v);
	return 0;
}

int site_plan_add_exams(struct site_plan *plan, const struct site_view *v,
			const struct snapshot *s, struct error *err)
{
	AUTO(strset) names = STRSET_INIT;
	struct site_exam *exams =
		arena_alloc(v->mem, (s->nexams + 1) * sizeof(*exams));

	for (size_t i = 0; i < s->nexams; i++)
		if (make_exam(&exams[i], &names, plan, v, s, &s->exams[i],
			      err))
			return -1;
	qsort(exams, s->nexams, sizeof(*exams), compare_exams);
	plan->exams = exams;
	plan->nexams = s->nexams;
	plan->next = find_next(plan);
	return 0;
}

int site_plan_make(struct site_view *v, const struct snapshot *s,
		   const size_t *shown, struct error *err)
{
	struct site_plan *plan = arena_alloc(v->mem, sizeof(*plan));

	*plan = (struct site_plan){ .nexams = 0 };
	v->plan = plan;
	site_plan_add_items(plan, v, s, shown);
	return site_plan_add_exams(plan, v, s, err);
}
