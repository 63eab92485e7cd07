/* SPDX-License-Identifier: MIT */
#ifndef CMD_FOLDER_OUT_H
#define CMD_FOLDER_OUT_H

#include "core/base/file.h"
#include "core/base/strset.h"
#include "exporters/exporter.h"

/*
 * A folder that an exporter writes to.  A file that has the bytes already is
 * left alone; any other that is there is replaced wholly or not at all.
 */
struct folder_out {
	struct export_out out;		/* first, for the exporter */
	struct beneath folder;
	struct strset paths;		/* everything that was handed over, with
					 * the file_state() it was left in */
	struct strset changed;		/* those of them that differed */
	size_t written, unchanged;
	bool dry;			/* write nothing; the folder need not
					 * be open then */
};

#define FOLDER_OUT_DRY                                                 \
	{                                                              \
		.out = { folder_out_put }, .folder = BENEATH_INIT,     \
		.dry = true                                            \
	}

int folder_out_open(struct folder_out *f, const char *path,
		    struct error *err) MUST_CHECK;
void folder_out_release(struct folder_out *f);

/* What `out` calls. */
int folder_out_put(struct export_out *out, const char *path, struct str bytes,
		   struct error *err) MUST_CHECK;

/* One file, named by a path of the user's, replaced wholly or not at all. */
int folder_replace_file(const char *path, struct str bytes, struct error *err)
	MUST_CHECK;

#endif
