/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_WORDING_H
#define CORE_MODEL_WORDING_H

#include <stdbool.h>
#include <stdint.h>

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
	WORDING_HOW_MUCH,	/* "bit", "really": may stand anywhere */
	WORDING_OVERCOME,	/* "finally", "solved" */
	WORDING_OFF_MATTER,	/* "sleep", "wifi": goes with a day */
	WORDING_NOTHING,	/* "it", "stuff": names no matter */
	WORDING_NO_NAME,	/* "it", "start": no name begins so */
	WORDING_COUNTER,	/* "module", "day": has a number behind it */
	WORDING_DANGLING,	/* "for", "types": ends what a list follows */
	WORDING_INNER,		/* "the", "is": in no name */
	WORDING_COMPARED,	/* "best", "only": sets apart, tells nothing */
	WORDING_VERDICT,	/* "better", "still", "done" */
	WORDING_KIND,		/* "queue", "service": a kind of thing */
	WORDING_FINITE,		/* "is", "went": what is the case */
	WORDING_SERVICE,	/* "stores", "routes": what services do */
	WORDING_AUXILIARY,	/* "does", "can't" */
	WORDING_DEPLOYED,	/* "deployed": done to a thing by hand */
	WORDING_BUILT,		/* "built": to a thing, or to anything else */
	WORDING_TRIED,		/* "set", "played": begin such deeds */
	WORDING_LAB,		/* "lab", "tutorial" */
	WORDING_THING,		/* "cluster", "script": what is built */
	WORDING_MEANS,		/* "is", "lets", "stands": begins the verb of a
				   definition */
	WORDING_TAIL,		/* each phrase of gap_slip.c that stands behind
				   a name begins with one */
	WORDING_IDLE,		/* "habit", "post": is made, and no such thing */
	WORDING_COUNT
};

/* All the senses of a word: bit n, that of (enum wording)n.  Case does not
 * count, nor whether an apostrophe is "'" or U+2019. */
uint64_t wording_senses(struct str word);
#define WORDING_BIT(what) (UINT64_C(1) << (what))

/* Those of all words of a text together. */
uint64_t wording_all(struct str text);

/* Take the next word off the front, without the marks around it; .len 0: there
 * is none.  "(that" and "that," are "that". */
struct str wording_next(struct str *rest);

bool wording_is(struct str word, enum wording what);

/* Is it one of these, which have lower case and "'", likewise? */
bool wording_is_among(struct str word, const char *const *list, size_t count);

/* What is left behind those of these words that it begins with, likewise. */
struct str wording_skip(struct str text, const char *const *words, size_t count);

/* Take the first of these phrases that a text begins with off its front; their
 * words are parted by one blank each, and are compared likewise. */
bool wording_take(struct str *text, const char *const *phrases, size_t count);

/* Is a text one of these, and nothing more? */
bool wording_is_phrase(struct str text, const char *const *phrases,
		       size_t count);

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
