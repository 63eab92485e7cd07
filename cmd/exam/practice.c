/* SPDX-License-Identifier: MIT */
/* Practice exams: noting a result in the plan, and showing how they went. */
#include "cmd/exam/exam.h"

#include <math.h>
#include <string.h>

#include "cmd/items/items.h"
#include "cmd/report.h"
#include "cmd/terminal/table.h"
#include "core/journal_study.h"
#include "core/model/date_words.h"
#include "core/model/document.h"

/* "Security=9/17" */
static int read_part(struct practice_part *out, const char *typed,
		     struct error *err)
{
	struct str s = str_of(typed);
	size_t at = str_find(s, '=');

	out->domain = str_trim(str_upto(s, at));
	if (at >= s.len || !out->domain.len ||
	    str_find(out->domain, ',') < out->domain.len)
		return error_set(err, ERROR_USAGE, "with 'practice', --domain "
				 "takes a name and a score such as "
				 "'Security=9/17', not '%s'", typed);
	return practice_score(str_from(s, at + 1), &out->right, &out->asked,
			      err);
}

static int read_result(struct practice *out, const struct context *ctx,
		       const struct exam_args *a, const char *score,
		       struct error *err)
{
	int today = journal_today(ctx->journal);

	*out = (struct practice){ .day = today };
	if (practice_score(str_of(score), &out->right, &out->asked, err))
		return -1;
	if (a->date && date_words_parse(&out->day, str_of(a->date), today,
					DATE_PAST, err))
		return error_context(err, "--date");
	if (a->from)
		out->source = str_trim(str_of(a->from));
	if (a->domains.count > PRACTICE_PARTS)
		return error_set(err, ERROR_USAGE, "an exam has at most %d "
				 "domains", PRACTICE_PARTS);
	for (size_t i = 0; i < a->domains.count; i++)
		if (read_part(&out->parts[out->nparts++],
			      a->domains.values[i], err))
			return -1;
	return 0;
}

/* "66%, 6 points short of the mark" */
static void add_distance(struct strbuf *out, const struct exam *e,
			 const struct practice *p)
{
	int percent = (int)floor(100.0 * p->right / p->asked + 0.5);
	int pass = (int)ceil(100 * exam_pass_share(e) - 1e-9);

	if (percent >= pass)
		strbuf_addf(out, "%d above the mark", percent - pass);
	else
		strbuf_addf(out, "%d short of the mark", pass - percent);
}

static void add_row(struct table *t, const struct exam *e,
		    const struct practice *p)
{
	AUTO(strbuf) distance = STRBUF_INIT;
	AUTO(strbuf) parts = STRBUF_INIT;

	add_distance(&distance, e, p);
	for (size_t i = 0; i < p->nparts; i++)
		strbuf_addf(&parts, "%s%.*s %u/%u", i ? ", " : "",
			    (int)p->parts[i].domain.len, p->parts[i].domain.s,
			    p->parts[i].right, p->parts[i].asked);
	table_cell(t, STYLE_NONE, str_of(day_format(p->day).s));
	table_cellf(t, STYLE_BOLD, "%u/%u", p->right, p->asked);
	table_cellf(t, STYLE_NONE, "%.0f%%", 100.0 * p->right / p->asked);
	table_cell(t, STYLE_NONE, strbuf_slice(&distance));
	table_cell(t, STYLE_NONE, p->source);
	table_cell(t, STYLE_DIM, strbuf_slice(&parts));
}

static void add_readiness(struct strbuf *out, const struct context *ctx,
			  const struct study *s)
{
	const struct readiness *r = &s->readiness;

	if (!r->evidence)
		return;
	strbuf_addf(out, "\nExpected %.0f%% (%.0f to %.0f), the mark is %.0f%%:"
		    " %s\n", 100 * r->score, 100 * r->low, 100 * r->high,
		    100 * exam_pass_share(s->exam),
		    readiness_word_name(r->word));
	if (s->exam->scale_low > 0)
		strbuf_addstr(out, "Marks are scaled, and not every question "
			      "counts: the mark in per cent is about right\n");
	for (size_t i = 0; i < s->ndomains; i++) {
		strbuf_addf(out, "  %.0f%%  ", 100 * s->domains[i].expected);
		style_add(out, ctx, STYLE_NONE, str_of(s->domains[i].of->name));
		strbuf_addch(out, '\n');
	}
}

static struct json *result_json(const struct exam *e, const struct practice *p)
{
	struct json *v = json_new_object(), *parts = json_new_object();

