/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_RANKING_H
#define CORE_INDEX_RANKING_H

#include "core/index/database.h"

/*
 * How well a part matches, as a function of FTS5: BM25 (Robertson and Zaragoza,
 * "The Probabilistic Relevance Framework", 2009) as SQLite's own bm25() has it,
 * with k1 = 1.2 and b = 0.75, each place weighted by its column.  A word counts
 * for less where only title and headings have it, and a part for more the nearer
 * all words come to each other in one text.  Smaller is better, and all are
 * below 0.
 *
 * SQLite's looks up a row of sizes for each part that matches, and runs the
 * query once more to count them; for a single word or phrase that count is a
 * factor that all have in common, and is left out.
 */
#define RANKING "hecto_rank"

/* Make it known to a connection. */
int ranking_register(struct index *ix, fts5_api *api) MUST_CHECK;

#endif
