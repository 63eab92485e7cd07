/* SPDX-License-Identifier: MIT */
/* Which tags begin another line on a page. */
#include "core/base/attributes.h"
#include "core/text/markdown_html.h"

bool html_breaks_line(struct str tag)
{
	static const char *const names[] = { "br", "p",	 "li", "hr", "h1", "h2",
					     "h3", "h4", "h5", "h6", "pre" };
	struct str name = html_tag_name(tag);

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (str_eq_nocase(name, str_of(names[i])))
			return true;
	return html_is_block_name(name);
}

struct str html_next_line(struct str *rest)
{
	struct str line = *rest;
	size_t at = 0;

	if (!rest->len)
		return STR_NONE;
	do {
		struct str tag;

		at += 1 + str_find(str_from(line, at + 1), '<');
		tag = html_tag_at(str_from(line, at));
		if (tag.len && html_breaks_line(tag))
			break;
	} while (at < line.len);
	*rest = str_from(line, at);
	return str_upto(line, at);
}
