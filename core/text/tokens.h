/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_TOKENS_H
#define CORE_TEXT_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * The tokens that a text is searched by: English stems of its words, in any
 * case and without accents, and pairs of neighbours of what is written without
 * blanks ("東京都" is 東京, 京都), which is how Lucene's CJKAnalyzer does it.
 * A phrase of pairs is found exactly where the characters stand.  The last
 * character of a run is a token at the place of its last pair, so that a single
 * one is found as the beginning of a token.
 *
 * A word is a letter or digit and what follows of letters, digits and marks on
 * them.  All else is between words.
 */
struct token {
	struct str text;	/* until the next one is told */
	size_t start, end;	/* where it stands */
	bool same_place;	/* as the token before it */
};

/* What is not 0 ends the walk, and is given back by it. */
typedef int token_fn(void *arg, const struct token *t);

/* `query`: of a query, where the last character of a run is left out. */
int tokens_walk(struct str text, bool query, token_fn *tell, void *arg);

/*
 * The same for who looks for a few tokens only: of a word that begins with none
 * of these bytes the token may be left empty.  Words are not stemmed in vain.
 */
struct token_firsts {
	bool has[256];
};
void token_firsts_add(struct token_firsts *f, struct str token);
int tokens_walk_firsts(struct str text, const struct token_firsts *firsts,
		       token_fn *tell, void *arg);

/*
 * The same, but `text` is the word as it stands, of which token_add makes the
 * token (none, if nothing is appended): for who remembers what he has seen.
 */
int tokens_walk_words(struct str text, token_fn *tell, void *arg);
void token_add(struct strbuf *out, struct str word);

#endif
