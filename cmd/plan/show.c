/* SPDX-License-Identifier: MIT */
/* The study in numbers: percentages, pace, domains, a chart. */
#include "cmd/plan/plan.h"

#include <math.h>

#include "cmd/duration.h"
#include "cmd/exam/exam.h"
#include "cmd/terminal/present.h"
#include "core/base/date.h"
#include "core/model/date_words.h"

#define CHART_COLUMNS 60	/* at the most */
#define CHART_LEAST 24	/* two dates and a blank */
#define CHART_MARGIN 8
#define CHART_ROWS 8

int plan_exam(const struct exam **out, struct journal *j, const char *typed,
	      struct error *err)
{
	const struct settings *set = journal_settings(j);

	*out = typed ? exam_named(j, typed, err) :
		       exam_next(set->exams, set->nexams, journal_today(j));
	return typed && !*out ? -1 : 0;
}

void plan_add_percentages(struct strbuf *out, const struct study *s)
{
	bool over = study_is_over(s);

	if (s->has_pace && !over)
		strbuf_addf(out, "time left %d%%", s->pace.time_left);
	if (study_has_plan(s))
		strbuf_addf(out, "%swork covered %.0f%%", out->len ? ", " : "",
			    100 * s->all.done / s->all.minutes);
	/* How likely it was is of no use to anyone any more. */
	if (!s->ndomains || over)
		return;
	strbuf_addstr(out, out->len ? ", chance to pass " :
					    "chance to pass ");
	if (s->readiness.evidence)
		strbuf_addf(out, "%.0f%% (%s)", 100 * s->readiness.pass,
			    readiness_word_name(s->readiness.word));
	else
		strbuf_addstr(out, "not known before a practice exam");
}

static void add_minutes(struct strbuf *out, double minutes)
{
	duration_add(out, (int)ceil(minutes));
}

static void add_levers(struct strbuf *out, const struct context *ctx,
		       const struct study *s)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct pace_levers l;

	if (!pace_levers(&l, &s->pace, &s->plan))
		return;
	strbuf_addstr(&text, "study ");
	add_minutes(&text, l.minutes);
	strbuf_addstr(&text, " a day, or leave out the least valuable ");
	add_minutes(&text, l.drop);
	strbuf_addstr(&text, " of work");
	if (l.exam != DAY_NONE)
		strbuf_addf(&text, ", or move the exam to %s",
			    date_words_long(l.exam).s);
	present_fact(out, ctx, "To be in time", STYLE_NONE,
		     strbuf_slice(&text));
}

/* When only the days for revision are left, no pace is asked for. */
static void add_revision(struct strbuf *out, const struct context *ctx,
			 const struct study *s)
{
	AUTO(strbuf) text = STRBUF_INIT;
	double left = s->all.minutes - s->all.done;

	strbuf_addstr(&text, s->pace.days_to_go ?
				     "what is left until the exam is for "
				     "revision" :
				     "today is the exam");
	if (left >= 1) {
		strbuf_addstr(&text, "; ");
		add_minutes(&text, left);
		strbuf_addstr(&text, " of the plan may stay open");
	}
	present_fact(out, ctx, "Pace", STYLE_NONE, strbuf_slice(&text));
}

/* Where the last two weeks are unlike the time before, both are told. */
static void add_finish_always(struct strbuf *out, const struct pace *p)
{
	if (p->finish_always == DAY_NONE || p->finish_always == p->finish)
		return;
	strbuf_addstr(out, p->finish == DAY_NONE ? "; done about" : ", or");
	strbuf_addf(out, " %s at the pace since the start",
		    date_words_long(p->finish_always).s);
}

void plan_add_pace(struct strbuf *out, const struct context *ctx,
		   const struct study *s)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (!s->has_pace || !study_has_plan(s) || study_is_over(s))
		return;
	if (!s->pace.study_days_left) {
		add_revision(out, ctx, s);
		return;
	}
	add_minutes(&text, s->pace.needed);
	strbuf_addf(&text, " a day needed on %d study day%s",
		    s->pace.study_days_left,
		    s->pace.study_days_left == 1 ? "" : "s");
	if (isnan(s->pace.kept)) {
		strbuf_addstr(&text, "; the pace kept is not known yet");
	} else {
		strbuf_addstr(&text, ", ");
		add_minutes(&text, s->pace.kept);
		strbuf_addstr(&text, " kept");
		if (s->pace.finish != DAY_NONE)
			strbuf_addf(&text, "; done about %s",
				    date_words_long(s->pace.finish).s);
		add_finish_always(&text, &s->pace);
	}
	present_fact(out, ctx, "Pace", STYLE_NONE, strbuf_slice(&text));
	add_levers(out, ctx, s);
}

