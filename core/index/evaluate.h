/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_EVALUATE_H
#define CORE_INDEX_EVALUATE_H

#include "core/index/part_set.h"
#include "core/index/words.h"

/*
 * Which parts a query means.  Sets of parts are joined as the query says; what
 * is nothing but words is one expression for FTS5; what only the text itself
 * can tell comes last, when few parts are left.
 */
struct evaluation {
	struct index *ix;
	struct words words;
	struct arena *mem;
	struct error wrong;	/* a pattern is, or takes too long */
};
#define EVALUATION_INIT { .words = WORDS_INIT, .wrong = ERROR_INIT }
void evaluation_release(struct evaluation *e);

void evaluation_begin(struct evaluation *e, struct index *ix,
		      const struct query *q, struct arena *mem);

/* Columns of part_fts, as bits. */
#define ALL_COLUMNS ((1u << COLUMN_COUNT) - 1)

/* The parts of `within` that `n` means; `out` begins here. */
int evaluate(struct evaluation *e, const struct query_node *n,
	     unsigned columns, const struct part_set *within,
	     struct part_set *out) MUST_CHECK;

/* All parts there are, and those that the query means. */
int evaluate_all(struct evaluation *e, struct part_set *out) MUST_CHECK;
int evaluate_query(struct evaluation *e, const struct query *q,
		   struct part_set *out) MUST_CHECK;

/* What of an AND, or the whole of another node, is for FTS5 alone, as its
 * expression; NULL: nothing is.  `whole`: and nothing else is left. */
const char *plain_expression(struct evaluation *e, const struct query_node *n,
			     unsigned columns, bool *whole);

/* Is this child of an AND seen to already: by its expression (`plain`: there
 * is one), or by the columns of its words (`scoped`: there are words)? */
bool is_done(const struct evaluation *e, const struct query_node *n, bool plain,
	     bool scoped);

/* Any of the words that may be shown, to rank by; NULL: there is none. */
const char *any_expression(struct evaluation *e);

/* "in:learned", "(in:learned or in:links)", "-in:links": is it a place, and
 * which columns are that?  What is left out leaves the others. */
bool is_scope(const struct query_node *n, unsigned *columns);

/* The columns that "in:" leaves of a node and what is joined to it. */
unsigned columns_in(const struct query_node *n, unsigned columns);

#endif
