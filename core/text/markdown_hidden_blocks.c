/* SPDX-License-Identifier: MIT */
/* Elements of blocks that no browser shows: "<div hidden>", empty lines, "</div>". */
#include "core/base/ascii.h"
#include "core/base/attributes.h"
#include "core/text/markdown_html.h"
#include "core/text/markdown_tree.h"

/* So many that nobody closes are looked after; behind them, others hide all that
 * follows, for each is looked for to the end of the text. */
#define OPEN_MOST 64

struct hider {
	struct markdown_tree *tree;
	bool open_hides;
	unsigned open;		/* of those that nobody closes */
};

/* An element that is hidden and not closed where it begins. */
struct opener {
	struct str name;
	bool is_spoken;		/* if nobody closes it */
	size_t open;		/* elements of its name that are, with it */
};

/* What of a node are tags of elements: of a tag it is that, and of a block all,
 * but for a script or code at its front. */
static struct str elements_of(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	struct str html = markdown_html_of(node);
	enum html_opener opener;

	if (type == CMARK_NODE_HTML_INLINE)
		return html;
	if (type != CMARK_NODE_HTML_BLOCK)
		return STR("");
	opener = html_opener_at(str_trim_left(html));
	return opener <= OPENER_COMMENT ||
			       (opener == OPENER_VERBATIM &&
				html_skip_verbatim(&html)) ?
		       html : STR("");
}

/* "<div hidden> is shown by no browser" speaks of it. */
static bool is_spoken_of(struct str tag, struct str behind)
{
	return markdown_tag_reads_as_text(tag) && behind.len > 1 &&
	       behind.s[0] == ' ' && ascii_is_letter(behind.s[1]);
}

/* If nobody closes it, does it hide what follows its block? */
static bool goes_on(const struct opener *o)
{
	return !o->is_spoken && !html_ends_itself(o->name);
}

/* In a block of HTML the first that is left open and hides what follows, else
 * one that may be closed by somebody. */
static bool find_in_block(struct opener *out, struct str html)
{
	bool found = false;
	struct str tag;
	size_t open;

	for (int i = 0; i < OPEN_MOST && !(found && goes_on(out)); i++) {
		tag = html_find_open_hidden(html, &html, &open);
		if (!tag.len)
			break;
		found = true;
		*out = (struct opener){ html_tag_name(tag),
					is_spoken_of(tag, html), open };
	}
	return found;
}

/* Within a line, one that ends the paragraph: browsers go on behind that. */
static bool find_in_line(struct opener *out, struct str html)
{
	struct str name = html_tag_name(html);

	if (!html_is_hidden(html) || !html_is_block_name(name))
		return false;
	*out = (struct opener){ name, true, 1 };
	return true;
}

static bool find_opener(struct opener *out, const struct hider *h,
			cmark_node *node)
{
	if (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE)
		return h->open < OPEN_MOST &&
		       find_in_line(out, markdown_html_of(node));
	return find_in_block(out, elements_of(node));
}

/* The node in which the element ends that `from` leaves open; NULL: none.  What
 * stands there behind its end is in `rest`. */
static cmark_node *find_end(const struct hider *h, cmark_node *from,
			    const struct opener *of, struct str *rest)
{
	struct markdown_step step = { from, false };
	size_t open = of->open;

	while ((step = markdown_step(step, h->tree->root)).node) {
		if (!step.entering)
			continue;
		*rest = elements_of(step.node);
		if (rest->len && html_skip_element(rest, of->name, &open))
			return step.node;
	}
	return NULL;
}

/* Does one that nobody closes hide all behind it?  Who tells where the text is
 * read in any case is told of it, as of a comment. */
static bool hides_to_end(struct hider *h, cmark_node *node,
			 const struct opener *o)
{
	int line = cmark_node_get_start_line(node);

	if (h->open++ >= OPEN_MOST)
		return true;
	if (!goes_on(o))
		return false;
	if (!h->open_hides && line > 0 &&
	    (!h->tree->open_comment || (unsigned)line < h->tree->open_comment))
		h->tree->open_comment = (unsigned)line;
	return h->open_hides;
}

/* What stands behind the end is shown, on its line. */
static void keep_behind(cmark_node *node, struct str rest)
{
	struct str html = markdown_html_of(node);
	AUTO(strbuf) kept = STRBUF_INIT;

	for (const char *s = html.s; s < rest.s; s++)
		if (*s == '\n')
			strbuf_addch(&kept, '\n');
	strbuf_addslice(&kept, rest);
	cmark_node_set_literal(node, kept.buf);
}

/* All behind `from` and before `end`, or to the end of the text. */
static void take_out_between(struct markdown_tree *tree, cmark_node *from,
			     const cmark_node *end)
{
	struct markdown_step step = markdown_step(
		(struct markdown_step){ from, false }, tree->root);
	size_t depth = 0;

	while (step.node && step.node != end) {
		struct markdown_step next = markdown_step(step, tree->root);

		if (step.entering)
			depth++;
		else if (depth && depth--)
			markdown_take_out(tree, step.node);
		step = next;
	}
}

/* Where to go on. */
static struct markdown_step hide(struct hider *h, cmark_node *node,
				 cmark_node *end, struct str rest)
{
	struct markdown_step next = { end, true };

	take_out_between(h->tree, node, end);
	if (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE) {
		next = markdown_step((struct markdown_step){ node, false },
				     h->tree->root);
		markdown_take_out(h->tree, node);
	}
	if (!end)
		return next;
	if (cmark_node_get_type(end) == CMARK_NODE_HTML_BLOCK) {
		keep_behind(end, rest);
		return (struct markdown_step){ end, true };
	}
	next = markdown_step((struct markdown_step){ end, false },
			     h->tree->root);
	markdown_take_out(h->tree, end);
	return next;
}

void markdown_hide_blocks(struct markdown_tree *tree, bool open_hides)
{
	struct hider h = { .tree = tree, .open_hides = open_hides };
	struct markdown_step step = { tree->root, true };

	while (step.node) {
		struct opener opener;
		struct str rest = STR_NONE;
		cmark_node *end;

		if (step.entering && find_opener(&opener, &h, step.node)) {
			end = find_end(&h, step.node, &opener, &rest);
			if (end || hides_to_end(&h, step.node, &opener)) {
				step = hide(&h, step.node, end, rest);
				continue;
			}
		}
		step = markdown_step(step, tree->root);
	}
}
