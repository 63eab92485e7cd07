/* SPDX-License-Identifier: MIT */
/* Taking a text apart into the blocks that a reader would quote. */
#include <stdlib.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/text/markdown.h"
#include "core/text/markdown_html.h"
#include "core/text/markdown_lines.h"
#include "core/text/markdown_tree.h"
#include "core/text/raw_links.h"

#define LINK_TEXT_MAX 300	/* of a link of HTML */

struct collector {
	struct arena *mem;
	struct str source;
	size_t *lines;		/* where each begins */
	size_t nlines, lines_cap;
	struct markdown_block *blocks;
	size_t count, cap;
	struct markdown_link *links;
	size_t nlinks, links_cap;
	unsigned *breaks;
	size_t nbreaks, breaks_cap;
	struct markdown_span *code;
	size_t ncode, code_cap;
	struct markdown_span *cells;
	size_t ncells, cells_cap;
	struct strbuf text;
	int items[128];		/* the block of each item around, or -1 */
	int depth;
};

static void collector_release(struct collector *c)
{
	free(c->lines);
	free(c->blocks);
	free(c->links);
	free(c->breaks);
	free(c->code);
	free(c->cells);
	strbuf_release(&c->text);
}

static void find_lines(struct collector *c)
{
	struct str rest = c->source, line;

	while ((line = markdown_next_line(&rest)).s) {
		XGROW(c->lines, c->nlines, c->lines_cap);
		c->lines[c->nlines++] = (size_t)(line.s - c->source.s);
	}
}

static unsigned clamp_line(const struct collector *c, int line)
{
	if (line < 1)
		return 1;
	return (size_t)line > c->nlines ? (unsigned)c->nlines : (unsigned)line;
}

/* The whole lines, without the end of the last. */
static struct str raw_lines(const struct collector *c, unsigned first,
			    unsigned last)
{
	size_t from, to;

	if (!c->nlines)
		return (struct str){ "", 0 };
	from = c->lines[first - 1];
	to = last < c->nlines ? c->lines[last] : c->source.len;
	while (to > from && strchr("\r\n", c->source.s[to - 1] ?
						   c->source.s[to - 1] : 1))
		to--;
	return (struct str){ c->source.s + from, to - from };
}

static int innermost_item(const struct collector *c)
{
	int depth = c->depth < 128 ? c->depth : 128;

	while (depth--)
		if (c->items[depth] >= 0)
			return c->items[depth];
	return -1;
}

/* Of a table: its rows stand two lines below its head. */
static int head_line(cmark_node *table)
{
	cmark_node *row = cmark_node_next(cmark_node_first_child(table));

	return row ? cmark_node_get_start_line(row) - 2 :
		     cmark_node_get_end_line(table) - 1;
}

/* A paragraph whose last line heads a table is split by the parser, which then
 * says that the table begins where the paragraph did, and nothing of that. */
static bool is_above_table(cmark_node *node)
{
	return node && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
	       cmark_node_get_start_line(node) < 1 && cmark_node_next(node) &&
	       markdown_node_kind(cmark_node_next(node)) == NODE_TABLE;
}

static void lines_of(cmark_node *node, int *first, int *last)
{
	cmark_node *table = cmark_node_parent(node);

	*first = cmark_node_get_start_line(node);
	*last = cmark_node_get_end_line(node);
	if (is_above_table(node)) {
		table = cmark_node_next(node);
		*first = cmark_node_get_start_line(table);
		*last = head_line(table) - 1;
	} else if (markdown_node_kind(node) == NODE_TABLE_HEADER &&
		   is_above_table(cmark_node_previous(table))) {
		*first = *last = head_line(table);
	}
}

static struct markdown_block *add_block(struct collector *c, cmark_node *node,
					enum markdown_kind kind)
{
	int begin, end;
	unsigned first, last;
	struct markdown_block *b;

	lines_of(node, &begin, &end);
	first = clamp_line(c, begin);
	last = clamp_line(c, end);
	XGROW(c->blocks, c->count, c->cap);
	b = &c->blocks[c->count++];
	if (last < first)
		last = first;
	*b = (struct markdown_block){
		.kind = kind,
		.line = first,
		.last_line = last,
		.parent = innermost_item(c),
		.raw = raw_lines(c, first, last),
		.text = STR(""),
	};
	return b;
}

