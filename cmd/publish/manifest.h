/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_MANIFEST_H
#define CMD_PUBLISH_MANIFEST_H

#include <stdint.h>

#include "core/base/file.h"
#include "core/base/strset.h"
#include "core/journal.h"

/*
 * What publishing put into a folder, so that the next one removes its own
 * pages that are gone and touches nothing else.  It is kept in the git folder,
 * for it is about this machine's disk: .git/hecto/publish/HASH, the folder's
 * path in the first line, what the site was made of in the second, then the
 * state and the path of each file, in the order of the paths.
 */
struct manifest {
	struct strbuf file;	/* of the manifest; empty: no git folder */
	struct strbuf folder;	/* absolute */
	struct strbuf text;	/* as the last time; these are parts of it: */
	struct str source;	/* publish_current.h; empty: unknown */
	struct str files;	/* lines for manifest_next() */
	struct strset paths;
	bool known;		/* there was a last time */
};

#define MANIFEST_INIT                                                  \
	{                                                              \
		STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, STR_NONE,       \
			STR_NONE, STRSET_INIT, false                   \
	}

struct manifest_file {
	uint64_t state;		/* file_state() */
	struct str path;
};

/* Take a file off the front; false: there is none left. */
bool manifest_next(struct str *files, struct manifest_file *out);

int manifest_open(struct manifest *m, struct journal *j, const char *folder,
		  struct error *err) MUST_CHECK;
void manifest_release(struct manifest *m);

/* From now on the folder is ours, whatever happens. */
int manifest_begin(struct manifest *m, struct error *err) MUST_CHECK;

/* Remove what was there the last time and is not in `now`. */
int manifest_remove_others(const struct manifest *m,
			   const struct beneath *folder,
			   const struct strset *now, size_t *removed,
			   struct error *err) MUST_CHECK;

/* `now` has a file_state() with each path; `source` may be empty. */
int manifest_write(struct manifest *m, struct str source,
		   const struct strset *now, struct error *err) MUST_CHECK;

/* Keep git's hands off a folder beneath the journal (publish_exclude.c). */
int publish_exclude(const struct manifest *m, struct journal *j,
		    struct error *err) MUST_CHECK;

#endif
