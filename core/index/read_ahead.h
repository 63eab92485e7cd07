/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_READ_AHEAD_H
#define CORE_INDEX_READ_AHEAD_H

#include "core/index/document_rows.h"
#include "core/index/refresh.h"

/*
 * The documents of a refresh, one after the other in the order of its changes.
 * To read and parse many takes about as long as to write them, so where there
 * is a second processor a thread of its own reads ahead of the writer: a few
 * documents, and no more bytes of them than READ_AHEAD_BYTES, unless it is a
 * single one.  A few files are read by the caller itself.
 *
 * While there is that thread, it alone parses Markdown (cmark-gfm has a state
 * of its own) and looks for topics (a catalogue has its scratch in it), and the
 * caller alone uses the database.  What is read, and its order, is the same
 * without it.
 */
#define READ_AHEAD_BYTES ((size_t)256 * 1024)

/* How much of a document is wanted. */
enum read_depth {
	READ_NAMES,	/* what names_put asks for, and the sum of the file */
	READ_ROWS,	/* all that is written of it */
};

struct document_read {
	const struct change *change;
	struct document_rows rows;
	struct arena mem;	/* the caller may take of it as well */
	struct strbuf bytes;	/* of the file */
};

/* `topics` may be NULL, and are not to be used by anybody else until the end.
 * Neither is `r` to be changed, nor what its changes point to. */
struct read_ahead *read_ahead_begin(const struct refresh *r,
				    enum read_depth depth,
				    struct topic_catalogue *topics);

/* The next document, good until the next call; NULL: there are no more. */
struct document_read *read_ahead_next(struct read_ahead *a);

/* At any time, not only behind the last document; the thread has ended when
 * this returns. */
void read_ahead_end(struct read_ahead *a);

#endif
