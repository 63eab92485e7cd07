/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_MARKDOWN_H
#define CORE_TEXT_MARKDOWN_H

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"
#include "core/base/strset.h"
#include "core/text/html.h"

/*
 * Markdown by cmark-gfm (tables, task lists, strike-through, autolinks,
 * footnotes), never in its unsafe mode.  markdown.c is the only file that
 * includes <cmark-gfm.h>.
 *
 * Debian's cmark-gfm needs exponential or quadratic time and memory for some
 * inputs, and aborts the program when memory runs out.  So every text is
 * screened first (size, container depth, pipes, runs …; markdown_screen.c) and
 * parsed within a capped arena.  A text that is refused is shown as it is
 * written, in <pre>, and indexed line by line.
 */

/* What stands for an image of a text. */
struct markdown_image {
	enum { IMAGE_AS_TEXT, IMAGE_AS_LINK, IMAGE_SHOWN } as;
	int width, height;	/* pixels; 0: not known */
};

struct markdown_options {
	/*
	 * Where a relative link or image of the text leads, or NULL: as it is
	 * written.  Returns false to leave the link out (its text stays).  A
	 * place, "#queues", is asked for only where there are no ids.
	 */
	bool (*resolve)(void *arg, struct str url, struct strbuf *out);
	/*
	 * Where "Note#Heading" of a [[link]] leads, or NULL: these are no
	 * links.  Returns false where it leads nowhere: such a note is shown as
	 * one that is wanted.
	 */
	bool (*resolve_wiki)(void *arg, struct str name, struct strbuf *out);
	/*
	 * What becomes of an image, local or not, and the address for it; or
	 * NULL: a local one is shown where resolve() finds it, a remote one is
	 * linked to.  It is asked of ![[image.png]] as well.
	 */
	struct markdown_image (*image)(void *arg, struct str url,
				       struct strbuf *out);
	/*
	 * Told of each tag of raw HTML that stands for something which is not
	 * shown: what plays or is embedded, an image without an address that
	 * may be asked for.  Or NULL.
	 */
	void (*dropped)(void *arg, struct str tag);
	void *arg;
	bool plain;		/* as of a markdown_reading */
	const char *own;	/* the address of this site, whose links are
				   not to others; or NULL */
	int heading_offset;	/* 1: the highest becomes <h2>; at most <h6>,
				   and no level is skipped */
	const char *id_prefix;	/* before the ids of headings, or NULL: no ids,
				   and no table of contents for {{TOC}} */
};

/*
 * Render a text.  The result borrows from `into`, which is appended to.  Of a
 * block of raw HTML its text, its images and its links are shown, of a script
 * what it says, and of HTML within a line the images; comments, which an end that
 * is missing makes longer, script links and elements that are hidden are left
 * out; remote images become plain links; wide tables get a scroll region.
 */
struct safe_html markdown_render(struct str source,
				 const struct markdown_options *options,
				 struct strbuf *into);

/* Append the id of a heading, "keys" or "keys-2": one that no heading of its
 * text has yet, which `taken` holds, and has from now on. */
void markdown_add_id(struct strbuf *out, struct strset *taken,
		     struct str heading);

/* A block of text as a reader sees it. */
enum markdown_kind {
	MARKDOWN_HEADING,
	MARKDOWN_PARAGRAPH,
	MARKDOWN_ITEM,		/* first paragraph of a list item */
	MARKDOWN_ROW,		/* of a table; cells joined by " | " */
	MARKDOWN_CODE,
	MARKDOWN_HTML,		/* comments, and HTML without text: not for
				   readers */
};

struct markdown_span {
	unsigned from, to;
};

struct markdown_block {
	enum markdown_kind kind;
	unsigned line, last_line;	/* in the source, from 1 */
	int level;		/* heading: 1 … 6; item: depth from 1; else 0 */
	int parent;		/* index of the item it is nested in, or -1 */
	bool header;		/* row: it heads its table */
	enum { TASK_NONE, TASK_OPEN, TASK_DONE } task;
	struct str raw;		/* slice of the source: the whole lines */
	struct str text;	/* without markup; code spans keep `…`; of
				   HTML without tags (markdown_html.h) */
	unsigned *breaks;	/* where in `text` a line of the source ended */
	size_t nbreaks;
	struct markdown_span *code;	/* code spans in `text`, with marks */
	size_t ncode;
	struct markdown_span *cells;	/* of a row: in `text` */
	size_t ncells;
};

/* A link or an image, also one of raw HTML; of a text that was not parsed the
 * bare addresses. */
struct markdown_link {
	struct str url, text;
	unsigned line;
	bool image;
};

struct markdown_blocks {
	struct markdown_block *blocks;
	size_t count;
	struct markdown_link *links;
	size_t nlinks;
	const char *refused;	/* why it was not parsed as Markdown, or NULL */
	unsigned open_comment;	/* the line of the first "<!--" that nobody
				   closes, or 0 */
};

/*
 * How a text is taken.  To cmark, HTML whose end is missing goes on to the end
 * of the text, headings and all: "<?php", "<script>", "<!--".  Here its "<" is
 * a character like any other, and so is each "<" of a text that is no Markdown
 * by its name.
 */
struct markdown_reading {
	bool plain;		/* there is no HTML in it but for comments */
	bool open_hides;	/* what is behind an open "<!--" is a comment */
};

/* Take a text apart, in document order; everything lives in `mem`. */
struct markdown_blocks markdown_blocks(struct str source, struct arena *mem);
struct markdown_blocks markdown_blocks_as(struct str source,
					  struct markdown_reading how,
					  struct arena *mem);

/* Why this text would not be parsed, or NULL; `line` is where.  O(n). */
const char *markdown_screen(struct str source, unsigned *line);

#endif
