/* SPDX-License-Identifier: MIT */
/* A site beneath the journal is no part of it. */
#include "cmd/publish/manifest.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/folder_out.h"
#include "core/base/limits.h"
#include "core/base/path.h"

/* A path as a pattern that nothing else matches. */
static void add_literal(struct strbuf *out, const char *path)
{
	for (; *path; path++) {
		if (strchr("\\*?[", *path))
			strbuf_addch(out, '\\');
		strbuf_addch(out, *path);
	}
}

/* The folder as .gitignore has it, "/public/"; empty: it is elsewhere, or has a
 * line end in its name, which no pattern can. */
static int add_pattern(struct strbuf *out, const struct manifest *m,
		       struct journal *j, struct error *err)
{
	char *root = realpath(journal_root(j), NULL);
	struct str folder = strbuf_slice(&m->folder);
	size_t len;

	if (!root)
		return error_errno(err, "cannot find the folder '%s'",
				   journal_root(j));
	len = str_of(root).len;
	if (str_starts(folder, root) && folder.len > len &&
	    folder.s[len] == '/' && str_find(folder, '\n') == folder.len) {
		add_literal(out, folder.s + len);
		strbuf_addch(out, '/');
	}
	free(root);
	return 0;
}

static bool has_line(const struct strbuf *text, const struct strbuf *line)
{
	struct str rest = strbuf_slice(text), each;

	while ((each = str_next_line(&rest)).s)
		if (str_eq(str_trim(each), strbuf_slice(line)))
			return true;
	return false;
}

/*
 * What can be made again has no place in the history.  This is for the clone
 * on this machine alone: .git/info/exclude, which gitignore(5) knows, and not
 * a file of the user's.
 */
int publish_exclude(const struct manifest *m, struct journal *j,
		    struct error *err)
{
	const char *git_dir = journal_git_dir(j);
	AUTO(strbuf) pattern = STRBUF_INIT;
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	if (!git_dir || add_pattern(&pattern, m, j, err))
		return git_dir ? -1 : 0;
	strbuf_addstr(&path, git_dir);
	path_join(&path, "info/exclude");
	/* A linked work tree shares the file of another; leave that alone. */
	if (!pattern.len || access(path.buf, F_OK))
		return 0;
	if (file_read(&text, path.buf, LIMIT_FILE, err))
		return -1;
	if (has_line(&text, &pattern))
		return 0;
	if (text.len && text.buf[text.len - 1] != '\n')
		strbuf_addch(&text, '\n');
	strbuf_addf(&text, "%s\n", pattern.buf);
	return folder_replace_file(path.buf, strbuf_slice(&text), err);
}
