/* SPDX-License-Identifier: MIT */
#ifndef CORE_SERVE_HTTP_PRIVATE_H
#define CORE_SERVE_HTTP_PRIVATE_H

#include <microhttpd.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"
#include "core/serve/module.h"

/* What is between core/serve/http_*.c, the module. */

/* A request while it is answered; libmicrohttpd keeps it for us. */
struct http_request {
	struct MHD_Connection *connection;
	struct http_request *next;	/* of those that wait */
	bool is_sent_away;		/* has waited, and is to ask again */
};

struct http_server {
	struct MHD_Daemon *daemon;
	const char *folder, *home;
	unsigned port;
	uint64_t version;		/* grows with each change */
	bool is_stopping;
	struct http_request *waiting;	/* for the next one; the last first */
	unsigned nwaiting;
};

/* Answer with a file of the folder (http_file.c). */
enum MHD_Result http_answer_file(struct http_server *s,
				 struct MHD_Connection *c, const char *url);

/* Answer with bytes, which are copied, as `type`. */
enum MHD_Result http_answer(struct MHD_Connection *c, unsigned status,
			    const char *type, struct str bytes);

/*
 * The waiting of browsers (http_wait.c).  A page has <script src="PATH?v=N">, N
 * being the version it was served at; that script waits for another one after
 * the page is loaded.
 */
#define HTTP_SCRIPT "/.hecto/reload.js"
#define HTTP_WAIT "/.hecto/wait.js"

/* The first version is of this process: a page that a server before this one
 * showed is told apart. */
uint64_t http_first_version(void);

/* Put the script into an HTML page. */
void http_add_script(struct strbuf *page, uint64_t version);

enum MHD_Result http_answer_script(struct MHD_Connection *c);
/*
 * Suspends the request until the version is not the one it tells of.  While it
 * is suspended, nobody hears that its browser has gone; so a few may wait, and
 * for one more the oldest is told to ask again.
 */
enum MHD_Result http_answer_wait(struct http_server *s,
				 struct http_request *r);
/* The connection is closed, whether it waited or not. */
void http_forget(struct http_server *s, const struct http_request *r);
void http_wake_all(struct http_server *s);

#endif
