/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_PLAN_H
#define EXPORTERS_SITE_PLAN_H

#include "core/model/study.h"
#include "exporters/site/view.h"

/*
 * What of exams and open items the site may show.  An item, and what answers
 * it, must stand in the public text of a public document; the states of topics,
 * and so the coverage of domains, are made of such texts alone.
 */
struct site_item {
	struct site_passage passage;	/* as it is written */
	unsigned traits;		/* enum passage_trait */
	bool is_done;
	struct str text, prefix;
	struct str answer;		/* behind "A:"; or .len 0 */
	int day;			/* of its entry, or DAY_NONE */
	const uint32_t *topics;		/* indexes into site_view.topics */
	size_t ntopics;
	/* What may answer it, once site_answers_take() has given it. */
	const struct site_passage *answers;
	size_t nanswers;
};

struct site_exam_topic {
	const char *name;
	int topic;		/* index into site_view.topics, or -1 */
	int domain;		/* index of the exam's, or -1: a plan lists it */
	enum topic_state state;
	int day;		/* it was first noted; DAY_NONE: not known */
};

struct site_exam {
	const char *file;	/* in exams/ */
	const struct exam *of;
	bool is_over;
	const struct study_domain *domains;
	size_t ndomains;
	const struct site_exam_topic *topics;
	size_t ntopics, nnoted;	/* noted: and beyond */
	const struct practice *practice;	/* by day */
	size_t npractice;

	/* The topics noted by day, against the days there are for them. */
	bool has_pace;
	struct pace_plan plan;
	struct pace pace;	/* of topics, where that has minutes */
	const struct pace_point *points;	/* from the start to today */
	size_t npoints;
};

struct site_plan {
	const struct site_exam *exams;	/* those to come first, soonest first */
	size_t nexams;
	const struct site_exam *next;	/* or NULL */
	struct site_item *items;	/* as the journal orders them */
	size_t nitems;
};

/* `shown` gives each document of the snapshot its number in the view. */
int site_plan_make(struct site_view *v, const struct snapshot *s,
		   const size_t *shown, struct error *err) MUST_CHECK;

/* Parts of that; view->plan is theirs to fill. */
void site_plan_add_items(struct site_plan *plan, const struct site_view *v,
			 const struct snapshot *s, const size_t *shown);
int site_plan_add_topics(struct site_exam *out, const struct site_plan *plan,
			 const struct site_view *v, const struct snapshot *s,
			 const struct snapshot_exam *e, struct error *err)
	MUST_CHECK;
int site_plan_add_exams(struct site_plan *plan, const struct site_view *v,
			const struct snapshot *s, struct error *err) MUST_CHECK;

/*
 * What may answer the open items, which only the page of questions shows: first
 * the passages on their topics are read, which asks for them; then some are
 * chosen, which asks for nothing; then the items get these, read again, in
 * `mem`.  Nothing of it draws.
 */
struct site_answers;
struct site_answers *site_answers_new(const struct site_view *v);
void site_answers_free(struct site_answers *a);
int site_answers_read(struct site_answers *a, struct error *err) MUST_CHECK;
void site_answers_choose(struct site_answers *a);
int site_answers_take(struct site_answers *a, struct arena *mem,
		      struct error *err) MUST_CHECK;
/* What is to be told the next time; nothing: what was told this time will do. */
void site_answers_keep(const struct site_answers *a, struct strbuf *out);

/* Is an item of this exam: not in a plan that is another one's? */
bool site_item_is_of(const struct site_view *v, const struct site_item *item,
		     const struct exam *e);

/* The index of a topic by its id, or -1: it has no page. */
int site_topic_index(const struct site_view *v, const char *id);

/* Is anything of the questions page there, and to be shown? */
bool site_has_questions(const struct site_view *v);

#endif
