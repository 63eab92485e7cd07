/* SPDX-License-Identifier: MIT */
/* What libgit2 says, in our own form. */
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>

#include "core/store/git_store.h"

/* Advice for causes that libgit2 names, but does not explain. */
static const char *way_out(int code, const char *said)
{
	if (code == GIT_ELOCKED)
		return "; another git command is at work, try again";
	if (strstr(said, "No space left") || strstr(said, "Disk quota"))
		return "; make room on the disk and run the command again, "
		       "nothing was changed";
	if (strstr(said, "Read-only file system"))
		return "; the journal is on a disk that cannot be written to";
	return "";
}

int git_fail(struct error *err, int code, const char *fmt, ...)
{
	const git_error *last = git_error_last();
	const char *said = last && last->message ? last->message : "";
	AUTO(strbuf) text = STRBUF_INIT;
	char what[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(what, sizeof(what), fmt, args);
	va_end(args);
	strbuf_addstr(&text, said);
	if (text.len && isupper((unsigned char)text.buf[0]) &&
	    !isupper((unsigned char)text.buf[1]))
		text.buf[0] = (char)tolower((unsigned char)text.buf[0]);
	if (!text.len)
		strbuf_addf(&text, "libgit2 gave error %d", code);
	return error_set(err, ERROR_STORE, "%s: %s%s", what, text.buf,
			 way_out(code, said));
}
