/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_WATCH_SERVER_H
#define CORE_INDEX_WATCH_SERVER_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/error.h"

/* The watcher of a journal: what watcher.h asks. */
struct watch_server;

/*
 * Watch the journal in `root`, and listen beside the index `path`, in a folder
 * that is there.  ERROR_CONFLICT: it has a watcher.  Fails as well where a
 * folder cannot be watched, or is on a file system that does not tell of every
 * change.
 */
int watch_server_open(struct watch_server **out, const char *root,
		      const char *path, struct error *err) MUST_CHECK;
void watch_server_close(struct watch_server *s); /* NULL is fine */

/* To be polled for input: when one has any, run. */
#define WATCH_SERVER_DESCRIPTORS 2
void watch_server_descriptors(const struct watch_server *s,
			      int out[WATCH_SERVER_DESCRIPTORS]);

/* Take what was told, and answer those who have asked; never waits.  -1: from
 * now on not every change would be heard of. */
int watch_server_run(struct watch_server *s, struct error *err) MUST_CHECK;

size_t watch_server_folders(const struct watch_server *s);

#endif
