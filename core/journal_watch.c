/* SPDX-License-Identifier: MIT */
/* Watching a journal, and asking who does. */
#include "core/journal_private.h"

#include "core/index/watch_server.h"
#include "core/index/watcher.h"

/* It answers at once, unless the machine is very busy. */
#define PATIENCE_MS 5000

int journal_watch(struct journal *j, struct watch_server **out,
		  struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;

	if (!j->git_dir)
		return error_set(err, ERROR_USAGE, "without git there is no "
				 "index to watch the files for; 'hecto init' "
				 "makes a repository of the journal");
	if (!journal_index_path(j, &path))
		return error_errno(err, "cannot use '%s', where the index is",
				   j->git_dir);
	return watch_server_open(out, j->root, path.buf, err);
}

void journal_tidy_index(struct journal *j)
{
	AUTO(strbuf) path = STRBUF_INIT;

	if (journal_index_path(j, &path))
		index_write_back(path.buf);
}

bool journal_ask_watcher(struct journal *j, struct watcher_answer *out,
			 int *pid)
{
	AUTO(strbuf) path = STRBUF_INIT;

	return journal_index_path(j, &path) &&
	       watcher_hear(watcher_ask(path.buf), &j->tree, PATIENCE_MS, out,
			    pid);
}
