/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PUBLIC_TEXT_H
#define CORE_MODEL_PUBLIC_TEXT_H

#include "core/model/document.h"
#include "core/model/left_out.h"

/*
 * What is left of a note without what is private, read as a text of its own
 * whose passages have the lines of the file.  Who quotes a note, or names a
 * place in it, takes the words from here: whatever was found out about its
 * whole text, no other word of it can be shown.
 */
struct public_text {
	struct document doc;	/* its links have no such lines */
	size_t *by_line;	/* its passages, in the order of their lines */
};

/* `front` and `body` are left of the document; all is in `mem`. */
void public_text_read(struct public_text *out,
		      const struct left_out_document *doc, struct str front,
		      struct str body, struct arena *mem);

/* The passage that begins on a line of the file with just this text; NULL:
 * there is none that is public. */
const struct passage *public_text_find(const struct public_text *p,
				       unsigned line, struct str text);

/* The way to a passage of it, as an index gives it: the headings above it and
 * the items that it is nested in, but those that are private. */
const char *const *public_text_way(const struct public_text *p,
				   const struct passage *at, struct arena *mem,
				   size_t *count);

#endif
