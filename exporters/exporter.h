/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_EXPORTER_H
#define EXPORTERS_EXPORTER_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/str.h"
#include "core/model/snapshot.h"

/*
 * An exporter turns a journal into files.  It does not know where they go: a
 * folder, a pipe, or the memory of a test.
 */
struct export_out {
	int (*file)(struct export_out *out, const char *path, struct str bytes,
		    struct error *err);
};

struct export_options {
	const char *log;	/* only this log, for formats that know logs */
};

struct exporter {
	const char *name;
	const char *summary;
	bool many_files;	/* needs a folder; cannot write to a pipe */
	bool needs_topics;	/* snapshot.topics must be filled */
	int (*run)(const struct snapshot *s,
		   const struct export_options *options,
		   struct export_out *out, struct error *err) MUST_CHECK;
};

extern const struct exporter *const exporters[];	/* ends with NULL */

const struct exporter *exporter_by_name(const char *name);

#endif