static void keep_link(struct collector *c, struct str url, struct str text,
		      unsigned line, bool image)
{
	XGROW(c->links, c->nlinks, c->links_cap);
	c->links[c->nlinks++] = (struct markdown_link){
		.url = arena_str(c->mem, url),
		.text = arena_str(c->mem, text),
		.line = line,
		.image = image,
	};
}

static void add_link(struct collector *c, cmark_node *node, unsigned line)
{
	AUTO(strbuf) text = STRBUF_INIT;
	const char *url = cmark_node_get_url(node);
	int own = cmark_node_get_start_line(node);

	markdown_add_text(&text, node);
	keep_link(c, str_of(url ? url : ""), strbuf_slice(&text),
		  own > (int)line ? clamp_line(c, own) : line,
		  cmark_node_get_type(node) == CMARK_NODE_IMAGE);
}

/* The text of a link of HTML that begins at `node`: what follows, to its end. */
static void add_text_behind(struct strbuf *out, cmark_node *node)
{
	while ((node = cmark_node_next(node)) && out->len < LINK_TEXT_MAX) {
		const char *html = cmark_node_get_literal(node);

		if (cmark_node_get_type(node) != CMARK_NODE_HTML_INLINE)
			markdown_add_text(out, node);
		else if (html && (html_is_link_end(str_of(html)) ||
				  str_starts_nocase(str_of(html), "<a")))
			break;
	}
}

static void add_html_link(struct collector *c, cmark_node *node, unsigned line)
{
	AUTO(strbuf) text = STRBUF_INIT;
	AUTO(strbuf) url = STRBUF_INIT;
	struct str html = str_of(cmark_node_get_literal(node));
	struct html_link link;

	if (!html_link_next(&html, &link))
		return;
	html_add_plain(&url, link.url);
	if (link.image)
		html_add_plain(&text, link.text);
	else
		add_text_behind(&text, node);
	keep_link(c, strbuf_slice(&url), strbuf_slice(&text), line,
		  link.image);
}

static void add_html_links(struct collector *c, struct str html, unsigned line)
{
	const char *counted = html.s;
	struct html_link link;

	while (html_link_next(&html, &link)) {
		AUTO(strbuf) text = STRBUF_INIT;
		AUTO(strbuf) url = STRBUF_INIT;

		for (; counted < link.at; counted++)
			line += *counted == '\n';
		html_add_plain(&url, link.url);
		html_add_plain(&text, link.text);
		keep_link(c, strbuf_slice(&url), strbuf_slice(&text),
			  clamp_line(c, (int)line), link.image);
	}
}

static void add_break(struct collector *c, size_t at)
{
	XGROW(c->breaks, c->nbreaks, c->breaks_cap);
	c->breaks[c->nbreaks++] = (unsigned)at;
}

static bool is_in_link(cmark_node *node)
{
	while ((node = cmark_node_parent(node)))
		if (cmark_node_get_type(node) == CMARK_NODE_LINK)
			return true;
	return false;
}

/* "http://[::1]:80/", "http://[fe80::1%25eth0]/" */
static bool has_numbered_host(struct str url)
{
	size_t at = str_find_str(url, STR("://["));
	struct str host = str_from(url, at < url.len ? at + 4 : at);
	size_t end = str_find(host, ']');

	return end < host.len && str_find(host, ':') < end;
}

/* Of the bare addresses, cmark knows none whose host stands in brackets. */
static void add_numbered_hosts(struct collector *c, cmark_node *node,
			       unsigned line)
{
	struct str rest = str_of(cmark_node_get_literal(node)), url;

	if (str_find_str(rest, STR("://[")) == rest.len || is_in_link(node))
		return;
	while (bare_url_next(&rest, &url))
		if (has_numbered_host(url))
			keep_link(c, url, url, line, false);
}

static void visit_inline(struct collector *c, cmark_node *node, unsigned line)
{
	cmark_node_type type = cmark_node_get_type(node);

	line = clamp_line(c, (int)(line + c->nbreaks));
	if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
		add_link(c, node, line);
	else if (type == CMARK_NODE_HTML_INLINE)
		add_html_link(c, node, line);
	else if (type == CMARK_NODE_TEXT)
		add_numbered_hosts(c, node, line);
	else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
		add_break(c, c->text.len);
}

