/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_100DAYS_KINDS_H
#define IMPORTERS_100DAYS_KINDS_H

#include "importers/100days.h"

/* What a header that was read is, in the words of those who choose. */

static inline bool is_strong(const struct daylog_header *h)
{
	return h->line.form == FORM_HEADING || h->line.form == FORM_TIGHT;
}

static inline bool is_dated(const struct daylog_header *h)
{
	return h->ndates > 0;
}

/* NUMBER_NONE: it has none. */
static inline int first_number(const struct daylog_header *h)
{
	return h->nnumbers ? h->numbers[0] : NUMBER_NONE;
}

static inline int last_number(const struct daylog_header *h)
{
	return h->nnumbers ? h->numbers[h->nnumbers - 1] : NUMBER_NONE;
}

/* Do two headers follow each other without any text between them? */
static inline bool is_adjacent(const struct daylog *log, size_t i, size_t j)
{
	size_t start = log->headers[i].line.next;
	struct str between = { log->input.s + start,
			       log->headers[j].line.start - start };

	return !str_trim(between).len;
}

#endif
