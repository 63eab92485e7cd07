/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_WATCHER_H
#define CORE_INDEX_WATCHER_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/strbuf.h"

/*
 * A watcher is a process that hears of every change in the folders that a scan
 * looks at (watch_server.h), and counts them.  Who wants the index to be true
 * asks it before looking at the files.  When the answer is the one that was
 * given before the last whole scan, nothing has changed since that began, and
 * the files need not be looked at.  Without an answer all is as without a
 * watcher.
 *
 * A change is counted when the system call that made it has returned, maybe a
 * moment before: so an answer may be older than a change that is being made,
 * never than one that has been made.  What was read while it was being written
 * is counted later, and looked at again.
 *
 * The protocol: connect to the socket beside the index, and receive one packet,
 * a struct watcher_answer as this machine writes it.  Both sides make sure that
 * the other belongs to the same user.
 */
#define WATCHER_SOCKET "watch.socket"

/* What was heard of until some moment; generation 0: that is not known. */
struct watched_state {
	uint64_t generation; /* random: of the watcher, and of what it lost */
	uint64_t changes;    /* counted in it */
};
bool watched_state_is(const struct watched_state *a,
		      const struct watched_state *b); /* known, and the same */

#define WATCHER_MAGIC UINT64_C(0x31686374616d6568) /* of this version */
struct watcher_answer {
	uint64_t magic;
	struct watched_state state;
	uint64_t device, inode; /* of the folder of the journal */
	uint64_t folders;	/* that are watched */
	uint64_t answers;	/* given until now, with this one */
	uint64_t unchanged;	/* of these, with the state of the one before */
};

/* The folder of the index `path`, in which the socket is. */
void watcher_folder(struct strbuf *out, const char *path);

/* Its address, by way of the descriptor of that folder: paths of any length fit
 * into the short ones of bind(2) and connect(2). */
struct sockaddr_un;
void watcher_address(struct sockaddr_un *out, int folder);

/* Does the process at the other end belong to our user?  Its id in *pid. */
bool watcher_is_ours(int socket, int *pid);

/*
 * Ask the watcher of the index `path`; never waits.  A descriptor to hear the
 * answer from, or -1: there is none.
 */
int watcher_ask(const char *path);

/*
 * Wait for the answer, no longer than `patience` milliseconds, and close the
 * descriptor, which may be -1.  False: there was none, or it is not about
 * `tree`.  `pid` (NULL is fine): of the watcher.
 */
bool watcher_hear(int question, const struct beneath *tree, int patience,
		  struct watcher_answer *out, int *pid);

#endif
