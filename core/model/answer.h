/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_ANSWER_H
#define CORE_MODEL_ANSWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/model/document.h"

/*
 * Finding what answers a question among the passages of a journal.  It only
 * proposes: a passage counts by the words of the question that it has, and a
 * question that sets topics against each other wants something on each.
 */
struct answer_question {
	struct str text;	/* without prefix */
	size_t ntopics;		/* it is on; topic i is bit i below, up to 32 */
};

#define ANSWER_TOPICS 4		/* that passages are looked for on, at most */

/* What asks cannot answer, and a name alone says nothing; `traits` are those of
 * passage_traits.h. */
bool answer_may_be(enum passage_kind kind, unsigned traits);

/* A passage, read once for any number of questions. */
struct answer_text {
	const uint32_t *words;	/* hashes of what it and its headings say */
	size_t nwords;
	uint64_t filter;	/* no bit in common: no word in common */
	double bonus;
};

/* The words of some questions: where these alone are to be answered, no other
 * word of a passage counts. */
struct answer_vocabulary {
	uint64_t bits[1024];	/* by the upper bits of a hash */
};
void answer_vocabulary_add(struct answer_vocabulary *v, struct str question);

/* What passages are read by, one after the other. */
#define ANSWER_WORDS 1000	/* of a passage that are looked at */
struct answer_reader {
	struct arena *mem;	/* of what is read */
	const struct answer_vocabulary *wanted;	/* NULL: all words are */
	uint32_t words[ANSWER_WORDS];	/* in hand */
	/* The last headings of each depth: passages stand under one title and
	 * section after the other. */
	struct answer_heading {
		char text[120];		/* "": none is held */
		uint32_t words[60];
		size_t count, seen;	/* those that count, and all */
	} above[4];
};

/* `headings`: above it; `definition`: it says what a thing is. */
struct answer_text answer_text_read(struct answer_reader *r, struct str text,
				    const char *const *headings,
				    size_t nheadings, bool definition,
				    bool table);

/* The words of a text that say something; each is a bit, the first of them the
 * lowest. */
#define ANSWER_TERMS 32
struct answer_terms {
	uint32_t words[ANSWER_TERMS];
	size_t count;
	uint64_t filter;
};

/* Those of another text may be added. */
void answer_terms_read(struct answer_terms *t, struct str text);
uint64_t answer_terms_in(const struct answer_terms *t,
			 const struct answer_text *text);

struct answer_candidate {
	struct answer_text text;
	unsigned topics;	/* of the question's, that it is on: bits */
};

#define ANSWERS_MAX 3

/*
 * The indexes of the passages that answer it together, best first, at most
 * ANSWERS_MAX; how many there are.  0: nothing that would help.
 */
size_t answer_find(const struct answer_question *q,
		   const struct answer_candidate *candidates, size_t count,
		   size_t *out);

#endif
