/* SPDX-License-Identifier: MIT */
/* The addresses of files on a server. */
#include "core/net/curl_transfer.h"

#include <string.h>

#include "core/base/path.h"

void transfer_escape(struct strbuf *out, struct str path)
{
	static const char plain[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789-._~/";

	for (size_t i = 0; i < path.len; i++) {
		unsigned char c = (unsigned char)path.s[i];

		if (c && strchr(plain, c))
			strbuf_addch(out, (char)c);
		else
			strbuf_addf(out, "%%%02X", c);
	}
}

void transfer_add_url(struct strbuf *out, const struct net_transfer *t,
		      const char *path, const char *prefix)
{
	struct str folder = path_dirname(str_of(path));

	strbuf_addstr(out, t->base);
	if (folder.len) {
		transfer_escape(out, folder);
		strbuf_addch(out, '/');
	}
	strbuf_addstr(out, prefix);
	transfer_escape(out, path_basename(str_of(path)));
}
