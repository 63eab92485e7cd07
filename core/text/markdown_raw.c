/* SPDX-License-Identifier: MIT */
/* Drawing raw HTML: its text, and its images, which often have a size. */
#include "core/text/markdown_html.h"
#include "core/text/markdown_renderer.h"
#include "core/text/raw_links.h"

#define SIDE_MOST 10000		/* pixels */

/* "300" or "300px"; 0: it says no size that is used. */
static unsigned pixels_of(struct str value)
{
	unsigned pixels;

	value = str_trim(value);
	if (value.len > 2 && str_eq_nocase(str_from(value, value.len - 2),
					   STR("px")))
		value = str_trim(str_upto(value, value.len - 2));
	return str_to_uint(value, SIDE_MOST, &pixels) ? 0 : pixels;
}

static unsigned percent_of(struct str value)
{
	unsigned percent;

	value = str_trim(value);
	if (!str_ends(value, "%") ||
	    str_to_uint(str_upto(value, value.len - 1), 100, &percent))
		return 0;
	return percent;
}

static void draw(struct renderer *r, const struct html_link *image)
{
	const struct markdown_size size = {
		.width = pixels_of(image->width),
		.height = pixels_of(image->height),
		.percent = percent_of(image->width),
	};
	AUTO(strbuf) url = STRBUF_INIT;
	AUTO(strbuf) alt = STRBUF_INIT;

	html_add_plain(&url, image->url);
	html_add_plain(&alt, image->alt);
	markdown_draw_image(r, url.buf, alt.buf, &size);
}

/* --- what is left out --- */

/* An image whose address is none that may be asked for. */
static bool has_no_address(struct str tag)
{
	AUTO(strbuf) url = STRBUF_INIT;
	struct html_link link;

	if (!html_is_tag(tag, "img"))
		return false;
	if (!html_link_next(&tag, &link) || !link.image)
		return true;
	html_add_plain(&url, link.url);
	return !html_link_is_safe(strbuf_slice(&url));
}

static void tell_dropped(struct renderer *r, struct str html)
{
	const struct markdown_options *o = r->options;
	struct str tag;

	while (o->dropped && (tag = html_next_tag(&html)).len)
		if (html_is_embedded(tag) || has_no_address(tag))
			o->dropped(o->arg, tag);
}

/* --- what is shown --- */

/* What a block says, in the order in which it stands there. */
struct flow {
	struct renderer *r;
	bool is_spoken;		/* html_is_spoken_of() it */
	bool any, is_broken;	/* something was written; then a line ended */
	bool is_apart;		/* or a blank stood */
	bool was_image;
};

/* Each line of text stands on one of its own; images stand side by side. */
static void begin_piece(struct flow *f, bool is_image)
{
	struct html *h = &f->r->html;

	if (f->any && f->is_broken && !(is_image && f->was_image))
		html_void(h, "br", NULL);
	else if (f->any && (f->is_broken || f->is_apart || is_image ||
			    f->was_image))
		html_text(h, " ");
	f->any = true;
	f->is_broken = f->is_apart = false;
	f->was_image = is_image;
}

static void add_line(struct flow *f, struct str written)
{
	struct str line = str_trim(written);

	f->is_apart |= line.len ? line.s > written.s : written.len > 0;
	if (!line.len)
		return;
	begin_piece(f, false);
	html_slice(&f->r->html, line);
	f->is_apart = line.s + line.len < written.s + written.len;
}

static void add_text(struct flow *f, struct str html)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct str rest;

	html_add_prose(&text, html, f->is_spoken);
	for (rest = strbuf_slice(&text); rest.len;) {
		size_t end = str_find(rest, '\n');

		add_line(f, str_upto(rest, end));
		f->is_broken |= end < rest.len;
		rest = str_from(rest, end + 1);
	}
}

static void add_image(struct flow *f, const struct html_link *image)
{
	begin_piece(f, true);
	draw(f->r, image);
}

