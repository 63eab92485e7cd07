/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_WORDS_H
#define EXPORTERS_SITE_SEARCH_WORDS_H

#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/strbuf.h"
#include "core/base/strset.h"
#include "exporters/site/search_weight.h"

/*
 * The words of a site, numbered as they are met: the tokens of
 * core/text/tokens.h, each with its number, so that a document can say in few
 * bytes which of them it has.
 */
struct search_words {
	struct str *tokens;	/* by number; .len 0: none has it any more */
	size_t count, cap;
	uint32_t *slots;	/* by token: its number, + 1; or none yet */
	size_t nslots;
	struct strset seen;	/* words as they stand -> number */
	struct strbuf token;	/* in hand */
	struct arena mem;	/* of tokens that were met here */
};
#define SEARCH_WORDS_INIT { .token = STRBUF_INIT }
void search_words_release(struct search_words *w);

/* The number of a token that a walk of words told, if it makes one at all. */
#define SEARCH_NO_WORD ((size_t)-1)
size_t search_words_number(struct search_words *w, struct str word);
/* Whoever has added many, and has few more, need not hold how they stood; and
 * whoever has no more, by what they are found.  Either is made again. */
void search_words_forget_seen(struct search_words *w);
void search_words_forget_places(struct search_words *w);

/* Words from number `first` on as a line: all, or those that are `used`, by
 * their numbers.  It is read into what has none yet, and stays until the
 * release; or merged into what has words: then each gets its number there, in a
 * list to be freed. */
void search_words_write(struct strbuf *out, const struct search_words *w,
			size_t first, const bool *used);
void search_words_read(struct search_words *w, struct str line);
/* What they are found by, which otherwise the first that is asked for makes. */
void search_words_find_places(struct search_words *w);
size_t *search_words_merge(struct search_words *w, struct str line,
			   size_t *count);

/* A number of five bits a digit by the alphabet A-Za-z0-9-_, the lowest first;
 * a digit from 32 on has another one behind it. */
void search_number_add(struct strbuf *out, uint64_t n);
#define SEARCH_DIGITS_MAX 13	/* of 64 bits */
size_t search_number_write(char to[SEARCH_DIGITS_MAX], uint64_t n);

/*
 * The list of the words of a document: for each of them, (its number * 32 +
 * its weight, as of search_weight.h).  Seven bits are in a byte from 128 on, the
 * lowest first, and the last six in one from 64 to 127: there is no byte that
 * would end a line or a field.
 */
struct search_place {
	size_t word;
	unsigned weight;
};
/* Take the first off a list; false: there is none, or it makes no sense. */
bool search_list_next(struct str *list, struct search_place *out);
/* The same of up to `max`, each as (number * 32 + weight); quicker.
 * 0: that was all. */
size_t search_list_read(struct str *list, uint32_t *out, size_t max);
void search_list_add(struct strbuf *out, const struct search_place *place);

#endif
