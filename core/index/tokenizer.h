/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_TOKENIZER_H
#define CORE_INDEX_TOKENIZER_H

#include "core/index/database.h"

/*
 * The tokenizer of the index: English stems of unicode61's words, and pairs of
 * neighbours of what is written without blanks ("東京都" is 東京, 京都), which
 * is how Lucene's CJKAnalyzer does it.  A phrase of pairs is found exactly where
 * the characters stand.  The last character of a run is a token at the place of
 * its last pair, so that a single one is found as the beginning of a token.
 *
 * SQLite's trigram tokenizer would find such text as well, but nothing of one
 * or two characters, which most Chinese words have, and no stems.  Of 3,000
 * texts of 1.4 KB (4.2 MB) it took
 *
 *			English		Japanese
 *	porter alone	0.12 s, 7.3 MB	0.15 s, 9.1 MB (finds whole runs only)
 *	this		0.14 s, 7.3 MB	0.28 s, 10.4 MB
 *	trigram		0.33 s, 17.4 MB	1.61 s, 15.6 MB
 *
 * Text in which there is none of these scripts goes to the wrapped tokenizer as
 * it is: it costs one look at its bytes.
 */
#define TOKENIZER "hecto"

/* Make it known to a connection, before any table that uses it is touched. */
int tokenizer_register(struct index *ix) MUST_CHECK;

/* For what is not a table: words.c. */
struct tokenizer {
	fts5_tokenizer functions;
	Fts5Tokenizer *instance;
};
int tokenizer_open(struct tokenizer *t, struct index *ix) MUST_CHECK;
void tokenizer_close(struct tokenizer *t);

/* FTS5's callback: token, its length, and where it stands in the text. */
typedef int tokenizer_token(void *arg, int flags, const char *token, int len,
			    int start, int end);
int tokenizer_run(const struct tokenizer *t, int flags, struct str text,
		  void *arg, tokenizer_token *token);

#endif
