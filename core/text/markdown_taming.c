/* SPDX-License-Identifier: MIT */
/* Text that looks like HTML to cmark and is none. */
#include "core/text/markdown_taming.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/text/markdown_html.h"
#include "core/text/markdown_lines.h"

/*
 * HTML of each kind may hide that of another; what is then still hidden stays
 * so.  Within containers a kind may show up once more.
 */
#define ROUNDS_MAX 12

void markdown_taming_release(struct markdown_taming *t)
{
	strbuf_release(&t->tamed);
	free(t->lines);
}

/* A control character that the text does not have. */
static char free_mark(struct str text)
{
	for (char c = 1; c < '\t'; c++)
		if (!memchr(text.s, c, text.len))
			return c;
	return 0;
}

/* False: it cannot be done. */
static bool begin(struct markdown_taming *t)
{
	if (t->mark)
		return true;
	t->mark = free_mark(t->source);
	if (!t->mark)
		return false;
	strbuf_addslice(&t->tamed, t->source);
	t->text = strbuf_slice(&t->tamed);
	return true;
}

void markdown_tame_all(struct markdown_taming *t)
{
	for (size_t at = 0; at < t->source.len; at++) {
		struct str rest;

		at += str_find(str_from(t->source, at), '<');
		rest = str_from(t->source, at);
		if (!rest.len || str_starts(rest, "<!--") ||
		    html_is_address(rest))
			continue;
		if (!begin(t))
			return;
		t->tamed.buf[at] = t->mark;
	}
}

/* --- HTML that is not closed --- */

static void find_lines(struct markdown_taming *t)
{
	struct str rest = t->text, line;

	while (!t->has_lines && (line = markdown_next_line(&rest)).s) {
		XGROW(t->lines, t->nlines, t->lines_cap);
		t->lines[t->nlines++] = (size_t)(line.s - t->text.s);
	}
	t->has_lines = true;
}

/* The text from line `first` on, `count` lines.  Nothing in it moves. */
static struct str lines_of(struct markdown_taming *t, int first, size_t count)
{
	size_t from = first < 1 ? 0 : (size_t)first - 1, to = from + count;

	find_lines(t);
	if (from >= t->nlines)
		return STR("");
	return str_from(to < t->nlines ? str_upto(t->text, t->lines[to])
				       : t->text, t->lines[from]);
}

static size_t count_lines(struct str text)
{
	size_t count = 0;

	while (markdown_next_line(&text).s)
		count++;
	return count;
}

/* None of this kind ends in these lines, so all that begin there are text. */
static bool tame_lines(struct markdown_taming *t, struct str lines,
		       enum html_opener opener)
{
	bool any = false;

	for (size_t at = 0; at < lines.len; at++) {
		at += str_find(str_from(lines, at), '<');
		if (at == lines.len ||
		    html_opener_at(str_from(lines, at)) != opener)
			continue;
		t->tamed.buf[(size_t)(lines.s - t->text.s) + at] = t->mark;
		any = true;
	}
	return any;
}

static bool tame_block(struct markdown_taming *t, cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);
	struct str html = str_of(literal ? literal : "");
	enum html_opener opener = html_opener_at(str_trim_left(html));
	int line = cmark_node_get_start_line(node);

	if (html_opener_ends(opener, html) ||
	    (opener == OPENER_COMMENT && t->how.open_hides) || !begin(t) ||
	    !tame_lines(t, lines_of(t, line, count_lines(html)), opener))
		return false;
	if (opener == OPENER_COMMENT &&
	    (!t->open_comment || (unsigned)line < t->open_comment))
		t->open_comment = (unsigned)line;
	return true;
}

/* Most texts have nothing that could be open, and need not be walked. */
static bool may_be_open(struct str text)
{
	while ((text = str_from(text, str_find(text, '<'))).len) {
		if (html_opener_at(text) != OPENER_NONE)
			return true;
		text = str_from(text, 1);
	}
	return false;
}

/* Blocks that hold others; what stands in a line is not looked at. */
static bool holds_blocks(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	return type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_BLOCK_QUOTE ||
	       type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM ||
	       type == CMARK_NODE_FOOTNOTE_DEFINITION;
}

bool markdown_tame_open(struct markdown_taming *t,
			const struct markdown_tree *tree)
{
	struct markdown_step step = { tree->root, true };
	bool any = false;

	if (t->rounds++ == ROUNDS_MAX || !may_be_open(t->text))
		return false;
	for (; step.node; step = markdown_step(step, tree->root)) {
		if (!step.entering)
			continue;
		if (cmark_node_get_type(step.node) == CMARK_NODE_HTML_BLOCK)
			any |= tame_block(t, step.node);
		step.entering = holds_blocks(step.node);
	}
	return any;
}

/* --- back again --- */

static const char *untamed(const struct markdown_taming *t, const char *text,
			   struct strbuf *out)
{
	if (!text || !strchr(text, t->mark))
		return NULL;
	strbuf_reset(out);
	strbuf_addstr(out, text);
	for (size_t i = 0; i < out->len; i++)
		if (out->buf[i] == t->mark)
			out->buf[i] = '<';
	return out->buf;
}

/* An address in the text would have ended at the "<". */
static void untame_link(const struct markdown_taming *t, cmark_node *node,
			struct strbuf *scratch)
{
	const char *url = untamed(t, cmark_node_get_url(node), scratch);

	if (url) {
		strbuf_truncate(scratch, str_find(strbuf_slice(scratch), '<'));
		cmark_node_set_url(node, url);
	}
	url = untamed(t, cmark_node_get_title(node), scratch);
	if (url)
		cmark_node_set_title(node, url);
}

static void untame_node(const struct markdown_taming *t, cmark_node *node,
			struct strbuf *scratch)
{
	cmark_node_type type = cmark_node_get_type(node);
	const char *text;

	if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
		untame_link(t, node, scratch);
		return;
	}
	text = untamed(t, cmark_node_get_literal(node), scratch);
	if (text)
		cmark_node_set_literal(node, text);
	if (type != CMARK_NODE_CODE_BLOCK)
		return;
	text = untamed(t, cmark_node_get_fence_info(node), scratch);
	if (text)
		cmark_node_set_fence_info(node, text);
}

void markdown_tame_end(struct markdown_taming *t, struct markdown_tree *tree)
{
	struct markdown_step step = { tree->root, true };
	AUTO(strbuf) scratch = STRBUF_INIT;

	if (t->open_comment && (!tree->open_comment ||
				t->open_comment < tree->open_comment))
		tree->open_comment = t->open_comment;
	if (!t->mark)
		return;
	for (; step.node; step = markdown_step(step, tree->root))
		if (step.entering)
			untame_node(t, step.node, &scratch);
}
