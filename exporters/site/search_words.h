/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_WORDS_H
#define EXPORTERS_SITE_SEARCH_WORDS_H

#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/strbuf.h"
#include "core/base/strset.h"
#include "exporters/site/search_text.h"

/*
 * The words of a site, numbered as they are met: the tokens of
 * core/text/tokens.h, each with its number, so that a document can say in few
 * bytes which of them it has.
 */
struct search_words {
	struct arena mem;
	struct str *tokens;	/* by number; .len 0: none has it any more */
	size_t count, cap;
	struct strset numbers;	/* token -> number */
	struct strset seen;	/* words as they stand -> number */
	struct strbuf token;	/* in hand */
};
#define SEARCH_WORDS_INIT { .token = STRBUF_INIT }
void search_words_release(struct search_words *w);

/* The number of a token that a walk of words told, if it makes one at all. */
#define SEARCH_NO_WORD ((size_t)-1)
size_t search_words_number(struct search_words *w, struct str word);

/* Words from number `first` on as a line: all, or those that are `used`, by
 * their numbers.  It is read into what has none yet, or merged into what has
 * words: then each gets its number there, in a list to be freed. */
void search_words_write(struct strbuf *out, const struct search_words *w,
			size_t first, const bool *used);
void search_words_read(struct search_words *w, struct str line);
size_t *search_words_merge(struct search_words *w, struct str line,
			   size_t *count);

/*
 * The list of the words of a document: for each of them, (its number * 2 + is
 * it there three times or more), as a number of five bits a digit by the
 * alphabet A-Za-z0-9-_, the lowest first; a digit from 32 on has another one
 * behind it.
 */
void search_number_add(struct strbuf *out, uint64_t n);
#define SEARCH_DIGITS_MAX 13	/* of 64 bits */
size_t search_number_write(char to[SEARCH_DIGITS_MAX], uint64_t n);

struct search_place {
	size_t word;
	bool is_often;
};
/* Take the first off a list; false: there is none, or it makes no sense. */
bool search_list_next(struct str *list, struct search_place *out);
void search_list_add(struct strbuf *out, const struct search_place *place);

/* Counting the words of one document after the other. */
struct search_tally {
	struct search_words *words;
	uint32_t *counts;	/* by word; 0: not in this document */
	size_t cap;
	size_t *met;		/* the words of this document */
	size_t nmet, met_cap;
};
#define SEARCH_TALLY_INIT(w) { .words = (w) }
void search_tally_release(struct search_tally *t);

/* Append the list of the words of a text, but for its headings. */
void search_tally_list(struct search_tally *t, const struct search_text *text,
		       struct strbuf *out);

#endif
