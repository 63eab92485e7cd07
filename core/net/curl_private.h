/* SPDX-License-Identifier: MIT */
#ifndef CORE_NET_CURL_PRIVATE_H
#define CORE_NET_CURL_PRIVATE_H

#include <curl/curl.h>
#include <stdbool.h>
#include <sys/socket.h>

#include "core/net/fetch.h"
#include "core/net/probe.h"

/* Is this an address that anybody on the internet could ask?  IPv4 by the
 * IANA special-purpose registry (RFC 6890), IPv6 by RFC 4291 and 6890, with the
 * IPv4 address that a mapped, NAT64 or 6to4 address carries. */
bool address_is_public(const struct sockaddr *address);

/* Watches over the addresses that a transfer connects to. */
struct curl_guard {
	bool allow_private;
	bool only_private;	/* what is sent could be read on its way */
	bool refused;		/* one that is not public, or is */
};

/* What holds for every transfer: protocols, guard, who asks, no signals. */
void curl_configure(CURL *curl, struct curl_guard *guard, unsigned seconds);

int curl_get(struct strbuf *out, struct strbuf *type,
	     struct fetch_version *version, const char *url,
	     const struct fetch_limits *limits, struct error *err);
int curl_probe(struct probe *probes, size_t count,
	       const struct probe_rules *rules, struct arena *mem,
	       struct error *err);

#endif
