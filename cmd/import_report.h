/* SPDX-License-Identifier: MIT */
#ifndef CMD_IMPORT_REPORT_H
#define CMD_IMPORT_REPORT_H

#include "cmd/import_file.h"
#include "cmd/present.h"

/* What was understood of a file, for people. */
void import_add_summary(struct strbuf *out, const struct context *ctx,
			const struct import_file *f);

/* The same as JSON; `done`: with what became of each entry. */
struct json *import_json(const struct import_file *f, bool done);

/* "Import 9 entries from log.md" */
void import_add_message(struct strbuf *out, const struct import_list *list);

#endif
