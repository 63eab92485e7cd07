/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_WRITE_H
#define CORE_INDEX_WRITE_H

#include "core/index/database.h"
#include "core/index/part_sizes.h"
#include "core/index/spans.h"
#include "core/index/topic_sums.h"
#include "core/model/document.h"
#include "core/model/topic.h"

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

/* Documents into rows and out of them, within a transaction. */
struct writer {
	struct index *ix;
	struct tally *tally;
	struct topic_catalogue *topics;
	int64_t last_document, last_part;  /* ids given so far */
	bool empty;			   /* the entry in hand */
	struct mentions mentions;	   /* reused */
	struct strbuf texts[COLUMN_COUNT]; /* of the part in hand; reused */
	struct strbuf passages, headings, marks, names;
};

int writer_init(struct writer *w, struct index *ix, struct tally *tally)
	MUST_CHECK;
void writer_release(struct writer *w);

/* `sum`: digest_content of the file it was read from. */
int writer_add(struct writer *w, const struct document *doc, uint64_t sum,
	       struct arena *mem) MUST_CHECK;

/* Each on a line of its own, shortened, whatever is in it. */
const char *lines_text(const char *const *lines, size_t count,
		       struct arena *mem);

/* The links of the document that was added last, and its names (links.c). */
int links_put(struct writer *w, const struct document *doc, int64_t first_part,
	      struct arena *mem) MUST_CHECK;

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
