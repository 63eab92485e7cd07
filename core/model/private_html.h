/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PRIVATE_HTML_H
#define CORE_MODEL_PRIVATE_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/model/section.h"

/*
 * Tables of HTML, of which columns and rows are private sections as those of
 * Markdown are: by the cells of the first row, by a row of <th>, or by the
 * first cell of a row.  Code is not told from text: in doubt more is hidden.
 */

/* A line of the text, from 1, with private cells. */
struct private_html_line {
	unsigned line;
	enum section section;
};

struct private_html {
	struct private_html_line *lines;	/* ascending, distinct */
	size_t count, cap;
};
void private_html_release(struct private_html *h);

/* A text of the same length with blanks for what stands in private cells, in
 * `mem`; the text itself when there is nothing. */
struct str private_html_blank(struct private_html *out, struct str text,
			      const bool sections[], struct arena *mem);

#endif
