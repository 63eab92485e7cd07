/* SPDX-License-Identifier: MIT */
/* Rendering tables, and what else GitHub added to Markdown. */
#include <cmark-gfm-core-extensions.h>
#include <stdio.h>

#include "core/text/markdown_renderer.h"

static void begin_table(struct renderer *r, cmark_node *node)
{
	char label[32];

	r->alignments = cmark_gfm_extensions_get_table_alignments(node);
	r->columns = cmark_gfm_extensions_get_table_columns(node);
	r->in_body = false;
	snprintf(label, sizeof(label), "Table %zu", ++r->tables);
	html_begin(&r->html, "div", "class", "table", "role", "group",
		   "tabindex", "0", "aria-label", label, NULL);
	html_begin(&r->html, "table", NULL);
}

static void end_table(struct renderer *r)
{
	if (r->in_body)
		html_end(&r->html);
	r->in_body = false;
	html_end(&r->html);
	html_end(&r->html);
	html_text(&r->html, "\n");
}

static void begin_row(struct renderer *r, bool header)
{
	r->column = 0;
	if (header) {
		html_begin(&r->html, "thead", NULL);
	} else if (!r->in_body) {
		html_begin(&r->html, "tbody", NULL);
		r->in_body = true;
	}
	html_begin(&r->html, "tr", NULL);
}

static void end_row(struct renderer *r, bool header)
{
	html_end(&r->html);
	if (header)
		html_end(&r->html);
}

static void begin_cell(struct renderer *r, cmark_node *node)
{
	size_t column = r->column++;
	uint8_t a = r->alignments && column < r->columns
			    ? r->alignments[column]
			    : 0;
	const char *align = a == 'l'   ? "left"
			    : a == 'r' ? "right"
			    : a == 'c' ? "center"
				       : NULL;

	if (markdown_node_kind(cmark_node_parent(node)) == NODE_TABLE_HEADER)
		html_begin(&r->html, "th", "scope", "col", "class", align,
			   NULL);
	else
		html_begin(&r->html, "td", "class", align, NULL);
}

bool markdown_enter_extension(struct renderer *r, cmark_node *node)
{
	switch (markdown_node_kind(node)) {
	case NODE_TABLE: begin_table(r, node); return true;
	case NODE_TABLE_HEADER: begin_row(r, true); return true;
	case NODE_TABLE_ROW: begin_row(r, false); return true;
	case NODE_TABLE_CELL: begin_cell(r, node); return true;
	case NODE_STRIKE: html_begin(&r->html, "del", NULL); return true;
	case NODE_OTHER: break;
	}
	return false;
}

void markdown_leave_extension(struct renderer *r, cmark_node *node)
{
	switch (markdown_node_kind(node)) {
	case NODE_TABLE: end_table(r); break;
	case NODE_TABLE_HEADER: end_row(r, true); break;
	case NODE_TABLE_ROW: end_row(r, false); break;
	case NODE_TABLE_CELL:
	case NODE_STRIKE: html_end(&r->html); break;
	case NODE_OTHER: break;
	}
}
