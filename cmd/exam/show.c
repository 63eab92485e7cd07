/* SPDX-License-Identifier: MIT */
/* What is known of exams: the next ones, all of them, one, the templates. */
#include "cmd/exam/exam.h"

#include <stdlib.h>

#include "cmd/report.h"
#include "cmd/terminal/row.h"
#include "core/base/date.h"
#include "core/model/date_words.h"
#include "core/model/exam_template.h"

#define SET_IN 4		/* a line that goes on */

static void add_head(struct strbuf *out, const struct context *ctx,
		     const struct exam *e)
{
	AUTO(strbuf) name = STRBUF_INIT;
	struct row r;

	strbuf_addf(&name, "%s:", e->name);
	row_begin(&r, out, ctx, 0, SET_IN);
	row_add(&r, STYLE_BOLD, strbuf_slice(&name));
	row_go_on(&r, STYLE_NONE,
		  str_of(e->day != DAY_NONE ? date_words_long(e->day).s :
			 e->when ? e->when : "no date yet"));
	row_end(&r);
}

static void add_result(struct strbuf *out, const struct exam *e, int today)
{
	int renewal = exam_renewal(e);

	strbuf_addf(out, "%s on %s",
		    e->result == EXAM_PASSED ? "Passed" : "Not passed",
		    date_words_long(e->result_day).s);
	if (e->score >= 0)
		strbuf_addf(out, " with %d", e->score);
	strbuf_addch(out, '\n');
	if (renewal != DAY_NONE)
		strbuf_addf(out, "To be renewed by %s, %s\n",
			    date_words_long(renewal).s,
			    date_words_distance(renewal, today).s);
}

static const char *result_words(const struct exam *e)
{
	return e->result == EXAM_PASSED ? "passed" : "not passed";
}

void exam_add_when(struct strbuf *out, const struct exam *e, int today)
{
	if (exam_is_open(e)) {
		if (e->day != DAY_NONE)
			strbuf_addf(out, "%s, %s%s", date_words_long(e->day).s,
				    date_words_distance(e->day, today).s,
				    e->day < today ? EXAM_PAST_HINT : "");
		return;
	}
	strbuf_addstr(out, result_words(e));
	if (e->result_day != DAY_NONE)
		strbuf_addf(out, " on %s", date_words_long(e->result_day).s);
}

static void add_countdown(struct strbuf *out, const struct exam *e, int today)
{
	struct countdown c;

	exam_countdown(&c, e, today);
	if (e->result != EXAM_OPEN)
		add_result(out, e, today);
	if (!exam_is_open(e) || e->day == DAY_NONE)
		return;
	if (c.days_to_go < 0) {
		strbuf_addf(out, "The exam was %s%s\n",
			    date_words_distance(e->day, today).s,
			    EXAM_PAST_HINT);
		return;
	}
	strbuf_addf(out, "Days to go: %d\n", c.days_to_go);
	if (c.percent_left >= 0)
		strbuf_addf(out, "Percentage remaining: %d%%\n",
			    c.percent_left);
}

static void add_domains(struct strbuf *out, const struct context *ctx,
			const struct exam *e)
{
	struct table *t = table_new(3);

	table_right(t, 0);
	for (size_t i = 0; i < e->ndomains; i++) {
		const struct exam_domain *d = &e->domains[i];
		AUTO(strbuf) topics = STRBUF_INIT;

		for (size_t k = 0; k < d->ntopics; k++)
			strbuf_addf(&topics, "%s%s", k ? ", " : "",
				    d->topics[k]);
		table_cellf(t, STYLE_NONE, "%d%%", d->weight);
		table_cell(t, STYLE_NONE, str_of(d->name));
		table_cell(t, STYLE_DIM, strbuf_slice(&topics));
	}
	table_write(out, t, ctx);
	table_free(t);
}

static void separate(struct strbuf *out)
{
	if (out->len)
		strbuf_addstr(out, ", ");
}

static void add_mark(struct strbuf *out, const struct exam *e)
{
	if (!e->pass)
		return;
	separate(out);
	strbuf_addf(out, "%d passes", e->pass);
	if (e->scale_high)
		strbuf_addf(out, " on a scale of %d to %d", e->scale_low,
			    e->scale_high);
}

