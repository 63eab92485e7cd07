/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_FOLDER_WATCH_H
#define CORE_BASE_FOLDER_WATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/error.h"

/*
 * Hearing of changes in a folder and all beneath it, by inotify(7), whose only
 * home this is.  Folders that come later are watched as well; symbolic links
 * are not followed.  The kernel queues an event before the call that made the
 * change returns.  It has none for what is written through a mapping until
 * that is given up, nor for what befalls a file by a name that it has in a
 * folder which is not watched.
 */
struct folder_watch;

struct folder_watch_rules {
	/* Does this name matter?  `folder` is the path of what it is in,
	 * relative to the root, "" for the root.  What is in a folder whose
	 * name does not matter is not heard of. */
	bool (*matters)(void *arg, const char *folder, const char *name);
	void *arg;
	bool each_write; /* told when it happens, and attributes as well;
			    else when the file is closed */
	bool reliable;	 /* only on file systems that tell of every change */
};

/* `rules` are copied.  Fails when a folder cannot be watched. */
int folder_watch_open(struct folder_watch **out, const char *root,
		      const struct folder_watch_rules *rules,
		      struct error *err) MUST_CHECK;
void folder_watch_close(struct folder_watch *w); /* NULL is fine */

int folder_watch_descriptor(const struct folder_watch *w); /* to be polled */
size_t folder_watch_folders(const struct folder_watch *w); /* how many */

struct folder_news {
	size_t changes; /* events that matter */
	bool lost;	/* more may have happened than was told */
	bool blind;	/* a folder cannot be read, and is not watched */
};

/*
 * All that happened since the last time and before this call.  When it returns,
 * folders that came meanwhile are watched.  -1: one of them cannot be, or the
 * root itself was moved or removed; `out` is filled all the same.
 */
int folder_watch_take(struct folder_watch *w, struct folder_news *out,
		      struct error *err) MUST_CHECK;

#endif