/* Text and images, of which the links are left out. */
static void add_inner(struct flow *f, struct str html)
{
	struct str rest = html;
	struct html_link link;

	while (html_link_next(&rest, &link)) {
		if (!link.image)
			continue;
		add_text(f, str_upto(html, (size_t)(link.at - html.s)));
		add_image(f, &link);
		html = rest;
	}
	add_text(f, html);
}

/* Nobody could follow a link that shows nothing. */
static bool shows_something(struct str html)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct html_link link;

	html_add_prose(&text, html, false);
	if (str_trim(strbuf_slice(&text)).len)
		return true;
	while (html_link_next(&html, &link))
		if (link.image)
			return true;
	return false;
}

static bool has_link(struct str html)
{
	struct html_link link;

	while (html_link_next(&html, &link))
		if (!link.image)
			return true;
	return false;
}

/* One that is closed soon, shows something and has no other in it; its address
 * is in the scratch buffer then. */
static bool may_link(struct flow *f, const struct html_link *link)
{
	AUTO(strbuf) url = STRBUF_INIT;

	html_add_plain(&url, link->url);
	return !f->is_spoken && !has_link(link->text) &&
	       !str_has_nocase(link->text, "<!--") &&
	       shows_something(link->text) &&
	       !html_has_entity(strbuf_slice(&url)) &&
	       markdown_resolve(f->r, url.buf);
}

static bool begins_with_image(struct str html)
{
	struct str rest = html;
	struct html_link link;

	return html_link_next(&rest, &link) && link.image &&
	       !shows_something(str_upto(html, (size_t)(link.at - html.s)));
}

static void add_link(struct flow *f, const struct html_link *link)
{
	struct renderer *r = f->r;

	begin_piece(f, begins_with_image(link->text));
	markdown_begin_link(r, r->scratch.buf, NULL);
	r->in_link++;
	f->any = false;
	add_inner(f, link->text);
	f->any = true;
	r->in_link--;
	html_end(&r->html);
}

static void add_pieces(struct renderer *r, struct str html)
{
	struct flow flow = { .r = r, .is_spoken = html_is_spoken_of(html) };
	struct str rest = html;
	struct html_link link;

	while (html_link_next(&rest, &link)) {
		if (link.image || !may_link(&flow, &link))
			continue;
		add_inner(&flow, str_upto(html, (size_t)(link.at - html.s)));
		add_link(&flow, &link);
		html = str_from(html, (size_t)(link.text.s - html.s) +
					      link.text.len);
		rest = html;
	}
	add_inner(&flow, html);
}

static bool has_images(struct str html)
{
	struct html_link link;

	while (html_link_next(&html, &link))
		if (link.image)
			return true;
	return false;
}

static void add_code(struct renderer *r, const char *code)
{
	html_begin(&r->html, "pre", "tabindex", "0", NULL);
	html_element(&r->html, "code", code, NULL);
	html_end(&r->html);
	html_text(&r->html, "\n");
}

void markdown_add_raw_block(struct renderer *r, struct str html)
{
	AUTO(strbuf) text = STRBUF_INIT;
	enum html_block kind = html_block_read(&text, html);

	if (kind == HTML_CODE) {
		add_code(r, text.buf);
		return;
	}
	if (html_is_hidden(html))
		return;
	if (!html_is_spoken_of(html))
		tell_dropped(r, html);
	if (kind == HTML_HIDDEN && !has_images(html))
		return;
	html_begin(&r->html, "p", NULL);
	add_pieces(r, html);
	html_end(&r->html);
	html_text(&r->html, "\n");
}

/* The line break is kept, for in a table nothing else makes one. */
void markdown_add_raw_inline(struct renderer *r, struct str html)
{
	struct str rest = html;
	struct html_link link;

	if (html_is_tag(html, "br")) {
		html_void(&r->html, "br", NULL);
		return;
	}
	if (html_is_hidden(html))
		return;
	tell_dropped(r, html);
	if (html_link_next(&rest, &link) && link.image)
		draw(r, &link);
}
