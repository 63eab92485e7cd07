/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_LINK_NAMES_H
#define CORE_MODEL_LINK_NAMES_H

#include "core/base/alloc.h"
#include "core/base/strset.h"
#include "core/model/link.h"

/*
 * Where links between the files of a journal lead.  A [[link]] names a document
 * as vaults do, and the first of these that there is counts: its path with or
 * without suffix, from the top, from the folder of the link or from any folder
 * on the way; the name of its file; its title; an alias of its front matter
 * (aliases, alias, id); the 12 to 14 digits that the name of its file begins
 * with.  Case and accents make no difference, and "#heading" must be one of the
 * document's.  What two documents are called is ambiguous, unless one of them
 * is in the folder of the link.
 */
struct link_document {
	const char *path;
	const char *title;	/* or NULL */
	const char *const *aliases;
	size_t naliases;
	const char *const *headings;	/* in order */
	size_t nheadings;
	bool is_entry;		/* its headings are no titles */
};

#define LINK_CANDIDATES 6

/* Documents of one name; more than there is room for are only counted. */
struct link_name {
	size_t documents[LINK_CANDIDATES];
	size_t count;
};

struct link_names {
	struct link_document *documents;	/* in the order they were added */
	size_t count, cap;
	struct link_name *names;
	size_t nnames, names_cap;
	struct strset keys;	/* a name, by its kind and folded text */
	struct strset paths;	/* of all files, and "/" with folded names */
	struct strset headings;	/* "7#folded heading" of the seventh one */
	bool *headed;		/* their headings are in there */
};
#define LINK_NAMES_INIT { NULL, 0, 0, NULL, 0, 0, STRSET_INIT, STRSET_INIT, \
			  STRSET_INIT, NULL }
void link_names_release(struct link_names *n);

/* What it points to is borrowed until the release. */
void link_names_add(struct link_names *n, const struct link_document *doc);

/* Any file that there is, also one that is no document. */
void link_names_add_path(struct link_names *n, struct str path);

/* What `aliases`, `alias` and `id` of a file's front matter say. */
const char *const *link_aliases(struct str file, struct arena *mem,
				size_t *count);

enum link_end {
	LINK_NOWHERE,		/* there is nothing of that name or path */
	LINK_TO_DOCUMENT,
	LINK_TO_FILE,		/* one of link_names_add_path */
	LINK_AMBIGUOUS,
	LINK_OUTSIDE,		/* an address, or not within the journal */
};

struct link_found {
	enum link_end end;
	size_t document;	/* its number, of LINK_TO_DOCUMENT */
	struct link_name several;	/* of LINK_AMBIGUOUS */
	bool no_heading;	/* the document is there, its heading is not */
};

/* Where [[target]] or [[target#heading]] in the document `from` leads. */
struct link_found link_find_wiki(struct link_names *n, const char *from,
				 struct str target);

/* Where a link of Markdown in `from` leads; headings are not looked at. */
struct link_found link_find_url(const struct link_names *n, const char *from,
				struct str url);

/* Either, as the link is written. */
struct link_found link_find(struct link_names *n, const char *from,
			    const struct link *link);

/* Which heading of a document a link means, whatever its case and marks; the
 * first of those that read alike.  False: it has none of that name. */
bool link_find_heading(struct link_names *n, size_t document,
		       struct str heading, size_t *number);

/* "Note", of "Note#Heading"; and "Heading", the last if there are several. */
struct str link_note_part(struct str target);
struct str link_heading_part(struct str target);

#endif
