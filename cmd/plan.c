/* SPDX-License-Identifier: MIT */
/* hecto plan: what the plan asks for, against what was done and noted. */
#include "cmd/command.h"
#include "cmd/duration.h"
#include "cmd/exam/exam.h"
#include "cmd/plan/plan.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "cmd/terminal/row.h"
#include "core/base/date.h"

#define SET_IN 4		/* a line that goes on */

struct plan_args {
	const char *exam;
	bool topics, dry_run, json;
};

static const struct option plan_options[] = {
	STRING('e', "exam", plan_args, exam, "EXAM", COMPLETE_EXAMS,
	       "for this exam, and not the next one"),
	FLAG(0, "topics", plan_args, topics, "list the topics by state"),
	FLAG('n', "dry-run", plan_args, dry_run,
	     "update: show what would be changed, and change nothing"),
	FLAG(0, "json", plan_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

static void add_head(struct strbuf *out, const struct context *ctx,
		     const struct study *s)
{
	AUTO(strbuf) percentages = STRBUF_INIT;
	AUTO(strbuf) when = STRBUF_INIT;
	AUTO(strbuf) name = STRBUF_INIT;

	if (s->exam) {
		struct row r;

		exam_add_when(&when, s->exam, s->today);
		strbuf_addf(&name, when.len ? "%s:" : "%s", s->exam->name);
		row_begin(&r, out, ctx, 0, SET_IN);
		row_add(&r, STYLE_BOLD, strbuf_slice(&name));
		row_go_on(&r, STYLE_NONE, strbuf_slice(&when));
		row_end(&r);
	}
	plan_add_percentages(&percentages, s);
	if (percentages.len)
		present_fact(out, ctx, "Where it is", STYLE_NONE,
			     strbuf_slice(&percentages));
	plan_add_pace(out, ctx, s);
}

static void add_work_row(struct table *t, enum study_work kind,
			 const struct study_sum *sum)
{
	AUTO(strbuf) length = STRBUF_INIT;

	duration_add(&length, (int)(sum->minutes + 0.5));
	table_cell(t, STYLE_NONE, str_of(study_work_name(kind)));
	table_cellf(t, STYLE_NONE, "%zu", sum->items);
	table_cell(t, STYLE_NONE, strbuf_slice(&length));
	table_cellf(t, STYLE_NONE, "%.0f%%", 100 * sum->done / sum->minutes);
}

/* What there is of each kind, how long all of it takes, what is done. */
static void add_work(struct strbuf *out, const struct context *ctx,
		     const struct study *s)
{
	static const char *const heads[] = { "WORK", "ITEMS", "TIME", "DONE" };
	struct table *t = table_new(ARRAY_SIZE(heads));

	for (size_t i = 0; s->all.items && i < ARRAY_SIZE(heads); i++) {
		table_cell(t, STYLE_DIM, str_of(heads[i]));
		if (i)
			table_right(t, i);
	}
	for (int k = 0; k < WORK_COUNT; k++)
		if (s->work[k].items)
			add_work_row(t, (enum study_work)k, &s->work[k]);
	table_write(out, t, ctx);
	table_free(t);
}

static void add_states(struct strbuf *out, const struct context *ctx,
		       const struct study *s)
{
	for (int state = 0; state < TOPIC_STATE_COUNT; state++) {
		AUTO(strbuf) names = STRBUF_INIT;

		for (size_t i = 0; i < s->ntopics; i++)
			if ((int)s->topics[i].state == state)
				strbuf_addf(&names, "%s%s",
					    names.len ? ", " : "",
					    s->topics[i].id);
		if (names.len)
			present_fact(out, ctx,
				     topic_state_name((enum topic_state)state),
				     STYLE_NONE, strbuf_slice(&names));
	}
}

static int print_plan(const struct context *ctx, const struct study *s,
		      bool topics, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	add_head(&out, ctx, s);
	if (out.len)
		strbuf_addch(&out, '\n');
	if (topics) {
		add_states(&out, ctx, s);
		return report_output(&out, err);
	}
	plan_add_domains(&out, ctx, s);
	if (s->ndomains && s->all.items)
		strbuf_addch(&out, '\n');
	add_work(&out, ctx, s);
	plan_add_spans(&out, ctx, s);
	if (s->has_pace && study_has_plan(s))
		strbuf_addch(&out, '\n');
	plan_add_chart(&out, ctx, s);
	return report_output(&out, err);
}

static struct json *domains_json(const struct study *s)
{
	struct json *list = json_new_array();

	for (size_t i = 0; i < s->ndomains; i++) {
		const struct study_domain *d = &s->domains[i];
		struct json *v = json_new_object();

		json_set_string(v, "name", d->of->name);
		json_set_int(v, "weight", d->of->weight);
		json_set_int(v, "share", study_percent(d->share));
		json_set_int(v, "covered", study_percent(d->coverage));
		json_append(list, v);
	}
	return list;
}

static struct json *topics_json(const struct study *s)
{
	struct json *list = json_new_array();

	for (size_t i = 0; i < s->ntopics; i++) {
		const struct study_topic *t = &s->topics[i];
		struct json *v = json_new_object();

		json_set_string(v, "id", t->id);
		json_set_string(v, "name", t->name);
		json_set_string(v, "state", topic_state_name(t->state));
		if (t->domain >= 0)
			json_set_string(v, "domain",
					s->exam->domains[t->domain].name);
		else
			json_set_null(v, "domain");
		json_set_int(v, "passages", (int64_t)t->evidence.passages);
		json_set_day(v, "last", t->evidence.last_day);
		json_append(list, v);
	}
	return list;
}

static struct json *work_json(const struct study *s)
{
	struct json *v = json_new_object();

	for (int k = 0; k < WORK_COUNT; k++) {
		struct json *sum = json_new_object();

		json_set_int(sum, "items", (int64_t)s->work[k].items);
		json_set_int(sum, "minutes", (int64_t)s->work[k].minutes);
		json_set_int(sum, "done", (int64_t)s->work[k].done);
		json_set(v, study_work_name((enum study_work)k), sum);
	}
	return v;
}

static int print_json(const struct study *s, struct error *err)
{
	struct json *v = json_new_object();
	int rc;

	if (s->exam)
		json_set_string(v, "exam", s->exam->name);
	else
		json_set_null(v, "exam");
	json_set_day(v, "date", s->exam ? s->exam->day : DAY_NONE);
	if (study_has_plan(s))
		json_set_int(v, "covered", (int64_t)(100 * s->all.done /
						     s->all.minutes + 0.5));
	else
		json_set_null(v, "covered");
	json_set_string(v, "readiness", readiness_word_name(s->readiness.word));
	if (s->has_pace && exam_is_open(s->exam))
		json_set(v, "pace", plan_pace_json(s));
	else
		json_set_null(v, "pace");
	json_set(v, "domains", domains_json(s));
	json_set(v, "work", work_json(s));
	json_set(v, "planned", plan_planned_json(s));
	json_set(v, "topics", topics_json(s));
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

static int update(const struct context *ctx, const struct plan_args *a,
		  struct error *err)
{
	AUTO(strbuf) diff = STRBUF_INIT;
	const struct exam *e;

	if (plan_exam(&e, ctx->journal, a->exam, err))
		return -1;
	if (!e || e->day == DAY_NONE)
		return error_set(err, ERROR_NOTHING, "no exam has a date to "
				 "count down to; 'hecto exam set' gives it one");
	if (!exam_is_open(e))
		return error_set(err, ERROR_NOTHING, "'%s' has a result, so "
				 "nothing counts down to it; 'hecto exam set' "
				 "gives it another date, or another exam its",
				 e->name);
	if (plan_update_countdown(ctx->journal, a->exam, a->dry_run, &diff,
				  err))
		return -1;
	if (!diff.len)
		report_note("the plan has no countdown, such as 'Days to go: "
			    "16', or it is right already");
	return report_output(&diff, err);
}

static int show(const struct context *ctx, const struct plan_args *a,
		struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	const struct exam *e;
	struct study s;

	if (plan_exam(&e, ctx->journal, a->exam, err) ||
	    journal_study(ctx->journal, e, &mem, &s, err))
		return -1;
	journal_study_remember(ctx->journal, &s);
	if (a->json && print_json(&s, err))
		return -1;
	if (!e && !s.all.items)
		return error_set(err, ERROR_NOTHING, "there is neither a plan "
				 "nor an exam; bring a plan in with 'hecto "
				 "import --as plan FILE', or begin with 'hecto "
				 "exam add NAME'");
	if (!a->json && print_plan(ctx, &s, a->topics, err))
		return -1;
	if (!study_has_plan(&s))
		report_note("no plan is here; 'hecto import --as plan FILE' "
			    "brings one in, or write it in plans/plan.md");
	if (!e)
		report_note("'hecto exam add NAME --date DATE' counts down, and "
			    "says what is needed a day; without --date, it is "
			    "the day that the plan names");
	return 0;
}

static int plan_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	struct plan_args a = { .exam = NULL };
	int count = options_parse(plan_options, &a, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 1, err))
		return -1;
	if (count && !str_is(str_of(argv[0]), "update"))
		return error_set(err, ERROR_USAGE, "'hecto plan' takes "
				 "'update' or nothing, not '%s'", argv[0]);
	if (a.dry_run && !count)
		return error_set(err, ERROR_USAGE,
				 "--dry-run belongs to 'hecto plan update'");
	return count ? update(ctx, &a, err) : show(ctx, &a, err);
}

const struct command cmd_plan = {
	.name = "plan",
	.summary = "Show what the plan asks for, and what is done of it",
	.usage = "[--exam EXAM] [--topics] [--json]\n"
		 "update [--exam EXAM] [--dry-run]",
	.options = plan_options,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = plan_run,
};
