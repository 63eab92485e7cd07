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

static int load(const struct net_module **out, struct error *err)
{
	const void *table;

	if (module_load(&table, NET_MODULE_FILE, NET_MODULE_SYMBOL,
			NET_MODULE_ABI, err))
		return -1;
	*out = table;
	return 0;
}

static int get(struct strbuf *out, struct strbuf *type,
	       struct fetch_version *version, const char *url,
	       const struct fetch_limits *limits, struct error *err)
{
	const struct net_module *module;

	if (!fetch_is_url(url))
		return error_set(err, ERROR_USAGE,
				 "'%s' is no address of a web page; it must "
				 "begin with https:// or http://",
				 url);
	if (load(&module, err))
		return -1;
	return module->get(out, type, version, url, limits, err);
}

int fetch_get(struct strbuf *out, struct strbuf *type, const char *url,
	      const struct fetch_limits *limits, struct error *err)
{
	return get(out, type, NULL, url, limits, err);
}

int fetch_get_version(struct strbuf *out, struct fetch_version *v,
		      const char *url, const struct fetch_limits *limits,
		      struct error *err)
{
	return get(out, NULL, v, url, limits, err);
}

void fetch_version_release(struct fetch_version *v)
{
	strbuf_release(&v->tag);
	strbuf_release(&v->time);
}

int probe_all(struct probe *probes, size_t count,
	      const struct probe_rules *rules, struct arena *mem,
	      struct error *err)
{
	const struct net_module *module;

	if (load(&module, err))
		return -1;
	return module->probe(probes, count, rules, mem, err);
}
