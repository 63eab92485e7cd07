/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_MARKDOWN_BOXES_H
#define CORE_TEXT_MARKDOWN_BOXES_H

#include "core/text/markdown.h"

/* "- [] read": a box that was typed without the blank in it, which cmark takes
 * for text.  It is taken off the text of the item; false: there is none. */
bool markdown_take_empty_box(struct markdown_block *item);

#endif
