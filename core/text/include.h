/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_INCLUDE_H
#define CORE_TEXT_INCLUDE_H

#include "core/base/alloc.h"
#include "core/base/error.h"
#include "core/base/str.h"
#include "core/text/html.h"

/*
 * A piece of HTML that the user wrote, to stand in each page of the site.  It
 * is trusted to say what it likes, and checked not to break the page: elements
 * are closed in the order they were opened, and what the policy of the pages
 * forbids (scripts, styles within a page, what is loaded from elsewhere) is an
 * error with its line rather than a silence in the browser.
 *
 * {{name}} stands for a value, in text or in a quoted attribute, and is escaped
 * for where it stands.  Two braces that are meant so are written &#123;{.
 */
enum include_place { INCLUDE_HEAD, INCLUDE_BODY };

/* The value of a placeholder; a name with the value NULL is refused, for the
 * reason that `missing` gives.  The last one has the name NULL. */
struct include_value {
	const char *name, *value;
	const char *missing;
	bool is_address;	/* stands at the front of one as it is */
};

struct include_piece;
struct include {
	const struct include_piece *pieces;
	size_t count;
};

#define INCLUDE_MAX ((size_t)64 << 10)	/* bytes of one */

/* Errors: ERROR_INPUT, "line 3: …".  The result borrows from text and `mem`. */
int include_parse(struct include *out, struct str text,
		  enum include_place place, const struct include_value *values,
		  struct arena *mem, struct error *err) MUST_CHECK;

/* Write it with these values, which are those of parsing in the same order. */
void include_write(struct html *h, const struct include *include,
		   const struct include_value *values);

#endif
