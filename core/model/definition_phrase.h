/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DEFINITION_PHRASE_H
#define CORE_MODEL_DEFINITION_PHRASE_H

#include <stdbool.h>

#include "core/base/str.h"

/* What kind of phrase something is that may tell what a name means, for
 * definition_meaning.c. */

#define MEANING_LOOKED 200	/* bytes of a meaning that tell what it is */
#define PHRASE_WORDS 9		/* that a noun and what belongs to it have */
#define MEANING_WORDS 3		/* that make a definition */
#define WHEN_WITHIN 8		/* words in which a day is told of */

/* Its first two words; .len 0: it has none. */
struct str phrase_first(struct str s);
struct str phrase_second(struct str s);

/* Does a word end so, and begin with something else? */
bool phrase_word_ends(struct str word, const char *ending);

/* Up to the comma; but "a fast, scalable store" has one between adjectives. */
struct str phrase_first_clause(struct str s);

/* "queue", "service": a kind of thing. */
bool phrase_names_kind(struct str word);

/* "storage", "servers": a kind of thing, or several. */
bool phrase_names_kinds(struct str word);

/* What somebody thinks of it, in its first words, or in so many of them. */
bool phrase_is_opinion(struct str s);
bool phrase_has_opinion(struct str s, int within);

/* "IAM, Cognito, KMS": as few words as the commas allow. */
bool phrase_is_enumeration(struct str s);

/* What is quoted, a line of a program, a place to fill in, or steps. */
bool phrase_is_other_text(struct str s);

/* What is measured, or an example. */
bool phrase_is_measure(struct str s);

/* Kana, Chinese characters, Hangul: words without blanks. */
bool phrase_is_unspaced(struct str s);

/* Somebody speaks of himself, of his day, or of what he thinks. */
bool phrase_is_personal(struct str s);

/* Only the writer speaks so of himself: "I", "my", and neither "us" nor "our",
 * who may be anybody. */
bool phrase_is_own(struct str s);

/* Does the word lead to a noun: "the", "my", "all"? */
bool phrase_is_article(struct str word);

/* "open the port", "Host sites": what to do. */
bool phrase_is_order(struct str s);

/* "launched an instance", "deleted by default": what was or is done. */
bool phrase_is_deed(struct str s);

/* "everything is green": what is the case. */
bool phrase_is_statement(struct str s);

/* A noun that is told more of, or that is a kind of thing by itself. */
bool phrase_is_noun(struct str s);

/* "a book recording transactions" */
bool phrase_has_participle(struct str s);

/* "manages", "stores": a verb that tells what services do. */
bool phrase_is_service(struct str first);

/* "keeps pods away": what something does, in the third person. */
bool phrase_is_function(struct str s);

/* "using a key": a thing that is done, as it stands. */
bool phrase_is_gerund(struct str s);

#endif
