/* SPDX-License-Identifier: MIT */
/* Loads the network module and passes calls on to it. */
#include "core/net/fetch.h"

#include "core/base/module.h"
#include "core/net/module.h"

bool fetch_is_url(const char *text)
{
	struct str s = str_of(text);

	return str_starts_nocase(s, "https://") ||
	       str_starts_nocase(s, "http://");
}

int fetch_get(struct strbuf *out, struct strbuf *type, const char *url,
	      const struct fetch_limits *limits, struct error *err)
{
	const struct net_module *module;
	const void *table;

	if (!fetch_is_url(url))
		return error_set(err, ERROR_USAGE,
				 "'%s' is no address of a web page; it must "
				 "begin with https:// or http://",
				 url);
	if (module_load(&table, NET_MODULE_FILE, NET_MODULE_SYMBOL,
			NET_MODULE_ABI, err))
		return -1;
	module = table;
	return module->get(out, type, url, limits, err);
}
