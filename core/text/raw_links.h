/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_RAW_LINKS_H
#define CORE_TEXT_RAW_LINKS_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"

/* Links that Markdown's tree does not know: those of raw HTML, and addresses
 * in a text that is no Markdown.  Both walks are linear. */

/* <a href="…"> or <img src="…">; what is in a comment is none. */
struct html_link {
	struct str url;		/* as it is written, entities and all */
	struct str text;	/* behind it, up to </a>; tags and all */
	struct str alt, width, height;	/* of an image, as they are written */
	const char *at;		/* where it begins */
	bool image;
};

/* The next one; `rest` is what stands behind its tag then. */
bool html_link_next(struct str *rest, struct html_link *out);

/* The next attribute of a tag, where `rest` is what stands behind the name of
 * the tag or another attribute; one without a value has an empty one.  False:
 * there is none here, `value->s` NULL: for quotes that never end. */
bool html_attribute_next(struct str *rest, struct str *name,
			 struct str *value);

/* Append without tags, and with the entities that URLs need resolved. */
void html_add_plain(struct strbuf *out, struct str html);

/* "&colon;" is read by browsers, and not by the above: has an address, of which
 * it made a plain one, such an entity? */
bool html_has_entity(struct str url);

/* Is this the end of a link, "</a>"? */
bool html_is_link_end(struct str tag);

/* "https://…" in a line, without the full stop or bracket behind it. */
bool bare_url_next(struct str *rest, struct str *url);

#endif
