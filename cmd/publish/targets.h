/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_TARGETS_H
#define CMD_PUBLISH_TARGETS_H

#include "cmd/command.h"
#include "cmd/publish/outcome.h"
#include "cmd/publish/site.h"

/* A site that is drawn, and the target it goes to from there. */
struct publish_job {
	const struct context *ctx;
	const struct target *target;	/* checked */
	const struct site *site;
	bool force;			/* take it over, send all of it */
	bool yes;			/* what would be asked is answered */
	bool dry_run;			/* only say what would be done */
	bool quiet;			/* show no progress */
};

/*
 * One for each kind that is not a folder: send what differs, and say in `o`
 * what that was.  The drawn site is as site.h says, in a dry run as well.
 */
typedef int publish_send(const struct publish_job *job, struct outcome *o,
			 struct error *err) MUST_CHECK;

publish_send publish_git;	/* cmd/publish/git.c */

/* NULL: the kind has none. */
publish_send *publish_sender(enum target_kind kind);

/*
 * The target of this name, else the one that publish.target says, else the
 * only one, else the folder publish.dir, which is in `folder` then: a target
 * "dir" that need not be in the settings.
 */
int publish_choose(const struct target **out, struct target *folder,
		   const char *name, struct journal *j, struct error *err)
	MUST_CHECK;

/* Where a target leads to, for people: a path, an address. */
void target_add_where(struct strbuf *out, const struct target *t);

/* `hecto publish --list` */
int publish_list(const struct context *ctx, bool json, struct error *err)
	MUST_CHECK;

#endif