	json_set_day(v, "date", p->day);
	json_set_slice(v, "source", p->source);
	json_set_int(v, "right", p->right);
	json_set_int(v, "asked", p->asked);
	json_set_bool(v, "passes",
		      p->right >= exam_pass_share(e) * p->asked - 1e-9);
	for (size_t i = 0; i < p->nparts; i++) {
		AUTO(strbuf) name = STRBUF_INIT;
		struct json *part = json_new_object();

		strbuf_addslice(&name, p->parts[i].domain);
		json_set_int(part, "right", p->parts[i].right);
		json_set_int(part, "asked", p->parts[i].asked);
		json_set(parts, name.buf, part);
	}
	json_set(v, "domains", parts);
	return v;
}

static int print_json(const struct study *s, struct error *err)
{
	struct json *list = json_new_array();
	int rc;

	for (size_t i = 0; i < s->npractice; i++)
		json_append(list, result_json(s->exam, &s->practice[i]));
	rc = report_json(list, err);
	json_free(list);
	return rc;
}

static int show(const struct context *ctx, const struct exam_args *a,
		const struct exam *e, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct study s;
	struct table *t;

	if (journal_study(ctx->journal, e, &mem, &s, err))
		return -1;
	if (a->json)
		return print_json(&s, err);
	if (!s.npractice)
		return error_set(err, ERROR_NOTHING, "no practice exam is "
				 "noted; 'hecto exam practice NAME 43/65' notes "
				 "one");
	t = table_new(6);
	table_right(t, 1);
	table_right(t, 2);
	for (size_t i = 0; i < s.npractice; i++)
		add_row(t, e, &s.practice[i]);
	table_write(&out, t, ctx);
	table_free(t);
	add_readiness(&out, ctx, &s);
	return report_output(&out, err);
}

static const struct exam *choose_exam(struct journal *j, const char *name,
				      struct error *err)
{
	const struct settings *set = journal_settings(j);
	const struct exam *e;

	if (name)
		return exam_named(j, name, err);
	e = set->nexams == 1 ? &set->exams[0] :
			       exam_next(set->exams, set->nexams,
					 journal_today(j));
	if (!e)
		error_set(err, ERROR_USAGE, "of which exam?  'hecto exam "
			  "practice NAME 43/65'");
	return e;
}

/* Where several exams share a plan, the result says whose it is. */
static void name_exam(struct strbuf *source, struct practice *p,
		      struct journal *j, const struct exam *e,
		      const char *path)
{
	const struct settings *set = journal_settings(j);

	if (set->nexams < 2 || (e->plan && !strcmp(e->plan, path)) ||
	    strpbrk(e->name, ":("))
		return;
	strbuf_addslice(source, p->source);
	strbuf_addf(source, "%s%s", source->len ? ", " : "", e->name);
	p->source = strbuf_slice(source);
}

/* Typed once more, or sent twice by a script. */
static bool is_noted(struct journal *j, const char *path,
		     const struct practice *p)
{
	AUTO(strbuf) file = STRBUF_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct error ignored = ERROR_INIT;
	struct document doc;
	struct practice other;

	if (journal_read(j, path, &file, &ignored))
		return false;
	document_parse(&doc, path, strbuf_slice(&file), &mem);
	for (size_t i = 0; i < doc.npassages; i++)
		if (practice_read(&other, doc.passages[i].text) &&
		    practice_is_same(&other, p))
			return true;
	return false;
}

static int note(const struct context *ctx, const char *path,
		const struct practice *p, struct error *err)
{
	AUTO(strbuf) line = STRBUF_INIT;

	if (is_noted(ctx->journal, path, p)) {
		report_note("this result is noted already; --from tells two "
			    "of a day apart");
		return 0;
	}
	practice_add(&line, p);
	if (plan_add_item(ctx->journal, path, PLAN_PRACTICE, "Practice exams",
			  strbuf_slice(&line), "Note a practice exam\n", err))
		return -1;
	report_note("what was missing is best noted now: 'hecto hole'");
	return 0;
}

int exam_practice(const struct context *ctx, const struct exam_args *a,
		  const char *name, const char *score, struct error *err)
{
	const struct exam *e = choose_exam(ctx->journal, name ? name : a->exam,
					   err);
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) full = STRBUF_INIT;
	AUTO(strbuf) source = STRBUF_INIT;
	struct practice p;
	const char *path;

	if (!e)
		return -1;
	if (!score)
		return show(ctx, a, e, err);
	strbuf_addstr(&full, e->name);
	if (read_result(&p, ctx, a, score, err) ||
	    plan_choose(&path, ctx->journal, a->plan, full.buf, &mem, err))
		return -1;
	name_exam(&source, &p, ctx->journal, e, path);
	if (note(ctx, path, &p, err))
		return -1;
	return show(ctx, a, exam_find(ctx->journal, full.buf), err);
}
