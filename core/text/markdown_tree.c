/* SPDX-License-Identifier: MIT */
/* Parsing with cmark-gfm, within limits, and walking what it made. */
#include "core/text/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/base/utf8.h"
#include "core/text/markdown_html.h"
#include "core/text/markdown_taming.h"

#define CAP_LEAST ((size_t)64 << 20)
#define CAP_FACTOR 256

static void attach_extensions(cmark_parser *parser)
{
	static const char *const names[] = { "table", "strikethrough",
					     "autolink", "tasklist",
					     "tagfilter" };

	cmark_gfm_core_extensions_ensure_registered();
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		cmark_syntax_extension *e =
			cmark_find_syntax_extension(names[i]);

		if (e)
			cmark_parser_attach_syntax_extension(parser, e);
	}
}

/* NULL: it needed more memory than it may have. */
static cmark_node *parse_capped(struct markdown_memory *memory,
				struct str source)
{
	/* Looking ourselves is quicker. */
	const int options = CMARK_OPT_FOOTNOTES |
			    (utf8_is_valid(source) ? 0 : CMARK_OPT_VALIDATE_UTF8);
	cmark_parser *parser;
	cmark_node *root;

	if (setjmp(memory->escape))
		return NULL;
	memory->parsing = true;
	parser = cmark_parser_new_with_mem(options,
					   markdown_memory_begin(memory));
	attach_extensions(parser);
	cmark_parser_feed(parser, source.s ? source.s : "", source.len);
	root = cmark_parser_finish(parser);
	memory->parsing = false;
	return root;
}

static void parse_again(struct markdown_tree *tree, struct str source)
{
	size_t cap = source.len * CAP_FACTOR;

	markdown_memory_release(&tree->memory);
	tree->memory = (struct markdown_memory){
		.cap = cap > CAP_LEAST ? cap : CAP_LEAST,
	};
	tree->root = parse_capped(&tree->memory, source);
	if (!tree->root)
		tree->refused = "it needs too much memory";
}

static bool may_have_tags(struct str text)
{
	while ((text = str_from(text, str_find(text, '<'))).len) {
		if (html_may_begin(text))
			return true;
		text = str_from(text, 1);
	}
	return false;
}

void markdown_tree_parse(struct markdown_tree *tree, struct str source,
			 struct markdown_reading how)
{
	AUTO(markdown_taming) taming = MARKDOWN_TAMING_INIT(source, how);

	*tree = (struct markdown_tree){ .root = NULL };
	tree->refused = markdown_screen(source, &tree->line);
	if (tree->refused)
		return;
	if (how.plain)
		markdown_tame_all(&taming);
	do
		parse_again(tree, taming.text);
	while (tree->root && markdown_tame_open(&taming, tree));
	if (!tree->root)
		return;
	if (may_have_tags(taming.text)) {
		if (html_may_hide(taming.text)) {
			markdown_hide_blocks(tree, how.open_hides);
			markdown_hide_elements(tree);
		}
		markdown_show_open_tags(tree);
	}
	markdown_tame_end(&taming, tree);
}

void markdown_tree_release(struct markdown_tree *tree)
{
	markdown_memory_release(&tree->memory);
}

enum markdown_node markdown_node_kind(cmark_node *node)
{
	static const struct {
		const char *name;
		enum markdown_node kind;
	} kinds[] = {
		{ "table", NODE_TABLE },
		{ "table_header", NODE_TABLE_HEADER },
		{ "table_row", NODE_TABLE_ROW },
		{ "table_cell", NODE_TABLE_CELL },
		{ "strikethrough", NODE_STRIKE },
	};
	const char *name = cmark_node_get_type_string(node);

	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		if (!strcmp(name, kinds[i].name))
			return kinds[i].kind;
	return NODE_OTHER;
}

bool markdown_node_is_task(cmark_node *node, bool *done)
{
	if (strcmp(cmark_node_get_type_string(node), "tasklist"))
		return false;
	*done = cmark_gfm_extensions_get_tasklist_item_checked(node);
	return true;
}

struct markdown_step markdown_step(struct markdown_step from,
				   const cmark_node *root)
{
	cmark_node *child = cmark_node_first_child(from.node), *next;

	if (from.entering)
		return child ? (struct markdown_step){ child, true }
			     : (struct markdown_step){ from.node, false };
	if (from.node == root)
		return (struct markdown_step){ NULL, false };
	next = cmark_node_next(from.node);
	if (next)
		return (struct markdown_step){ next, true };
	return (struct markdown_step){ cmark_node_parent(from.node), false };
}

static void add_code(struct strbuf *out, const char *literal)
{
	strbuf_addch(out, '`');
	strbuf_addstr(out, literal);
	strbuf_addch(out, '`');
}

static bool is_line_break(const char *html)
{
	return str_starts_nocase(str_of(html), "<br");
}

void markdown_add_leaf_text(struct strbuf *out, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (type == CMARK_NODE_TEXT)
		strbuf_addstr(out, cmark_node_get_literal(node));
	else if (type == CMARK_NODE_CODE)
		add_code(out, cmark_node_get_literal(node));
	else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
		strbuf_addch(out, ' ');
	else if (type == CMARK_NODE_HTML_INLINE &&
		 is_line_break(cmark_node_get_literal(node)))
		strbuf_addch(out, ' ');
}

void markdown_add_text(struct strbuf *out, cmark_node *node)
{
	struct markdown_step step = { node, true };

	for (; step.node; step = markdown_step(step, node))
		if (step.entering)
			markdown_add_leaf_text(out, step.node);
}

struct str markdown_html_of(cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);

	return str_of(literal ? literal : "");
}

/* A line that was broken by hand ends as any other. */
static void keep_line_end(struct markdown_tree *tree, cmark_node *node)
{
	cmark_mem *memory = markdown_memory_begin(&tree->memory);

	cmark_node_replace(node, cmark_node_new_with_mem(CMARK_NODE_SOFTBREAK,
							 memory));
}

static bool is_of_table(cmark_node *node)
{
	enum markdown_node kind = markdown_node_kind(node);

	return kind == NODE_TABLE_HEADER || kind == NODE_TABLE_ROW ||
	       kind == NODE_TABLE_CELL;
}

/* What is left in a node within a line are ends of lines.  All goes with the
 * tree. */
void markdown_take_out(struct markdown_tree *tree, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	cmark_node *child;

	if (type == CMARK_NODE_SOFTBREAK || is_of_table(node))
		return;
	if (type == CMARK_NODE_LINEBREAK) {
		keep_line_end(tree, node);
		return;
	}
	while (((unsigned)type & CMARK_NODE_TYPE_MASK) ==
		       CMARK_NODE_TYPE_INLINE &&
	       (child = cmark_node_first_child(node)) &&
	       cmark_node_insert_before(node, child))
		;
	cmark_node_unlink(node);
}

bool markdown_node_is_cells(cmark_node *node)
{
	static const char *const tags[] = { "<td", "<th", "<tr", "</td",
					    "</th", "</tr" };
	const char *literal = cmark_node_get_literal(node);
	struct str text = str_trim_left(str_of(literal ? literal : ""));
	int length, offset;
	char mark;

	if (cmark_node_get_fenced(node, &length, &offset, &mark))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(tags); i++)
		if (str_starts_nocase(text, tags[i]))
			return true;
	return false;
}
