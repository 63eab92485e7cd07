/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_MARKDOWN_HTML_H
#define CORE_TEXT_MARKDOWN_HTML_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * Raw HTML that stands in Markdown as a block of its own (CommonMark 0.29,
 * "HTML blocks"): where it begins and what its readers would see of it.
 */

/* By the way it ends. */
enum html_opener {
	OPENER_NONE,		/* elements, which end at an empty line */
	OPENER_COMMENT,		/* "<!--" to "-->" */
	OPENER_INSTRUCTION,	/* "<?" to "?>" */
	OPENER_DECLARATION,	/* "<!X" to ">" */
	OPENER_CDATA,		/* "<![CDATA[" to "]]>" */
	OPENER_VERBATIM,	/* script, style, pre, textarea to their end */
};

/* What the text begins with, at its "<". */
enum html_opener html_opener_at(struct str text);

/* May its "<" begin a tag, or another kind of HTML? */
bool html_may_begin(struct str text);

/* Is it "<https://example.org/>" or "<me@example.org>", which are links? */
bool html_is_address(struct str text);

/* Where the next comment begins, or text.len; one behind a backslash is none. */
size_t html_find_comment(struct str text);

/* Is the end of what was opened so in this text? */
bool html_opener_ends(enum html_opener opener, struct str text);

/* What a block is to a reader. */
enum html_block {
	HTML_HIDDEN,		/* comments, elements without text or hidden */
	HTML_CODE,		/* scripts, <pre>: what it is, as it stands */
	HTML_PROSE,		/* text between tags */
};

/*
 * Append what a reader has of a block, a line for each of its lines: code as it
 * is written (of <pre> without tags), of elements their text without comments
 * and tags; but "<nav> is for links" speaks of one.  Of what is hidden, all.
 */
enum html_block html_block_read(struct strbuf *out, struct str html);

#endif
