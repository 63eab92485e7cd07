/* SPDX-License-Identifier: MIT */
/* How far somebody has come, for the commands that say so. */
#include "cmd/terminal/progress.h"

#include "core/base/date.h"
#include "core/model/date_words.h"

static int load_challenge(struct progress *p, struct index *ix,
			  const struct context *ctx, struct arena *mem,
			  struct error *err)
{
	const struct settings *set = journal_settings(ctx->journal);
	struct challenge_mark *marks;
	size_t count;

	if (index_marks(ix, mem, &marks, &count, err))
		return -1;
	challenge_compute(&p->challenge, marks, count, set->goal, p->days,
			  p->ndays, p->streak.today, &set->streak);
	return 0;
}

int progress_load(struct progress *out, const struct context *ctx,
		  struct arena *mem, struct error *err)
{
	struct index *ix;

	if (journal_streak(ctx->journal, mem, &out->streak, &out->days,
			   &out->ndays, err) ||
	    journal_index(ctx->journal, &ix, err))
		return -1;
	return load_challenge(out, ix, ctx, mem, err);
}

static void add_days(struct strbuf *out, int days)
{
	strbuf_addf(out, "%d day%s", days, days == 1 ? "" : "s");
}

/* Until when today lasts: "04:00 tomorrow", or "midnight". */
static void add_deadline(struct strbuf *out, const struct settings *set)
{
	if (set->rollover)
		strbuf_addf(out, "%02d:%02d tomorrow", set->rollover / 60,
			    set->rollover % 60);
	else
		strbuf_addstr(out, "midnight");
}

static void add_what_to_do(struct strbuf *out, const struct streak *s,
			   const struct settings *set)
{
	switch (s->status) {
	case STREAK_DONE:
		strbuf_addstr(out, "; today is done");
		break;
	case STREAK_PENDING:
		strbuf_addstr(out, "; today is open until ");
		add_deadline(out, set);
		break;
	case STREAK_LAST_CHANCE:
		strbuf_addstr(out, "; study before ");
		add_deadline(out, set);
		strbuf_addstr(out, " or it ends");
		break;
	case STREAK_REST:
		strbuf_addstr(out, "; today is a day off");
		break;
	case STREAK_NONE:
	case STREAK_BROKEN:
		break;
	}
}

void progress_add_streak(struct strbuf *out, const struct streak *s,
			 const struct settings *set)
{
	if (s->status == STREAK_NONE) {
		strbuf_addstr(out, "none yet; the first day begins it");
		return;
	}
	if (s->status == STREAK_BROKEN) {
		strbuf_addf(out, "none; the last studied day was %s, and the "
			    "next one begins anew",
			    date_words_long(s->last).s);
		return;
	}
	add_days(out, s->streak);
	strbuf_addf(out, " since %s", date_words_long(s->since).s);
	add_what_to_do(out, s, set);
}

void progress_add_challenge(struct strbuf *out, const struct challenge *c)
{
	if (!c->round) {
		strbuf_addf(out, "not begun; %d days to go", c->goal);
		return;
	}
	if (c->round > 1)
		strbuf_addf(out, "round %d, ", c->round);
	strbuf_addf(out, "day %d of %d; %d studied", challenge_day(c), c->goal,
		    c->done);
	if (c->missed)
		strbuf_addf(out, ", %d missed", c->missed);
	if (c->done >= c->goal)
		strbuf_addstr(out, "; the goal is reached");
	else if (c->last_projected != DAY_NONE)
		strbuf_addf(out, "; at this rate done on %s",
			    date_words_long(c->last_projected).s);
}

enum style progress_style(enum streak_status status)
{
	static const enum style styles[] = {
		[STREAK_NONE] = STYLE_NONE,
		[STREAK_DONE] = STYLE_GOOD,
		[STREAK_PENDING] = STYLE_WARN,
		[STREAK_LAST_CHANCE] = STYLE_BAD,
		[STREAK_REST] = STYLE_GOOD,
		[STREAK_BROKEN] = STYLE_BAD,
	};

	return styles[status];
}

struct json *progress_challenge_json(const struct challenge *c)
{
	struct json *v = json_new_object();

	json_set_int(v, "round", c->round);
	if (c->number == NUMBER_NONE)
		json_set_null(v, "number");
	else
		json_set_int(v, "number", c->number);
	json_set_int(v, "done", c->done);
	json_set_int(v, "goal", c->goal);
	json_set_day(v, "first", c->first);
	json_set_int(v, "missed", c->missed);
	json_set_day(v, "projected", c->last_projected);
	return v;
}
