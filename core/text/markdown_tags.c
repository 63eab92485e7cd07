/* SPDX-License-Identifier: MIT */
/* Tags in a text that nothing closes: "List<String>", "the <dialog> element". */
#include <string.h>

#include "core/base/attributes.h"
#include "core/text/markdown_html.h"
#include "core/text/markdown_tree.h"

/* So many may be open at once; those within are left as they are. */
#define OPEN_MAX 64

struct open_tags {
	struct open_tag {
		cmark_node *node;
		struct str name;
	} items[OPEN_MAX];
	size_t count;
};

static struct str html_of(cmark_node *node)
{
	return str_of(cmark_node_get_literal(node));
}

static bool is_closing(struct str tag)
{
	return str_starts(tag, "</");
}

/* Comments and the like, and what breaks a line, have no end. */
static bool opens(struct str tag)
{
	struct str name = html_tag_name(tag);

	return !is_closing(tag) && !strchr("!?", tag.s[1]) &&
	       !str_eq_nocase(name, STR("br")) &&
	       !str_eq_nocase(name, STR("wbr"));
}

/* Of equal ones, the innermost is meant. */
static void close_tag(struct open_tags *open, struct str name)
{
	size_t i = open->count;

	while (i && !str_eq_nocase(open->items[i - 1].name, name))
		i--;
	if (!i)
		return;
	open->count--;
	memmove(&open->items[i - 1], &open->items[i],
		(open->count - i + 1) * sizeof(open->items[0]));
}

static void find_open(struct open_tags *open, cmark_node *block)
{
	struct markdown_step step = { block, true };

	for (; step.node; step = markdown_step(step, block)) {
		struct str tag;

		if (!step.entering ||
		    cmark_node_get_type(step.node) != CMARK_NODE_HTML_INLINE)
			continue;
		tag = html_of(step.node);
		if (is_closing(tag))
			close_tag(open, html_tag_name(tag));
		else if (opens(tag) && open->count < OPEN_MAX)
			open->items[open->count++] = (struct open_tag){
				step.node, html_tag_name(tag)
			};
	}
}

/* An attribute with a value is written by who means a tag: <a name="here">. */
bool markdown_tag_reads_as_text(struct str tag)
{
	return str_find(tag, '=') == tag.len && str_find(tag, '\n') == tag.len;
}

static void become_text(struct markdown_tree *tree, cmark_node *node)
{
	cmark_mem *memory = markdown_memory_begin(&tree->memory);
	cmark_node *text = cmark_node_new_with_mem(CMARK_NODE_TEXT, memory);

	cmark_node_set_literal(text, cmark_node_get_literal(node));
	if (cmark_node_replace(node, text))
		cmark_node_free(node);
}

static void show_in_block(struct markdown_tree *tree, cmark_node *block)
{
	struct open_tags open = { .count = 0 };

	find_open(&open, block);
	for (size_t i = 0; i < open.count; i++)
		if (markdown_tag_reads_as_text(html_of(open.items[i].node)))
			become_text(tree, open.items[i].node);
}

bool markdown_holds_text(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING ||
	       markdown_node_kind(node) == NODE_TABLE_CELL;
}

void markdown_show_open_tags(struct markdown_tree *tree)
{
	struct markdown_step step = { tree->root, true };

	for (; step.node; step = markdown_step(step, tree->root)) {
		if (!step.entering || !markdown_holds_text(step.node))
			continue;
		show_in_block(tree, step.node);
		step.entering = false;
	}
}
