/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_EXPORTER_H
#define EXPORTERS_EXPORTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"
#include "core/model/left_out.h"
#include "core/model/snapshot.h"

/*
 * An exporter turns a journal into files.  It does not know where they go: a
 * folder, a pipe, or the memory of a test.
 */
struct export_out {
	int (*file)(struct export_out *out, const char *path, struct str bytes,
		    struct error *err);

	/*
	 * May be NULL.  A key stands for all that a file is made of.  True: the
	 * file is there as it was when it was handed over with this key, and
	 * stays; false: hand it over, and the key will be remembered with it.
	 */
	bool (*is_current)(struct export_out *out, const char *path,
			   uint64_t key);

	/*
	 * All may be NULL: then it is for one process alone.  A child begins,
	 * and at its end tells what it has been handed over since; its parent
	 * hears that.
	 */
	void (*begin)(struct export_out *out);
	void (*tell)(struct export_out *out, struct strbuf *report);
	int (*hear)(struct export_out *out, struct str report,
		    struct error *err);

	bool is_new;	/* nothing is there yet: each file will be made */
	bool is_shared;	/* now: several processes hand files over */
};

/* What an exporter wants to be told again when it is run the next time. */
struct export_memory {
	struct str before;	/* empty: nothing */
	struct strbuf after;
	struct str between;	/* the exporter's, until let_go() */
	const struct file_map *between_map;	/* what it is of; or NULL */
	struct strbuf rest_after;	/* one behind the other */
	bool is_added;		/* they go behind `before`, else in its place */
	/* What is smaller, and told anew as a whole; each may be lost.  Nothing
	 * is left to be told the next time if what was before will do. */
	struct str counts_before, answers_before;
	struct strbuf counts, answers;
	void *recalled;		/* by the exporter's recall(), or what it still
				   needs; or NULL */
	/* May be NULL.  What was before is hardly looked at for a while, and
	 * need not be held in memory until it is. */
	void (*rest)(const struct export_memory *memory);
};

/*
 * What an exporter asks of whoever runs it, beyond the snapshot.  It is asked
 * for what is shown only, so that nothing private is ever read or fetched for
 * it.  Each of these may be NULL: then there is no such thing.
 */
struct card;
struct export_host {
	/* Append a file of the journal; more than `limit` bytes is an error.
	 * ERROR_NOT_FOUND: there is none, and there is nothing to say. */
	int (*read)(void *arg, const char *path, size_t limit,
		    struct strbuf *out, struct error *err);
	/* Append what an address of the web gives.  ERROR_NOTHING: not now,
	 * and there is nothing to say. */
	int (*fetch)(void *arg, const char *url, size_t limit,
		     struct strbuf *out, struct error *err);
	/* Append a picture, PNG, of CARD_WIDTH by CARD_HEIGHT pixels. */
	int (*paint)(void *arg, const struct card *card, struct strbuf *out,
		     struct error *err);
	/* What is left out, and why; it is no failure. */
	void (*warn)(void *arg, const char *what);
	void *arg;
};

struct export_options {
	const char *log;	/* only this log, for formats that know logs */
	const struct export_host *host;		/* or NULL */

	/* Where a format that keeps private things back says what those are,
	 * and which secrets made it refuse; or NULL. */
	struct left_out *left_out;
	bool only_left_out;	/* make no files, and do not refuse */
	struct export_memory *memory;	/* or NULL */
	unsigned workers;	/* processes that may be used; 0: this one */
};

struct exporter {
	const char *name;
	const char *summary;
	bool many_files;	/* needs a folder; cannot write to a pipe */
	bool streams;		/* asks for texts one by one, and for topics:
				   snapshot.source */
	bool needs_host;	/* shows more with a host than without */
	bool needs_study;	/* snapshot.studies and .items, too */

	/* May be NULL.  Take apart what is remembered, before run(), which
	 * takes it over, or instead of run().  What is there once all has been
	 * remembered, or if it did not run, is let go again.  It asks
	 * for nothing but its memory, and so may be done in another thread. */
	void (*recall)(struct export_memory *memory);
	void (*let_go)(struct export_memory *memory);
	int (*run)(const struct snapshot *s,
		   const struct export_options *options,
		   struct export_out *out, struct error *err) MUST_CHECK;
};

extern const struct exporter *const exporters[];	/* ends with NULL */

const struct exporter *exporter_by_name(const char *name);

#endif
