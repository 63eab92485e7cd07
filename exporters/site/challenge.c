/* SPDX-License-Identifier: MIT */
/* How far the challenge has come, as the site may tell it. */
#include "exporters/site/view.h"

#include <stdlib.h>

struct marks {
	struct challenge_mark *items;
	size_t count, cap;
};

static void add(struct marks *m, struct challenge_mark mark)
{
	XGROW(m->items, m->count, m->cap);
	m->items[m->count++] = mark;
}

/* Days and numbers are paired as they were written, as the index does it. */
static void add_shown(struct marks *m, const struct entry *e)
{
	size_t n = e->ndays > e->nnumbers ? e->ndays : e->nnumbers;

	for (size_t i = 0; !i || i < n; i++)
		add(m, (struct challenge_mark){
			i < e->ndays ? e->days[i] : DAY_NONE,
			i < e->nnumbers ? e->numbers[i] : NUMBER_NONE,
			e->round,
		});
}

static void add_hidden(struct marks *m, const struct entry *e)
{
	for (size_t i = 0; i < e->ndays; i++)
		add(m, (struct challenge_mark){ e->days[i], NUMBER_NONE, 0 });
}

void site_count_challenge(struct site_view *v, const size_t *shown)
{
	const struct snapshot *s = v->snapshot;
	struct marks m = { NULL, 0, 0 };

	for (size_t i = 0; i < s->nentries; i++) {
		if (s->files[i].is_empty)
			continue;
		if (shown[i] < v->nentries)
			add_shown(&m, v->entries[shown[i]].entry);
		else
			add_hidden(&m, &s->entries[i]);
	}
	challenge_compute(&v->challenge, m.items, m.count, v->settings->goal,
			  v->studied, v->nstudied, v->today,
			  &v->settings->streak);
	free(m.items);
}
