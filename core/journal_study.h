/* SPDX-License-Identifier: MIT */
#ifndef CORE_JOURNAL_STUDY_H
#define CORE_JOURNAL_STUDY_H

#include "core/journal_items.h"
#include "core/model/advice.h"
#include "core/model/study.h"

/*
 * The study for an exam as the journal tells it: plan, notes and entries
 * together.  `exam` NULL: what plans list, without countdown and domains.
 */
int journal_study(struct journal *j, const struct exam *exam,
		  struct arena *mem, struct study *out, struct error *err)
	MUST_CHECK;

/* The same as it was on another day, as far as that can still be told: what is
 * done has no day. */
int journal_study_on(struct journal *j, const struct exam *exam, int day,
		     struct arena *mem, struct study *out, struct error *err)
	MUST_CHECK;

/*
 * What could be studied today, for advice_choose(): topics by weight and state,
 * holes, questions, labs and todos.  `of` of a candidate is a study_topic for
 * ADVICE_TOPIC, else a journal_item.  Of an exam that is behind no topic is
 * proposed, and while its result is not known nothing of plans but what they
 * ask (TRAIT_QUESTION).
 */
void journal_advice(const struct study *s, struct arena *mem,
		    struct advice_candidate **out, size_t *count);

/* The topic of an item that weighs most in the exam; NULL: none is in it. */
const struct study_topic *journal_item_topic(const struct study *s,
					     const struct journal_item *item);

/*
 * Remember how the work stands today, so that a pace can be measured later: a
 * line a day in .git/hecto/, which is of this machine and may be deleted.  What
 * cannot be written is no failure.
 */
void journal_study_remember(struct journal *j, const struct study *s);

#endif
