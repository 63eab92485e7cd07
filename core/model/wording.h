/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_WORDING_H
#define CORE_MODEL_WORDING_H

#include <stdbool.h>

#include "core/base/str.h"

/*
 * The words by which learners speak of themselves, of their day and of what
 * they think of a thing, in some languages: what stands near them tells of the
 * learning, and not of what is learned.
 */
enum wording {
	WORDING_SELF,		/* "I", "my", "we" */
	WORDING_WHEN,		/* "today", "now", "yet" */
	WORDING_OPINION,	/* "fun", "hard", "favourite" */
	WORDING_DEED,		/* "watched", "spent": what somebody did */
	WORDING_ORDER,		/* "read", "check": what to do */
	WORDING_REPORT,		/* "mood", "result": what a report is about */
	WORDING_STUDY,		/* "course", "quiz", "pomodoro" */
	WORDING_ARTICLE,	/* "a", "the", "une" */
	WORDING_LINK,		/* "of", "that", "for": what joins a noun to
				   what tells more of it */
	WORDING_ASK,		/* "why", "how", "wie" */
	WORDING_LACK,		/* "not", "need", "shaky": each phrase of gap.c
				   has one of them */
	WORDING_TIME,		/* "day", "hours" */
	WORDING_COUNT
};

/* Take the next word off the front, without the marks around it; .len 0: there
 * is none.  "(that" and "that," are "that". */
struct str wording_next(struct str *rest);

/* Case does not count, nor whether an apostrophe is "'" or U+2019. */
bool wording_is(struct str word, enum wording what);

/* Is it one of these, which have lower case and "'", likewise? */
bool wording_is_among(struct str word, const char *const *list, size_t count);

/* Take the first of these phrases that a text begins with off its front; their
 * words are parted by one blank each, and are compared likewise. */
bool wording_take(struct str *text, const char *const *phrases, size_t count);

/* "watched", and not "read": a deed that is no order as well. */
bool wording_is_deed(struct str word);

/* Is any word of a text one of these, likewise? */
bool wording_has_among(struct str text, const char *const *list, size_t count);

/* Has one of the first `most` words of a text this sense? */
bool wording_has(struct str text, enum wording what, unsigned most);

/* The last word; .len 0: there is none. */
struct str wording_last(struct str text);

/* How many words it has, up to `most`. */
unsigned wording_count(struct str text, unsigned most);

/* The first sentence of a text, without the mark that ends it. */
struct str wording_sentence(struct str text);

#endif
