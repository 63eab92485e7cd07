/* SPDX-License-Identifier: MIT */
#ifndef CORE_NET_MODULE_H
#define CORE_NET_MODULE_H

#include "core/net/fetch.h"
#include "core/net/login.h"
#include "core/net/probe.h"
#include "core/net/transfer.h"

/* What the module hecto-net.so offers to fetch.c (core/base/module.h). */
#define NET_MODULE_FILE "hecto-net.so"
#define NET_MODULE_SYMBOL "hecto_net_module"
#define NET_MODULE_ABI 4u

struct net_transfer;

struct net_module {
	unsigned abi;
	int (*get)(struct strbuf *out, struct strbuf *type,
		   struct fetch_version *version, const char *url,
		   const struct fetch_limits *limits, struct error *err);
	int (*probe)(struct probe *probes, size_t count,
		     const struct probe_rules *rules, struct arena *mem,
		     struct error *err);

	/* As in transfer.h; `login` may be empty, and is borrowed until
	 * the closing.  *out is NULL where it fails. */
	int (*transfer_open)(struct net_transfer **out,
			     const struct transfer_place *place,
			     const struct login *login,
			     const struct transfer_rules *rules,
			     struct error *err);
	void (*transfer_close)(struct net_transfer *t);
	int (*transfer_get)(struct net_transfer *t, const char *path,
			    size_t limit, struct strbuf *out,
			    struct error *err);
	int (*transfer_run)(struct net_transfer *t,
			    const struct transfer_item *items, size_t count,
			    bool *stopped, struct error *err);
};

#endif
