/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_TYPED_MARKDOWN_H
#define CORE_TEXT_TYPED_MARKDOWN_H

#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * Append a text that somebody typed in a line, with a backslash before each "<"
 * that Markdown would take for HTML, so that it reads as it was typed: "<?php",
 * "<script>", "List<String>"; and before the underscores of "__init__", which
 * it would take for bold.  What stands in code, addresses ("<https://…>"),
 * line breaks ("<br>") and comments that are closed, which hide what they say
 * and may be "<!-- private -->", are left as they are.
 */
void typed_markdown_add(struct strbuf *out, struct str text);

#endif
