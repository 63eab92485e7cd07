/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_PROSE_H
#define CORE_MODEL_TOPIC_PROSE_H

#include "core/base/str.h"

/*
 * Names that are ordinary words of their sentence.  All take the line that
 * the name stands on, and where it starts or ends.
 */

/* Do the words after it make a sentence: "Aurora over the fjord"? */
bool prose_follows(struct str line, const char *end);

/*
 * Is what is written in lower case there a noun or a verb: "a bottle of",
 * "some passport is", "we express", "to amplify the"?  "a flask app" is not.
 */
bool prose_is_word(struct str line, const char *start, const char *end);

/* Is it a verb with something that is done to: "and renders them"?  Beside a
 * name, too, that is none. */
bool prose_has_object(struct str line, const char *start, const char *end);

/* Is somebody with a capital there: "paired with Julia", "Macie, who"? */
bool prose_is_person(struct str line, const char *start, const char *end);

/* Is something else compared with it ("a WAF-like rule"), or "K&R", "R&D"? */
bool prose_likens(struct str line, const char *start, const char *end);

/* Behind most names stand no marks of that: one byte tells. */
static inline bool prose_is_likeness(struct str line, const char *start,
				     const char *end)
{
	return (end - start == 1 ||
		(end < line.s + line.len && *end == '-')) &&
	       prose_likens(line, start, end);
}

/* Are words in lower case there no name, but a verb and what does it: "every
 * step functions as a test"? */
bool prose_is_clause(struct str line, const char *start, const char *end);

/* Is it the initial of somebody whose thing follows: "C's repo"? */
bool prose_owns(struct str line, const char *start, const char *end);

/* Has somebody moved there: "switched to Go", and not "to Spring Street"? */
bool prose_moves_to(struct str line, const char *start, const char *end);

/* The word before "about", if that stands before it: "learned about Go", and
 * "about go" if the phrase ends there; may be none. */
struct str prose_before_about(struct str line, const char *start,
			      const char *end);

/* "worked on go today", "started with react.", "a video on Rails", "diving into
 * Go", "two hours of spring", "did some go" */
bool prose_is_worked_with(struct str line, const char *start, const char *end);

/* "wrote a parser in go": with nothing behind it that it could belong to. */
bool prose_is_written_in(struct str line, const char *start, const char *end);

/* Is it said to be hard, or easy, as what is learnt: "Rust is hard to learn",
 * "Go is statically typed"? */
bool prose_is_hard(struct str line, const char *end);

/* Where it begins what the thing is said to be, as behind "is a"; or NULL. */
const char *prose_description(struct str line, const char *end);

/* The word after `p`, if no preposition or the like ends what is described. */
struct str prose_next_of_phrase(struct str line, const char *p);

/* Does one name stand in the place of another, or are they two ends of a way:
 * "replaced X with Y", "from X to Y", "X instead of Y"?  `end` is the first
 * one's, `second` begins the other. */
bool prose_trades(struct str line, const char *first, const char *end,
		  const char *second);

/* "#react": so nobody marks an everyday word. */
bool prose_is_hashtag(struct str line, const char *start, const char *end);

/* "a scraper for the shop -- rust", "three kata (ruby)": set apart at the end
 * of its line. */
bool prose_is_set_apart(struct str line, const char *start, const char *end);

/* "c: malloc and free": a word that a colon ends where its line begins. */
bool prose_is_label(struct str line, const char *start, const char *end);

/* "cassandra: model by query", and not "karma: I broke it" */
bool prose_heads_note(struct str line, const char *start, const char *end);

/* "cloud run traffic split": does it begin a note of nouns?  A sentence would
 * have a small word or a verb behind it. */
bool prose_is_noted(struct str line, const char *start, const char *end);

/* Do two names have the same sign or preposition behind them: "X on Monday, Y
 * on Tuesday"? */
bool prose_goes_on_alike(struct str line, const char *a_end, const char *b_end);

#endif
