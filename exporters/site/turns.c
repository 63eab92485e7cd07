/* SPDX-License-Identifier: MIT */
/* Two threads that hand files over by turns. */
#include "exporters/site/turns.h"

static bool ask(struct export_out *out, const char *path, uint64_t key)
{
	struct site_turn *turn = (struct site_turn *)(void *)out;
	struct export_out *to = turn->turns->to;
	bool is_current;

	pthread_mutex_lock(&turn->turns->lock);
	is_current = to->is_current(to, path, key);
	pthread_mutex_unlock(&turn->turns->lock);
	strbuf_reset(&turn->asked);
	if (!is_current) {
		strbuf_addstr(&turn->asked, path);
		turn->key = key;
	}
	return is_current;
}

static int hand_over(struct export_out *out, const char *path,
		     struct str bytes, struct error *err)
{
	struct site_turn *turn = (struct site_turn *)(void *)out;
	struct export_out *to = turn->turns->to;
	int rc = 0;

	pthread_mutex_lock(&turn->turns->lock);
	if (!str_is(strbuf_slice(&turn->asked), path) ||
	    !to->is_current(to, path, turn->key))
		rc = to->file(to, path, bytes, err);
	pthread_mutex_unlock(&turn->turns->lock);
	strbuf_reset(&turn->asked);
	return rc;
}

static struct site_turn turn_of(struct site_turns *t)
{
	return (struct site_turn){
		.out = { .file = hand_over,
			 .is_current = t->to->is_current ? ask : NULL,
			 .is_new = t->to->is_new },
		.turns = t,
		.asked = STRBUF_INIT,
	};
}

void site_turns_begin(struct site_turns *t, struct export_out *to)
{
	t->to = to;
	pthread_mutex_init(&t->lock, NULL);
	t->pages = turn_of(t);
	t->aside = turn_of(t);
}

void site_turns_end(struct site_turns *t)
{
	strbuf_release(&t->pages.asked);
	strbuf_release(&t->aside.asked);
	pthread_mutex_destroy(&t->lock);
}
