/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_MARKDOWN_TAMING_H
#define CORE_TEXT_MARKDOWN_TAMING_H

#include "core/text/markdown_tree.h"

/*
 * Keeping cmark from taking text for HTML: a "<" that is none becomes a byte
 * which the text does not have, so that nothing else of the text moves, and
 * what the tree says has the "<" again.  markdown_tree.c alone includes this.
 */
struct markdown_taming {
	struct str source, text;	/* `text`: what is to be parsed */
	struct markdown_reading how;
	struct strbuf tamed;	/* a copy, once anything was changed */
	char mark;		/* for "<"; 0: the text has all there are */
	unsigned rounds, open_comment;
	size_t *lines;		/* where each begins; once they were wanted */
	size_t nlines, lines_cap;
	bool has_lines;
};
#define MARKDOWN_TAMING_INIT(s, h)                                           \
	{ .source = (s), .text = (s), .how = (h), .tamed = STRBUF_INIT }
void markdown_taming_release(struct markdown_taming *t);

/* Each "<" but those of comments and addresses: "<https://…>". */
void markdown_tame_all(struct markdown_taming *t);

/* Those of HTML in the tree whose end is missing; true: there were some, so the
 * text is to be parsed once more. */
bool markdown_tame_open(struct markdown_taming *t,
			const struct markdown_tree *tree);

/* Give the tree its "<" back. */
void markdown_tame_end(struct markdown_taming *t, struct markdown_tree *tree);

#endif
