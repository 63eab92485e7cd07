/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_LITERAL_H
#define CORE_TEXT_LITERAL_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/str.h"

/*
 * Text that has to be found as it stands, marks included: "C++", "CI/CD",
 * "--flag".  Where it begins or ends with a letter or digit, that must not go
 * on in the text: "t2.micro" is not in "bt2.micros", and ".NET" not in
 * "oauth.net".  Any blanks match any others.
 */
struct literal {
	struct str text;	/* folded unless exact */
	bool exact;		/* case and accents count */
	bool whole_front, whole_end;
};

void literal_make(struct literal *l, struct str text, bool exact,
		  struct arena *mem);

/* Find it from `from` on; the slice found is *start to *end. */
bool literal_find(const struct literal *l, struct str text, size_t from,
		  size_t *start, size_t *end);

#endif
