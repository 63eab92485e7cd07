/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DOCUMENT_H
#define CORE_MODEL_DOCUMENT_H

#include <stdbool.h>

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/model/entry.h"
#include "core/model/link.h"
#include "core/model/passage_traits.h"
#include "core/model/section.h"

/* A file of a journal, by the folder it is in. */
enum document_kind {
	DOCUMENT_ENTRY,		/* log/ */
	DOCUMENT_NOTE,		/* notes/ */
	DOCUMENT_PLAN,		/* plans/ */
	DOCUMENT_OTHER,		/* not indexed */
};

/* By path and suffix (.md .markdown .txt .org, or none under notes/). */
enum document_kind document_kind(struct str path);

/* Is there HTML in a file of this name?  In Markdown there may be; in .txt,
 * .org and what has no suffix a "<" is a "<". */
bool document_has_html(const char *path);

/* What a passage is. */
enum passage_kind {
	PASSAGE_PARAGRAPH,
	PASSAGE_ITEM,
	PASSAGE_ROW,
	PASSAGE_CODE,
	PASSAGE_HEADING,	/* its own words, so that they are found */
};

/*
 * Of a row that is several passages, since columns of it are sections: a cell,
 * or those together that are of none.  Such a passage has its section from its
 * row, and neither begins nor ends the section that the row stands in.
 */
struct passage_cell {
	struct str raw;		/* as it is written */
	struct str row;		/* of the first one: the text of all */
};

/*
 * What a reader would quote: a paragraph, a list item, a table row, a block of
 * code; with the headings that lead to it, outermost first, and the section of
 * the entry that it is in.  A list item also has its parent items' text, which
 * says what it is about ("SNS" over "regional resilience").
 */
struct passage {
	enum passage_kind kind;
	enum section section;
	unsigned line, last_line;	/* in the document's file, from 1 */
	int part;		/* index into document.parts */
	int parent;		/* index of the parent item's passage, or -1 */
	unsigned traits;	/* enum passage_trait */
	enum plan_section plan;	/* of a note or plan; its headings say so */
	bool has_comment;	/* the lines it is of have one, and its text has
				   "<!--" or "-->" */
	const struct passage_cell *cell;	/* or NULL: it is no part of a row */
	struct str text;	/* without Markdown marks */
	struct str addresses;	/* of its links to the web that the text does
				   not show, parted by blanks; or empty */
};

/*
 * The part of a document under one heading: the unit that is searched.  An
 * entry is one part, whatever headings it has; a note has one for each
 * heading, and one for what stands before the first.
 */
struct part {
	const char **headings;	/* the way to it, outermost first */
	size_t nheadings;
	unsigned line;
	size_t first_passage, npassages;
	unsigned traits;	/* of all its passages, links and images */
};

struct document {
	const char *path;
	enum document_kind kind;
	const char *id;		/* the path without folder and suffix */
	const char *title;	/* see below */
	bool title_is_name;	/* it has none, and is called by its file */
	int day;		/* entry: its first; note: of its front matter */
	bool private;
	struct entry entry;	/* of an entry */
	const char **tags;
	size_t ntags;
	struct part *parts;
	size_t nparts;
	struct passage *passages;
	size_t npassages;
	struct link *links;	/* in the order of the text */
	size_t nlinks;
	const char *const *aliases;	/* other names, for links */
	size_t naliases;
	const char *complaint;	/* what could not be read, with its line; NULL */
	unsigned open_comment;	/* the line of a "<!--" that is not closed, or
				   0: what follows is read, but may have been
				   meant to be hidden */
	bool open_hides;	/* that is left out, as a page leaves it out */
	bool untold;		/* its passages have no traits of their texts */
};

/*
 * The title of an entry is its heading, or made of its day (entry.h).  That of
 * a note or plan is what its front matter says, else its first heading, if that
 * is of the highest level and stands at the top, with no more above it than a
 * few words (an id, a date, tags); else the name of its file with blanks for
 * "-" and "_".  A heading further down, as "Resources", speaks for its part.
 *
 * Read a document of any kind.  Never fails: a text that cannot be parsed is
 * taken line by line, and `complaint` says why.  Everything is in `mem` or
 * borrows from `file`.
 */
void document_parse(struct document *out, const char *path, struct str file,
		    struct arena *mem);

/* The same as a page would show it: without what is behind an open comment. */
void document_parse_shown(struct document *out, const char *path,
			  struct str file, struct arena *mem);

/* The same for who asks what it calls things, in half the time: its title, tags
 * and links.  The passages have no traits of their texts, but for those of a
 * plan, whose sections name services. */
void document_parse_names(struct document *out, const char *path,
			  struct str file, struct arena *mem);

/* The same of an entry whose front matter has been read, in half the time: its
 * passages have no traits, and it has no links.  `body` ends where `file` does,
 * and `path` has to live as long as `out`. */
void document_parse_texts(struct document *out, const char *path,
			  struct str file, struct str body,
			  struct arena *mem);

/* How many lines of a file are above its body: `front` is what stands there.
 * Whoever counts the lines of a body on its own goes on from these. */
unsigned document_lines_above(struct str front);

/* Only what its front matter says: no parts, passages, links; no title. */
void document_parse_head(struct document *out, const char *path,
			 struct str file, struct arena *mem);

#endif
