/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_MARKDOWN_RENDERER_H
#define CORE_TEXT_MARKDOWN_RENDERER_H

#include "core/base/strset.h"
#include "core/text/markdown.h"
#include "core/text/markdown_tree.h"

/* What the files that render Markdown share; nobody else includes this. */
struct renderer {
	struct html html;
	const struct markdown_options *options;
	cmark_node *root;
	struct strset ids;	/* that were given so far */
	struct strset all_ids;	/* that will be */
	bool has_all_ids;	/* they were looked for */
	struct strbuf scratch;
	size_t depth;		/* of the node, from the root */
	size_t in_link;
	size_t tables, footnotes, column;
	int levels[6];		/* of the headings that lead here, as written */
	size_t nlevels;
	const uint8_t *alignments;
	size_t columns;
	bool in_body;		/* of a table */
	bool has_contents;	/* a {{TOC}} was written */
	cmark_node *run_end;	/* of the text that was written last, or NULL */
};

/* An id for these words that is not among `ids` yet, and is from now on; NULL:
 * none are wanted.  It is in the scratch buffer. */
const char *markdown_unique_id(struct renderer *r, struct strset *ids,
			       struct str words);

void markdown_begin_link(struct renderer *r, const char *url,
			 const char *title);

/* An address that is to be linked to, in `scratch`; false: there is none. */
bool markdown_resolve(struct renderer *r, const char *url);

/* markdown_img.c: the size that an author gave an image; 0: none. */
struct markdown_size {
	unsigned width, height;	/* pixels */
	unsigned percent;	/* of the width of the text, in place of these */
};

/* An image of the tree; and one of those that were not, as the options have it.
 * `wanted` may be NULL. */
void markdown_add_image(struct renderer *r, cmark_node *node);
void markdown_draw_image(struct renderer *r, const char *url, const char *alt,
			 const struct markdown_size *wanted);
/* One that is shown, whose address is in `scratch`. */
void markdown_show_image(struct renderer *r, const char *alt,
			 struct markdown_image image,
			 const struct markdown_size *wanted);

/* markdown_raw.c: what raw HTML says, as text, its images and, of a block, its
 * links: of their tags the address, the text and the size, and of others
 * nothing. */
void markdown_add_raw_block(struct renderer *r, struct str html);
void markdown_add_raw_inline(struct renderer *r, struct str html);

/* markdown_tables.c: what the extensions added; true: something was opened. */
bool markdown_enter_extension(struct renderer *r, cmark_node *node);
void markdown_leave_extension(struct renderer *r, cmark_node *node);

/* markdown_marks.c: will a heading or a footnote of this text have the id? */
bool markdown_has_id(struct renderer *r, struct str id);

/* A paragraph that is "{{TOC}}" or "+++"; true: it is
 * written. */
bool markdown_add_mark(struct renderer *r, cmark_node *paragraph);

/*
 * markdown_wiki.c: a text and those behind it, with the [[links]] in them.
 * cmark makes several texts of one with brackets; when it comes to the others,
 * they are written already.
 */
void markdown_add_run(struct renderer *r, cmark_node *text);

#endif
