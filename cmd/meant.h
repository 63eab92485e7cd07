/* SPDX-License-Identifier: MIT */
#ifndef CMD_MEANT_H
#define CMD_MEANT_H

#include "cmd/command.h"

/*
 * Say of a query that found nothing what it may have been meant as: another
 * field, a date, a tag that is called nearly so.  False: nothing is odd.
 */
bool meant_add(struct strbuf *out, const struct query *q, struct index *ix);

/* The same, and of words that are written nowhere, which are the nearest: for
 * who does not look for these himself.  The query is of no more use then. */
bool meant_add_words(struct strbuf *out, struct query *q, struct index *ix,
		     const struct context *ctx);

#endif
