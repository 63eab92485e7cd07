/* SPDX-License-Identifier: MIT */
/* Everything that hecto says, on stdout and stderr. */
#include "cmd/report.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "cmd/terminal/message.h"
#include "cmd/terminal/terminal.h"
#include "core/base/file.h"
#include "core/text/unicode.h"

/* Bytes that are worth a write of their own. */
#define OUTPUT_PIECE ((size_t)64 * 1024)

/* design: exit status */
enum { EXIT_FAILED = 1, EXIT_USAGE, EXIT_NOT_FOUND, EXIT_AUTH, EXIT_CONFLICT };

static int exit_status(enum error_kind kind)
{
	switch (kind) {
	case ERROR_USAGE:
		return EXIT_USAGE;
	case ERROR_NO_JOURNAL:
	case ERROR_NOT_FOUND:
		return EXIT_NOT_FOUND;
	case ERROR_AUTH:
		return EXIT_AUTH;
	case ERROR_CONFLICT:
		return EXIT_CONFLICT;
	case ERROR_NONE:
	case ERROR_NOTHING:
	case ERROR_INPUT:
	case ERROR_IO:
	case ERROR_STORE:
	case ERROR_INDEX:
	case ERROR_NETWORK:
		break;
	}
	return EXIT_FAILED;
}

/* To stderr, in one write; there is no telling when that fails.  One line but
 * on a terminal, so that who looks for words in a file finds them. */
static void say(const char *before, struct str text)
{
	bool terminal = isatty(STDERR_FILENO);
	AUTO(strbuf) line = STRBUF_INIT;
	AUTO(strbuf) broken = STRBUF_INIT;
	struct strbuf *shown = terminal ? &broken : &line;

	strbuf_addstr(&line, before);
	unicode_add_visible(&line, text);
	if (terminal)
		message_add(&broken, strbuf_slice(&line),
			    terminal_columns(STDERR_FILENO));
	strbuf_addch(shown, '\n');
	if (file_write_fd(STDERR_FILENO, strbuf_slice(shown)))
		return;
}

int report_error(const struct error *err)
{
	if (err->text[0])
		say("hecto: ", str_of(err->text));
	return exit_status(err->kind);
}

PRINTF_LIKE(2, 0)
static void say_formatted(const char *before, const char *fmt, va_list ap)
{
	char text[2048];

	vsnprintf(text, sizeof(text), fmt, ap);
	say(before, str_of(text));
}

void report_warning(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say_formatted("hecto: warning: ", fmt, ap);
	va_end(ap);
}

void report_note(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say_formatted("", fmt, ap);
	va_end(ap);
}

void report_progress(const struct strbuf *line)
{
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addf(&text, "\r\033[K%s", line->buf);
	if (file_write_fd(STDERR_FILENO, strbuf_slice(&text)))
		return;
}

void report_store(const struct store_report *report)
{
	for (size_t i = 0; i < report->nrecovered; i++)
		report_note("'%s' was saved by a run that was interrupted",
			    report->recovered[i]);
	for (size_t i = 0; i < report->nsaved_first; i++)
		report_note("saved your edit of '%s' first",
			    report->saved_first[i]);
	for (size_t i = 0; i < report->nwarnings; i++)
		report_warning("%s", report->warnings[i]);
}

int report_output(const struct strbuf *text, struct error *err)
{
	if (!file_write_fd(STDOUT_FILENO, strbuf_slice(text)))
		return 0;
	/* Whoever reads has seen enough: `hecto list | head`. */
	if (errno == EPIPE)
		return 0;
	return error_errno(err, "cannot write the output");
}

int report_some(struct strbuf *text, struct error *err)
{
	if (text->len < OUTPUT_PIECE)
		return 0;
	if (report_output(text, err))
		return -1;
	strbuf_reset(text);
	return 0;
}

int report_json(const struct json *v, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	json_write(&text, v);
	return report_output(&text, err);
}

int report_json_nothing(struct json *v, struct error *err)
{
	struct error failed = ERROR_INIT;

	if (report_json(v, &failed))
		*err = failed;
	json_free(v);
	return -1;
}
