/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_NAMES_H
#define CORE_INDEX_NAMES_H

#include "core/index/database.h"
#include "core/model/document.h"

/*
 * Names that documents give to subjects: the services of plans, tags, the
 * titles of notes, and what is linked to.  Of these some are topics of the
 * journal: every service, a tag of two documents, and a note that two others
 * link to.  Which they are depends on the documents alone, not on what the
 * catalogue knows.
 */

/* Record those of a document. */
int names_put(struct index *ix, int64_t document, const struct document *doc,
	      struct arena *mem) MUST_CHECK;
int names_remove(struct index *ix, int64_t document) MUST_CHECK;

/* The names that are topics now, sorted, as lines; and as last recorded. */
int names_derive(struct index *ix, struct strbuf *out) MUST_CHECK;
int names_recorded(struct index *ix, struct strbuf *out) MUST_CHECK;
int names_record(struct index *ix, struct str names) MUST_CHECK;

#endif
