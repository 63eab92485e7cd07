/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_QUERY_FIELDS_H
#define CORE_MODEL_QUERY_FIELDS_H

#include "core/model/query.h"

/* What the language of queries is made of, for core/model/query*.c. */

struct strbuf;

struct query_reading {
	int today;
	struct arena *mem;
};

enum { QUERY_FROM = 1, QUERY_TO = 2 };

struct query_field {
	const char *name;
	const char *what;	/* its value is called so in messages */
	int (*read)(struct query_node *n, const struct query_field *f,
		    struct str value, const struct query_reading *r,
		    struct error *err);
	enum query_kind kind;
	unsigned bounds;	/* of a date: which ends of a time it is */
	const struct value *values;	/* of a choice */
};

/* NULL: there is no such field, so it is a word. */
const struct query_field *query_field_find(struct str name);
/* The name that is nearest to what was typed, or NULL. */
const char *query_field_nearest(struct str typed);
const struct query_field *query_field_at(struct str text, size_t at);

bool query_is_blank(char c);

/* "-x", "-(x or y)", "-tag:x"; "--flag", "->" and "-" alone are words. */
bool query_is_minus(struct str rest);
bool query_is_or(struct str rest, bool in_group);

/* "AND" and "NOT" in capitals before a term, with the blanks between; 0: it is
 * a word.  The first says what is so without it. */
size_t query_and_length(struct str rest, bool in_group);
size_t query_not_length(struct str rest, bool in_group);

/* A quote, be it typographic; 0: there is none.  One that is typographic is
 * closed by whatever quote comes next, as languages differ in them. */
size_t query_quote_length(struct str rest);
bool query_quote_closes(struct str open, struct str rest);

/* The leaf because of which nothing can be all that has to be there, as with
 * "since:july until:june" or "in:notes in:learned", and an error that says so;
 * or NULL. */
const struct query_node *query_conflict(const struct query_node *root,
					struct error *err);

/* Put the query beneath what `err` says, and a caret under the place; -1. */
int query_fail_at(struct str query, size_t at, struct error *err);

/* Append a leaf as it is typed: "in:learned". */
void query_add_leaf(struct strbuf *out, const struct query_node *n);

/* Make a leaf of what stands behind a field. */
int query_field_read(struct query_node *n, const struct query_field *f,
		     struct str value, const struct query_reading *r,
		     struct error *err) MUST_CHECK;

#endif
