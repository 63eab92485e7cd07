/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_HTML_H
#define CORE_TEXT_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * HTML and XML are written through this module and nowhere else.  Text and
 * attribute values are always escaped, links to schemes other than http,
 * https, mailto and relative ones are left out, and elements are closed in the
 * order they were opened.  Markup that is already safe has a type of its own,
 * which only markdown.c makes, and include.c of what it has checked, so a raw
 * string does not compile into a page.
 */
struct html {
	struct strbuf *out;
	const char *open[64];	/* elements that are waiting to be closed */
	size_t depth;		/* may exceed that: such elements are left out,
				   their text stays */
};

struct safe_html {
	const char *markup;
	size_t len;
};

/* <tag name="value" …>; a NULL value leaves its attribute out.  `tag` and the
 * names are literals of ours.  The arguments end with NULL. */
void html_begin(struct html *h, const char *tag, ...) NULL_TERMINATED;
void html_void(struct html *h, const char *tag, ...) NULL_TERMINATED; /* <br> */
void html_end(struct html *h);			/* closes the innermost */
void html_text(struct html *h, const char *text);
void html_slice(struct html *h, struct str text);
void html_textf(struct html *h, const char *fmt, ...) PRINTF_LIKE(2, 3);
void html_markup(struct html *h, struct safe_html safe);

/* <tag …>text</tag> in one call. */
void html_element(struct html *h, const char *tag, const char *text, ...)
	NULL_TERMINATED;

/*
 * May an address be linked to: http, https, mailto, or relative?  And its
 * scheme, without the colon, or STR_NONE.
 */
bool html_link_is_safe(struct str url);
struct str html_link_scheme(struct str url);

/* "<!DOCTYPE html>", or an XML declaration: the first thing in a document.
 * html_xml_void() writes <tag …/>. */
void html_doctype(struct html *h);
void html_xml_declaration(struct html *h);
void html_xml_void(struct html *h, const char *tag, ...) NULL_TERMINATED;

#endif
