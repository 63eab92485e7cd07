/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_FRONTMATTER_H
#define CORE_TEXT_FRONTMATTER_H

#include "core/base/alloc.h"
#include "core/base/error.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * The YAML between two "---" lines at the start of a file.  It is read with
 * libyaml, so any Obsidian, Hugo or Jekyll file reads; it is changed line by
 * line, so that unknown keys, their order and comments survive.  frontmatter.c
 * is the only file that includes <yaml.h>.  Aliases are refused, depth and size
 * are limited (core/base/limits.h).
 */
struct frontmatter_field {
	const char *key;	/* "tags"; nested ones as "a.b" */
	struct str *values;	/* a scalar has one, a list any number, null
				   and the head of nested keys none */
	size_t count;
	bool list;
	unsigned line, last_line;	/* in the file, from 1 */
	struct str source;	/* a scalar that stands behind its key, as it
				   is written in the file; else STR_NONE */
};

struct frontmatter {
	struct frontmatter_field *fields;
	size_t count;
	struct str raw;		/* with both "---" lines; .len 0: there is none */
	bool unclosed;		/* the second one is missing */
	struct str body;	/* everything after it, byte for byte */
};

/*
 * Split and read.  A file without front matter is no error: it is all body.
 * Neither is front matter that is not YAML: *err says what and where, the
 * fields are empty, the split stands, and the return value is -1.  So it is with
 * front matter that is never closed, where a text that begins with a rule is
 * none: right behind the "---" stands a key such as "date:" or "tags:".  It goes
 * as far as its lines look like that.
 */
int frontmatter_parse(struct frontmatter *out, struct str file,
		      struct arena *mem, struct error *err) MUST_CHECK;

bool frontmatter_is_unclosed(struct str file);

/* What stands behind the front matter, without reading that. */
struct str frontmatter_body(struct str file);

/* The first value of a key, or STR_NONE. */
struct str frontmatter_get(const struct frontmatter *fm, const char *key);
const struct frontmatter_field *
frontmatter_field(const struct frontmatter *fm, const char *key);

/* Write: begin, any number of fields, end. */
void frontmatter_begin(struct strbuf *out);		/* "---\n" */
void frontmatter_end(struct strbuf *out);		/* "---\n" */

/* `key: value`, quoted where YAML needs it; bytes that are no UTF-8 and NUL
 * become a !!binary, which frontmatter_parse gives back as it was. */
void frontmatter_add(struct strbuf *out, const char *key, struct str value);
void frontmatter_add_list(struct strbuf *out, const char *key,
			  const struct str *values, size_t count);

/*
 * Append `file` with one key set to a scalar (list: count values), or removed
 * (values NULL), every other byte kept; a file without front matter gets one.
 */
int frontmatter_edit(struct strbuf *out, struct str file, const char *key,
		     const struct str *values, size_t count, bool list,
		     struct error *err) MUST_CHECK;

#endif
