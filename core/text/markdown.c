/* SPDX-License-Identifier: MIT */
/* Rendering Markdown: cmark's tree, written with html_* and nothing else. */
#include "core/text/markdown.h"

#include <string.h>

#include "core/base/path.h"
#include "core/base/strset.h"
#include "core/text/markdown_renderer.h"

/* Blocks and spans that nest deeper than this are written without tags. */
#define DEPTH_MAX 32

static const struct markdown_options plain_options;

/* "#queues" leads to the heading of this text that has the id, if one has. */
static bool resolve_fragment(struct renderer *r, struct str url)
{
	AUTO(strbuf) id = STRBUF_INIT;

	if (!r->options->id_prefix || url.len < 2)
		return false;
	strbuf_addstr(&id, r->options->id_prefix);
	path_add_slug(&id, str_from(url, 1));
	if (!markdown_has_id(r, strbuf_slice(&id)))
		return false;
	strbuf_reset(&r->scratch);
	strbuf_addch(&r->scratch, '#');
	strbuf_addslice(&r->scratch, strbuf_slice(&id));
	return true;
}

bool markdown_resolve(struct renderer *r, const char *url)
{
	const struct markdown_options *o = r->options;
	struct str given = str_of(url ? url : "");

	strbuf_reset(&r->scratch);
	if (!html_link_is_safe(given))
		return false;
	if (str_starts(given, "#") && (o->id_prefix || !o->resolve))
		return resolve_fragment(r, given);
	if (html_link_scheme(given).s || str_starts(given, "//") ||
	    !o->resolve) {
		strbuf_addslice(&r->scratch, given);
		return given.len > 0;
	}
	return o->resolve(o->arg, given, &r->scratch) &&
	       html_link_is_safe(strbuf_slice(&r->scratch));
}

static bool is_external(const struct renderer *r, const char *url)
{
	if (r->options->own && str_starts(str_of(url), r->options->own))
		return false;
	return strstr(url, "//") == url ||
	       str_starts_nocase(str_of(url), "http");
}

void markdown_begin_link(struct renderer *r, const char *url, const char *title)
{
	html_begin(&r->html, "a", "href", url, "title",
		   title && *title ? title : NULL, "rel",
		   is_external(r, url) ?
			   "external nofollow noopener noreferrer" : NULL, NULL);
}

/*
 * Elements that were opened for a node are closed when it is left.  A link
 * without an address is a <span>, so that there is something to close.
 */
static void enter_link(struct renderer *r, cmark_node *node)
{
	bool nested = r->in_link++ > 0;

	if (nested || !markdown_resolve(r, cmark_node_get_url(node)))
		html_begin(&r->html, "span", NULL);
	else
		markdown_begin_link(r, r->scratch.buf, cmark_node_get_title(node));
	/* Nobody could see it, or be told of it. */
	if (!cmark_node_first_child(node))
		html_text(&r->html, cmark_node_get_url(node));
}

static void leave_link(struct renderer *r)
{
	r->in_link--;
	html_end(&r->html);
}

/* `out` may have a prefix, which all ids of a text have. */
void markdown_add_id(struct strbuf *out, struct strset *taken,
		     struct str heading)
{
	AUTO(strbuf) slug = STRBUF_INIT;
	size_t n = 1, length;

	path_add_slug(&slug, heading);
	strbuf_addslice(out, strbuf_slice(&slug));
	length = out->len;
	strset_get(taken, strbuf_slice(&slug), &n);
	while (!strset_put(taken, strbuf_slice(out), 1)) {
		strbuf_truncate(out, length);
		strbuf_addf(out, "-%zu", ++n);
	}
	strset_put(taken, strbuf_slice(&slug), n);
}

/* "prefix-slug", "prefix-slug-2" …: an id that this text has not used yet. */
const char *markdown_unique_id(struct renderer *r, struct strset *ids,
			       struct str words)
{
	if (!r->options->id_prefix)
		return NULL;
	strbuf_reset(&r->scratch);
	strbuf_addstr(&r->scratch, r->options->id_prefix);
	markdown_add_id(&r->scratch, ids, words);
	return r->scratch.buf;
}

/*
 * A text may begin at "###", or go from "#" to "###".  On a page such gaps are
 * closed up: readers who go by headings take them for missing parts.
 */
static size_t heading_depth(struct renderer *r, int level)
{
	while (r->nlevels && r->levels[r->nlevels - 1] >= level)
		r->nlevels--;
	r->levels[r->nlevels++] = level;
	return r->nlevels;
}

