/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_WRITE_H
#define CORE_INDEX_WRITE_H

#include "core/index/database.h"
#include "core/index/document_rows.h"
#include "core/index/part_sizes.h"
#include "core/index/spans.h"
#include "core/index/topic_sums.h"

/* What is kept of several rows together, and has to be brought up to date when
 * those that changed have been written. */
struct tally {
	struct topic_sums topics;
	struct spans spans;
	struct part_sizes sizes;
};

#define TALLY_INIT { TOPIC_SUMS_INIT, SPANS_INIT, PART_SIZES_INIT }

void tally_release(struct tally *t);
int tally_write(struct tally *t, struct index *ix) MUST_CHECK;

/* The rows of documents into the index, within a transaction. */
struct writer {
	struct index *ix;
	struct tally *tally;
	int64_t last_document, last_part;  /* ids given so far */
};

int writer_init(struct writer *w, struct index *ix, struct tally *tally)
	MUST_CHECK;

/* `mem`: for what is needed meanwhile. */
int writer_add(struct writer *w, const struct document_rows *rows,
	       struct arena *mem) MUST_CHECK;

/* The links of the document that was added last, and its names (links.c). */
int links_put(struct writer *w, const struct document_rows *rows,
	      int64_t first_part, struct arena *mem) MUST_CHECK;

/* What has to be known of a document to remove it. */
struct old_document {
	int64_t id, first_part, parts;
	struct str days, tags;
	int day;
};

/* 1: found; 0: there is none; -1. */
int old_document_find(struct index *ix, const char *path, struct arena *mem,
		      struct old_document *out);
int old_document_remove(struct index *ix, const struct old_document *old,
			struct tally *tally) MUST_CHECK;

#endif
