/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_DOCUMENT_ROWS_H
#define CORE_INDEX_DOCUMENT_ROWS_H

#include "core/index/database.h"
#include "core/index/mentions.h"
#include "core/model/document.h"
#include "core/model/topic.h"

/*
 * What the rows of a document say, as far as that depends on the document and
 * the topics alone: all but the ids.  It asks no database, so it can be made
 * while another document is written (read_ahead.h).
 */
struct part_rows {
	const struct part *part;
	struct str texts[COLUMN_COUNT];	/* of part_fts; empty is NULL there */
	struct str headings;		/* as lines */
	struct str passages;		/* as passages_read reads them */
	struct str marks;		/* as marks_unpack reads them */
	struct topic_marks topics;
	unsigned sections;		/* a bit for each that says something */
	bool only_links;		/* and headings: it says nothing itself */
};

struct document_rows {
	struct document doc;
	uint64_t sum;			/* digest_content of its file */
	struct part_rows *parts;	/* doc.nparts */
	bool empty;			/* an entry that says nothing */
	const char *title;		/* shortened, or NULL */
	const char *summary;
	size_t words;			/* of an entry: word_count.h */
	/* As lines. */
	const char *tags, *days, *numbers, *flags, *aliases, *headings;
};

/* What making them takes along from one document to the next. */
struct rows_maker {
	struct topic_catalogue *topics; /* or NULL: there are none */
	struct mentions mentions;
	struct strbuf texts[COLUMN_COUNT];
	struct strbuf passages, headings, marks;
	struct strbuf columns;	/* a byte for each passage */
};

void rows_maker_init(struct rows_maker *m, struct topic_catalogue *topics);
void rows_maker_release(struct rows_maker *m);

/* Of rows->doc, which is there already; all else is in `mem`. */
void document_rows_make(struct document_rows *rows, struct rows_maker *m,
			struct arena *mem);

#endif
