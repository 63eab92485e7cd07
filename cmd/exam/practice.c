/* SPDX-License-Identifier: MIT */
/* Practice exams: how they went, and what they let expect. */
#include "cmd/exam/exam.h"

#include <math.h>

#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "core/base/date.h"
#include "core/journal_study.h"

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
	AUTO(strbuf) text = STRBUF_INIT;

	if (!r->evidence)
		return;
	strbuf_addf(&text, "Expected %.0f%% (%.0f to %.0f), the mark is %.0f%%",
		    100 * r->score, 100 * r->low, 100 * r->high,
		    100 * exam_pass_share(s->exam));
	strbuf_addf(&text, "; chance to pass %.0f%%: %s\n", 100 * r->pass,
		    readiness_word_name(r->word));
	if (s->exam->scale_low > 0)
		strbuf_addstr(&text, "Marks are scaled, and not every question "
			      "counts: the mark in per cent is about right\n");
	strbuf_addch(out, '\n');
	present_hanging(out, ctx, strbuf_slice(&text), 0);
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
	if (a->json && print_json(&s, err))
		return -1;
	if (!s.npractice)
		return error_set(err, ERROR_NOTHING, "no practice exam is "
				 "noted; 'hecto exam practice NAME 43/65' notes "
				 "one");
	if (a->json)
		return 0;
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

/* What only a score is noted with. */
static int no_score(const struct exam_args *a, struct error *err)
{
	if (!a->from && !a->date && !a->domains.count)
		return 0;
	return error_set(err, ERROR_USAGE, "%s of a practice exam goes with "
			 "its score: 'hecto exam practice NAME 43/65'",
			 a->domains.count ? "--domain" :
			 a->from	  ? "--from" :
					    "--date");
}

int exam_practice(const struct context *ctx, const struct exam_args *a,
		  const char *name, const char *score, struct error *err)
{
	const struct exam *e = choose_exam(ctx->journal, name ? name : a->exam,
					   err);
	AUTO(strbuf) full = STRBUF_INIT;

	if (!e || (!score && no_score(a, err)))
		return -1;
	if (!score)
		return show(ctx, a, e, err);
	strbuf_addstr(&full, e->name);
	if (exam_note_practice(ctx, a, e, score, err))
		return -1;
	return show(ctx, a, exam_find(ctx->journal, full.buf), err);
}
