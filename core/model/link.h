/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_LINK_H
#define CORE_MODEL_LINK_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"

/* What a link of a document leads to, by the look of it. */
enum link_kind {
	LINK_WEB,		/* http or https */
	LINK_NOTE,		/* [[a note]] */
	LINK_FILE,		/* a path, or [[file.pdf]] */
	LINK_IMAGE,		/* shown, wherever it is */
	LINK_MAIL,
	LINK_OTHER,		/* another scheme: tel:, ftp: */
	LINK_KIND_COUNT,
};

struct link {
	enum link_kind kind;
	bool wiki;		/* in double brackets */
	unsigned line;		/* of the document's file, from 1 */
	int part, passage;	/* of the document that it is in, or -1 */
	struct str target;	/* as written; of [[ ]] with its heading */
	struct str text;	/* what a reader sees of it; may be empty */
};

/* "web", "note", "file", "image", "mail", "other". */
const char *link_kind_name(enum link_kind kind);

/* By name; false: there is no such kind. */
bool link_kind_parse(enum link_kind *out, const char *name);

/* Of a link of Markdown or HTML, and of one in double brackets. */
enum link_kind link_kind_of_url(struct str url, bool image);
enum link_kind link_kind_of_wiki(struct str target, bool embed);

/* http or https: may it be asked for over the network? */
bool link_is_web(struct str url);

/*
 * Append the path in the journal that a relative link leads to from a folder;
 * "/x" begins at the top.  False, and nothing sensible in `out`: it is an
 * address, a place in the same file, or leads out of the top.
 */
bool link_path(struct strbuf *out, struct str folder, struct str url);

/*
 * Append the folder of the log that a link leads to, if it does, from the
 * folder that the files lie in which stood beside an entry: from
 * "notes/day-1", "../day-2/README.md" was the source of the log
 * "day-2-README.md", and so was "../day-2".
 */
bool link_log_path(struct strbuf *out, struct str folder, struct str url);

/* Append the place in the file that a link names, "keys" of "sqs.md#keys";
 * nothing where it names none. */
void link_add_fragment(struct strbuf *out, struct str url);

#endif
