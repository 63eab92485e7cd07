/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DOCUMENT_LINKS_H
#define CORE_MODEL_DOCUMENT_LINKS_H

#include "core/model/document.h"
#include "core/text/markdown.h"

/*
 * Fill the links of a document whose parts and passages are known.  Links to a
 * place in the same file ("#below", of a table of contents) are left out, and
 * so is what stands in code.
 */
void document_add_links(struct document *doc, const struct markdown_blocks *all,
			unsigned first_line, struct arena *mem);

/* Which cell of a row has a link of this line: of the passages from `first` on,
 * that are cells and of the line.  `first`: none of them, or they are none. */
size_t passages_find_cell(const struct passage *all, size_t count, size_t first,
			  unsigned line, struct str target, struct str text);

/* Put those of its front matter ("up: '[[Queues]]'", "source: https://…") in
 * front of them. */
void document_add_head_links(struct document *doc, struct str head,
			     struct arena *mem);

#endif
