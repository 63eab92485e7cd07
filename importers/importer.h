/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_IMPORTER_H
#define IMPORTERS_IMPORTER_H

#include <stdbool.h>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/str.h"
#include "core/model/entry.h"

/*
 * A file of what is imported: alone, of a folder, of an archive.  The days are
 * those of its first and last commit (author date) where the folder is a git
 * repository, else DAY_NONE.
 */
struct foreign_file {
	const char *path;	/* relative to what was named; '/' separates */
	struct str bytes;
	int first_day, last_day;
};

/*
 * An importer turns the bytes of foreign files into entries or documents.  It
 * sees no repository, opens no file and prints nothing: it hands what it
 * finds to the sink, which decides whether to store, show, count or forget it.
 */
struct import_sink {
	/* What follows is from this file; for importers of several files, which
	 * call it before anything else of that file. */
	int (*file)(struct import_sink *sink, const struct foreign_file *file,
		    struct error *err);

	/*
	 * What stands before the first entry of a log, byte for byte.  Preamble,
	 * then for each entry heading + line end + body, is the whole input.
	 */
	int (*preamble)(struct import_sink *sink, struct str text,
			struct error *err);

	/* An entry, in file order; id, log and digest are the sink's to fill,
	 * but of an entry that has an id already, from another journal.
	 * Everything in it lives until the importer returns.  Where `matter`
	 * is set, the preamble begins with that. */
	int (*entry)(struct import_sink *sink, const struct entry *e,
		     struct error *err);

	/* A document that is kept whole, and the folder it belongs in ("notes",
	 * "plans"); beneath it, it keeps the path of its file.  What belongs to
	 * a note and is no text, an image for instance, is one as well, and
	 * keeps its name. */
	int (*document)(struct import_sink *sink, const char *folder,
			struct str text, struct error *err);

	/* A line that looked like something and was not taken; 0: the file
	 * as a whole. */
	void (*skipped)(struct import_sink *sink, unsigned line,
			struct str text, const char *why);

	/* A line that was taken as it is, and may be wrong; NULL: nobody asks.
	 * See import_doubt. */
	void (*doubtful)(struct import_sink *sink, unsigned line,
			 struct str text, const char *why);
};

/* What a user settled beforehand. */
struct import_options {
	int year;		/* of the first entry without one; 0: not said */
	const int *line_days;	/* when each line was written, by git, or NULL */
	size_t nline_days;
	int start;		/* day of "Day 1", or DAY_NONE */
	int today;		/* no later day was logged; 0: not known */
	enum { DATE_ORDER_AUTO, DATE_ORDER_DMY, DATE_ORDER_MDY } date_order;
	const char *map;	/* of the columns: "date=When,text=2", or NULL */
	bool fix_mojibake;	/* else it is only reported */
};

struct importer {
	const char *name;	/* as in `hecto import --as NAME` */
	const char *summary;

	/* How sure are we that this is ours?  0 (no) to 100 (magic bytes).
	 * `name` is the file's, for its suffix. */
	int (*score)(struct str input, struct str name);

	int (*run)(struct str input, const struct import_options *options,
		   struct import_sink *sink, struct error *err) MUST_CHECK;

	/*
	 * What of an entry stays when its text changes in the program that it
	 * is from: it is then the same entry, with another text.  Of several
	 * with one key, their order tells.  STR_NONE: nothing of it does.  NULL:
	 * its heading does, where that has a date.
	 */
	struct str (*key)(const struct entry *e, struct arena *mem);

	/* The minutes of its entries are what their text tells. */
	bool infers_minutes;

	/*
	 * For what is a folder of files that belong together (a vault, a file a
	 * day): both or none.  The files come sorted by path.  A reader of
	 * folders that also reads one file has all four; to one that has no
	 * `run` the name of a file matters, and it gets a folder of that one.
	 */
	int (*score_files)(const struct foreign_file *files, size_t count);
	int (*run_files)(const struct foreign_file *files, size_t count,
			 const struct import_options *options,
			 struct import_sink *sink, struct error *err);
};

extern const struct importer *const importers[];	/* ends with NULL */

const struct importer *importer_by_name(const char *name);

/* The one that is surest, or NULL. */
const struct importer *importer_for(struct str input, struct str name);
const struct importer *importer_for_files(const struct foreign_file *files,
					  size_t count);

/* --- keep.c: what importers have in common ------------------------------- */

/* Hand out a text whole, and tell of mojibake in it, or mend it. */
int import_keep(struct import_sink *sink, const char *folder, struct str text,
		const struct import_options *options, struct error *err)
	MUST_CHECK;

/* A NUL among the first bytes, as git has it. */
bool import_is_binary(struct str bytes);

/* By its name, and no binary. */
bool import_is_text(const struct foreign_file *file);

/* An image, a PDF and the like, which belongs to a note.  By suffix. */
bool import_is_attachment(const struct foreign_file *file);

/* Is it, or a folder it is in, hidden by a dot? */
bool import_is_hidden(const char *path);

/*
 * Are more than half of the texts of a folder some importer's own?  Any file
 * that is no binary counts, whatever its suffix, but for attachments that are
 * not its own.
 */
bool import_owns_most(const struct foreign_file *files, size_t count,
		      bool (*is_own)(const struct foreign_file *file));

/*
 * Read each file of a folder by itself, where nothing joins them.  A reader
 * sets *why if there is nothing in a file; one that fails with ERROR_INPUT has
 * handed out nothing of it, and costs that file alone.  Both are told as
 * skipped.
 */
typedef int import_reader(const struct foreign_file *file,
			  const struct import_options *options,
			  struct import_sink *sink, const char **why,
			  struct error *err);

int import_each(const struct foreign_file *files, size_t count,
		import_reader *read, const struct import_options *options,
		struct import_sink *sink, struct error *err) MUST_CHECK;

/* Tell of a line that was taken as it is, and is to be looked at. */
void import_doubt(struct import_sink *sink, unsigned line, struct str text,
		  const char *why);

/* Name a file of a folder, and why nothing of it was taken. */
int import_refuse(struct import_sink *sink, const struct foreign_file *file,
		  const char *why, struct error *err) MUST_CHECK;

#endif
