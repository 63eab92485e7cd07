/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_WORDS_H
#define CORE_INDEX_WORDS_H

#include "core/index/database.h"

/*
 * The words of a query as FTS5 sees them: each is a phrase of the tokens that
 * the index's own tokenizer makes of it.  A word without any, like "*", is
 * left out.
 */
struct phrase {
	const char *word;    /* as typed */
	size_t first, count; /* its tokens */
};

struct words {
	struct phrase *phrases;
	size_t count;
	struct str *tokens;
	size_t ntokens, tokens_cap;
	fts5_tokenizer functions;
	Fts5Tokenizer *tokenizer;
};
#define WORDS_INIT                                                             \
	{                                                                      \
		NULL, 0, NULL, 0, 0, { NULL, NULL, NULL }, NULL                \
	}
void words_release(struct words *w);

int words_read(struct words *w, struct index *ix, const struct query *q,
	       struct arena *mem) MUST_CHECK;

/* The expression for MATCH; every word quoted, so that none is an operator. */
const char *words_expression(const struct words *w, enum section section,
			     struct arena *mem);

/* Where words stand in a text, in its order and not overlapping. */
struct found {
	size_t start, end;
};
struct findings {
	struct found *items;
	size_t count;
	size_t different; /* how many of the query's words */
};
void words_find(struct words *w, struct str text, struct findings *out,
		struct arena *mem);

#endif
