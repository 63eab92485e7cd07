/* SPDX-License-Identifier: MIT */
/* When each line of a file was written, by the commits of its repository. */
#include <stdlib.h>
#include <string.h>

#include "core/base/date.h"
#include "core/base/path.h"
#include "core/store/git_store.h"

#define BLAME_BYTES ((size_t)1 << 20)	/* of a file that is worth the time */

/* The place of a file in the work tree of its repository; false: it is in
 * none. */
static bool place_in_repository(git_repository **repo, struct strbuf *out,
				const char *path)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	const char *top;
	char *real_top, *real;

	strbuf_addslice(&folder, path_dirname(str_of(path)));
	if (!folder.len)
		strbuf_addstr(&folder, *path == '/' ? "/" : ".");
	if (git_repository_open_ext(repo, folder.buf, 0, NULL))
		return false;
	top = git_repository_workdir(*repo);
	real_top = top ? realpath(top, NULL) : NULL;
	real = realpath(path, NULL);
	if (real_top && real && str_starts(str_of(real), real_top) &&
	    real[strlen(real_top)] == '/')
		strbuf_addstr(out, real + strlen(real_top) + 1);
	free(real_top);
	free(real);
	return out->len > 0;
}

/* What was changed since the last commit has no signature. */
static void note_hunk(const git_blame_hunk *hunk, int *days, size_t count)
{
	const git_signature *by = hunk->final_signature;
	size_t first = hunk->final_start_line_number;

	if (!by || !first)
		return;
	for (size_t i = 0; i < hunk->lines_in_hunk && first + i <= count; i++)
		days[first + i - 1] = git_day_of(&by->when);
}

static void note_lines(git_repository *repo, const char *place,
		       struct str bytes, int *days, size_t count)
{
	git_blame *committed = NULL, *now = NULL;

	if (!git_blame_file(&committed, repo, place, NULL) &&
	    !git_blame_buffer(&now, committed, bytes.s, bytes.len))
		for (uint32_t i = 0; i < git_blame_get_hunk_count(now); i++)
			note_hunk(git_blame_get_hunk_byindex(now, i), days,
				  count);
	git_blame_free(now);
	git_blame_free(committed);
}

int git_store_line_days(const char *path, struct str bytes, int *days,
			size_t count, struct error *err)
{
	AUTO(strbuf) place = STRBUF_INIT;
	git_repository *repo = NULL;

	for (size_t i = 0; i < count; i++)
		days[i] = DAY_NONE;
	if (bytes.len > BLAME_BYTES)
		return 0;
	if (git_library_begin(err))
		return -1;
	if (place_in_repository(&repo, &place, path))
		note_lines(repo, place.buf, bytes, days, count);
	git_repository_free(repo);
	git_library_end();
	return 0;
}