static void begin_heading(struct renderer *r, cmark_node *node)
{
	static const char *const tags[] = { "h1", "h2", "h3",
					    "h4", "h5", "h6" };
	AUTO(strbuf) words = STRBUF_INIT;
	int level = r->options->heading_offset +
		    (int)heading_depth(r, cmark_node_get_heading_level(node));

	level = level < 1 ? 1 : level > 6 ? 6 : level;
	if (r->options->id_prefix)
		markdown_add_text(&words, node);
	html_begin(&r->html, tags[level - 1], "id",
		   markdown_unique_id(r, &r->ids, strbuf_slice(&words)), NULL);
}

static void begin_list(struct renderer *r, cmark_node *node)
{
	char start[16];
	int first = cmark_node_get_list_start(node);

	if (cmark_node_get_list_type(node) != CMARK_ORDERED_LIST) {
		html_begin(&r->html, "ul", NULL);
		return;
	}
	snprintf(start, sizeof(start), "%d", first);
	html_begin(&r->html, "ol", "start", first == 1 ? NULL : start, NULL);
}

static void begin_item(struct renderer *r, cmark_node *node)
{
	bool done = false;

	if (!markdown_node_is_task(node, &done)) {
		html_begin(&r->html, "li", NULL);
		return;
	}
	html_begin(&r->html, "li", "class", "task", NULL);
	html_void(&r->html, "input", "type", "checkbox", "disabled", "",
		  "checked", done ? "" : NULL, "aria-label",
		  done ? "done" : "to do", NULL);
	html_text(&r->html, " ");
}

/* In a tight list, the paragraphs have no tags of their own. */
static bool is_tight(cmark_node *paragraph)
{
	cmark_node *item = cmark_node_parent(paragraph);
	cmark_node *list = item ? cmark_node_parent(item) : NULL;

	return list && cmark_node_get_type(item) == CMARK_NODE_ITEM &&
	       cmark_node_get_type(list) == CMARK_NODE_LIST &&
	       cmark_node_get_list_tight(list);
}

static void add_code_block(struct renderer *r, cmark_node *node)
{
	const char *info = cmark_node_get_fence_info(node);
	struct str rest = str_of(info ? info : ""), word;

	word = str_next_field(&rest, ' ');
	strbuf_reset(&r->scratch);
	strbuf_addstr(&r->scratch, "language-");
	strbuf_addslice(&r->scratch, word);
	html_begin(&r->html, "pre", "tabindex", "0", NULL);
	html_begin(&r->html, "code", "class",
		   word.len ? r->scratch.buf : NULL, NULL);
	html_text(&r->html, cmark_node_get_literal(node));
	html_end(&r->html);
	html_end(&r->html);
	html_text(&r->html, "\n");
}

/* Footnotes are numbered by cmark; only where ids are wanted do they link. */
static void add_footnote_reference(struct renderer *r, cmark_node *node)
{
	AUTO(strbuf) href = STRBUF_INIT;
	const char *number = cmark_node_get_literal(node);
	const char *prefix = r->options->id_prefix;

	html_begin(&r->html, "sup", NULL);
	if (prefix && !r->in_link) {
		strbuf_addf(&href, "#%sfn-%s", prefix, number);
		html_element(&r->html, "a", number, "href", href.buf, NULL);
	} else {
		html_text(&r->html, number);
	}
	html_end(&r->html);
}

static void begin_footnote(struct renderer *r)
{
	AUTO(strbuf) id = STRBUF_INIT;
	const char *prefix = r->options->id_prefix;
	size_t number = ++r->footnotes;

	strbuf_addf(&id, "%sfn-%zu", prefix ? prefix : "", number);
	html_begin(&r->html, "div", "class", "footnote", "id",
		   prefix ? id.buf : NULL, NULL);
	html_begin(&r->html, "sup", NULL);
	html_textf(&r->html, "%zu", number);
	html_end(&r->html);
}

static void add_rule(struct renderer *r)
{
	html_void(&r->html, "hr", NULL);
	html_text(&r->html, "\n");
}

static struct str literal_of(cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);

	return str_of(literal ? literal : "");
}

