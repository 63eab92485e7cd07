/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_TOKENIZER_H
#define CORE_INDEX_TOKENIZER_H

#include "core/index/database.h"

/*
 * The tokens of core/text/tokens.h as a tokenizer of FTS5.
 *
 * SQLite's trigram tokenizer would find text without blanks as well, but
 * nothing of one or two characters, which most Chinese words have, and no
 * stems.  Of 3,000 texts of 1.4 KB (4.2 MB) it took
 *
 *			English		Japanese
 *	porter alone	0.12 s, 7.3 MB	0.15 s, 9.1 MB (finds whole runs only)
 *	pairs		0.14 s, 7.3 MB	0.28 s, 10.4 MB
 *	trigram		0.33 s, 17.4 MB	1.61 s, 15.6 MB
 *
 * It is not SQLite's own porter over unicode61 because the pages of a site are
 * searched by the same tokens, and they are made without SQLite.
 */
#define TOKENIZER "hecto"

/* Make it known to a connection, before any table that uses it is touched, and
 * the function that ranks (ranking.h).  Both count on `ix` while it is open. */
int tokenizer_register(struct index *ix) MUST_CHECK;

#endif
