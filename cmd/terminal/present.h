/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_PRESENT_H
#define CMD_TERMINAL_PRESENT_H

#include "cmd/command.h"
#include "cmd/terminal/table.h"
#include "core/base/strbuf.h"
#include "core/text/json.h"

/* How parts of a journal look on the terminal and in JSON, everywhere alike. */

/* "path:line", dim. */
void present_place(struct strbuf *out, const struct context *ctx,
		   const char *path, unsigned line);

/*
 * A text with two blanks before each line.  On a terminal it is wrapped to the
 * width; in a pipe its line ends are kept as they are.  What stands between
 * \x01 and \x02 is shown as found.
 */
void present_text(struct strbuf *out, const struct context *ctx,
		  struct str text);
/* The same with `indent` blanks; those of the first line stand there already. */
void present_hanging(struct strbuf *out, const struct context *ctx,
		     struct str text, unsigned indent);

/* A page of Markdown that can be kept: as it is in a pipe, on a terminal each
 * line wrapped to the width, behind the mark of its item. */
void present_page(struct strbuf *out, const struct context *ctx,
		  struct str page);

/* A line "Label          text"; what is long goes on, it is never cut. */
void present_fact(struct strbuf *out, const struct context *ctx,
		  const char *label, enum style style, struct str text);
void present_factf(struct strbuf *out, const struct context *ctx,
		   const char *label, const char *fmt, ...) PRINTF_LIKE(4, 5);

/* "1 day", "9 days" */
void present_count(struct strbuf *out, size_t count, const char *one,
		   const char *many);

void present_json_strings(struct json *object, const char *key,
			  const char *const *strings, size_t count);
/* null where there is no string */
void present_json_string(struct json *object, const char *key, const char *s);
/* null where there is no section */
void present_json_section(struct json *object, const char *key,
			  enum section s);

#endif
