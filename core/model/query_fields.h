/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_QUERY_FIELDS_H
#define CORE_MODEL_QUERY_FIELDS_H

#include "core/model/query.h"

/* What the language of queries is made of, for core/model/query*.c. */

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
bool query_is_negation(struct str rest);
bool query_is_or(struct str rest, bool in_group);

/* The leaf because of which no day can be one of all that have to be there,
 * "since:july until:june", and an error that says so; or NULL. */
const struct query_node *query_days_check(const struct query_node *root,
					  struct error *err);

/* Make a leaf of what stands behind a field. */
int query_field_read(struct query_node *n, const struct query_field *f,
		     struct str value, const struct query_reading *r,
		     struct error *err) MUST_CHECK;

#endif
