/* SPDX-License-Identifier: MIT */
/* Whether a site is as the last publishing left it, and need not be drawn. */
#include "cmd/publish/current.h"

#include <fcntl.h>
#include <inttypes.h>
#include <unistd.h>

#include "core/base/file_state.h"
#include "core/base/path.h"

int publish_source(struct strbuf *out, struct journal *j, struct error *err)
{
	struct sha256_hex digest;
	struct stat program;

	if (journal_digest(j, &digest, err))
		return -1;
	/* Another build may draw other pages, whatever it calls itself. */
	if (!stat("/proc/self/exe", &program))
		strbuf_addf(out, "%s-%016" PRIx64, digest.s,
			    file_state(&program));
	return 0;
}

/* A walk over files in the order of their paths. */
struct walk {
	const struct beneath *root;
	struct strbuf folder, name;
	int fd;			/* of the folder, or -1 */
	int64_t when;		/* the states were written down */
};

static void enter(struct walk *w, struct str folder)
{
	if (w->fd >= 0 && str_eq(folder, strbuf_slice(&w->folder)))
		return;
	if (w->fd >= 0)
		close(w->fd);
	strbuf_reset(&w->folder);
	strbuf_addslice(&w->folder, folder);
	w->fd = beneath_openat(w->root, folder.len ? w->folder.buf : ".",
			       O_PATH | O_DIRECTORY, 0);
}

static bool is_same(struct walk *w, const struct manifest_file *f)
{
	struct stat st;

	enter(w, path_dirname(f->path));
	strbuf_reset(&w->name);
	strbuf_addslice(&w->name, path_basename(f->path));
	return w->fd >= 0 &&
	       !fstatat(w->fd, w->name.buf, &st, AT_SYMLINK_NOFOLLOW) &&
	       S_ISREG(st.st_mode) && file_state(&st) == f->state &&
	       !file_is_racy(&st, w->when);
}

static bool are_same(struct walk *w, struct str files)
{
	struct manifest_file f;

	while (manifest_next(&files, &f))
		if (!is_same(w, &f))
			return false;
	return true;
}

bool publish_is_current(const struct manifest *m, const struct beneath *folder,
			struct str source)
{
	struct walk w = {
		.root = folder,
		.folder = STRBUF_INIT,
		.name = STRBUF_INIT,
		.fd = -1,
	};
	struct stat st;
	bool same;

	if (!source.len || !str_eq(m->source, source) ||
	    stat(m->file.buf, &st))
		return false;
	w.when = file_changed(&st);
	same = are_same(&w, m->files);
	if (w.fd >= 0)
		close(w.fd);
	strbuf_release(&w.folder);
	strbuf_release(&w.name);
	return same;
}