void plan_add_domains(struct strbuf *out, const struct context *ctx,
		      const struct study *s)
{
	static const char *const heads[] = { "EXAM", "NOTES", "COVERED",
					     "DOMAIN" };
	struct table *t;

	if (!s->ndomains)
		return;
	t = table_new(ARRAY_SIZE(heads));
	for (size_t i = 0; i < ARRAY_SIZE(heads); i++) {
		table_cell(t, STYLE_DIM, str_of(heads[i]));
		if (i < 3)
			table_right(t, i);
	}
	for (size_t i = 0; i < s->ndomains; i++) {
		const struct study_domain *d = &s->domains[i];
		double weight = d->of->weight / 100.0;

		table_cellf(t, STYLE_NONE, "%d%%", d->of->weight);
		table_cellf(t, d->share < weight / 2 ? STYLE_WARN : STYLE_NONE,
			    "%d%%", study_percent(d->share));
		table_cellf(t, STYLE_NONE, "%d%%",
			    study_percent(d->coverage));
		table_cell(t, STYLE_BOLD, str_of(d->of->name));
	}
	table_write(out, t, ctx);
	table_free(t);
}

/* The share of the work done at a day, as far as it was remembered. */
static double done_at(const struct study *s, int day)
{
	double share = 0;

	for (size_t i = 0; i < s->nhistory && s->history[i].day <= day; i++)
		if (s->history[i].total > 0)
			share = s->history[i].done / s->history[i].total;
	if (day >= s->today && s->all.minutes > 0)
		share = s->all.done / s->all.minutes;
	return share;
}

/* Rows from the top: '#' what was done, '.' the line to the last study day. */
static void add_chart_row(struct strbuf *out, const struct study *s, int row,
			  int columns)
{
	int span = s->pace.days_total - s->pace.buffer;
	double level = (row - 0.5) / CHART_ROWS;

	for (int i = 0; i < columns; i++) {
		int day = s->plan.start +
			  (int)((double)i / columns *
				s->pace.days_total);
		double needed = span > 0 ?
					fmin((double)(day - s->plan.start) /
						     span, 1) :
					1;
		bool done = day <= s->today && done_at(s, day) >= level;
		bool on_line = fabs(needed - level) <= 0.5 / CHART_ROWS;

		strbuf_addch(out, done ? '#' : on_line ? '.' : ' ');
	}
}

static int chart_columns(const struct context *ctx)
{
	int room = (int)ctx->columns - CHART_MARGIN;

	if (room > CHART_COLUMNS)
		return CHART_COLUMNS;
	return room < CHART_LEAST ? CHART_LEAST : room;
}

void plan_add_chart(struct strbuf *out, const struct context *ctx,
		    const struct study *s)
{
	int columns = chart_columns(ctx);

	if (!s->has_pace || !study_has_plan(s) || s->pace.days_total < 3)
		return;
	for (int row = CHART_ROWS; row >= 1; row--) {
		AUTO(strbuf) line = STRBUF_INIT;

		add_chart_row(&line, s, row, columns);
		strbuf_addf(out, "%3d%% |", 100 * row / CHART_ROWS);
		style_add(out, ctx, STYLE_NONE,
			  str_trim_right(strbuf_slice(&line)));
		strbuf_addch(out, '\n');
	}
	strbuf_addf(out, "     +%.*s\n      %s", columns,
		    "------------------------------------------------------------",
		    day_format(s->plan.start).s);
	strbuf_addf(out, "%*s%s\n      # done, . needed\n",
		    columns - 20, "", day_format(s->plan.exam).s);
}

static void set_number(struct json *v, const char *key, double value)
{
	if (isnan(value))
		json_set_null(v, key);
	else
		json_set_int(v, key, (int64_t)ceil(value));
}

struct json *plan_pace_json(const struct study *s)
{
	struct json *v = json_new_object();
	struct pace_levers l;

	json_set_int(v, "days_to_go", s->pace.days_to_go);
	json_set_int(v, "time_left", s->pace.time_left);
	json_set_int(v, "study_days_left", s->pace.study_days_left);
	json_set_int(v, "buffer", s->pace.buffer);
	set_number(v, "needed", s->pace.needed);
	set_number(v, "kept", s->pace.kept);
	json_set_day(v, "finish", s->pace.finish);
	json_set_day(v, "finish_always", s->pace.finish_always);
	if (s->pace.finish == DAY_NONE)
		json_set_null(v, "slack");
	else
		json_set_int(v, "slack", s->pace.slack);
	json_set_string(v, "word", pace_word(&s->pace));
	if (pace_levers(&l, &s->pace, &s->plan)) {
		struct json *levers = json_new_object();

		set_number(levers, "minutes", l.minutes);
		set_number(levers, "drop", l.drop);
		json_set_day(levers, "exam", l.exam);
		json_set(v, "levers", levers);
	} else {
		json_set_null(v, "levers");
	}
	return v;
}
