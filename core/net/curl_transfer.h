/* SPDX-License-Identifier: MIT */
#ifndef CORE_NET_CURL_TRANSFER_H
#define CORE_NET_CURL_TRANSFER_H

#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/strset.h"
#include "core/net/curl_private.h"
#include "core/net/module.h"

/*
 * curl_transfer.c has several errands under way at the same time, waits and
 * tries again; what an errand says to its server and what the answer means is
 * up to the protocol: curl_sftp.c, curl_webdav.c, curl_s3.c.
 */
enum task {
	TASK_HELLO,	/* are we let in? */
	TASK_FOLDER,	/* make one */
	TASK_GET,
	TASK_PUT,
	TASK_REMOVE,
};

/* One thing to do, in one or several requests, its steps. */
struct errand {
	enum task task;
	const char *path;	/* relative to the place */
	const struct transfer_item *item;	/* of PUT and REMOVE */
	unsigned step, tries;
	CURL *curl;
	struct curl_slist *headers, *quotes;	/* of this request */
	struct strbuf body;	/* to be put; then how much is sent */
	size_t sent;
	struct strbuf *answer;	/* at most so many bytes */
	struct strbuf own_answer;
	size_t limit;
	int64_t not_before;	/* clock_monotonic() */
	char text[CURL_ERROR_SIZE];
	bool busy, running;	/* has a task; is with libcurl */
};

enum verdict {
	DONE,
	NEXT_STEP,	/* e->step says which */
	AGAIN,		/* it may pass; *err says what it was */
	FAILED,		/* *err says why */
};

struct protocol {
	const char *schemes;	/* "http,https" */
	/* Fill in handle, headers and quotes for a step. */
	void (*ask)(struct net_transfer *t, struct errand *e);
	enum verdict (*judge)(struct net_transfer *t, struct errand *e,
			      CURLcode code, struct error *err);
	bool makes_folders;	/* by itself, when a file is put */
	bool has_hello;
};

struct net_transfer {
	const struct protocol *protocol;
	struct transfer_place place;	/* its strings are borrowed */
	struct transfer_rules rules;
	const struct login *login;	/* borrowed */
	struct arena mem;
	struct strset folders;	/* that are there */
	CURLM *multi;
	struct errand *errands;	/* rules.at_once of them */
	struct curl_guard guard;
	const char *base;	/* the address, with a '/' at its end */
	const char *shown;	/* the host, for messages */
	bool answered;		/* the server has, once */
	bool no_move;		/* of WebDAV: it refuses that */
	/* Of SFTP: */
	const char *home;	/* the path of the folder there */
	bool has_user;		/* in its address */
	const char *known_hosts, *key;
	const char *ssh_words;	/* what ssh is called with, to get there */
	struct host_key {
		bool missing, changed;
		char fingerprint[64], type[32];
	} host_key;
};

extern const struct protocol protocol_sftp, protocol_webdav, protocol_s3;

/* curl_sftp.c, curl_webdav.c, curl_s3.c: what they need to know before anything is asked. */
int sftp_open(struct net_transfer *t, struct error *err) MUST_CHECK;
int webdav_open(struct net_transfer *t, struct error *err) MUST_CHECK;
int s3_open(struct net_transfer *t, struct error *err) MUST_CHECK;

/* curl_transfer_address.c: base + path, each byte but '/' and the unreserved
 * ones of RFC 3986 escaped; `prefix` stands before the last part. */
void transfer_add_url(struct strbuf *out, const struct net_transfer *t,
		      const char *path, const char *prefix);
void transfer_escape(struct strbuf *out, struct str path);

/* curl_transfer_failure.c: what libcurl itself complained of. */
enum verdict transfer_judge_code(struct net_transfer *t, struct errand *e,
				 CURLcode code, struct error *err);

/* curl_http.c, for both protocols over HTTP. */
void http_put(struct errand *e);
void http_add_header(struct errand *e, const char *line);
long http_status(const struct errand *e);
/* Of a status that is no success. */
enum verdict http_judge(struct net_transfer *t, struct errand *e, long status,
			struct error *err);

int curl_transfer_open(struct net_transfer **out,
		       const struct transfer_place *place,
		       const struct login *login,
		       const struct transfer_rules *rules, struct error *err);
void curl_transfer_close(struct net_transfer *t);
int curl_transfer_get(struct net_transfer *t, const char *path, size_t limit,
		      struct strbuf *out, struct error *err);
int curl_transfer_run(struct net_transfer *t,
		      const struct transfer_item *items, size_t count,
		      bool *stopped, struct error *err);

#endif
