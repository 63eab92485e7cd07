/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DOCUMENT_PLAIN_H
#define CORE_MODEL_DOCUMENT_PLAIN_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/text/markdown.h"

/*
 * What stands for headings and items in texts that know no Markdown, or only
 * half.  The functions that read a heading take its marks off *line and give
 * its level, or 0.
 */

/* "****# Title": the stars are a slip. */
int plain_starred_heading(struct str *line);

/* "SQS:" on a line of its own. */
int plain_label_heading(struct str *line);

/* A title in the middle of its line, which Markdown takes for code: the first
 * block of a text. */
int plain_centred_heading(const struct markdown_block *block,
			  struct str *text);

/* A short line of its own above a longer text, "Reliability": of this level. */
#define SHAPE_LEVEL 3
int plain_shape_heading(const struct markdown_block *block,
			const struct markdown_block *next, struct str *text);

/* A few words without the marks of a sentence: what a list names. */
bool plain_is_name(struct str text);

/* "-- an item" in what Markdown takes for a paragraph: off with its marks. */
bool plain_item(struct str *line);

/* "· text" and "o text", a word processor's bullets behind those of Markdown. */
struct str plain_without_bullet(struct str text);

#endif
