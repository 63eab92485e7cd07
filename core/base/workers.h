/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_WORKERS_H
#define CORE_BASE_WORKERS_H

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/strbuf.h"

/*
 * Work that is shared out to processes: cmark-gfm keeps state of its own while
 * it reads, so that threads would disturb one another.
 */
struct workers {
	/* Do share `number` of `count`, from 0, and append what came of it. */
	int (*work)(void *arg, unsigned number, unsigned count,
		    struct strbuf *report, struct error *err);
	/* Take the report of a share, in the order of shares. */
	int (*take)(void *arg, struct str report, struct error *err);
	void *arg;
};

/* How many processes it is worth having: one for each processor we may use. */
unsigned workers_worth(void);

/*
 * Do `count` shares, the first one here and each other in a child process.  One
 * that fails or dies makes the whole fail, but all of them have ended when this
 * returns.  What a child changes in memory is lost; a connection to a database
 * must not be open.
 */
int workers_run(const struct workers *w, unsigned count, struct error *err)
	MUST_CHECK;

#endif
