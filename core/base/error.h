/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_ERROR_H
#define CORE_BASE_ERROR_H

#include "core/base/attributes.h"

/*
 * One error travels one way: from the function that noticed it, up to cmd/.
 *
 * A function that can fail returns 0 or -1 and takes `struct error *err` as
 * its last parameter.  The text is complete enough to be shown as it stands:
 * no capital, no full stop, names in single quotes, and a way out where there
 * is one.  Nothing below cmd/ prints, and nothing below cmd/ exits.
 */
enum error_kind {
	ERROR_NONE,
	ERROR_NOTHING,		/* asked for something, found nothing */
	ERROR_USAGE,		/* the command line makes no sense */
	ERROR_INPUT,		/* a file or a page is malformed */
	ERROR_NO_JOURNAL,	/* there is no journal here */
	ERROR_NOT_FOUND,	/* no such entry, note, plan, topic or file */
	ERROR_CONFLICT,		/* it exists, or it changed under our hands */
	ERROR_AUTH,		/* a server wants credentials */
	ERROR_IO,
	ERROR_STORE,		/* libgit2 */
	ERROR_INDEX,		/* sqlite */
	ERROR_NETWORK,		/* libcurl */
};

struct error {
	enum error_kind kind;
	int number;		/* of errno, where that is why; or 0 */
	char text[1024];	/* fixed, so that reporting cannot fail */
};

#define ERROR_INIT { ERROR_NONE, 0, "" }

/* Record a failure; returns -1 so that callers can `return error_set(...)`. */
int error_set(struct error *err, enum error_kind kind, const char *fmt, ...)
	PRINTF_LIKE(3, 4);

/* The same, followed by ": " and what errno says, which it leaves as it was;
 * the kind is ERROR_IO. */
int error_errno(struct error *err, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Put what we were doing in front of what went wrong; returns -1. */
int error_context(struct error *err, const char *fmt, ...) PRINTF_LIKE(2, 3);

#endif
