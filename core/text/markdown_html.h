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

/* To the ">" of what ends an element whose text is no HTML, "</script>"; false:
 * nothing does. */
bool html_skip_verbatim(struct str *rest);

/* The tag at the front, or the end of one; empty: there is none.  Looks at no
 * more bytes than a tag may have. */
struct str html_tag_at(struct str text);

/* What a tag is called, or one that ends an element: "div". */
struct str html_tag_name(struct str tag);

/* Is there nothing in elements of that name, so that none of them ends? */
bool html_is_void(struct str name);

/* Do elements of that name end where the next begins? */
bool html_ends_itself(struct str name);

/* Do they end a paragraph that they stand in? */
bool html_is_block_name(struct str name);

/* Does text behind the tag stand on another line than what is before it? */
bool html_breaks_line(struct str tag);

/* Take what a page shows as one line off the front, with the tag that it begins
 * with; .s is NULL at the end. */
struct str html_next_line(struct str *rest);

/* +1: the tag opens another element of the name, -1: it ends one. */
int html_tag_change(struct str tag, struct str name);

/* Does this tag open an element of that name? */
bool html_is_tag(struct str tag, const char *name);

/* Does it open what plays, is drawn or has a document of its own? */
bool html_is_embedded(struct str tag);

/* Does an element say that it is not to be seen: by the attribute `hidden`, or a
 * style without display or visibility? */
bool html_is_hidden(struct str html);

/*
 * The first tag of a text that opens a hidden element which goes on behind it;
 * empty: there is none.  `behind` is what follows the tag, and `open` how many
 * elements of its name are still open at the end.
 */
struct str html_find_open_hidden(struct str html, struct str *behind,
				 size_t *open);

/* To the end of an element in a text behind its tag; `open` are so many of its
 * name.  False: it goes on behind the text. */
bool html_skip_element(struct str *rest, struct str name, size_t *open);

/* May a text have elements that are?  Few texts do. */
bool html_may_hide(struct str text);

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
