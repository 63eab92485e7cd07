/* SPDX-License-Identifier: MIT */
/* Rendering text, in which there may be [[links]]. */
#include "core/base/path.h"
#include "core/text/markdown_renderer.h"
#include "core/text/wikilink.h"

static struct str shown(const struct wikilink *w)
{
	return w->alias.len ? w->alias : w->name;
}

/* "![[shelf.png|300]]" has its width behind the bar, which is not what it is
 * called; false: there is no such image. */
static bool add_embed(struct renderer *r, const struct wikilink *w)
{
	const struct markdown_options *o = r->options;
	AUTO(strbuf) alt = STRBUF_INIT;
	struct markdown_size size = { 0 };
	struct markdown_image image;
	bool has_size;

	if (!w->embed || !o->image || !html_link_is_safe(w->target) ||
	    html_link_scheme(w->target).s)
		return false;
	strbuf_reset(&r->scratch);
	image = o->image(o->arg, w->target, &r->scratch);
	if (image.as != IMAGE_SHOWN)
		return false;
	has_size = !str_to_uint(w->alias, 10000, &size.width);
	strbuf_addslice(&alt, w->alias.len && !has_size ? w->alias :
							  path_stem(w->target));
	markdown_show_image(r, alt.buf, image, &size);
	return true;
}

/* "[[#Storage]]" leads to a heading of this text. */
static bool resolve_heading(struct renderer *r, struct str heading)
{
	AUTO(strbuf) id = STRBUF_INIT;

	if (!r->options->id_prefix || !heading.len)
		return false;
	strbuf_addstr(&id, r->options->id_prefix);
	path_add_slug(&id, str_trim(heading));
	if (!markdown_has_id(r, strbuf_slice(&id)))
		return false;
	strbuf_reset(&r->scratch);
	strbuf_addch(&r->scratch, '#');
	strbuf_addslice(&r->scratch, strbuf_slice(&id));
	return true;
}

static bool resolve(struct renderer *r, const struct wikilink *w)
{
	const struct markdown_options *o = r->options;

	strbuf_reset(&r->scratch);
	if (!w->target.len)
		return resolve_heading(r, w->heading);
	return o->resolve_wiki(o->arg, w->name, &r->scratch);
}

/* False: it leads nowhere. */
static bool add_link(struct renderer *r, const struct wikilink *w)
{
	if (r->in_link || !resolve(r, w) ||
	    !html_link_is_safe(strbuf_slice(&r->scratch)))
		return false;
	markdown_begin_link(r, r->scratch.buf, NULL);
	html_slice(&r->html, shown(w));
	html_end(&r->html);
	return true;
}

/* Nobody has written it, or it is not for everybody: which one is not said. */
static void add_wanted(struct renderer *r, const struct wikilink *w,
		       struct str before)
{
	if (r->in_link || w->embed || !wikilink_is_name(before, w->target)) {
		html_slice(&r->html, w->whole);
		return;
	}
	html_begin(&r->html, "span", "class", "wanted", "title",
		   "There is no such note here", NULL);
	html_slice(&r->html, shown(w));
	html_end(&r->html);
}

static void add_text(struct renderer *r, struct str text)
{
	struct wikilink_walk walk = { .rest = text };
	const char *written = text.s, *end = text.s + text.len;
	struct wikilink w;

	while (wikilink_next(&walk, &w)) {
		html_slice(&r->html, (struct str){
				written, (size_t)(w.whole.s - written) });
		if (!add_embed(r, &w) && !add_link(r, &w))
			add_wanted(r, &w, (struct str){
					written, (size_t)(w.whole.s - written) });
		written = w.whole.s + w.whole.len;
	}
	html_slice(&r->html, (struct str){ written, (size_t)(end - written) });
}

static bool is_text(cmark_node *node)
{
	return node && cmark_node_get_type(node) == CMARK_NODE_TEXT;
}

/* Only a lone bracket may be a part of a link; all else is written at once. */
static bool begins_run(const struct renderer *r, cmark_node *text)
{
	return r->options->resolve_wiki &&
	       (is_text(cmark_node_next(text)) ||
		strstr(cmark_node_get_literal(text), "[["));
}

void markdown_add_run(struct renderer *r, cmark_node *text)
{
	AUTO(strbuf) run = STRBUF_INIT;

	if (r->run_end) {
		if (r->run_end == text)
			r->run_end = NULL;
		return;
	}
	if (!begins_run(r, text)) {
		html_text(&r->html, cmark_node_get_literal(text));
		return;
	}
	strbuf_addstr(&run, cmark_node_get_literal(text));
	for (; is_text(cmark_node_next(text)); text = cmark_node_next(text)) {
		r->run_end = cmark_node_next(text);
		strbuf_addstr(&run, cmark_node_get_literal(r->run_end));
	}
	add_text(r, strbuf_slice(&run));
}
