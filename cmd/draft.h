/* SPDX-License-Identifier: MIT */
#ifndef CMD_DRAFT_H
#define CMD_DRAFT_H

#include "cmd/command.h"
#include "core/base/strbuf.h"

/*
 * What a user is writing and hecto has not saved yet: a file in .git/hecto/
 * drafts/, private, out of the history.  It goes away when the text has been
 * saved or given up, and stays when saving failed.
 */
struct draft {
	struct strbuf path;
	struct strbuf first;	/* what it began with */
	unsigned line;		/* where the editor begins, or 0 */
};
#define DRAFT_INIT { STRBUF_INIT, STRBUF_INIT, 0 }
void draft_release(struct draft *d);

/* Write `text` to a new draft; `name` is what its file is called like. */
int draft_create(struct draft *d, struct journal *j, const char *name,
		 struct str text, struct error *err) MUST_CHECK;

/* Let the user edit it, then append what it holds.  If that fails before
 * anything was written, the draft goes away. */
int draft_edit(struct draft *d, struct strbuf *out, struct error *err)
	MUST_CHECK;

void draft_remove(struct draft *d);

/* Saving failed: put where the text is behind the error; returns -1. */
int draft_keep(struct draft *d, struct error *err);

#endif
