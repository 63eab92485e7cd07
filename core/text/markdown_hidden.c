/* SPDX-License-Identifier: MIT */
/* Elements within a line that no browser shows: "<span hidden>…</span>". */
#include "core/text/markdown_html.h"
#include "core/text/markdown_tree.h"

/* So many may be spoken of; others that nobody closes hide, for each is looked
 * for to the end of the text. */
#define SPOKEN_MOST 64

struct hiding {
	struct markdown_tree *tree;
	unsigned spoken;	/* of these */
};

static bool is_tag(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE;
}

static bool hides_what_follows(cmark_node *node)
{
	struct str html;

	if (!is_tag(node))
		return false;
	html = markdown_html_of(node);
	return html_is_hidden(html) && !html_is_void(html_tag_name(html));
}

/* The tag that ends what `tag` opens, or NULL: none in this block does. */
static cmark_node *end_of(cmark_node *tag, cmark_node *block)
{
	struct str name = html_tag_name(markdown_html_of(tag));
	struct markdown_step step = { tag, false };
	int open = 1;

	while ((step = markdown_step(step, block)).node) {
		if (step.entering && is_tag(step.node))
			open += html_tag_change(markdown_html_of(step.node), name);
		if (!open)
			return step.node;
	}
	return NULL;
}

static bool has_end(struct str html, struct str name)
{
	struct str tag;

	while ((tag = html_next_tag(&html)).len)
		if (html_tag_change(tag, name) < 0)
			return true;
	return false;
}

/* In this block or any other, so that somebody meant to hide. */
static bool is_ended_behind(cmark_node *tag, cmark_node *root)
{
	struct str name = html_tag_name(markdown_html_of(tag));
	struct markdown_step step = { tag, false };

	while ((step = markdown_step(step, root)).node)
		if (step.entering &&
		    (is_tag(step.node) || cmark_node_get_type(step.node) ==
						  CMARK_NODE_HTML_BLOCK) &&
		    has_end(markdown_html_of(step.node), name))
			return true;
	return false;
}

static bool is_spoken_of(struct hiding *h, cmark_node *tag)
{
	return markdown_tag_reads_as_text(markdown_html_of(tag)) &&
	       h->spoken < SPOKEN_MOST && ++h->spoken &&
	       !is_ended_behind(tag, h->tree->root);
}

/* From a tag to the one that ends it, or to the end of the block.  What was
 * begun before the tag or goes on behind its end stays.  Where to go on. */
static struct markdown_step hide(struct markdown_tree *tree, cmark_node *tag,
				 cmark_node *end, cmark_node *block)
{
	struct markdown_step step = { tag, true }, next;
	size_t depth = 0;

	while (step.node != block) {
		next = markdown_step(step, block);
		if (step.entering)
			depth++;
		else if (depth && depth--)
			markdown_take_out(tree, step.node);
		if (!step.entering && step.node == end)
			return next;
		step = next;
	}
	return step;
}

static void hide_in_block(struct hiding *h, cmark_node *block)
{
	struct markdown_step step = { block, true };

	while (step.node) {
		cmark_node *tag = step.node, *end;

		if (step.entering && hides_what_follows(tag)) {
			end = end_of(tag, block);
			if (end || !is_spoken_of(h, tag)) {
				step = hide(h->tree, tag, end, block);
				continue;
			}
		}
		step = markdown_step(step, block);
	}
}

void markdown_hide_elements(struct markdown_tree *tree)
{
	struct markdown_step step = { tree->root, true };
	struct hiding h = { .tree = tree };

	for (; step.node; step = markdown_step(step, tree->root)) {
		if (!step.entering || !markdown_holds_text(step.node))
			continue;
		hide_in_block(&h, step.node);
		step.entering = false;
	}
}
