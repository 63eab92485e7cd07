/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DOSSIER_H
#define CORE_MODEL_DOSSIER_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/str.h"
#include "core/model/passage_traits.h"
#include "core/model/quantity.h"

/*
 * What can be made of the passages on a topic: counts by kind, the numbers
 * noted, notes that disagree, topics that belong near.  Plain functions over
 * arrays, for the terminal, JSON and pages alike; results name passages by
 * their index.
 */
struct dossier_passage {
	const char *path;
	const char *topic;	/* id of the member of the family */
	const char *under;	/* the heading or item right over it, or NULL */
	unsigned line, traits;	/* enum passage_trait */
	int day;		/* or DAY_NONE */
	struct str text;
	const struct str *own;	/* the sentences that are said of the topic */
	size_t nown;		/* 0: all of them are */
};

struct dossier_facts {
	size_t passages, documents;	/* documents: of neighbours in order */
	size_t kinds[TRAIT_COUNT];	/* by bit; open ones of what can be done */
	int first_day, last_day;	/* DAY_NONE: only in notes */
};
void dossier_count(struct dossier_facts *out, const struct dossier_passage *p,
		   size_t count);

/* Add what a passage is to counts by kind: one that is done is only that. */
void dossier_count_traits(size_t kinds[TRAIT_COUNT], unsigned traits);

/* Whether a passage with these traits is of a kind (bit), and open if it can
 * be: what a filter by that kind shows, and what a count counts. */
bool dossier_is_kind(unsigned traits, unsigned bit);

/* A limit that was noted: "Lambda times out in 15 mins". */
struct dossier_number {
	size_t passage;
	struct quantity quantity;
	struct str sentence;	/* of the passage's text, with the quantity */
	bool cut_before, cut_behind;	/* there is more of it */
	bool repeated;		/* one before it is the same, word for word */
	size_t again;		/* index of the next that is, or 0 */
};
struct dossier_numbers {
	struct dossier_number *items;
	size_t count, cap;	/* owned; dossier_numbers_release */
};
#define DOSSIER_NUMBERS_INIT { NULL, 0, 0 }
void dossier_numbers_release(struct dossier_numbers *n);

/*
 * By what is measured: times, sizes, shares, prices, then counts by their unit;
 * within that in the order of the passages.
 */
void dossier_find_numbers(struct dossier_numbers *out,
			  const struct dossier_passage *p, size_t count);

/* "Times", "Sizes", "Requests": what stands over a group of numbers.  The same
 * pointer or words for all of the group. */
const char *dossier_group(const struct quantity *q);

/*
 * Two numbers on the same topic that measure the same and are not the same.
 * The sentences have nearly the same words and one quantity of the kind each.
 * Few false alarms matter more than many findings.
 */
struct dossier_disagreement {
	size_t a, b;		/* numbers; a comes first */
};
struct dossier_disagreements {
	struct dossier_disagreement *items;
	size_t count, cap;	/* owned; dossier_disagreements_release */
};
#define DOSSIER_DISAGREEMENTS_INIT { NULL, 0, 0 }
void dossier_disagreements_release(struct dossier_disagreements *d);
void dossier_find_disagreements(struct dossier_disagreements *out,
				const struct dossier_numbers *n,
				const struct dossier_passage *p);

/* A topic that is spoken of where this one is. */
struct dossier_related {
	const char *id;
	size_t shared;		/* passages on both */
	size_t passages;	/* on that one */
	double score;		/* by dossier_rank_related */
};

/*
 * Nearest first, by the cosine of the two sets of passages, less where they
 * share only a few; those that share one passage go when others share more.
 * Returns how many are left.
 */
size_t dossier_rank_related(struct dossier_related *r, size_t count,
			    size_t passages);

/* "X vs Y", "difference between": a passage that tells two things apart. */
bool dossier_tells_apart(struct str text);

#endif
