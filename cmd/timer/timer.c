/* SPDX-License-Identifier: MIT */
/* The file that says since when somebody is studying. */
#include "cmd/timer/timer.h"

#include <unistd.h>

#include "cmd/folder_out.h"
#include "core/base/path.h"

#define FILE_MOST 200

static int find_file(struct strbuf *out, struct journal *j, struct error *err)
{
	const char *git_dir = journal_git_dir(j);

	if (!git_dir)
		return error_set(err, ERROR_INPUT, "the journal has no git "
				 "repository, so there is no place for a timer; "
				 "'hecto init' makes one");
	strbuf_addstr(out, git_dir);
	path_join(out, "hecto");
	if (file_make_folders(out->buf, err))
		return -1;
	path_join(out, "timer");
	return 0;
}

int timer_read(struct timer *out, struct journal *j, struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	AUTO(strbuf) time = STRBUF_INIT;

	*out = (struct timer){ .running = false };
	if (find_file(&path, j, err))
		return -1;
	if (access(path.buf, F_OK))
		return 0;
	if (file_read(&text, path.buf, FILE_MOST, err))
		return -1;
	strbuf_addslice(&time, str_trim(strbuf_slice(&text)));
	out->running = !clock_parse(&out->since, time.buf);
	return 0;
}

int timer_start(struct journal *j, struct clock since, struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	if (find_file(&path, j, err))
		return -1;
	strbuf_addf(&text, "%s\n", clock_format(since).s);
	if (folder_replace_file(path.buf, strbuf_slice(&text), err))
		return error_context(err, "cannot note the time in '%s'",
				     path.buf);
	return 0;
}

int timer_clear(struct journal *j, struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;

	if (find_file(&path, j, err))
		return -1;
	if (unlink(path.buf) && access(path.buf, F_OK) == 0)
		return error_set(err, ERROR_IO, "cannot remove '%s'",
				 path.buf);
	return 0;
}

int timer_minutes(const struct timer *t, struct clock now)
{
	int64_t minutes = (now.seconds - t->since.seconds + 59) / 60;

	if (minutes < 1)
		return 1;
	return minutes > INT32_MAX ? INT32_MAX : (int)minutes;
}
