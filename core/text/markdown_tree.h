/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_MARKDOWN_TREE_H
#define CORE_TEXT_MARKDOWN_TREE_H

#include <cmark-gfm.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"
#include "core/text/markdown.h"

/*
 * The tree that cmark makes of a text, and the memory it is in: blocks that
 * are filled from the front and given back at once.  More than `cap` bytes
 * while parsing is an escape to where markdown_tree_parse() began.
 */
struct markdown_memory {
	struct markdown_chunk *chunks;
	char *next, *end;
	size_t used, cap;
	jmp_buf escape;
	bool parsing;		/* `escape` may be jumped to */
};

struct markdown_tree {
	struct markdown_memory memory;
	cmark_node *root;	/* NULL: it was refused */
	const char *refused;	/* why */
	unsigned line;		/* where, or 0 */
	unsigned open_comment;	/* the line of a "<!--" or a hidden element that
				   is not closed, or 0; where they do not hide */
};

/* Parse; what is refused has no root.  The tree is released in any case. */
void markdown_tree_parse(struct markdown_tree *tree, struct str source,
			 struct markdown_reading how);
void markdown_tree_release(struct markdown_tree *tree);

/* Let a tag in a paragraph, heading or cell that is not closed there, and has no
 * attribute with a value, be the text that it was meant as: "List<String>". */
void markdown_show_open_tags(struct markdown_tree *tree);
bool markdown_tag_reads_as_text(struct str tag);

/* Is it a paragraph, a heading or a cell? */
bool markdown_holds_text(cmark_node *node);

/*
 * Take out what stands in an element within a line that is hidden, but for the
 * ends of its lines.  One that is not closed in its paragraph, heading or cell
 * goes on to the end of that, as in browsers, unless it is spoken of: it has
 * no attribute with a value and is closed nowhere behind.
 */
void markdown_hide_elements(struct markdown_tree *tree);

/*
 * Take out what stands between a block that opens a hidden element, "<div
 * hidden>", and where that is closed, in whatever block.  What nobody closes
 * hides all behind it where `open_hides`, else is told as an open comment is;
 * but its own block alone where it is spoken of, "<div hidden> is for …", or
 * ends by itself, as <p> and <li> do.  To be called before the one above.
 */
void markdown_hide_blocks(struct markdown_tree *tree, bool open_hides);

/* Take out a node, but for ends of lines in it where it is within a line, and
 * rows and cells, whose table would fall apart.  It lives as the tree does. */
void markdown_take_out(struct markdown_tree *tree, cmark_node *node);

/* What is written of a node of HTML. */
struct str markdown_html_of(cmark_node *node);

/* Let a link of HTML that begins and ends within one element of Markdown, has an
 * address that is safe, and shows something, be a link of the tree. */
void markdown_link_anchors(struct markdown_tree *tree);

/* What cmark allocates with while `memory` is the current one. */
cmark_mem *markdown_memory_begin(struct markdown_memory *memory);
void markdown_memory_release(struct markdown_memory *memory);

/* What a node is, with the types that the extensions add. */
enum markdown_node {
	NODE_OTHER,
	NODE_TABLE,
	NODE_TABLE_HEADER,
	NODE_TABLE_ROW,
	NODE_TABLE_CELL,
	NODE_STRIKE,
};

enum markdown_node markdown_node_kind(cmark_node *node);
bool markdown_node_is_task(cmark_node *node, bool *done);

/*
 * Walk in document order without allocating: the next node, and whether it is
 * being entered (else left, once for each that was entered).  Begin with
 * { root, true }; the end is node NULL.
 */
struct markdown_step {
	cmark_node *node;
	bool entering;
};
struct markdown_step markdown_step(struct markdown_step from,
				   const cmark_node *root);

/* The text of what is in a node, without marks; code keeps its backticks. */
void markdown_add_text(struct strbuf *out, cmark_node *node);

/* The same for one node without what is in it. */
void markdown_add_leaf_text(struct strbuf *out, cmark_node *node);

/* Cells and rows of a table of HTML: of a part of one that begins with them,
 * their indentation makes no code. */
bool markdown_node_is_cells(cmark_node *node);

#endif
