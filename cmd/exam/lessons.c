/* SPDX-License-Identifier: MIT */
/* What can be learned from an exam that was taken: how it was studied for, and
 * what was expected of it. */
#include "cmd/exam/exam.h"

#include <math.h>

#include "cmd/duration.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "core/base/date.h"
#include "core/journal_study.h"

#define WEAKEST 2

/* The days and minutes of the log from the first day of study to the exam. */
struct effort {
	int days, minutes;
};

static int measure_effort(struct effort *out, struct journal *j,
			  const struct exam *e, struct arena *mem,
			  struct error *err)
{
	const struct index_filter filter = { .since = e->start,
					     .until = e->result_day };
	struct index_entry *entries;
	struct index *ix;
	int last = DAY_NONE;
	size_t count;

	*out = (struct effort){ 0, 0 };
	if (journal_index(j, &ix, err) ||
	    index_entries(ix, &filter, mem, &entries, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		int day = entry_day(&entries[i].entry);

		if (entries[i].empty || day == DAY_NONE)
			continue;
		out->days += day != last;
		out->minutes += entries[i].entry.minutes;
		last = day;
	}
	return 0;
}

static void add_effort(struct strbuf *out, const struct context *ctx,
		       const struct exam *e, const struct effort *effort)
{
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addf(&text, "on %d of %d days", effort->days,
		    e->result_day - e->start + 1);
	if (effort->minutes) {
		strbuf_addstr(&text, ", ");
		duration_add(&text, effort->minutes);
	}
	present_fact(out, ctx, "Studied", STYLE_NONE, strbuf_slice(&text));
}

static void add_work(struct strbuf *out, const struct context *ctx,
		     const struct study *s)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (!study_has_plan(s))
		return;
	strbuf_addf(&text, "%.0f%% covered", 100 * s->all.done /
						     s->all.minutes);
	if (s->has_pace && !isnan(s->pace.kept_always)) {
		strbuf_addstr(&text, ", ");
		duration_add(&text, (int)ceil(s->pace.kept_always));
		strbuf_addstr(&text, " of it a study day");
	}
	present_fact(out, ctx, "Plan", STYLE_NONE, strbuf_slice(&text));
}

/* "expected 62% (51 to 70), 35% to pass; reached 76%" */
static void add_forecast(struct strbuf *out, const struct context *ctx,
			 const struct exam *e, const struct study *s)
{
	const struct readiness *r = &s->readiness;
	int high = e->scale_high > 0 ? e->scale_high : 100;
	AUTO(strbuf) text = STRBUF_INIT;

	if (!r->evidence)
		strbuf_addstr(&text, "no practice exam, so nothing was "
			      "expected");
	else
		strbuf_addf(&text, "%.0f%% (%.0f to %.0f), %.0f%% to pass",
			    100 * r->score, 100 * r->low, 100 * r->high,
			    100 * r->pass);
	if (e->score >= 0 && e->score <= high)
		strbuf_addf(&text, "; reached %.0f%%",
			    100.0 * e->score / high);
	present_fact(out, ctx, "Expected", STYLE_NONE, strbuf_slice(&text));
}

static void add_weakest(struct strbuf *out, const struct context *ctx,
			const struct study *s)
{
	bool known = s->readiness.evidence;
	double below = INFINITY;
	AUTO(strbuf) text = STRBUF_INIT;

	for (int n = 0; n < WEAKEST; n++) {
		const struct study_domain *worst = NULL;

		for (size_t i = 0; i < s->ndomains; i++)
			if (study_domain_gap(s, &s->domains[i]) < below &&
			    (!worst ||
			     study_domain_gap(s, &s->domains[i]) >
				     study_domain_gap(s, worst)))
				worst = &s->domains[i];
		if (!worst)
			break;
		below = study_domain_gap(s, worst);
		strbuf_addf(&text, "%s%s (%d%% of the exam, %d%% %s)",
			    n ? "; " : "", worst->of->name, worst->of->weight,
			    study_percent(known ? worst->expected :
						  worst->coverage),
			    known ? "expected" : "covered");
	}
	if (text.len)
		present_fact(out, ctx, "Weakest", STYLE_NONE,
			     strbuf_slice(&text));
}

int exam_add_lessons(struct strbuf *out, const struct context *ctx,
		     const struct exam *e, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct effort effort;
	struct study s;

	if (e->result == EXAM_OPEN || e->result_day == DAY_NONE)
		return 0;
	if (journal_study_on(ctx->journal, e, e->result_day, &mem, &s, err))
		return -1;
	strbuf_addstr(out, "\nLessons\n");
	if (e->start != DAY_NONE && e->start <= e->result_day) {
		if (measure_effort(&effort, ctx->journal, e, &mem, err))
			return -1;
		add_effort(out, ctx, e, &effort);
	}
	add_work(out, ctx, &s);
	add_forecast(out, ctx, e, &s);
	add_weakest(out, ctx, &s);
	return 0;
}
