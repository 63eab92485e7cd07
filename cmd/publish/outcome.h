/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_OUTCOME_H
#define CMD_PUBLISH_OUTCOME_H

#include "cmd/command.h"
#include "core/base/strset.h"

/*
 * What a publishing did, or would do: paths relative to the site.  A target on
 * a server counts what was sent there, a folder what was written into it.
 */
struct outcome {
	struct strset sent, removed;
	size_t unnamed;		/* sent as well, where nobody asks for names */
	size_t unchanged;
};

#define OUTCOME_INIT { STRSET_INIT, STRSET_INIT, 0, 0 }

void outcome_release(struct outcome *o);

/* How a publishing is told about. */
struct outcome_told {
	const char *target, *kind;
	const char *folder;	/* where the site was drawn */
	const char *where;	/* what is printed: its first page, or address */
	bool dry_run, json;
};

/*
 * The counts go to stderr, where the site is to stdout.  A dry run prints what
 * would happen to which file; JSON says all of it.
 */
int outcome_tell(const struct outcome *o, const struct outcome_told *told,
		 const struct context *ctx, struct error *err) MUST_CHECK;

#endif
