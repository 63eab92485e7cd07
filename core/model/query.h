/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_QUERY_H
#define CORE_MODEL_QUERY_H

#include <stddef.h>

#include "core/base/str.h"
#include "core/model/section.h"

/* What is looked for.  Words are as typed; index.c quotes them for FTS5. */
struct query {
	const char *const *words;	/* all must be there */
	size_t nwords;
	const char *topic;	/* id, or NULL */
	enum section section;	/* SECTION_NONE: anywhere */
	const char *tag;	/* or NULL */
	int since, until;	/* days, both included, or DAY_NONE */
	size_t limit;		/* 0: no limit */
};

/* A part of a document that has it, and the passage that shows it best. */
struct hit {
	const char *id, *path, *title;
	unsigned line;
	int day;		/* DAY_NONE: a note */
	const char *const *headings;	/* outermost first */
	size_t nheadings;
	enum section section;
	const char *snippet;	/* the words found between \x01 and \x02 */
	const char *const *topics;	/* ids, of the whole part */
	size_t ntopics;
};

/* The text of a snippet without its marks, appended. */
struct strbuf;
void hit_add_plain(struct strbuf *out, const char *snippet);

#endif
