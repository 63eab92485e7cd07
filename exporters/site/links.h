/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_LINKS_H
#define EXPORTERS_SITE_LINKS_H

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"
#include "core/base/strset.h"
#include "core/text/markdown.h"
#include "exporters/site/files.h"
#include "exporters/site/view.h"

/*
 * Where things are on the site.  Names of files are made of [a-z0-9-], so that
 * they need no escaping and differ on file systems without case; links between
 * pages are relative, so that the site works in any folder and from a disk.
 */

/* "2022-07-04.html" for an id; unique among `taken`. */
bool site_is_ascii(struct str text);
const char *site_file_name(struct strset *taken, struct str id,
			   struct arena *mem);

struct href {
	char s[320];
};

/* "../days/2022-07-04.html#learned"; folder and anchor may be NULL, and an
 * anchor that has no room is left out. */
struct href site_href(const char *up, const char *folder, const char *file,
		      const char *anchor);

/* The anchor of a section on the page of its day: "learned". */
const char *site_anchor(enum section s);

/*
 * What links of a journal may name, found when the first one is looked up: most
 * journals have no links between their files.
 */
struct site_targets *site_targets_new(void);
void site_targets_free(struct site_targets *t);		/* NULL is fine */

/* The number of the document at a path of the journal, or that a link in the
 * text at `from` leads to; false: there is none that is public. */
bool site_find_path(const struct site_view *v, const char *path,
		    size_t *number);
bool site_find_linked(const struct site_view *v, const char *from,
		      const struct link *l, size_t *number);

/* The log that an entry came with, for the links in it that lead to places of
 * that, "#day-3"; 0: none, or it has no links. */
size_t site_log_of(const struct site_view *v, const struct site_entry *e);

/* The entry that a link of an entry leads to, where that is a day of the same
 * `log`, which is site_log_of(), or a file that stood beside it and became one. */
bool site_find_day(const struct site_view *v, size_t log, struct str beside,
		   struct str url, size_t *entry);

/*
 * Links in the text of one document: those to other documents of the journal
 * lead to their pages, those to files that are copied to their copies, and
 * those to anything else in it are left out.
 */
struct site_resolver {
	const struct site_view *view;
	const char *up;		/* from the page to the root: "../" */
	const char *dir;	/* of the document in the journal */
	struct site_files *files;	/* that may be copied; or NULL */
	struct str beside;	/* where its links lead that lead nowhere from
				   `dir`; .len 0: they do not */
	size_t log;		/* of an entry, site_log_of() */
};
bool site_resolve(void *resolver, struct str url, struct strbuf *out);

/* What stands for an image: its copy, a link, or what it is called. */
struct markdown_image site_image(void *resolver, struct str url,
				 struct strbuf *out);

/* The same for [[Note#Heading]]: by any public name of a public document. */
bool site_resolve_wiki(void *resolver, struct str name, struct strbuf *out);

#endif
