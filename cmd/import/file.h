/* SPDX-License-Identifier: MIT */
#ifndef CMD_IMPORT_FILE_H
#define CMD_IMPORT_FILE_H

#include "cmd/import/record.h"
#include "core/base/strset.h"
#include "core/journal.h"
#include "importers/importer.h"

/* What becomes of an entry or a document that is brought in. */
enum import_fate {
	IMPORT_NEW,
	IMPORT_KNOWN,		/* it is here already */
	IMPORT_UPDATED,		/* changed in the file, and not here */
	IMPORT_DATED,		/* had no date here, and has one now */
	IMPORT_EDITED,		/* changed here, and not in the file: kept */
	IMPORT_CONFLICT,	/* changed in both: kept as it is here */
	IMPORT_FATES,
};

const char *import_fate_name(enum import_fate fate);	/* "new" … */

struct imported_entry {
	struct entry entry;
	enum import_fate fate;
	bool respaced;		/* known, but for the blank lines at its end
				   or for the folder of its images */
	const char *path;	/* in the journal */
	const char *old_path;	/* that it leaves, or NULL */
};

struct imported_document {
	const char *folder;
	struct str text;
	struct sha256_hex digest;
	enum import_fate fate;
	const char *path;
};

struct skipped_line {
	unsigned line;
	struct str text;
	const char *why;
	bool kept;		/* it was taken, and is to be looked at */
};

/* One file, read by its importer and, later, compared with the journal. */
struct import_file {
	const char *name;		/* as it was given, or beneath that */
	const char *path;		/* a safe one, beneath what was named */
	const char *base;		/* the same as one name, for a log */
	const struct importer *importer;	/* NULL: nobody's */
	const char *why;		/* it was left out, or NULL */
	size_t source;			/* the same for all of a folder */
	bool of_set;			/* read together with its neighbours */
	bool shown;			/* an image that entries of others show */
	bool recoded;			/* it was UTF-16, and `bytes` are UTF-8 */
	struct str bytes;		/* the source's */
	int first_day, last_day;	/* as in struct foreign_file */
	int own_day;			/* the first by who wrote the last */
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

/* All files of an import. */
struct import_list {
	struct import_file *files;
	size_t count, cap;
	struct import_record record;
};

/* A new file at the end of the list, nothing read yet. */
struct import_file *import_list_add(struct import_list *list);
void import_list_drop(struct import_list *list, size_t i);
void import_list_release(struct import_list *list);

/* Run an importer over one file; what it finds is then in `f`. */
int import_file_run(struct import_file *f, const struct importer *importer,
		    const struct import_options *options, struct error *err)
	MUST_CHECK;

/* Keep a file whole, in a folder of the journal, for the log that shows it and
 * its importer. */
void import_file_keep(struct import_file *f, const struct importer *importer,
		      const char *folder);

/*
 * Run an importer of folders over files that belong together; files[i] gets
 * what comes from foreign[i].  What it never spoke of gets a `why`.
 */
int import_set_run(struct import_file *files,
		   const struct foreign_file *foreign, size_t count,
		   const struct importer *importer,
		   const struct import_options *options, struct error *err)
	MUST_CHECK;

/* import_name.c: a path that may stand in a journal, and one name for it. */
const char *import_safe_path(struct arena *mem, struct str path);
const char *import_safe_base(struct arena *mem, struct str safe_path);

/*
 * import_read.c: append the files of a source to the list, each read by the
 * importer that suits it, or by `as`.
 */
struct import_source;
int import_read(struct import_list *list, struct import_source *source,
		const char *as, const struct import_options *options,
		struct error *err) MUST_CHECK;

/*
 * Find out what is new in the files, and give that a place: `log` and `id` of
 * each entry, the path of each document, the frame of each log.  Nothing is
 * written.  `journal` NULL: there is none, and all is new.
 */
int import_merge(struct import_list *list, struct journal *journal,
		 struct error *err) MUST_CHECK;

/* Put what is new or changed into the journal's batch. */
int import_put(struct import_list *list, struct journal *j, bool *anything,
	       struct error *err) MUST_CHECK;

#endif
