/* SPDX-License-Identifier: MIT */
/* Images of raw HTML, which many write for their size, as those of Markdown. */
#include "core/text/markdown_renderer.h"

#include "core/text/raw_links.h"

/* A tag that only says where an image stands. */
static bool is_frame(struct str html)
{
	static const char *const names[] = { "p", "div", "center", "br" };
	struct str name = str_from(html, 1);

	if (str_starts(name, "/"))
		name = str_from(name, 1);
	name = str_upto(name, str_find(name, '>'));
	name = str_upto(name, str_find(name, ' '));
	if (str_ends(name, "/"))
		name = str_upto(name, name.len - 1);
	for (size_t i = 0; str_starts(html, "<") && i < ARRAY_SIZE(names); i++)
		if (str_eq_nocase(name, str_of(names[i])))
			return true;
	return false;
}

/* The images that a piece of HTML is made of, drawn: by address and text alone,
 * whatever else their tags say; or, for `r` NULL, only
 * whether it is made of them and of nothing else. */
static bool take_images(struct renderer *r, struct str html)
{
	AUTO(strbuf) url = STRBUF_INIT;
	AUTO(strbuf) alt = STRBUF_INIT;
	bool any = false;

	for (html = str_trim(html); html.len; html = str_trim(html)) {
		struct html_link link;
		struct str tag = html;

		if (is_frame(html)) {
			html = str_from(html, str_find(html, '>') + 1);
			continue;
		}

		if (!str_starts_nocase(html, "<img") ||
		    !html_link_next(&html, &link) || !link.image ||
		    link.at != tag.s)
			return false;
		any = true;
		if (!r)
			continue;
		strbuf_reset(&url);
		strbuf_reset(&alt);
		html_add_plain(&url, link.url);
		html_add_plain(&alt, link.alt);
		markdown_draw_image(r, url.buf, alt.buf);
	}
	return any;
}

bool markdown_add_images(struct renderer *r, const char *html, bool is_block)
{
	struct str text = str_of(html ? html : "");

	if (!take_images(NULL, text))
		return false;
	if (is_block)
		html_begin(&r->html, "p", NULL);
	take_images(r, text);
	if (!is_block)
		return true;
	html_end(&r->html);
	html_text(&r->html, "\n");
	return true;
}
