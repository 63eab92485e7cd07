/* SPDX-License-Identifier: MIT */
#ifndef CORE_NET_FETCH_H
#define CORE_NET_FETCH_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/strbuf.h"

/*
 * Fetching over the network, by libcurl, which only core/net/curl_*.c
 * includes.  It is a module, because libcurl takes milliseconds to load.
 *
 * http and https only, also behind a redirect; certificates are always
 * checked.  An address that is not public (this machine, the local network,
 * link-local …) is refused after the name was resolved, for each connection,
 * so that a foreign page cannot make hecto ask the inside of a network.
 */
struct fetch_limits {
	size_t bytes;		/* of the body as it is read, decompressed */
	unsigned seconds;	/* for everything */
	unsigned redirects;
	bool allow_private;
};

#define FETCH_LIMITS { .bytes = (size_t)64 << 20, .seconds = 60, .redirects = 5 }

/*
 * Append what an address gives to `out`.  `type` (or NULL) gets the content
 * type as the server says it, without parameters.  Errors: ERROR_USAGE for an
 * address that is none of ours, ERROR_AUTH for 401 and 403, ERROR_NOT_FOUND
 * for 404 and 410, else ERROR_NETWORK; an address is shown without password.
 */
int fetch_get(struct strbuf *out, struct strbuf *type, const char *url,
	      const struct fetch_limits *limits, struct error *err) MUST_CHECK;

/*
 * Which version of a page was got, in the words of its server (RFC 9110, 8.8):
 * by them it is asked later whether there is another (13.1).
 */
struct fetch_version {
	struct strbuf tag, time;	/* ETag, Last-Modified; empty: not said */
	bool is_same;		/* there is no other: nothing was appended */
};

#define FETCH_VERSION_INIT { STRBUF_INIT, STRBUF_INIT, false }
void fetch_version_release(struct fetch_version *v);

/* The same for one that is known by its version, or by none: `v` gets that of
 * what is there now. */
int fetch_get_version(struct strbuf *out, struct fetch_version *v,
		      const char *url, const struct fetch_limits *limits,
		      struct error *err) MUST_CHECK;

/* Does it look like an address that fetch_get takes? */
bool fetch_is_url(const char *text);

#endif