static void add_code_span(struct collector *c, size_t from)
{
	XGROW(c->code, c->ncode, c->code_cap);
	c->code[c->ncode++] = (struct markdown_span){ (unsigned)from,
						      (unsigned)c->text.len };
}

/* The inline nodes of a leaf: text, links, and where its lines broke. */
static void add_inlines(struct collector *c, cmark_node *leaf, unsigned line)
{
	struct markdown_step step = { leaf, true };

	for (; step.node; step = markdown_step(step, leaf)) {
		size_t from = c->text.len;

		if (!step.entering)
			continue;
		if (step.node != leaf)
			visit_inline(c, step.node, line);
		markdown_add_leaf_text(&c->text, step.node);
		if (cmark_node_get_type(step.node) == CMARK_NODE_CODE)
			add_code_span(c, from);
	}
}

static void *keep(struct arena *mem, const void *items, size_t bytes)
{
	void *copy = arena_alloc(mem, bytes + 1);

	if (bytes)
		memcpy(copy, items, bytes);
	return copy;
}

static void take_text(struct collector *c, struct markdown_block *b)
{
	b->text = arena_str(c->mem, strbuf_slice(&c->text));
	b->breaks = keep(c->mem, c->breaks, c->nbreaks * sizeof(*c->breaks));
	b->nbreaks = c->nbreaks;
	b->code = keep(c->mem, c->code, c->ncode * sizeof(*c->code));
	b->ncode = c->ncode;
	strbuf_reset(&c->text);
	c->nbreaks = c->ncode = 0;
}

static void add_leaf(struct collector *c, cmark_node *node,
		     enum markdown_kind kind)
{
	struct markdown_block *b = add_block(c, node, kind);

	if (kind == MARKDOWN_HEADING)
		b->level = cmark_node_get_heading_level(node);
	add_inlines(c, node, b->line);
	take_text(c, b);
}

static void add_code(struct collector *c, cmark_node *node)
{
	struct markdown_block *b = add_block(c, node, MARKDOWN_CODE);
	const char *literal = cmark_node_get_literal(node);

	strbuf_addstr(&c->text, literal ? literal : "");
	take_text(c, b);
}

static void add_row(struct collector *c, cmark_node *row, bool header)
{
	struct markdown_block *b = add_block(c, row, MARKDOWN_ROW);
	cmark_node *cell = cmark_node_first_child(row);

	c->ncells = 0;
	for (; cell; cell = cmark_node_next(cell)) {
		unsigned from = (unsigned)c->text.len;

		add_inlines(c, cell, b->line);
		XGROW(c->cells, c->ncells, c->cells_cap);
		c->cells[c->ncells++] = (struct markdown_span){
			from, (unsigned)c->text.len
		};
		if (cmark_node_next(cell))
			strbuf_addstr(&c->text, " | ");
	}
	b->cells = keep(c->mem, c->cells, c->ncells * sizeof(*c->cells));
	b->ncells = c->ncells;
	b->header = header;
	b->last_line = b->line;
	b->raw = raw_lines(c, b->line, b->line);
	take_text(c, b);
}

/* The first paragraph of an item stands for the item: the block added last. */
static void make_item(struct collector *c, cmark_node *paragraph)
{
	cmark_node *item = cmark_node_parent(paragraph);
	bool done = false;

	c->blocks[c->count - 1].kind = MARKDOWN_ITEM;
	c->blocks[c->count - 1].level = c->depth;
	if (markdown_node_is_task(item, &done))
		c->blocks[c->count - 1].task = done ? TASK_DONE : TASK_OPEN;
	if (c->depth <= 128)
		c->items[c->depth - 1] = (int)c->count - 1;
}

static bool begins_item(const struct collector *c, cmark_node *node)
{
	return c->depth && !cmark_node_previous(node) &&
	       cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_ITEM;
}

static void add_paragraph(struct collector *c, cmark_node *node)
{
	add_leaf(c, node, MARKDOWN_PARAGRAPH);
	if (begins_item(c, node))
		make_item(c, node);
}

/* Lines end as those of a paragraph do. */
static void break_lines(struct collector *c)
{
	struct strbuf *text = &c->text;

	if (str_ends(strbuf_slice(text), "\n"))
		strbuf_truncate(text, text->len - 1);
	for (size_t i = 0; i < text->len; i++) {
		if (text->buf[i] != '\n')
			continue;
		text->buf[i] = ' ';
		add_break(c, i);
	}
}

