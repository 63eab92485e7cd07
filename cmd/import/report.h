/* SPDX-License-Identifier: MIT */
#ifndef CMD_IMPORT_REPORT_H
#define CMD_IMPORT_REPORT_H

#include "cmd/import/file.h"
#include "cmd/terminal/present.h"

/* What was understood of a file, for people. */
void import_add_summary(struct strbuf *out, const struct context *ctx,
			const struct import_file *f);

/* How many files were UTF-16, and what became of them; nothing: none was. */
void import_add_recoded(struct strbuf *out, const struct import_file *files,
			size_t count);

/* The images that came along, as one line; nothing if there are none. */
void import_add_images(struct strbuf *out, const struct import_list *list);

/* "year-inferred" reads as "year inferred". */
void import_add_flag(struct strbuf *out, const struct context *ctx,
		     const char *flag);

/* Parts of it, over several files. */
void import_add_ranges(struct strbuf *out, const struct import_file *files,
		       size_t count);
void import_add_fates(struct strbuf *out, const struct import_file *files,
		      size_t count);
void import_add_inferred(struct strbuf *out, const struct import_file *files,
			 size_t count);
void import_add_advice(struct strbuf *out, const struct import_file *files,
		       size_t count);

/* import_totals.c: of many files in a few lines. */
#define IMPORT_MANY 4
void import_add_totals(struct strbuf *out, const struct context *ctx,
		       const struct import_list *list);

/* The same as JSON; `done`: with what became of each entry. */
struct json *import_json(const struct import_file *f, bool done);

/* "Import 9 entries from log.md" */
void import_add_message(struct strbuf *out, const struct import_list *list);

#endif
