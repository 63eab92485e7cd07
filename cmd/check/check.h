/* SPDX-License-Identifier: MIT */
#ifndef CMD_CHECK_CHECK_H
#define CMD_CHECK_CHECK_H

#include "cmd/command.h"
#include "core/model/check.h"
#include "importers/importer.h"

#define CONFIG_PATH ".hecto/config"
#define TOPICS_PATH ".hecto/topics"

/* What hecto check has looked at, and what it has found. */
struct check_result {
	struct arena mem;
	struct findings findings;	/* in `mem` */
	size_t files;			/* that were looked at */
	size_t objects;			/* of git, that were read back */
};

/* A log as its importer reads it; everything in the arena given. */
struct check_reading {
	struct entry *entries;		/* with line and flags */
	size_t nentries, entries_cap;
	struct check_skipped *skipped;
	size_t nskipped, skipped_cap;
	struct arena *mem;
};

/*
 * Read a text through an importer (NULL: none takes it).  That it cannot be
 * read is no failure here: there are no entries then.
 */
void check_reading_run(struct check_reading *out, const struct importer *by,
		       struct str text, int today, struct arena *mem);
void check_reading_release(struct check_reading *r);

/* A file from elsewhere; "-" is standard input. */
int check_foreign(struct check_result *r, const char *path, int today,
		  struct error *err) MUST_CHECK;

/* The whole journal.  `mended`: what --fix would write, by path. */
struct mended_file {
	const char *path;
	struct str before, after;
};
struct mended_files {
	struct mended_file *items;	/* owned; mended_files_release */
	size_t count, cap;
};
void mended_files_release(struct mended_files *m);

/* difference.c: what is mended there, fit to be shown. */
void check_add_difference(struct strbuf *out, const struct settings *settings,
			  const struct mended_file *file);

/* What keeps the files: the repository and the index (store.c). */
struct check_faults {
	struct arena *mem;
	struct check_fault *items;	/* owned; check_faults_release */
	size_t count, cap;
};
void check_faults_release(struct check_faults *f);
int check_keeper(struct check_faults *f, struct journal *j, size_t *objects,
		 struct error *err) MUST_CHECK;

/* `all`: what keeps the files too. */
int check_whole(struct check_result *r, struct journal *j, bool all,
		struct mended_files *mended, struct error *err) MUST_CHECK;

/* Every log of the journal, in its own order; then the entries of none. */
struct checked_file {
	struct check_file file;
	bool in_log;			/* the order of a log has it */
};
int check_logs(struct findings *f, struct journal *j,
	       struct checked_file *files, size_t count, struct error *err)
	MUST_CHECK;

/* check_report.c */
void check_print(struct strbuf *out, const struct context *ctx,
		 const struct check_result *r);
int check_print_json(const struct check_result *r, struct error *err)
	MUST_CHECK;

#endif
