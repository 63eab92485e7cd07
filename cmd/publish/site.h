/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_SITE_H
#define CMD_PUBLISH_SITE_H

#include "cmd/folder_out.h"
#include "cmd/publish/current.h"
#include "cmd/publish/host.h"
#include "cmd/publish/manifest.h"
#include "cmd/publish/outcome.h"

/* The site, drawn into a folder of this machine. */
struct site {
	struct manifest manifest;
	struct folder_out out;
	struct publish_look look;
	struct publish_host host;
	size_t complaints;	/* that the journal had before all this */
	bool current;		/* it needed no drawing */
};

#define SITE_INIT                                                      \
	{                                                              \
		.manifest = MANIFEST_INIT,                             \
		.out = { .folder = BENEATH_INIT },                     \
		.host = { .root = BENEATH_INIT }                       \
	}

struct site_rules {
	const char *folder;	/* made where it is missing */
	bool ours;		/* it is within the git folder */
	bool force;		/* also among files of others */
	bool preview;		/* leave the plan as it is, fetch nothing */
	bool allow_private;	/* images of this machine and network */
	bool dry_run;		/* write nothing, only see what differs */
	bool names;		/* of what differs are asked for */
};

/*
 * Bring the folder up to date, and say in `o` what that took.  Once this has
 * returned, the files of a site that was drawn (not of a dry run) are those of
 * site_marks(), to be read beneath site.out.folder.
 */
int site_draw(struct site *s, const struct site_rules *rules,
	      const struct context *ctx, struct outcome *o,
	      struct error *err) MUST_CHECK;
void site_release(struct site *s);

const struct file_marks *site_marks(const struct site *s);

#endif
