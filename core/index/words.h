/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_WORDS_H
#define CORE_INDEX_WORDS_H

#include "core/index/database.h"
#include "core/text/literal.h"
#include "core/text/regex.h"
#include "core/text/tokens.h"

/*
 * What a query looks for in the text: each of its words and phrases is a phrase
 * of the tokens that the index's own tokenizer makes of it.
 *
 * Marks are no tokens: to FTS5, "C++" is the word "c".  So where a word has
 * marks in it, or case and accents count, FTS5 finds the candidates and the
 * text itself decides (`literals`).  Tokens of their own for such names were
 * not worth it: they would cost every text, and a candidate is looked at in
 * some 5 µs.
 */
struct phrase {
	const struct query_node *node;
	size_t first, count;		/* its tokens */
	bool prefix;			/* the last one only begins a word */
	bool shown;			/* it is not what has to be absent */
	struct literal *literals;	/* have to stand there as well */
	size_t nliterals;
	struct regex *regex;		/* or NULL */
};

struct words {
	struct phrase *phrases;		/* by query_node.number */
	size_t count;
	struct str *tokens;
	size_t ntokens, tokens_cap;
	struct token_firsts firsts;	/* of the tokens */
};
#define WORDS_INIT { .phrases = NULL }
void words_release(struct words *w);

/*
 * `wrong`: what is wrong with a pattern; then the rest is as if it found
 * nothing.
 */
void words_read(struct words *w, const struct query *q, struct arena *mem,
		struct error *wrong);

/* Does FTS5 alone decide on it?  And is there anything to decide? */
bool phrase_is_plain(const struct phrase *p);
bool phrase_is_empty(const struct phrase *p);

/* For MATCH: quoted, so that nothing in it is an operator. */
void phrase_add(struct strbuf *out, const struct phrase *p);

/* Has a text what FTS5 cannot know of? */
bool phrase_is_verified(const struct phrase *p, struct str text,
			struct error *wrong);

/* Where words stand in a text, in its order and not overlapping. */
struct found {
	size_t start, end;
	size_t word;	/* query_node.number */
};
struct findings {
	struct found *items;
	size_t count;
	size_t different; /* how many of the query's words */
	uint64_t which;	  /* by query_node.number; beyond 63 the last bit */
};
void words_find(struct words *w, struct str text, struct findings *out,
		struct arena *mem);

#endif
