/* SPDX-License-Identifier: MIT */
/* Links of HTML within a line: <a href="https://example.org">text</a>. */
#include "core/text/html.h"
#include "core/text/markdown_html.h"
#include "core/text/markdown_tree.h"
#include "core/text/raw_links.h"

static bool is_tag(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE;
}

/* The tag behind `tag` that ends it, in the same element of Markdown; NULL: none,
 * or another link is in it, and which one is meant nobody can tell. */
static cmark_node *end_of(cmark_node *tag)
{
	cmark_node *node = tag;

	while ((node = cmark_node_next(node))) {
		struct str html = is_tag(node) ? markdown_html_of(node) :
						 STR("");

		if (html_is_link_end(html))
			return node;
		if (html_is_tag(html, "a") ||
		    cmark_node_get_type(node) == CMARK_NODE_LINK)
			return NULL;
	}
	return NULL;
}

static bool is_image(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_IMAGE ||
	       (is_tag(node) && html_is_tag(markdown_html_of(node), "img"));
}

/* Nobody could follow a link that shows nothing. */
static bool shows_something(cmark_node *tag, const cmark_node *end)
{
	AUTO(strbuf) text = STRBUF_INIT;
	cmark_node *node = tag;

	while ((node = cmark_node_next(node)) != end) {
		if (is_image(node))
			return true;
		markdown_add_text(&text, node);
	}
	return str_trim(strbuf_slice(&text)).len > 0;
}

/* Where a tag leads to, if that is an address that a page may have. */
static bool leads_to(struct strbuf *url, cmark_node *tag)
{
	struct str html = markdown_html_of(tag);
	struct html_link link;

	strbuf_reset(url);
	if (!html_link_next(&html, &link) || link.image)
		return false;
	html_add_plain(url, link.url);
	return url->len && !html_has_entity(strbuf_slice(url)) &&
	       html_link_is_safe(strbuf_slice(url));
}

/* What stands between the tags goes into a link of the tree. */
static cmark_node *make_link(struct markdown_tree *tree, cmark_node *tag,
			     cmark_node *end, const char *url)
{
	cmark_mem *memory = markdown_memory_begin(&tree->memory);
	cmark_node *link = cmark_node_new_with_mem(CMARK_NODE_LINK, memory);
	cmark_node *node;

	cmark_node_set_url(link, url);
	if (!cmark_node_insert_before(tag, link))
		return tag;
	while ((node = cmark_node_next(tag)) != end)
		if (!cmark_node_append_child(link, node))
			cmark_node_unlink(node);
	cmark_node_unlink(tag);
	cmark_node_unlink(end);
	return link;
}

void markdown_link_anchors(struct markdown_tree *tree)
{
	struct markdown_step step = { tree->root, true };
	AUTO(strbuf) url = STRBUF_INIT;

	for (; step.node; step = markdown_step(step, tree->root)) {
		cmark_node *end;

		if (!step.entering || !is_tag(step.node) ||
		    !html_is_tag(markdown_html_of(step.node), "a"))
			continue;
		end = end_of(step.node);
		if (end && shows_something(step.node, end) &&
		    leads_to(&url, step.node))
			step.node = make_link(tree, step.node, end, url.buf);
	}
}
