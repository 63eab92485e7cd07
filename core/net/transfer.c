/* SPDX-License-Identifier: MIT */
/* Finds what lets us in, and passes transfers on to the network module. */
#include "core/net/transfer.h"

#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/base/module.h"
#include "core/net/login.h"
#include "core/net/module.h"

struct transfer {
	const struct net_module *module;
	struct net_transfer *inner;
	struct login login;
};

static int load(const struct net_module **out, struct error *err)
{
	const void *table;

	if (module_load(&table, NET_MODULE_FILE, NET_MODULE_SYMBOL,
			NET_MODULE_ABI, err))
		return -1;
	*out = table;
	return 0;
}

/*
 * libcurl itself looks into ~/.netrc.  Where that did not do, git is asked,
 * and told how it went.
 */
static int open_asking_git(struct transfer *t,
			   const struct transfer_place *place,
			   const struct transfer_rules *rules,
			   struct error *err)
{
	int rc = t->module->transfer_open(&t->inner, place, &t->login, rules,
					  err);

	if (!rc || err->kind != ERROR_AUTH ||
	    place->kind != TRANSFER_WEBDAV ||
	    !login_ask_git(&t->login, place->url))
		return rc;
	rc = t->module->transfer_open(&t->inner, place, &t->login, rules, err);
	if (!rc || err->kind == ERROR_AUTH)
		login_tell_git(&t->login, place->url, !rc);
	return rc;
}

static int open_with_key(struct transfer *t,
			 const struct transfer_place *place,
			 const struct transfer_rules *rules, struct error *err)
{
	if (login_find_aws(&t->login, &place->environment, place->profile,
			   err))
		return -1;
	return t->module->transfer_open(&t->inner, place, &t->login, rules,
					err);
}

int transfer_open(struct transfer **out, const struct transfer_place *place,
		  const struct transfer_rules *rules, struct error *err)
{
	struct transfer *t = xcalloc(1, sizeof(*t));
	int rc = -1;

	*t = (struct transfer){ .login = LOGIN_INIT };
	if (!load(&t->module, err))
		rc = place->kind == TRANSFER_S3 ?
			     open_with_key(t, place, rules, err) :
			     open_asking_git(t, place, rules, err);
	if (rc) {
		transfer_close(t);
		t = NULL;
	}
	*out = t;
	return rc;
}

void transfer_close(struct transfer *t)
{
	if (!t)
		return;
	if (t->inner)
		t->module->transfer_close(t->inner);
	login_release(&t->login);
	free(t);
}

int transfer_get(struct transfer *t, const char *path, size_t limit,
		 struct strbuf *out, struct error *err)
{
	return t->module->transfer_get(t->inner, path, limit, out, err);
}

int transfer_run(struct transfer *t, const struct transfer_item *items,
		 size_t count, bool *stopped, struct error *err)
{
	return t->module->transfer_run(t->inner, items, count, stopped, err);
}
