/* SPDX-License-Identifier: MIT */
#ifndef CMD_REPORT_H
#define CMD_REPORT_H

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/strbuf.h"
#include "core/store/store.h"
#include "core/text/json.h"

/*
 * The only code that writes to stdout and stderr.  Data goes to stdout, all
 * else to stderr.  Text from a journal is made visible (core/text/unicode.h)
 * when it goes to a terminal.
 */

/* "hecto: …", in the message's words; exit status for this kind of error. */
int report_error(const struct error *err);
void report_warning(const char *fmt, ...) PRINTF_LIKE(1, 2);
void report_note(const char *fmt, ...) PRINTF_LIKE(1, 2);

/* Show a line on the terminal of stderr that the next one takes the place of;
 * an empty one leaves nothing there. */
void report_progress(const struct strbuf *line);

/* What a commit has to tell: edits saved first, recovery, warnings. */
void report_store(const struct store_report *report);

/* Collect output in a strbuf, then send it; a closed pipe is not an error. */
int report_output(const struct strbuf *text, struct error *err) MUST_CHECK;
/* The same in between, once there is much: what was sent is taken out. */
int report_some(struct strbuf *text, struct error *err) MUST_CHECK;
int report_json(const struct json *v, struct error *err) MUST_CHECK;
/* Where nothing was found, and *err says so: print `v`, which is freed, for
 * whoever reads JSON all the same.  Always -1. */
int report_json_nothing(struct json *v, struct error *err) MUST_CHECK;

#endif
