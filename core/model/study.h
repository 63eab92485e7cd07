/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_STUDY_H
#define CORE_MODEL_STUDY_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/model/exam.h"
#include "core/model/pace.h"
#include "core/model/plan_schedule.h"
#include "core/model/practice.h"
#include "core/model/readiness.h"
#include "core/model/topic_state.h"

/*
 * Where the study for an exam stands: its topics with their states, its
 * domains, its work, the pace, and the chance to pass.  Plain data; the journal
 * fills it (core/journal_study.h), commands and exporters read it.
 */
struct study_topic {
	const char *id, *name;
	int domain;			/* index of exam->domains, or -1 */
	struct topic_evidence evidence;
	enum topic_state state;
};

struct study_domain {
	const struct exam_domain *of;
	double coverage;		/* 0 … 1: mean over its topics */
	double knowledge;		/* the same of what is remembered */
	double share;			/* of what is noted on all domains */
	double expected;		/* share of right answers */
	size_t states[TOPIC_STATE_COUNT];
};

/* A share as it is shown, so that all show the same: 0.625 is 63. */
int study_percent(double share);

/* A kind of work, and how much of it is done. */
enum study_work {
	WORK_TODO,
	WORK_SERVICE,
	WORK_CONCEPT,
	WORK_COURSE,
	WORK_LAB,
	WORK_READING,
	WORK_QUESTION,
	WORK_HOLE,
	WORK_PRACTICE,		/* practice exams, to take and taken */
	WORK_COUNT,
};
const char *study_work_name(enum study_work w);		/* "todo" … */
/* What one takes when it does not say: minutes (design: study-plan, 1.3). */
int study_work_minutes(enum study_work w);

struct study_sum {
	size_t items;
	double minutes, done;	/* of them */
};

/* An item that the plan sets for certain days. */
struct study_planned {
	const char *id, *text;
	struct plan_days days;
	const char *name;	/* "Week 3", or "" */
	bool done;
};

struct study {
	const struct exam *exam;	/* NULL: none that has a date */
	const char *own_plan;	/* the exam's own; NULL: all plans are */
	int today;
	const void *items;	/* the journal's, of all plans and notes: see
				   core/journal_items.h */
	size_t nitems;
	const struct study_topic *topics;	/* of the exam, then of plans */
	size_t ntopics;
	const struct study_domain *domains;
	size_t ndomains;
	struct study_sum work[WORK_COUNT], all;
	bool lab_this_week;	/* entries since Monday tell of one */
	bool has_pace;
	struct pace_plan plan;
	struct pace pace;
	const struct pace_point *history;	/* up to today, ascending */
	size_t nhistory;
	struct readiness readiness;
	const struct study_planned *planned;	/* by their days */
	size_t nplanned;
	const struct practice *practice;	/* results, as plans have them */
	size_t npractice;
};

/* Is the exam behind one: by its day, or because its result is known?  Its
 * domains weigh nothing then. */
bool study_is_over(const struct study *s);

/* Is its day behind, and nobody has said how it went? */
bool study_waits_for_result(const struct study *s);

/* Do plans ask for anything?  Holes and questions are noted without one, so by
 * themselves they are no work that could be covered. */
bool study_has_plan(const struct study *s);

/*
 * The open items of the days from `first` to `last`; `all`: how many there are,
 * done ones as well.  In `mem`.
 */
const struct study_planned **study_planned_in(const struct study *s, int first,
					      int last, struct arena *mem,
					      size_t *all, size_t *count);

/* The open items whose days are over, the oldest first; the first `today` of
 * them are to be taken along today. */
const struct study_planned **study_planned_late(const struct study *s,
						struct arena *mem,
						size_t *count, size_t *today);

/* How far an item says that it is: "12/40" or "30%"; 0 where it says nothing. */
double study_item_share(struct str text);

/* The minutes an item says it takes, "(45 min)" or "2 h"; or those of its
 * kind, of a course "12/40" ten for each unit. */
double study_item_minutes(struct str text, enum study_work kind);

/*
 * What is missing of a domain in hundredths of the exam: its weight by the
 * share of answers that practice exams let expect to be wrong, or while there
 * is none, by what is not covered.
 */
double study_domain_gap(const struct study *s, const struct study_domain *d);

/* Domains from the topics: states, coverage, knowledge, shares. */
void study_sum_domains(struct study_domain *domains, const struct exam *e,
		       const struct study_topic *topics, size_t ntopics,
		       int day);

#endif
