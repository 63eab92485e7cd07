/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_MANIFEST_H
#define CMD_PUBLISH_MANIFEST_H

#include <stdint.h>

#include "cmd/file_marks.h"
#include "core/base/file.h"
#include "core/journal.h"
#include "exporters/exporter.h"

/*
 * What publishing put into a folder, so that the next one removes its own
 * pages that are gone and touches nothing else.  It is kept in the git folder,
 * for it is about this machine's disk: .git/hecto/publish/HASH, the folder's
 * name in the first line, what the site was made of in the second, by which
 * program in the third, then the marks of the files, in the order of the paths.
 *
 * A folder beneath the journal is named from there, so that both may be moved
 * or copied together; any other by its absolute path.
 */
struct manifest {
	struct strbuf file;	/* of the manifest; empty: no git folder */
	struct strbuf folder;	/* absolute */
	struct strbuf name;	/* of it, in the first line */
	struct strbuf source;	/* the last time: current.h; empty: unknown */
	struct strbuf text;	/* as it was then, until the marks are read */
	struct str lines;	/* a part of that, of the marks; its length
				   stays known */
	/* Once they are read; to be indexed when one is asked for. */
	struct file_marks marks;
	int64_t when;		/* the states were written down */
	bool known;		/* there was a last time */
	bool same_program;
};

#define MANIFEST_INIT                                                  \
	{                                                              \
		.file = STRBUF_INIT, .folder = STRBUF_INIT,            \
		.name = STRBUF_INIT, .source = STRBUF_INIT,            \
		.text = STRBUF_INIT, .marks = FILE_MARKS_INIT          \
	}

int manifest_open(struct manifest *m, struct journal *j, const char *folder,
		  struct error *err) MUST_CHECK;
void manifest_release(struct manifest *m);

/*
 * The marks take longest to read, so that is done when somebody wants them, in
 * a thread if need be: nothing else of the manifest is changed.  How many there
 * will be is known before, about and at most.
 */
void manifest_read_marks(struct manifest *m);
size_t manifest_expected(const struct manifest *m);
size_t manifest_most(const struct manifest *m);
/* So many that what is held for them goes back to the system as soon as it was
 * used: of fewer it is kept for what comes next, which takes less time. */
bool manifest_is_large(const struct manifest *m);

/* From now on the folder is ours, whatever happens. */
int manifest_begin(struct manifest *m, struct error *err) MUST_CHECK;

/*
 * Around the writing: whether the last one was interrupted, and may have left
 * temporary files behind.
 */
int manifest_begin_writing(struct manifest *m, bool *interrupted,
			   struct error *err) MUST_CHECK;
void manifest_end_writing(const struct manifest *m);

/* Remove what was there the last time and is not any more. */
int manifest_remove(const struct strset *paths, const struct beneath *folder,
		    struct error *err) MUST_CHECK;

/* `source` may be empty. */
int manifest_write(struct manifest *m, struct str source,
		   const struct file_marks *now, struct error *err) MUST_CHECK;

/* What the exporter wants to be told again, beside the manifest.  Empty: there
 * is nothing, or it was another program's. */
struct manifest_maps {
	struct file_map facts, counts, answers;
};
#define MANIFEST_MAPS_INIT { FILE_MAP_INIT, FILE_MAP_INIT, FILE_MAP_INIT }
void manifest_map_memory(const struct manifest *m, struct manifest_maps *out);
void manifest_maps_release(struct manifest_maps *maps);
/* file_map_let_go() of each. */
void manifest_maps_let_go(const struct manifest_maps *maps);
int manifest_write_memory(const struct manifest *m,
			  const struct export_memory *memory,
			  struct error *err) MUST_CHECK;

/* Keep git's hands off a folder beneath the journal (publish_exclude.c). */
int publish_exclude(const struct manifest *m, struct journal *j,
		    struct error *err) MUST_CHECK;

#endif
