/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_SECTION_LINES_H
#define CORE_MODEL_SECTION_LINES_H

#include "core/model/section.h"

/* Walking through a body line by line, to see where its sections begin. */

/* Take a line off the front, with its end: "\n", "\r\n" or "\r". */
struct str section_next_line(struct str *rest);

/* How far a line is indented, in bytes. */
size_t section_indent(struct str line);

/* Does a Setext underline begin the text behind a line? */
bool section_is_underlined(struct str behind);

/* Does a line open a section, as a label or as a heading of either kind?
 * `behind` is the text after it, `rest` as section_label gives it. */
bool section_opens(struct str line, struct str behind, enum section *out,
		   struct str *rest);

/* "* Thoughts" of Org: does an item have text that is none right below it?  As a
 * label it may be text as well. */
bool section_heads_text(struct str line, struct str behind);

/* 1 … 6 of a heading of any kind, 0 of another line. */
int section_heading_level(struct str line, struct str behind);

#endif
