/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_CURRENT_H
#define CMD_PUBLISH_CURRENT_H

#include "cmd/publish/manifest.h"
#include "core/base/file.h"
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

/* Is each file as the last publishing left it, and made of `source`? */
bool publish_is_current(const struct manifest *m, const struct beneath *folder,
			struct str source);

#endif
