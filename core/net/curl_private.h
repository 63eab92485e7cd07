/* SPDX-License-Identifier: MIT */
#ifndef CORE_NET_CURL_PRIVATE_H
#define CORE_NET_CURL_PRIVATE_H

#include <stdbool.h>
#include <sys/socket.h>

#include "core/net/fetch.h"

/* Is this an address that anybody on the internet could ask?  IPv4 by the
 * IANA special-purpose registry (RFC 6890), IPv6 by RFC 4291 and 6890, with the
 * IPv4 address that a mapped, NAT64 or 6to4 address carries. */
bool address_is_public(const struct sockaddr *address);

int curl_get(struct strbuf *out, struct strbuf *type, const char *url,
	     const struct fetch_limits *limits, struct error *err);

#endif
