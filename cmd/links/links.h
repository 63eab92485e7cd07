/* SPDX-License-Identifier: MIT */
#ifndef CMD_LINKS_LINKS_H
#define CMD_LINKS_LINKS_H

#include "cmd/command.h"
#include "core/base/file.h"
#include "core/index/index.h"
#include "core/model/link_names.h"
#include "core/text/json.h"

/* Links of the journal, and what they may lead to. */
struct links {
	struct arena mem;
	struct index_link *items;
	size_t count;
	struct link_names names;
	struct beneath tree;	/* the files of the journal */
	const char *read;	/* the entry that was last read for its folder */
	struct str beside;	/* which is that */
};
#define LINKS_INIT { ARENA_INIT, NULL, 0, LINK_NAMES_INIT, BENEATH_INIT, \
		     NULL, STR_NONE }
void links_release(struct links *l);

/* All that the filter and `kinds` (bits, 1 << LINK_WEB …; 0: any) let through;
 * the names are loaded whatever they say. */
int links_load(struct links *l, struct journal *j,
	       const struct index_link_filter *filter, unsigned kinds,
	       struct error *err) MUST_CHECK;

/* Only the names. */
int links_load_names(struct links *l, struct journal *j, struct error *err)
	MUST_CHECK;

/* Whether a link leads to something of the journal. */
enum link_fate {
	FATE_NOT_OURS,		/* it leads out, or that is not known */
	FATE_FOUND,
	FATE_MISSING,
	FATE_AMBIGUOUS,
	FATE_NO_HEADING,
};
struct followed {
	enum link_fate fate;
	const char *path;	/* of what was found, or would be; or NULL */
};
struct followed links_follow(struct links *l,
				 const struct index_link *link);
const char *link_fate_name(enum link_fate fate);	/* NULL: not ours */

/* links/list.c: all of them, under their documents and headings. */
void links_add_list(struct strbuf *out, const struct context *ctx,
		    struct links *l);
struct json *links_json(struct links *l);

/* What stands before a link everywhere in JSON: path, line, heading … */
void links_set_place(struct json *v, const struct index_passage *in,
		     unsigned line);

/* links/wanted.c: notes that are linked to and are not there. */
int links_wanted(struct links *l, const struct context *ctx, bool json,
		 struct error *err) MUST_CHECK;

/* links/check.c: ask the web. */
struct links_check {
	bool allow_private, json;
	unsigned max_age;	/* days that an answer is good for; 0: ask all */
};
int links_check(struct links *l, const struct context *ctx,
		const struct links_check *how, struct error *err) MUST_CHECK;

/* Output for people that may be long, through the pager. */
int links_print(const struct context *ctx, const struct strbuf *out,
		struct error *err) MUST_CHECK;

#endif
