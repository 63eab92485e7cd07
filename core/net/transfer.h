/* SPDX-License-Identifier: MIT */
#ifndef CORE_NET_TRANSFER_H
#define CORE_NET_TRANSFER_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/strbuf.h"
#include "core/net/login.h"

/*
 * Putting files on a server, and taking them away: SFTP, WebDAV (RFC 4918) and
 * S3, by libcurl, in the module of fetch.h.  Connections are kept, and several
 * files are on their way at the same time.  Certificates and the keys of hosts
 * are always checked.  A server that the user names may be a private one.
 *
 * Names and passwords are looked for where other programs have them, and never
 * shown:
 *	SFTP	the SSH agent, then ~/.ssh/id_ed25519, id_ecdsa, id_rsa
 *	WebDAV	$NETRC or ~/.netrc, then `git credential`
 *	S3	$AWS_ACCESS_KEY_ID …, then ~/.aws/credentials
 */
enum transfer_kind {
	TRANSFER_SFTP,
	TRANSFER_WEBDAV,
	TRANSFER_S3,
};

/* Where to. */
struct transfer_place {
	enum transfer_kind kind;
	const char *url;	/* the folder; of S3, the server's address, or
				   NULL for Amazon's */
	const char *bucket, *region;	/* of S3; region: or NULL */
	const char *path;	/* of S3: before each name, or NULL */
	const char *profile;	/* of S3, or NULL */
	struct login_environment environment;
};

struct transfer_item {
	const char *path;	/* relative to the place, '/' separates */
	bool remove;		/* else it is put there, or replaced */
};

struct transfer_rules {
	unsigned at_once;	/* files on their way */
	unsigned seconds;	/* without any byte, until one is given up */
	unsigned retries;	/* of each file, after a failure that may pass */
	unsigned wait_most;	/* seconds that a server may ask for */
	int stop_fd;		/* once it can be read, stop; -1: never */

	/* The bytes of a file that is to be put. */
	int (*load)(void *arg, const char *path, struct strbuf *out,
		    struct error *err);
	/* The server has acknowledged one. */
	int (*done)(void *arg, const struct transfer_item *item,
		    struct error *err);
	void *arg;
};

#define TRANSFER_RULES                                                   \
	{                                                                \
		.at_once = 4, .seconds = 60, .retries = 3,               \
		.wait_most = 60, .stop_fd = -1                           \
	}

struct transfer;

/*
 * Ask whether we are let in.  Errors, here and below: ERROR_AUTH where a key,
 * a name or a password is missing or refused or the server is not the one it
 * was, ERROR_USAGE for an address that is none, else ERROR_NETWORK.
 */
int transfer_open(struct transfer **out, const struct transfer_place *place,
		  const struct transfer_rules *rules, struct error *err)
	MUST_CHECK;
void transfer_close(struct transfer *t);		/* NULL is fine */

/* What is there; ERROR_NOT_FOUND where nothing is. */
int transfer_get(struct transfer *t, const char *path, size_t limit,
		 struct strbuf *out, struct error *err) MUST_CHECK;

/*
 * All of them, in any order.  A file that is replaced is the old or the new
 * one at any moment, as far as the protocol can do that: SFTP has no renaming
 * over another file, so that for an instant there is none.  After a failure
 * nothing new is begun; what was under way is finished.  `stopped` tells that
 * stop_fd ended it.
 */
int transfer_run(struct transfer *t, const struct transfer_item *items,
		 size_t count, bool *stopped, struct error *err) MUST_CHECK;

#endif
