/* SPDX-License-Identifier: MIT */
/* Giving a site what it asks for, and remembering what it asked. */
#include "cmd/publish/host.h"

#include <unistd.h>

#include "cmd/folder_out.h"
#include "cmd/report.h"
#include "core/base/file_state.h"
#include "core/base/path.h"

/* The state is asked for before the bytes: what happens in between shows. */
static int read_file(void *arg, const char *path, size_t limit,
		     struct strbuf *out, struct error *err)
{
	struct publish_host *h = arg;
	struct stat st;
	bool is_there = !beneath_stat(&h->root, path, &st);

	strset_put(&h->inputs, str_of(path),
		   is_there ? (size_t)file_state(&st) : 0);
	return beneath_read(&h->root, path, limit, out, err);
}

static void warn(void *arg UNUSED, const char *what)
{
	report_warning("%s", what);
}

int publish_host_open(struct publish_host *out, struct journal *j,
		      struct error *err)
{
	const char *git_dir = journal_git_dir(j);

	*out = (struct publish_host){
		.host = { read_file, publish_fetch, publish_paint, warn, out },
		.root = BENEATH_INIT,
		.cache = STRBUF_INIT,
		.inputs = STRSET_INIT,
		.today = journal_today(j),
	};
	if (git_dir) {
		strbuf_addstr(&out->cache, git_dir);
		path_join(&out->cache, "hecto");
	}
	return beneath_open(&out->root, journal_root(j), err);
}

void publish_host_release(struct publish_host *h)
{
	beneath_release(&h->root);
	strbuf_release(&h->cache);
	strset_release(&h->inputs);
}

void publish_keep(const struct publish_host *h, const char *folder,
		  const char *name, struct str bytes)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct error err = ERROR_INIT;

	if (!h->cache.len)
		return;
	strbuf_addslice(&path, strbuf_slice(&h->cache));
	path_join(&path, folder);
	if (file_make_folders(path.buf, &err))
		return;
	path_join(&path, name);
	if (folder_replace_file(path.buf, bytes, &err))
		report_note("cannot keep '%s' for the next time: %s", path.buf,
			    err.text);
}
