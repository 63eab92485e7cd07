/* SPDX-License-Identifier: MIT */
/*
 * Rendering the marks that writing programs put on a line of their own:
 * "{{TOC}}" is a table of contents (MultiMarkdown), "+++" begins a new page
 * when it is printed (iA Writer).
 */
#include "core/text/markdown_renderer.h"

#define CONTENTS_DEPTH 3	/* deeper ones are not set off any more */

/* Where the headings behind the mark stand in the text. */
struct contents {
	struct strset ids;
	cmark_node *root;
	bool is_behind;
	int levels[6];
	size_t nlevels;
};

static bool is_lone_text(cmark_node *paragraph, struct str wanted)
{
	AUTO(strbuf) text = STRBUF_INIT;
	cmark_node *above = cmark_node_parent(paragraph);

	if (!above || cmark_node_get_type(above) != CMARK_NODE_DOCUMENT)
		return false;
	markdown_add_text(&text, paragraph);
	return str_eq_nocase(str_trim(strbuf_slice(&text)), wanted);
}

static size_t depth_of(struct contents *c, int level)
{
	while (c->nlevels && c->levels[c->nlevels - 1] >= level)
		c->nlevels--;
	c->levels[c->nlevels++] = level;
	return c->nlevels > CONTENTS_DEPTH ? CONTENTS_DEPTH : c->nlevels;
}

static void add_line(struct renderer *r, struct contents *c,
		     cmark_node *heading)
{
	static const char *const classes[] = { "d1", "d2", "d3" };
	AUTO(strbuf) words = STRBUF_INIT;
	AUTO(strbuf) href = STRBUF_INIT;
	size_t depth;

	markdown_add_text(&words, heading);
	strbuf_addch(&href, '#');
	strbuf_addstr(&href, markdown_unique_id(r, &c->ids,
						strbuf_slice(&words)));
	if (!c->is_behind)
		return;
	depth = depth_of(c, cmark_node_get_heading_level(heading));
	html_begin(&r->html, "li", "class", classes[depth - 1], NULL);
	html_element(&r->html, "a", words.len ? words.buf : "…", "href",
		     href.buf, NULL);
	html_end(&r->html);
}

/* Every heading, so that each is given the id it will have. */
static void add_lines(struct renderer *r, struct contents *c,
		      cmark_node *mark)
{
	struct markdown_step step = { c->root, true };

	for (; step.node; step = markdown_step(step, c->root)) {
		if (step.node == mark)
			c->is_behind = true;
		if (step.entering &&
		    cmark_node_get_type(step.node) == CMARK_NODE_HEADING)
			add_line(r, c, step.node);
	}
}

static bool has_headings(cmark_node *mark)
{
	for (cmark_node *n = mark; n; n = cmark_node_next(n))
		if (cmark_node_get_type(n) == CMARK_NODE_HEADING)
			return true;
	return false;
}

static void add_contents(struct renderer *r, cmark_node *mark)
{
	struct contents c = {
		.ids = STRSET_INIT,
		.root = cmark_node_parent(mark),
	};

	if (!has_headings(mark))
		return;
	html_begin(&r->html, "nav", "class", "toc", "aria-label", "Contents",
		   NULL);
	html_begin(&r->html, "details", "open", "", NULL);
	html_element(&r->html, "summary", "Contents", NULL);
	html_begin(&r->html, "ul", NULL);
	add_lines(r, &c, mark);
	html_end(&r->html);
	html_end(&r->html);
	html_end(&r->html);
	html_text(&r->html, "\n");
	strset_release(&c.ids);
}

static void find_ids(struct renderer *r)
{
	struct markdown_step step = { r->root, true };

	for (; step.node; step = markdown_step(step, r->root)) {
		AUTO(strbuf) words = STRBUF_INIT;

		if (!step.entering ||
		    cmark_node_get_type(step.node) != CMARK_NODE_HEADING)
			continue;
		markdown_add_text(&words, step.node);
		markdown_unique_id(r, &r->all_ids, strbuf_slice(&words));
	}
}

bool markdown_has_id(struct renderer *r, struct str id)
{
	size_t unused;

	if (!r->has_all_ids && r->root)
		find_ids(r);
	r->has_all_ids = true;
	return strset_get(&r->all_ids, id, &unused);
}

bool markdown_add_mark(struct renderer *r, cmark_node *paragraph)
{
	if (is_lone_text(paragraph, STR("+++"))) {
		html_void(&r->html, "hr", "class", "page", NULL);
		html_text(&r->html, "\n");
		return true;
	}
	if (!r->options->id_prefix ||
	    !is_lone_text(paragraph, STR("{{TOC}}")))
		return false;
	/* A second one would say the same. */
	if (!r->has_contents)
		add_contents(r, paragraph);
	r->has_contents = true;
	return true;
}