/* "DVA-C02: 65 questions in 130 minutes, 720 passes on a scale of …" */
static void add_terms(struct strbuf *out, const struct context *ctx,
		      const struct exam *e)
{
	AUTO(strbuf) terms = STRBUF_INIT;
	AUTO(strbuf) code = STRBUF_INIT;
	struct row r;

	if (e->questions)
		strbuf_addf(&terms, "%d questions", e->questions);
	if (e->minutes)
		strbuf_addf(&terms, "%s%d minutes", terms.len ? " in " : "",
			    e->minutes);
	add_mark(&terms, e);
	if (e->cost) {
		separate(&terms);
		strbuf_addstr(&terms, e->cost);
	}
	if (e->valid_months) {
		separate(&terms);
		strbuf_addf(&terms, "holds for %d months", e->valid_months);
	}
	if (!e->code && !terms.len)
		return;
	if (e->code)
		strbuf_addf(&code, "%s%s", e->code, terms.len ? ":" : "");
	row_begin(&r, out, ctx, 0, SET_IN);
	row_add(&r, STYLE_NONE, strbuf_slice(&code));
	row_go_on(&r, STYLE_NONE, strbuf_slice(&terms));
	row_end(&r);
}

static void set_string(struct json *v, const char *key, const char *value)
{
	if (value)
		json_set_string(v, key, value);
	else
		json_set_null(v, key);
}

static void set_number(struct json *v, const char *key, bool known, int value)
{
	if (known)
		json_set_int(v, key, value);
	else
		json_set_null(v, key);
}

static struct json *domain_json(const struct exam_domain *d)
{
	struct json *v = json_new_object(), *topics = json_new_array();

	json_set_string(v, "name", d->name);
	json_set_int(v, "weight", d->weight);
	for (size_t i = 0; i < d->ntopics; i++)
		json_append_string(topics, d->topics[i]);
	json_set(v, "topics", topics);
	return v;
}

static void set_terms(struct json *v, const struct exam *e)
{
	set_string(v, "code", e->code);
	set_number(v, "pass", e->pass > 0, e->pass);
	set_number(v, "scale_low", e->scale_high > 0, e->scale_low);
	set_number(v, "scale_high", e->scale_high > 0, e->scale_high);
	set_number(v, "questions", e->questions > 0, e->questions);
	set_number(v, "minutes", e->minutes > 0, e->minutes);
	set_string(v, "cost", e->cost);
	set_number(v, "valid_months", e->valid_months > 0, e->valid_months);
	set_string(v, "plan", e->plan);
	json_set_string(v, "result", exam_result_name(e->result));
	json_set_day(v, "result_date", e->result_day);
	set_number(v, "score", e->score >= 0, e->score);
	json_set_day(v, "renewal", exam_renewal(e));
	json_set_bool(v, "archived", e->archived);
}

static struct json *exam_json(const struct exam *e, int today)
{
	struct json *v = json_new_object(), *domains = json_new_array();
	struct countdown c;

	exam_countdown(&c, e, today);
	json_set_string(v, "name", e->name);
	json_set_day(v, "date", e->day);
	set_string(v, "when", e->when);
	json_set_day(v, "start", e->start);
	set_number(v, "days_to_go", e->day != DAY_NONE && exam_is_open(e),
		   c.days_to_go);
	set_number(v, "days_total", c.days_total > 0, c.days_total);
	set_number(v, "percentage_remaining",
		   c.percent_left >= 0 && exam_is_open(e), c.percent_left);
	set_terms(v, e);
	for (size_t i = 0; i < e->ndomains; i++)
		json_append(domains, domain_json(&e->domains[i]));
	json_set(v, "domains", domains);
	return v;
}

static int print_json(struct json *v, struct error *err)
{
	int rc = report_json(v, err);

	json_free(v);
	return rc;
}

static bool is_to_come(const struct exam *e, int today)
{
	return exam_is_open(e) &&
	       (e->day == DAY_NONE || e->day >= today);
}

/* Those without a date come last; what is equal stays as it was set. */
static int by_day(const void *a, const void *b)
{
	const struct exam *x = *(const struct exam *const *)a;
	const struct exam *y = *(const struct exam *const *)b;

	if (x->day != y->day && (x->day == DAY_NONE || y->day == DAY_NONE))
		return x->day == DAY_NONE ? 1 : -1;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return (x > y) - (x < y);
}

/* The exams, the next first. */
static const struct exam **exams_by_day(const struct settings *set,
					struct arena *mem)
{
	const struct exam **sorted =
		arena_alloc(mem, (set->nexams + 1) * sizeof(const struct exam *));

	for (size_t i = 0; i < set->nexams; i++)
		sorted[i] = &set->exams[i];
	qsort(sorted, set->nexams, sizeof(const struct exam *), by_day);
	return sorted;
}

static int print_exams_json(const struct exam *const *exams, size_t count,
			    int today, struct error *err)
{
	struct json *array = json_new_array();

	for (size_t i = 0; i < count; i++)
		json_append(array, exam_json(exams[i], today));
	return print_json(array, err);
}

