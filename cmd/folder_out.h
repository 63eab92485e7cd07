/* SPDX-License-Identifier: MIT */
#ifndef CMD_FOLDER_OUT_H
#define CMD_FOLDER_OUT_H

#include "cmd/file_marks.h"
#include "core/base/file.h"
#include "core/base/strset.h"
#include "exporters/exporter.h"

/*
 * A folder that an exporter writes to.  A file that has the bytes already is
 * left alone; any other that is there is replaced wholly or not at all.  It
 * stays where it was opened: it points into itself.
 */
struct folder_out {
	struct export_out out;		/* first, for the exporter */
	struct beneath folder;
	struct beneath_folder walk;
	struct file_marks marks;	/* of everything that was handed over */
	bool *changed;			/* by mark: it differed */
	size_t changed_cap;
	size_t written, unchanged;
	bool dry;			/* write nothing; the folder need not
					 * be open then */

	/* What an earlier run left, or NULL; and which of those files are still
	 * as it left them, by mark. */
	const struct file_marks *before;
	const bool *holds;
	bool *kept;			/* by mark of those: it stays as it is,
					 * and is not among ours yet; or NULL */

	struct strbuf asked;		/* is_current() was asked for this path */
	uint64_t key;			/* with this key */
	struct strbuf old;		/* a file that is compared; reused */
	int workshop;			/* where files are made before they are
					 * moved into place; or -1 */
	bool has_no_workshop;		/* and cannot */
};
#define FOLDER_OUT_INIT                                                \
	{                                                              \
		.folder = BENEATH_INIT, .walk = BENEATH_FOLDER_INIT,   \
		.marks = FILE_MARKS_INIT, .asked = STRBUF_INIT,        \
		.old = STRBUF_INIT,                                    \
		.workshop = -1                                         \
	}

int folder_out_open(struct folder_out *f, const char *path,
		    struct error *err) MUST_CHECK;

/* To find out what would be written; a folder that is not there is empty. */
int folder_out_open_dry(struct folder_out *f, const char *path,
			struct error *err) MUST_CHECK;
void folder_out_release(struct folder_out *f);

/* At the end, add the marks of files that stayed as they are: until then, others
 * have use for that memory. */
void folder_out_settle(struct folder_out *f);

/* Add the paths of the files that differed. */
void folder_out_add_changed(const struct folder_out *f, struct strset *out);

/* Remove what runs that were interrupted left in the folders of the files: the
 * beginnings of files, under names that nobody else gives. */
void folder_out_tidy(struct folder_out *f);

/* One file, named by a path of the user's, replaced wholly or not at all. */
int folder_replace_file(const char *path, struct str bytes, struct error *err)
	MUST_CHECK;

#endif
