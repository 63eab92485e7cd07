/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_MARKDOWN_LINES_H
#define CORE_TEXT_MARKDOWN_LINES_H

#include "core/base/str.h"

/* Take a line as cmark counts them off the front: "\n", "\r\n" or "\r" ends
 * it, and is not in it.  .s is NULL at the end. */
struct str markdown_next_line(struct str *rest);

#endif
