/* SPDX-License-Identifier: MIT */
#ifndef CMD_PLAN_PLAN_H
#define CMD_PLAN_PLAN_H

#include "cmd/command.h"
#include "core/journal_study.h"
#include "core/text/json.h"

/* What the plan, today, the week and the eve of an exam show alike. */

/* The exam that is meant: the one named, else the next one; NULL without an
 * error: there is none. */
int plan_exam(const struct exam **out, struct journal *j, const char *typed,
	      struct error *err) MUST_CHECK;

/* "94% of the time left, 12% of the work covered" */
void plan_add_percentages(struct strbuf *out, const struct study *s);

/* "166 min a study day needed, 40 kept; done about …", and the three levers
 * where that is not enough. */
void plan_add_pace(struct strbuf *out, const struct context *ctx,
		   const struct study *s);

/*
 * Put the countdown to the exam (NULL: the next one) into its plan, in a commit
 * of its own; `diff` tells what changed, nothing where there is no such plan or
 * it says so already.
 */
int plan_update_countdown(struct journal *j, const char *exam, bool dry_run,
			  struct strbuf *diff, struct error *err) MUST_CHECK;

/* Domains: weight, share of the notes, coverage. */
void plan_add_domains(struct strbuf *out, const struct context *ctx,
		      const struct study *s);

/* What was done over time against what is needed, as a chart. */
void plan_add_chart(struct strbuf *out, const struct context *ctx,
		    const struct study *s);

/* What to study today within so many minutes, with the reasons. */
void plan_add_advice(struct strbuf *out, const struct context *ctx,
		     const struct study *s, double minutes);
struct json *plan_advice_json(const struct study *s, double minutes);

/* What the plan sets for today, and what is left from before, of which so much
 * is taken along that it is spread over the days to come. */
void plan_add_planned(struct strbuf *out, const struct context *ctx,
		      const struct study *s);

/* What it sets for the days from first to last, as Markdown; nothing without
 * any. */
void plan_add_planned_in(struct strbuf *out, const struct study *s, int first,
			 int last, const char *title);

/* The weeks and days of the plan, those near today. */
void plan_add_spans(struct strbuf *out, const struct context *ctx,
		    const struct study *s);
struct json *plan_planned_json(const struct study *s);

struct json *plan_pace_json(const struct study *s);

#endif
