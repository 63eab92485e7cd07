/* SPDX-License-Identifier: MIT */
/* Addresses without what lets somebody in, and their paths. */
#include "core/base/address.h"

#include <string.h>

/* How much of "name:password" may be shown. */
static struct str shown_user(struct str scheme, struct str user)
{
	if (str_starts_nocase(scheme, "http"))
		return STR("");
	return str_upto(user, str_find(user, ':'));
}

void address_add_shown(struct strbuf *out, const char *url)
{
	struct str s = str_of(url), scheme, user;
	size_t begin = str_find_str(s, STR("://"));
	size_t host, end;

	if (begin == s.len) {
		strbuf_addslice(out, s);
		return;
	}
	begin += strlen("://");
	end = begin + strcspn(url + begin, "/?#");
	for (host = end; host > begin && url[host - 1] != '@'; host--)
		;
	scheme = str_upto(s, begin);
	strbuf_addslice(out, scheme);
	if (host > begin) {
		user = str_from(str_upto(s, host - 1), begin);
		user = shown_user(scheme, user);
		strbuf_addslice(out, user);
		strbuf_addstr(out, user.len ? "@" : "");
	}
	strbuf_addslice(out, str_from(s, host));
}

const char *address_path(const char *url)
{
	const char *host = strstr(url, "://");

	return host ? strchr(host + 3, '/') : NULL;
}
