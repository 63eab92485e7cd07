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

/* The next tag or end of one, and what stands behind it in `rest`; empty: there
 * is none.  Those in comments are none. */
struct str html_next_tag(struct str *rest);

/* What a tag is called, or one that ends an element: "div". */
struct str html_tag_name(struct str tag);

/* Does this tag open an element of that name? */
bool html_is_tag(struct str tag, const char *name);

/* Does it open what plays, is drawn or has a document of its own? */
bool html_is_embedded(struct str tag);

/* Does an element say that it is not to be seen: by the attribute `hidden`, or a
 * style without display? */
bool html_is_hidden(struct str html);

/* "<nav> is for navigation": what begins a block, goes on in its line and is not
 * closed in it is spoken of, and so are others in it. */
bool html_is_spoken_of(struct str html);

/* Append text without comments and tags, each of its lines with its end; tags
 * that are left open, the first 64, stay where they are `spoken` of. */
void html_add_prose(struct strbuf *out, struct str html, bool spoken);

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
