/* SPDX-License-Identifier: MIT */
#ifndef CMD_LINKS_ANSWERS_H
#define CMD_LINKS_ANSWERS_H

#include <stdint.h>

#include "core/base/strset.h"
#include "core/journal.h"
#include "core/net/probe.h"

/*
 * What was learned about addresses of the web, so that they need not be asked
 * each time: .git/hecto/links.json, which may be deleted at any time.
 */
struct answer {
	const char *url;
	enum probe_state state;
	unsigned status;
	const char *target, *why;	/* or NULL */
	int64_t asked;		/* seconds since 1970 */
};

struct answers {
	struct strbuf file;	/* empty: there is no git folder */
	struct arena mem;
	struct answer *items;
	size_t count, cap;
	struct strset urls;
};
#define ANSWERS_INIT { STRBUF_INIT, ARENA_INIT, NULL, 0, 0, STRSET_INIT }
void answers_release(struct answers *a);

/* What cannot be read is as if it had never been. */
void answers_load(struct answers *a, struct journal *j);

/* The last one about an address, or NULL. */
const struct answer *answers_get(const struct answers *a, const char *url);
void answers_put(struct answers *a, const struct answer *new);

/* Those about what was asked in the last months. */
int answers_save(const struct answers *a, int64_t now, struct error *err)
	MUST_CHECK;

/* "ok", "moved", "dead", "unclear", "not-asked" */
const char *probe_state_name(enum probe_state state);

#endif
