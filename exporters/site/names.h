/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_NAMES_H
#define EXPORTERS_SITE_NAMES_H

#include "core/base/alloc.h"
#include "core/base/strset.h"
#include "core/model/document.h"

/*
 * Names that the documents of a journal give to topics of their own: services
 * of plans, tags used twice, titles of notes that others link to.  The index
 * learns them from private documents as well; a site has only the topics that
 * what is public would give, in its spelling.
 */
struct public_names {
	struct strset names;	/* folded name -> index into spellings */
	struct strset tags;	/* how often they were seen: once, or more */
	struct strbuf tag;	/* in hand */
	const char **spellings;
	size_t count, cap;
};

#define PUBLIC_NAMES_INIT \
	{ STRSET_INIT, STRSET_INIT, STRBUF_INIT, NULL, 0, 0 }
void public_names_release(struct public_names *n);

/* What is given is borrowed until the release, or is in `mem`. */
void public_names_add_tags(struct public_names *n, const char *const *tags,
			   size_t count, struct arena *mem);
void public_names_add_note(struct public_names *n, const struct document *note,
			   struct arena *mem);

/* The spelling of a name that is public, or NULL. */
const char *public_names_find(const struct public_names *n, const char *name);

#endif
