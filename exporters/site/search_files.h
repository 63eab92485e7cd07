/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_FILES_H
#define EXPORTERS_SITE_SEARCH_FILES_H

#include "exporters/site/search_index.h"
#include "exporters/site/search_text.h"
#include "exporters/site/site.h"

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
 *	hectoSearch("index",{"version":…,"documents":…,"size":…,"chunks":…,"shards":…});
 *
 * with how many bytes one that is no topic has on average, how many documents each
 * of the chunks has, as numbers of search_number_add(), and the keys of the shards. `version` is put behind the addresses of all others,
 * so that a browser never mixes those of two sites.
 */
struct search_document {
	const char *url;
	bool is_topic;
	int day;		/* or DAY_NONE */
	const char *title;
	const char *called;	/* as other pages call it; NULL: as its title */
	/* What it says, or whose text is read when a file needs it; both NULL:
	 * there is nothing but the title. */
	const struct search_text *text;
	const struct site_entry *entry;
};

/* A file has what is shown of a few documents: some 3 KB when compressed. */
#define SEARCH_CHUNK_DOCUMENTS 32

struct search_files {
	struct site *site;
	struct search_index index;
	struct search_memory memory;	/* of the words */
	struct search_text text;	/* of the entry in hand */
	struct strbuf chunk;		/* a file */
	/* What goes into the next, but for the texts of entries: of each
	 * document, where its record ends and whose text goes there. */
	struct strbuf records;
	struct {
		size_t end;
		const struct site_entry *entry;
	} pending[SEARCH_CHUNK_DOCUMENTS];
	size_t npending, size;	/* and how long it will be */
	struct sum64 key;	/* of what goes into the next */
	struct sum64 texts;	/* of all files: public ones alone, as the
				   version tells it to everybody */
	struct strbuf counts;	/* of documents in each chunk */
	size_t nchunks, documents;
	size_t parts, part_bytes;	/* of those that are no topics */
};

void search_files_init(struct search_files *f, struct site *s);
void search_files_release(struct search_files *f);

int search_files_add(struct search_files *f, const struct search_document *d,
		     struct error *err) MUST_CHECK;

/* Write what is left of what is found, and begin with the words: nothing can be
 * added any more.  They are written meanwhile if `out` is not NULL, which then
 * is somebody else's until search_files_end(). */
int search_files_count(struct search_files *f, struct export_out *out,
		       struct error *err) MUST_CHECK;

/* Write the words, and the list of it all. */
int search_files_end(struct search_files *f, struct error *err) MUST_CHECK;

/* After that, give what a later run counts the words from, whose numbers are
 * kept under `numbering`: or nothing, if search_index_keep() has it so. */
void search_files_keep(struct search_files *f, struct strbuf *out,
		       uint64_t numbering, bool same_numbers);

#endif
