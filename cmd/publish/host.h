/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_HOST_H
#define CMD_PUBLISH_HOST_H

#include "cmd/publish/manifest.h"
#include "core/base/file.h"
#include "core/base/strset.h"
#include "core/journal.h"
#include "exporters/exporter.h"

/*
 * What a site asks for while it is drawn: files of the journal, images of the
 * web, and a picture.  What took long is kept in .git/hecto/ of the journal.
 */
struct publish_host {
	struct export_host host;	/* for export_options; points to this */
	struct beneath root;		/* of the journal */
	struct strbuf cache;		/* ".git/hecto"; empty: no git folder */
	struct strset inputs;		/* path -> file_state(), 0: not there */
	bool allow_private;	/* addresses of this machine and network */
	bool only_kept;			/* fetch nothing: a preview is quick */
	unsigned failures;	/* to reach a server, in a row */
	int today;
};

int publish_host_open(struct publish_host *out, struct journal *j,
		      struct error *err) MUST_CHECK;
void publish_host_release(struct publish_host *h);

/*
 * Which files of the journal a site was made of beside its texts, kept beside
 * its manifest; and whether each is as it was then.
 */
int publish_inputs_write(const struct publish_host *h,
			 const struct manifest *m, struct error *err)
	MUST_CHECK;
bool publish_inputs_are_same(const struct publish_host *h,
			     const struct manifest *m);

/* The parts of it. */
int publish_fetch(void *host, const char *url, size_t limit,
		  struct strbuf *out, struct error *err) MUST_CHECK;
int publish_paint(void *host, const struct card *card, struct strbuf *out,
		  struct error *err) MUST_CHECK;

/* Keep bytes in a file of the cache; that it cannot be is no failure. */
void publish_keep(const struct publish_host *h, const char *folder,
		  const char *name, struct str bytes);

#endif