static int none_set(struct error *err)
{
	return error_set(err, ERROR_NOTHING,
			 "no exam is set; set one with 'hecto exam set NAME "
			 "--date DATE'");
}

/* What is to come, and if there is none, what was last; how many. */
static size_t keep_upcoming(const struct exam **exams,
			    const struct settings *set, int today)
{
	const struct exam *last = exam_next(set->exams, set->nexams, today);
	size_t kept = 0;

	for (size_t i = 0; i < set->nexams; i++)
		if (is_to_come(exams[i], today))
			exams[kept++] = exams[i];
	if (!kept && last)
		exams[kept++] = last;
	return kept;
}

int exam_upcoming(const struct context *ctx, const struct exam_args *a,
		  struct error *err)
{
	const struct settings *set = journal_settings(ctx->journal);
	int today = journal_today(ctx->journal);
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	const struct exam **exams = exams_by_day(set, &mem);
	size_t count = keep_upcoming(exams, set, today);

	if (a->json && print_exams_json(exams, count, today, err))
		return -1;
	if (!set->nexams)
		return none_set(err);
	if (!count)
		return error_set(err, ERROR_NOTHING, "no exam is to come; "
				 "'hecto exam list' lists those that were");
	if (a->json)
		return 0;
	for (size_t i = 0; i < count; i++) {
		strbuf_addstr(&out, i ? "\n" : "");
		add_head(&out, ctx, exams[i]);
		add_countdown(&out, exams[i], today);
	}
	return report_output(&out, err);
}

static void add_row(struct table *t, const struct exam *e, int today)
{
	const char *state = "";
	struct date_words_text distance = { "" };

	if (e->day != DAY_NONE)
		distance = date_words_distance(e->day, today);
	state = e->archived ? "archived" :
		exam_is_open(e) ? distance.s : result_words(e);
	table_cell(t, STYLE_BOLD, str_of(e->name));
	table_cell(t, STYLE_NONE,
		   str_of(e->day != DAY_NONE ? day_format(e->day).s :
			  e->when ? e->when : "no date"));
	table_cell(t, STYLE_NONE, str_of(state));
}

int exam_list(const struct context *ctx, const struct exam_args *a,
	      struct error *err)
{
	const struct settings *set = journal_settings(ctx->journal);
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	const struct exam **exams = exams_by_day(set, &mem);
	struct table *t;

	if (a->json && print_exams_json(exams, set->nexams,
					journal_today(ctx->journal), err))
		return -1;
	if (!set->nexams)
		return none_set(err);
	if (a->json)
		return 0;
	t = table_new(3);
	for (size_t i = 0; i < set->nexams; i++)
		add_row(t, exams[i], journal_today(ctx->journal));
	table_write(&out, t, ctx);
	table_free(t);
	return report_output(&out, err);
}

int exam_show(const struct context *ctx, const struct exam_args *a,
	      const char *name, struct error *err)
{
	const struct exam *e = exam_named(ctx->journal, name, err);
	int today = journal_today(ctx->journal);
	AUTO(strbuf) out = STRBUF_INIT;

	if (!e)
		return -1;
	if (a->json)
		return print_json(exam_json(e, today), err);
	add_head(&out, ctx, e);
	if (e->start != DAY_NONE)
		strbuf_addf(&out, "Studying since %s\n",
			    date_words_long(e->start).s);
	add_countdown(&out, e, today);
	add_terms(&out, ctx, e);
	if (e->plan)
		strbuf_addf(&out, "Plan: %s\n", e->plan);
	if (e->archived)
		strbuf_addstr(&out, "Archived: its plan asks for nothing more\n");
	add_domains(&out, ctx, e);
	if (exam_add_lessons(&out, ctx, e, err))
		return -1;
	return report_output(&out, err);
}

int exam_templates_list(const struct context *ctx, const struct exam_args *a,
			struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	size_t count;
	const struct exam_template *all = exam_templates(&mem, &count);
	struct json *array;
	struct table *t;

	if (a->json) {
		array = json_new_array();
		for (size_t i = 0; i < count; i++) {
			struct json *v = exam_json(&all[i].exam, 0);

			json_set_string(v, "source", all[i].source);
			json_append(array, v);
		}
		return print_json(array, err);
	}
	t = table_new(3);
	for (size_t i = 0; i < count; i++) {
		table_cell(t, STYLE_BOLD, str_of(all[i].exam.code));
		table_cell(t, STYLE_NONE, str_of(all[i].exam.name));
		table_cell(t, STYLE_DIM, str_of(all[i].source));
	}
	table_write(&out, t, ctx);
	table_free(t);
	return report_output(&out, err);
}
