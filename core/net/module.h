/* SPDX-License-Identifier: MIT */
#ifndef CORE_NET_MODULE_H
#define CORE_NET_MODULE_H

#include "core/net/fetch.h"
#include "core/net/probe.h"

/* What the module hecto-net.so offers to fetch.c (core/base/module.h). */
#define NET_MODULE_FILE "hecto-net.so"
#define NET_MODULE_SYMBOL "hecto_net_module"
#define NET_MODULE_ABI 2u

struct net_module {
	unsigned abi;
	int (*get)(struct strbuf *out, struct strbuf *type, const char *url,
		   const struct fetch_limits *limits, struct error *err);
	int (*probe)(struct probe *probes, size_t count,
		     const struct probe_rules *rules, struct arena *mem,
		     struct error *err);
};

#endif
