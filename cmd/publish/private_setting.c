/* SPDX-License-Identifier: MIT */
/* Asking once which sections stay private. */
#include "cmd/publish/private_setting.h"

#include <unistd.h>

#include "cmd/report.h"
#include "cmd/setting.h"
#include "core/base/file.h"

#define KEY "publish.private"
#define DEFAULT "thoughts"

static const char question[] =
	"Which sections of your entries are private, and stay out of the "
	"site?\nprogress, learned, thoughts, links, questions, with commas "
	"between them, or none [" DEFAULT "]: ";

/* The answer, the default where it is empty; false: there is none. */
static bool ask(struct strbuf *answer)
{
	char line[256];
	ssize_t n;

	if (file_write_fd(STDERR_FILENO, str_of(question)))
		return false;
	n = read(STDIN_FILENO, line, sizeof(line));
	if (n <= 0)
		return false;
	strbuf_reset(answer);
	strbuf_addslice(answer, str_trim((struct str){ line, (size_t)n }));
	if (!answer->len)
		strbuf_addstr(answer, DEFAULT);
	return true;
}

static int ask_until_it_fits(struct strbuf *answer, struct error *err)
{
	for (;;) {
		struct error complaint = ERROR_INIT;

		if (!ask(answer))
			return error_set(err, ERROR_NOTHING, "nothing was "
					 "published; 'hecto config " KEY
					 " " DEFAULT "' answers as well");
		if (!settings_check(KEY, answer->buf, &complaint))
			return 0;
		report_warning("%s", complaint.text);
	}
}

int publish_settle_private(struct journal *j, bool may_ask, struct error *err)
{
	AUTO(strbuf) answer = STRBUF_INIT;

	if (journal_settings(j)->private_is_set)
		return 0;
	if (!may_ask || !isatty(STDIN_FILENO) || !isatty(STDERR_FILENO)) {
		report_note(KEY " is not set: the sections '" DEFAULT "' are "
			    "left out; 'hecto config " KEY " none' shows them");
		return 0;
	}
	if (ask_until_it_fits(&answer, err))
		return -1;
	if (setting_change(j, KEY, answer.buf, false,
			   "Say which sections are private\n", err))
		return -1;
	journal_acknowledge(j);
	return 0;
}
