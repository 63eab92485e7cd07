/* SPDX-License-Identifier: MIT */
#ifndef CORE_NET_PROBE_H
#define CORE_NET_PROBE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/base/error.h"

/*
 * Asking whether there is something at many addresses, at the same time and
 * politely: HEAD, and GET for the first byte where that does not succeed; only
 * so many requests at a time for each server; a server that says when to come
 * back (Retry-After) is waited for, a few times and not for long, and then left
 * alone.  A server that cannot be reached is not tried again for its other
 * addresses.  Protocols, certificates, private addresses and the proxy of the
 * environment are as in fetch.h, also behind each redirect.
 */
enum probe_state {
	PROBE_NOT_ASKED,	/* `why` says why; NULL: it was not got to */
	PROBE_OK,
	PROBE_MOVED,		/* there, and for good at `target` */
	PROBE_UNCLEAR,		/* the server is there and does not tell */
	PROBE_DEAD,
	PROBE_STATE_COUNT,
};

struct probe {
	const char *url;	/* what is behind '#' is not sent */
	enum probe_state state;
	unsigned status;	/* of HTTP; 0: there was no answer */
	unsigned requests;
	const char *target;	/* of PROBE_MOVED, else NULL */
	const char *why;	/* in words; NULL where all is well */
};

struct probe_rules {
	unsigned at_once;	/* requests, and those of one server */
	unsigned per_server;
	unsigned seconds;	/* for one request */
	unsigned redirects, retries;
	unsigned wait_most;	/* seconds that a server may ask for */
	bool allow_private;
	bool has_proxy;		/* of the environment: it may be what refuses */
	int stop_fd;		/* once it can be read, stop; -1: never */

	/* Called after each address that is done with; may be NULL. */
	void (*done)(void *arg, const struct probe *p);
	void *arg;
};

#define PROBE_RULES                                                      \
	{                                                                \
		.at_once = 32, .per_server = 4, .seconds = 20,           \
		.redirects = 8, .retries = 2, .wait_most = 30,           \
		.stop_fd = -1                                            \
	}

/*
 * Fill in all of them, in any order; strings are in `mem`.  What was not got
 * to before the stop is PROBE_NOT_ASKED.  Fails only when nothing can be asked
 * at all: there are hosts of which no name was found or no connection made, and
 * none that answered or refused one.  Then no state is to be believed.
 */
int probe_all(struct probe *probes, size_t count,
	      const struct probe_rules *rules, struct arena *mem,
	      struct error *err) MUST_CHECK;

#endif
