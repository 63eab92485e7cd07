/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_CURRENT_H
#define CMD_PUBLISH_CURRENT_H

#include <stdatomic.h>

#include "cmd/publish/manifest.h"
#include "core/base/file.h"
#include "core/base/helper.h"
#include "core/journal.h"

/*
 * Drawing a site to see that nothing has changed takes as long as drawing it.
 * So a manifest says what the site was made of, and in which state each file
 * was left: while both are as they were, so is the site.
 */

/* This build, which may draw other pages whatever it calls itself; 0: it cannot
 * be told. */
uint64_t publish_program(void);

/* What the site would be made of now: the journal and the day.  Empty: it
 * cannot be told. */
int publish_source(struct strbuf *out, struct journal *j, struct error *err)
	MUST_CHECK;

/*
 * Asking for the state of each file that the last publishing left takes as long
 * as looking for what has changed in the journal; where there are processors
 * for both, they go on at the same time, and who waits for the end does a part
 * of what is left.  It begins with reading the marks; until the end nobody else
 * asks for those, and the folder stays as it is.
 */
struct publish_look {
	struct manifest *manifest;
	const struct beneath *folder;
	bool *holds;	/* by mark of the manifest; known at the end */
	struct helper helper;
	bool is_begun;
	atomic_bool is_read;	/* the marks are */
	atomic_size_t taken;	/* marks that somebody has looked at, or will */
};

void publish_look_begin(struct publish_look *look, struct manifest *m,
			const struct beneath *folder);
void publish_look_end(struct publish_look *look);
void publish_look_release(struct publish_look *look);

/* Is each file as the last publishing left it, and made of `source`?  It is
 * waited for the end only where the source is the same. */
bool publish_is_current(struct publish_look *look, struct str source);

#endif
