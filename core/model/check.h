/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_CHECK_H
#define CORE_MODEL_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"
#include "core/base/strset.h"
#include "core/model/entry.h"
#include "core/model/link_names.h"
#include "core/model/settings.h"
#include "core/text/markdown.h"

/*
 * The doctor: what may be wrong in a journal, or in a log before it is
 * imported.  Pure functions over what others have read; each check is one
 * function and one row of the table in check.c.
 */

/* One thing that was found. */
struct finding {
	const char *kind;	/* of its row: "weekday" */
	const char *path;
	unsigned line;		/* from 1; 0: the file as a whole */
	struct str text;	/* the line, secrets masked; or empty */
	const char *why, *proposal;
	bool fixable;		/* check_fix mends it */
	bool note;		/* nothing is wrong; it is good to know */
};

struct check;

struct findings {
	struct arena *mem;	/* has the strings */
	struct finding *items;	/* owned; findings_release */
	size_t count, cap;
	size_t left_out;	/* of one kind in one file, after many */
	const struct check *running;
	size_t begun;		/* where the running check began */
};
#define FINDINGS_INIT(arena) { .mem = (arena) }
void findings_release(struct findings *f);

/* Add one of the running check; `why` and `proposal` live as long as mem. */
void findings_add(struct findings *f, const char *path, unsigned line,
		  struct str text, const char *why, const char *proposal);

/* By path and line, without what another kind has told better of its line. */
void findings_sort(struct findings *f);

/* A file of the journal, or of what is to be imported. */
struct check_file {
	const char *path;
	struct str bytes;
	struct str body;	/* behind the front matter */
	unsigned body_line;	/* where it begins in the file */
	const struct entry *entry;	/* NULL: it is none */
	const char *complaint;	/* about its front matter, or NULL */
	bool is_log;		/* many entries in one file */
	bool foreign;		/* not of the journal */
	struct markdown_blocks blocks;	/* of the body */
	struct link_names *names;	/* NULL: not known */
};

/* Read a file into that; `is_entry`: its front matter is an entry's. */
void check_file_read(struct check_file *out, const char *path,
		     struct str bytes, bool is_entry, struct arena *mem);

/* Add what others may call this file, and its headings; all in `mem`. */
void check_names_add(struct link_names *n, const struct check_file *file,
		     struct arena *mem);

/*
 * The path that a relative link in the file `path` leads to; false when it is
 * an address, a place in the same file, or leads out of the top folder.
 */
bool check_resolve(struct strbuf *out, const char *path, struct str url);

/* A day in the order of its log. */
struct check_day {
	const struct entry *entry;	/* with the flags that its reader gave */
	const char *path;
	unsigned line;		/* of its heading */
};

/* A line that looked like a day and was not taken for one. */
struct check_skipped {
	const char *path;
	unsigned line;
	struct str text;
	bool hidden;		/* by a comment */
};

struct check_log {
	const char *name;	/* "r2-log.md"; NULL: entries of no log */
	const char *path;	/* of the log; NULL: each entry has a file */
	const struct check_day *days;
	size_t count;
	const struct check_skipped *skipped;
	size_t nskipped;
	int today;		/* DAY_NONE: not known */
};

/* What is the matter with what keeps the files. */
enum check_fault_kind {
	FAULT_DAMAGE, FAULT_INDEX, FAULT_INTERRUPTED, FAULT_UNCOMMITTED,
};
struct check_fault {
	enum check_fault_kind kind;
	const char *where, *why, *proposal;
};

/* A file, or a folder, that is there and cannot be read. */
struct check_unread {
	const char *path, *why;
};

/* What belongs to no single file. */
struct check_frame {
	const char *path;	/* of the order of a log */
	const char *const *ids;
	size_t nids;
};

struct check_journal {
	const char *config_path;
	struct str config;	/* as it is written */
	const struct config_pair *pairs;
	size_t npairs;
	const struct check_frame *frames;
	size_t nframes;
	const struct strset *ids;	/* of entries */
	const char *topics_path;
	const char *const *topics;	/* what is wrong in that file */
	size_t ntopics;
	const char *const *strays;	/* files of log/ that are no entries */
	size_t nstrays;
	const struct check_unread *unread;
	size_t nunread;
	const struct check_fault *faults;	/* of check --all */
	size_t nfaults;
};

/* A row: one of file, log and journal looks, or file and log; fix may mend. */
struct check {
	const char *kind;
	const char *about;	/* "a weekday that is not that of the date" */
	bool note;		/* what it finds is nothing wrong */
	const char *unless;	/* a kind, before it in the alphabet, that has
				   told of a line what it would */
	void (*file)(struct findings *f, const struct check_file *file);
	void (*log)(struct findings *f, const struct check_log *log);
	void (*journal)(struct findings *f, const struct check_journal *j);

	/* Append the file mended; false (and nothing) where that is not safe. */
	bool (*fix)(struct strbuf *out, const struct check_file *file);
};
extern const struct check checks[];	/* ends with a NULL kind */

void check_file(struct findings *f, const struct check_file *file);
void check_log(struct findings *f, const struct check_log *log);
void check_journal(struct findings *f, const struct check_journal *j);

/* Append the file with all that is safe mended; false: there is nothing. */
bool check_fix(struct strbuf *out, const char *path, struct str bytes,
	       bool is_entry);

#endif
