/* SPDX-License-Identifier: MIT */
/* When each line of a file was written, by the commits of its repository. */
#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"
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

/* The file as HEAD has it; NULL: it has none. */
static git_blob *blob_in_head(git_repository *repo, const char *place)
{
	GIT_AUTO(git_reference) head = NULL;
	GIT_AUTO(git_tree_entry) entry = NULL;
	git_object *tree = NULL;
	git_blob *blob = NULL;

	if (!git_repository_head(&head, repo) &&
	    !git_reference_peel(&tree, head, GIT_OBJECT_TREE) &&
	    !git_tree_entry_bypath(&entry, (git_tree *)tree, place) &&
	    git_blob_lookup(&blob, repo, git_tree_entry_id(entry)))
		blob = NULL;
	git_object_free(tree);
	return blob;
}

static void note_hunk(const git_blame_hunk *hunk, int *days, size_t count)
{
	const git_signature *by = hunk->final_signature;
	size_t first = hunk->final_start_line_number;

	if (!by || !first)
		return;
	for (size_t i = 0; i < hunk->lines_in_hunk && first + i <= count; i++)
		days[first + i - 1] = git_day_of(&by->when);
}

/* The days of the lines that HEAD has. */
static void note_committed(git_repository *repo, const char *place, int *days,
			   size_t count)
{
	git_blame *blame = NULL;

	for (size_t i = 0; i < count; i++)
		days[i] = DAY_NONE;
	if (!git_blame_file(&blame, repo, place, NULL))
		for (uint32_t i = 0; i < git_blame_get_hunk_count(blame); i++)
			note_hunk(git_blame_get_hunk_byindex(blame, i), days,
				  count);
	git_blame_free(blame);
}

/* Lines of HEAD, and where they are now. */
struct line_map {
	const int *old;
	int *now;
	size_t nold, nnow;
};

static int keep_day(const git_diff_delta *delta UNUSED,
		    const git_diff_hunk *hunk UNUSED,
		    const git_diff_line *line, void *data)
{
	const struct line_map *map = data;
	size_t old = (size_t)line->old_lineno, now = (size_t)line->new_lineno;

	if (line->origin == GIT_DIFF_LINE_CONTEXT && old && now &&
	    old <= map->nold && now <= map->nnow)
		map->now[now - 1] = map->old[old - 1];
	return 0;
}

static size_t count_lines(struct str text)
{
	size_t n = 1;

	for (size_t i = 0; i < text.len; i++)
		n += text.s[i] == '\n';
	return n;
}

/*
 * git_blame_buffer would do this, but libgit2 1.5 dies in it when all lines
 * are others, and leaks those that are gone; git_blame_file leaks for a file
 * that HEAD has not.
 */
static void note_lines(git_repository *repo, const char *place,
		       struct str bytes, int *days, size_t count)
{
	git_diff_options options;
	git_blob *blob = blob_in_head(repo, place);
	struct str was = STR("");
	struct line_map map = { .now = days, .nnow = count };
	int *old;

	if (blob)
		was = (struct str){ git_blob_rawcontent(blob),
				    (size_t)git_blob_rawsize(blob) };
	if (!was.len || was.len > BLAME_BYTES) {
		git_blob_free(blob);
		return;
	}
	map.nold = count_lines(was);
	map.old = old = xcalloc(map.nold, sizeof(*old));
	note_committed(repo, place, old, map.nold);
	git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
	options.context_lines = (uint32_t)(map.nold + count);
	options.flags = GIT_DIFF_FORCE_TEXT;
	if (str_eq(was, bytes))
		memcpy(days, old, (count < map.nold ? count : map.nold) *
				  sizeof(*days));
	else
		/* What fails leaves days unknown, which is no error. */
		git_diff_blob_to_buffer(blob, NULL, bytes.s, bytes.len, NULL,
					&options, NULL, NULL, NULL, keep_day,
					&map);
	free(old);
	git_blob_free(blob);
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
