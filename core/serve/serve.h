/* SPDX-License-Identifier: MIT */
#ifndef CORE_SERVE_SERVE_H
#define CORE_SERVE_SERVE_H

#include "core/base/attributes.h"
#include "core/base/error.h"

/*
 * A web server that shows one folder to the browsers of this machine, by
 * libmicrohttpd, which only core/serve/http_*.c includes.  It is a module,
 * because most runs have no use for it.
 *
 * It listens on 127.0.0.1 alone and answers only to that name and to
 * "localhost", so that no page of elsewhere can read it by a name that is made
 * to lead here (DNS rebinding).  GET and HEAD; never a file out of the folder;
 * nothing may be cached.  Into each HTML page it puts a script that waits until
 * web_server_changed() is called and then loads the page again.  The folder is
 * opened anew for each request, for a new one may have taken its place.
 *
 * There are no threads: whoever has the server polls its descriptor, and calls
 * web_server_run() when it can be read or the time is over.
 */
struct web_server;

struct web_server_options {
	const char *folder;	/* kept by the caller */
	/* "/log/": where the site will be; what is asked for there is answered
	 * as well.  Kept by the caller; NULL: at the root. */
	const char *home;
	unsigned port;		/* 0: one that is free */
};

int web_server_start(struct web_server **out,
		     const struct web_server_options *options,
		     struct error *err) MUST_CHECK;
void web_server_stop(struct web_server *s);	/* NULL is nothing */

unsigned web_server_port(const struct web_server *s);
int web_server_descriptor(const struct web_server *s);

/* How long to wait at most before the next run, in milliseconds; -1: for ever. */
int web_server_timeout(struct web_server *s);
void web_server_run(struct web_server *s);

/* Every page that is shown is to be loaded again. */
void web_server_changed(struct web_server *s);

#endif
