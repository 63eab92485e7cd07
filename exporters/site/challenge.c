/* SPDX-License-Identifier: MIT */
/* How far the challenge has come, as the site may tell it. */
#include "exporters/site/view.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/limits.h"

struct marks {
	struct challenge_mark *items;
	size_t count, cap;
	size_t *lengths;	/* how many are of each entry of the snapshot */
};

static void add(struct marks *m, struct challenge_mark mark)
{
	XGROW(m->items, m->count, m->cap);
	m->items[m->count++] = mark;
}

/* Days and numbers are paired as they were written, as the index does it. */
static void add_shown(struct marks *m, const struct site_frame *e)
{
	size_t n = e->ndays > e->nnumbers ? e->ndays : e->nnumbers;

	for (size_t i = 0; !i || i < n; i++)
		add(m, (struct challenge_mark){
			i < e->ndays ? e->days[i] : DAY_NONE,
			i < e->nnumbers ? e->numbers[i] : NUMBER_NONE,
			e->round,
		});
}

static void add_hidden(struct marks *m, struct entry e)
{
	for (size_t i = 0; i < e.ndays; i++)
		add(m, (struct challenge_mark){ e.days[i], NUMBER_NONE, 0 });
}

static void see_rounds(struct site_view *v)
{
	for (size_t i = 0; i < v->nentries; i++)
		if (v->entries[i].frame.round > 0 || v->entries[i].round > 1)
			v->has_rounds = true;
}

/* An entry is of the round of its first day. */
static void give_rounds(struct site_view *v, const size_t *shown,
			const struct marks *m)
{
	const struct snapshot *s = v->snapshot;
	struct challenge_place *places =
		xcalloc(m->count + 1, sizeof(*places));
	size_t mark = 0;

	v->round_days = arena_alloc(v->mem, (LIMIT_ROUND + 1) *
						    sizeof(*v->round_days));
	memset(v->round_days, 0, (LIMIT_ROUND + 1) * sizeof(*v->round_days));
	challenge_places(places, m->items, m->count, v->today);
	for (size_t i = 0; i < s->nentries; i++) {
		if (shown[i] < v->nentries)
			v->entries[shown[i]].round =
				s->files[i].is_empty ?
					v->entries[shown[i]].frame.round :
					places[mark].round;
		if (!s->files[i].is_empty)
			mark += m->lengths[i];
	}
	for (size_t i = 0; i < m->count; i++)
		v->round_days[places[i].round] += places[i].counts;
	free(places);
	see_rounds(v);
}

static void add_marks(struct marks *m, const struct site_view *v,
		      const size_t *shown, size_t i)
{
	size_t before = m->count;

	if (v->snapshot->files[i].is_empty)
		return;
	if (shown[i] < v->nentries)
		add_shown(m, &v->entries[shown[i]].frame);
	else
		add_hidden(m, snapshot_entry(v->snapshot, i));
	m->lengths[i] = m->count - before;
}

void site_count_challenge(struct site_view *v, const size_t *shown)
{
	const struct snapshot *s = v->snapshot;
	struct marks m = { NULL, 0, 0,
			   xcalloc(s->nentries + 1, sizeof(*m.lengths)) };

	for (size_t i = 0; i < s->nentries; i++)
		add_marks(&m, v, shown, i);
	challenge_compute(&v->challenge, m.items, m.count, v->settings->goal,
			  v->studied, v->nstudied, v->today,
			  &v->settings->streak);
	give_rounds(v, shown, &m);
	free(m.items);
	free(m.lengths);
}
