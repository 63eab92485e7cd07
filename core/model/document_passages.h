/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DOCUMENT_PASSAGES_H
#define CORE_MODEL_DOCUMENT_PASSAGES_H

#include "core/model/document.h"

/*
 * Fill parts, passages, links and, where Markdown refused the text, the complaint of
 * a document of which all else is known.  `first_line` of the file is where
 * the body begins.  Of an entry that was a row of a table, the front matter has
 * to be in doc->entry.front for its cells to be told.
 */
void document_add_passages(struct document *doc, struct str body,
			   unsigned first_line, struct arena *mem);

/*
 * The same parts and passages in half the time, for who wants nothing but
 * their texts: they have no traits, and the document no links.
 */
void document_add_texts(struct document *doc, struct str body,
			unsigned first_line, struct arena *mem);

#endif
