/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_FILES_H
#define EXPORTERS_SITE_SEARCH_FILES_H

#include "core/model/section.h"
#include "exporters/site/search_index.h"

/*
 * The files that search loads: what is found, the words it is found by
 * (search_index.h), and which files there are.
 *
 * What is found are parts of documents, as in the terminal: entries, and what
 * stands under one heading of a note.  What they say is in search/dNUMBER.js, a
 * few kilobytes each:
 *
 *	hectoSearch("dNUMBER",[[URL, date, title, headings, text…],…]);
 *
 * where each text is what stands under one label of an entry: a phrase stands
 * within one of them.  search/index.js is
 *
 *	hectoSearch("index",{"version":…,"documents":…,"chunks":…,"shards":…});
 *
 * with how many documents each of those has, as numbers of search_index.h, and
 * the keys of the shards.  `version` is put behind the addresses of all others,
 * so that a browser never mixes those of two sites.
 */
struct search_text {
	struct str headings;	/* the way to it, one a line; not of an entry */
	struct strbuf texts[SECTION_COUNT];	/* passages, one a line */
};

struct search_files {
	struct export_out *out;
	struct search_index index;
	struct strbuf chunk, records;	/* a file, and what goes into it */
	struct strbuf counts;		/* of documents in each chunk */
	size_t nchunks, in_chunk, documents;
};

void search_files_init(struct search_files *f, struct export_out *out);
void search_files_release(struct search_files *f);

/* Add what is found at `url`; `text` NULL: nothing but its title. */
int search_files_add(struct search_files *f, const char *url, int day,
		     const char *title, const struct search_text *text,
		     struct error *err) MUST_CHECK;

/* Write what is left, the words, and the list of it all. */
int search_files_end(struct search_files *f, struct error *err) MUST_CHECK;

#endif
