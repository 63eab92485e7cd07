/* SPDX-License-Identifier: MIT */
#ifndef CMD_IMPORT_FILE_H
#define CMD_IMPORT_FILE_H

#include "core/base/strset.h"
#include "core/journal.h"
#include "importers/importer.h"

/* What becomes of an entry or a document that is brought in. */
enum import_fate {
	IMPORT_NEW,
	IMPORT_KNOWN,		/* it is here already */
	IMPORT_UPDATED,		/* changed in the file, and not here */
	IMPORT_EDITED,		/* changed here, and not in the file: kept */
	IMPORT_CONFLICT,	/* changed in both: kept as it is here */
	IMPORT_FATES,
};

const char *import_fate_name(enum import_fate fate);	/* "new" … */

struct imported_entry {
	struct entry entry;
	enum import_fate fate;
	bool respaced;		/* known, but for the blank lines at its end */
	const char *path;	/* in the journal */
};

struct imported_document {
	const char *folder;
	struct str text;
	enum import_fate fate;
	const char *path;
};

struct skipped_line {
	unsigned line;
	struct str text;
	const char *why;
};

/* One file, read by its importer and, later, compared with the journal. */
struct import_file {
	const char *name;		/* as it was given */
	const char *base;		/* a safe name for it */
	const struct importer *importer;
	struct strbuf bytes;
	struct arena mem;

	struct str preamble;
	struct imported_entry *entries;
	size_t nentries, entries_cap;
	struct imported_document *documents;
	size_t ndocuments, documents_cap;
	struct skipped_line *skipped;
	size_t nskipped, skipped_cap;

	struct journal_log log;		/* its frame, when it is merged */
	bool log_changed;
	size_t gone;			/* entries here that it has no more */
};

/* Read the file, find its importer (`as` names one) and run it. */
int import_file_read(struct import_file *f, const char *name, const char *as,
		     const struct import_options *options, struct error *err)
	MUST_CHECK;
void import_file_release(struct import_file *f);

/*
 * Find out what is new in it, and give that a place: `log` and `id` of each
 * entry, the path of each document, the frame of the log.  Nothing is written.
 * `journal` NULL: there is none, and all is new.  `names`: the logs of files
 * merged before.
 */
int import_merge(struct import_file *f, struct journal *journal,
		 struct strset *names, struct error *err) MUST_CHECK;

/* Put what is new or changed into the journal's batch. */
int import_put(struct import_file *f, struct journal *j, bool *anything,
	       struct error *err) MUST_CHECK;

#endif
