/* SPDX-License-Identifier: MIT */
#ifndef CMD_SERVE_WATCH_H
#define CMD_SERVE_WATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/error.h"

/*
 * Watching a folder and all beneath it for changes, by inotify(7).  What git
 * keeps (".git") and one folder more are left out.  Folders that come later are
 * watched as well; symbolic links are not followed.
 */
struct watch {
	int fd;			/* to be polled */
	const char *except;	/* a path, or NULL */
	char **folders;		/* by watch descriptor; NULL: none */
	size_t cap;
};

#define WATCH_INIT { -1, NULL, NULL, 0 }

/* `except` is kept by the caller, and compared as it is written. */
int watch_start(struct watch *w, const char *folder, const char *except,
		struct error *err) MUST_CHECK;
void watch_release(struct watch *w);

/* Take what was told since the last time: has anything changed? */
bool watch_changed(struct watch *w);

#endif