static void add_html(struct collector *c, cmark_node *node)
{
	struct markdown_block *b = add_block(c, node, MARKDOWN_HTML);
	const char *literal = cmark_node_get_literal(node);
	struct str html = str_of(literal ? literal : "");
	enum html_block kind = html_block_read(&c->text, html);

	add_html_links(c, html, b->line);
	if (kind == HTML_CODE)
		b->kind = MARKDOWN_CODE;
	if (kind == HTML_PROSE) {
		b->kind = MARKDOWN_PARAGRAPH;
		break_lines(c);
	}
	take_text(c, b);
	if (kind == HTML_PROSE && begins_item(c, node))
		make_item(c, node);
}

static void enter_item(struct collector *c)
{
	if (c->depth < 128)
		c->items[c->depth] = -1;
	c->depth++;
}

/* True: what is in the node has been dealt with. */
static bool enter(struct collector *c, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	enum markdown_node kind;

	if (type == CMARK_NODE_PARAGRAPH)
		return add_paragraph(c, node), true;
	if (type == CMARK_NODE_HEADING)
		return add_leaf(c, node, MARKDOWN_HEADING), true;
	if (type == CMARK_NODE_CODE_BLOCK)
		return markdown_node_is_cells(node) ? add_html(c, node)
					      : add_code(c, node), true;
	if (type == CMARK_NODE_HTML_BLOCK)
		return add_html(c, node), true;
	if (type == CMARK_NODE_ITEM)
		return enter_item(c), false;
	if (type == CMARK_NODE_LIST || type == CMARK_NODE_BLOCK_QUOTE ||
	    type == CMARK_NODE_DOCUMENT)
		return false;
	kind = markdown_node_kind(node);
	if (kind != NODE_TABLE_HEADER && kind != NODE_TABLE_ROW)
		return false;
	return add_row(c, node, kind == NODE_TABLE_HEADER), true;
}

static void collect(struct collector *c, cmark_node *root)
{
	struct markdown_step step = { root, true };

	for (; step.node; step = markdown_step(step, root)) {
		if (step.entering)
			step.entering = !enter(c, step.node);
		else if (cmark_node_get_type(step.node) == CMARK_NODE_ITEM)
			c->depth--;
	}
}

static void add_bare_links(struct collector *c, struct str line,
			   unsigned number)
{
	struct str url;

	while (bare_url_next(&line, &url))
		keep_link(c, url, url, number, false);
}

/* A text that was refused is taken line by line. */
static void collect_lines(struct collector *c)
{
	for (size_t i = 0; i < c->nlines; i++) {
		unsigned line = (unsigned)i + 1;
		struct str raw = raw_lines(c, line, line);

		if (!str_trim(raw).len)
			continue;
		add_bare_links(c, raw, line);
		XGROW(c->blocks, c->count, c->cap);
		c->blocks[c->count++] = (struct markdown_block){
			.kind = MARKDOWN_PARAGRAPH,
			.line = line,
			.last_line = line,
			.parent = -1,
			.raw = raw,
			.text = str_trim(raw),
		};
	}
}

struct markdown_blocks markdown_blocks_as(struct str source,
					  struct markdown_reading how,
					  struct arena *mem)
{
	AUTO(collector) c = { .mem = mem,
			      .source = source,
			      .text = STRBUF_INIT };
	struct markdown_tree tree;
	struct markdown_blocks out;

	find_lines(&c);
	markdown_tree_parse(&tree, source, how);
	if (tree.root)
		collect(&c, tree.root);
	else
		collect_lines(&c);
	out = (struct markdown_blocks){
		.blocks = keep(mem, c.blocks, c.count * sizeof(*c.blocks)),
		.count = c.count,
		.links = keep(mem, c.links, c.nlinks * sizeof(*c.links)),
		.nlinks = c.nlinks,
		.refused = tree.refused,
		.open_comment = tree.open_comment,
	};
	markdown_tree_release(&tree);
	return out;
}

struct markdown_blocks markdown_blocks(struct str source, struct arena *mem)
{
	return markdown_blocks_as(source, (struct markdown_reading){ 0 }, mem);
}
