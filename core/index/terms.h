/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_TERMS_H
#define CORE_INDEX_TERMS_H

#include "core/index/database.h"

/*
 * The journal's vocabulary: the stems that FTS5 has.  Its own table of them
 * (fts5vocab) counts where each stands, which takes as long as to read all
 * places of all words.  So they are read from the pages of its index, whose
 * form is told in SQLite's fts5_index.c and cannot change as long as version 4
 * of it can be read; of another version the table is asked.
 */

/* What is not 0 ends the walk. */
typedef int term_fn(void *arg, struct str term);

/* Tell every term at least once, in any order; some may be nowhere any more.
 * A page that is damaged is passed over. */
int terms_walk(struct index *ix, term_fn *tell, void *arg) MUST_CHECK;

/* In how many parts it stands. */
int term_documents(struct index *ix, struct str term, int64_t *out) MUST_CHECK;

#endif
