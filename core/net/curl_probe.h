/* SPDX-License-Identifier: MIT */
#ifndef CORE_NET_CURL_PROBE_H
#define CORE_NET_CURL_PROBE_H

#include <stdint.h>

#include "core/base/strbuf.h"
#include "core/base/strset.h"
#include "core/net/curl_private.h"

/* One address on its way; what was moved is asked for at its next address. */
struct job {
	struct probe *probe;
	const char *url;	/* to be asked now */
	struct server *server;	/* of that */
	struct job *next;	/* in the queue of the server */
	CURL *curl;		/* NULL until the first request */
	struct curl_guard guard;
	char text[CURL_ERROR_SIZE];
	size_t taken;		/* bytes of the page */
	unsigned redirects, retries;
	bool by_get;		/* HEAD did not do */
	bool temporary;		/* one of the redirects so far was */
	const char *target;	/* of permanent ones, or NULL */
};

/* "https://example.org:8080": what is asked at the same time is counted. */
struct server {
	const char *name;
	struct job *first, *last;	/* waiting, in order */
	unsigned active, limit;
	unsigned refusals;	/* "not now" */
	unsigned failures;	/* without an answer in between */
	int64_t not_before;	/* clock_monotonic() */
	bool no_head;		/* it does not know HEAD */
	bool unreached;		/* its name is not found, or no way there */
	bool left;		/* not asked any more, and why: */
	enum probe_state state;
	const char *why;
};

/* All of it, while it runs. */
struct prober {
	const struct probe_rules *rules;
	struct arena *mem;
	CURLM *multi;
	struct job *jobs;
	struct server **servers;	/* in `mem` */
	size_t nservers, servers_cap;
	struct strset names;	/* of servers */
	unsigned active;
	size_t open;		/* probes that are not done */
	bool reached;		/* somebody was: there is a network */
};

/* What is to be done with a job after an answer. */
enum verdict {
	VERDICT_DONE,		/* the probe is filled in */
	VERDICT_AGAIN,		/* ask job->url, once its server may be asked */
};

/* Judge a request that ended; curl_probe_verdict.c. */
enum verdict probe_judge(struct prober *p, struct job *j, CURLcode code);

#endif
