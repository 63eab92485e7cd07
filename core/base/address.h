/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_ADDRESS_H
#define CORE_BASE_ADDRESS_H

#include "core/base/strbuf.h"

/*
 * An address as it may be shown and kept: without its password, and of http
 * and https without the name as well, which is often a token ("userinfo" in
 * RFC 3986, 3.2.1).  Anything that is no "scheme://…" stays as it is.
 */
void address_add_shown(struct strbuf *out, const char *url);

/* "/log" of "https://example.org/log", what follows it included; NULL: it has no
 * path, or no scheme. */
const char *address_path(const char *url);

#endif
