/* SPDX-License-Identifier: MIT */
#ifndef CMD_EXAM_EXAM_H
#define CMD_EXAM_EXAM_H

#include "cmd/command.h"
#include "cmd/options.h"
#include "core/model/exam_domains.h"

/* What `hecto exam` is made of: exam.c dispatches, show.c prints, set.c and
 * result.c write the settings of an exam. */
struct exam_args {
	const char *date, *when, *start, *code, *template, *pass, *scale;
	const char *questions, *minutes, *cost, *valid, *plan, *from;
	const char *domains_from;
	unsigned score;
	const char *exam;
	struct option_list domains, topics;
	bool undo, json;
};

/* The exam of this name or code; NULL: there is none. */
const struct exam *exam_find(struct journal *j, const char *name);
/* The same; what is nearest to it is in the error. */
const struct exam *exam_named(struct journal *j, const char *name,
			      struct error *err);

/* --- show.c -------------------------------------------------------------- */

int exam_upcoming(const struct context *ctx, const struct exam_args *a,
		  struct error *err) MUST_CHECK;
int exam_list(const struct context *ctx, const struct exam_args *a,
	      struct error *err) MUST_CHECK;
int exam_show(const struct context *ctx, const struct exam_args *a,
	      const char *name, struct error *err) MUST_CHECK;
/* Behind how long ago an exam was whose result is not known. */
#define EXAM_PAST_HINT "; 'hecto exam result' notes how it went"

/* "Wed 20 July 2022, in 16 days", or "passed on Wed 20 July 2022"; nothing of
 * one that has no day yet. */
void exam_add_when(struct strbuf *out, const struct exam *e, int today);
int exam_templates_list(const struct context *ctx, const struct exam_args *a,
			struct error *err) MUST_CHECK;

/* --- set.c --------------------------------------------------------------- */

/* `add`: an exam that is there already is an error. */
int exam_set(const struct context *ctx, const struct exam_args *a,
	     const char *name, bool add, struct error *err) MUST_CHECK;
/* One setting of an exam, checked and then put; NULL takes it out. */
int exam_put(struct journal *j, const char *name, const char *last,
	     const char *value, bool add, struct error *err) MUST_CHECK;
int exam_commit(struct journal *j, const char *what, const char *name,
		struct error *err) MUST_CHECK;

/* --- new.c --------------------------------------------------------------- */

/* May 'set' make an exam of this name?  Not where one of nearly that name is
 * there, nor without a day. */
int exam_check_new(struct journal *j, const struct exam_args *a,
		   const char *name, struct error *err) MUST_CHECK;
/* What was made; which other one may have been meant, and whose work it has. */
void exam_tell_new(struct journal *j, const char *name, bool add);

/* --- result.c ------------------------------------------------------------ */

int exam_rm(const struct context *ctx, const char *name, struct error *err)
	MUST_CHECK;
/* Put away what the plan of an exam still asks for, or take it out again. */
int exam_archive(const struct context *ctx, const char *name, bool undo,
		 struct error *err) MUST_CHECK;
/* `result`: "passed", "failed" or "open". */
int exam_put_result(const struct context *ctx, const struct exam_args *a,
		    const char *name, const char *result, struct error *err)
	MUST_CHECK;

/* --- domains.c ----------------------------------------------------------- */

/* Those of a note or plan, by path, id or title, and a note of what was
 * understood; an error where they are no whole exam. */
int exam_read_domains(struct exam_domain_notes *out, struct journal *j,
		      const char *typed, struct arena *mem, struct error *err)
	MUST_CHECK;
/* The topics that a domain names: "iam, kms". */
void exam_add_topics(struct strbuf *out, struct journal *j,
		     const struct exam_domain_note *d);

/* --- defaults.c ---------------------------------------------------------- */

/* The days of an exam; DAY_NONE where they are not known. */
struct exam_days {
	int day, start;
};

/*
 * Fill in what is not known, with a note of where it is from: the lines "Exam
 * date:" and "Start:" of its plan, or its countdown; the start of a new exam
 * else by the log: the first day of the last stretch of days that are on its
 * topics ("iam, kms") without a pause of eight weeks, of any days where it has
 * no topics, else today.  `no_day`: it is to have none.
 */
void exam_default_days(struct exam_days *days, struct journal *j,
		       const struct exam *e, struct str topics, bool is_new,
		       bool no_day);

/* --- lessons.c ----------------------------------------------------------- */

/* Of an exam that was taken: how it was studied for, what was expected, and its
 * weakest domains.  Nothing while it is open. */
int exam_add_lessons(struct strbuf *out, const struct context *ctx,
		     const struct exam *e, struct error *err) MUST_CHECK;

/* --- practice.c ---------------------------------------------------------- */

/* `name` NULL: the exam of --exam, else the only one, else the next one.
 * `score` NULL: the results there are, against the mark that passes. */
int exam_practice(const struct context *ctx, const struct exam_args *a,
		  const char *name, const char *score, struct error *err)
	MUST_CHECK;

/* --- practice_note.c ----------------------------------------------------- */

/* Note a score in the plan of `e`; one that is noted is completed, where more
 * is said of its domains. */
int exam_note_practice(const struct context *ctx, const struct exam_args *a,
		       const struct exam *e, const char *score,
		       struct error *err) MUST_CHECK;

#endif