/* Nodes that hold no others; true: it was one, and it is written. */
static bool add_leaf(struct renderer *r, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	struct html *h = &r->html;

	if (type == CMARK_NODE_TEXT)
		markdown_add_run(r, node);
	else if (type == CMARK_NODE_SOFTBREAK)
		html_text(h, "\n");
	else if (type == CMARK_NODE_LINEBREAK)
		html_void(h, "br", NULL);
	else if (type == CMARK_NODE_CODE)
		html_element(h, "code", cmark_node_get_literal(node), NULL);
	else if (type == CMARK_NODE_HTML_INLINE)
		markdown_add_raw_inline(r, literal_of(node));
	else if (type == CMARK_NODE_IMAGE)
		markdown_add_image(r, node);
	else if (type == CMARK_NODE_CODE_BLOCK)
		add_code_block(r, node);
	else if (type == CMARK_NODE_THEMATIC_BREAK)
		add_rule(r);
	else if (type == CMARK_NODE_FOOTNOTE_REFERENCE)
		add_footnote_reference(r, node);
	else if (type == CMARK_NODE_HTML_BLOCK)
		markdown_add_raw_block(r, literal_of(node));
	else if (type == CMARK_NODE_PARAGRAPH)
		return markdown_add_mark(r, node);
	else
		return type == CMARK_NODE_HEADING &&
		       !cmark_node_first_child(node);
	return true;
}

static void begin_node(struct renderer *r, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (type == CMARK_NODE_PARAGRAPH && !is_tight(node))
		html_begin(&r->html, "p", NULL);
	else if (type == CMARK_NODE_EMPH)
		html_begin(&r->html, "em", NULL);
	else if (type == CMARK_NODE_STRONG)
		html_begin(&r->html, "strong", NULL);
	else if (type == CMARK_NODE_LINK)
		enter_link(r, node);
	else if (type == CMARK_NODE_HEADING)
		begin_heading(r, node);
	else if (type == CMARK_NODE_LIST)
		begin_list(r, node);
	else if (type == CMARK_NODE_ITEM)
		begin_item(r, node);
	else if (type == CMARK_NODE_BLOCK_QUOTE)
		html_begin(&r->html, "blockquote", NULL);
	else if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
		begin_footnote(r);
	else if (type != CMARK_NODE_DOCUMENT && type != CMARK_NODE_PARAGRAPH)
		markdown_enter_extension(r, node);
}

static bool is_block(cmark_node_type type)
{
	return ((unsigned)type & CMARK_NODE_TYPE_MASK) ==
	       CMARK_NODE_TYPE_BLOCK;
}

static void end_node(struct renderer *r, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (type == CMARK_NODE_DOCUMENT ||
	    (type == CMARK_NODE_PARAGRAPH && is_tight(node)))
		return;
	if (type == CMARK_NODE_LINK)
		leave_link(r);
	else if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG ||
		 (is_block(type) && type <= CMARK_NODE_FOOTNOTE_DEFINITION))
		html_end(&r->html);
	else
		markdown_leave_extension(r, node);
	if (is_block(type) && type <= CMARK_NODE_FOOTNOTE_DEFINITION)
		html_text(&r->html, "\n");
}

static void render_tree(struct renderer *r, cmark_node *root)
{
	struct markdown_step step = { root, true };

	for (; step.node; step = markdown_step(step, root)) {
		if (!step.entering) {
			if (--r->depth < DEPTH_MAX)
				end_node(r, step.node);
			continue;
		}
		if (add_leaf(r, step.node)) {
			/* Its children, if any, are written with it. */
			step.entering = false;
			continue;
		}
		if (r->depth++ < DEPTH_MAX)
			begin_node(r, step.node);
	}
}

static void render_refused(struct html *h, struct str source, const char *why)
{
	html_begin(h, "p", "class", "refused", NULL);
	html_textf(h, "Shown as it is written: %s.", why);
	html_end(h);
	html_begin(h, "pre", "tabindex", "0", NULL);
	html_slice(h, source);
	html_end(h);
	html_text(h, "\n");
}

struct safe_html markdown_render(struct str source,
				 const struct markdown_options *options,
				 struct strbuf *into)
{
	struct renderer r = {
		.html = { .out = into },
		.options = options ? options : &plain_options,
		.ids = STRSET_INIT,
		.all_ids = STRSET_INIT,
		.scratch = STRBUF_INIT,
	};
	struct markdown_tree tree;
	size_t before = into->len;

	markdown_tree_parse(&tree, source, (struct markdown_reading){
		.plain = r.options->plain, .open_hides = true });
	r.root = tree.root;
	if (tree.root) {
		markdown_link_anchors(&tree);
		render_tree(&r, tree.root);
	}
	else
		render_refused(&r.html, source, tree.refused);
	markdown_tree_release(&tree);
	strset_release(&r.ids);
	strset_release(&r.all_ids);
	strbuf_release(&r.scratch);
	return (struct safe_html){ into->buf + before, into->len - before };
}
