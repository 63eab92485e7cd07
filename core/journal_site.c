/* SPDX-License-Identifier: MIT */
/* The journal's repository as the place that a site is pushed from. */
#include "core/journal_private.h"

/* Names nobody, nor a host: "invalid" is never one (RFC 6761, 6.4). */
#define NO_ADDRESS "noreply@invalid"

/* Whoever reads the branch of a site reads its commits as well: they tell what
 * the pages tell, and neither an address nor what git is set to. */
int journal_site_commit(struct journal *j, const struct site_files *files,
			site_difference *visit, void *arg,
			struct site_commit *out, struct error *err)
{
	const struct settings *set = journal_settings(j);
	const struct store_author author = {
		set->author ? set->author : "hecto", NO_ADDRESS, j->now
	};
	struct site_files all = *files;
	struct store *store;

	if (journal_store(j, &store, err))
		return -1;
	all.author = &author;
	return store_site_commit(store, &all, visit, arg, out, err);
}

int journal_site_push(struct journal *j, const struct site_push *push,
		      bool *pushed, struct error *err)
{
	struct store *store;

	if (journal_store(j, &store, err))
		return -1;
	return store_site_push(store, push, pushed, err);
}

int journal_remote_address(struct journal *j, const char *remote,
			   struct strbuf *out, struct error *err)
{
	struct store *store;

	if (journal_store(j, &store, err))
		return -1;
	return store_remote_address(store, remote, out, err);
}
