/* SPDX-License-Identifier: MIT */
/* Text on its way into the journal. */
#include "cmd/draft.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd/terminal/editor.h"
#include "core/base/limits.h"
#include "core/base/path.h"

#define MOST_DRAFTS 1000	/* of one name */

void draft_release(struct draft *d)
{
	strbuf_release(&d->path);
	strbuf_release(&d->first);
}

/* .git/hecto/drafts, made when it is missing. */
static int add_folder(struct strbuf *path, struct journal *j,
		      struct error *err)
{
	static const char *const parts[] = { "hecto", "drafts" };

	if (!journal_git_dir(j))
		return error_set(err, ERROR_STORE,
				 "'%s' is not a git repository; 'hecto init "
				 "%s' makes it one and keeps its files",
				 journal_root(j), journal_root(j));
	strbuf_addstr(path, journal_git_dir(j));
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++) {
		path_join(path, parts[i]);
		if (mkdir(path->buf, 0700) && errno != EEXIST)
			return error_errno(err, "cannot make the folder '%s'",
					   path->buf);
	}
	return 0;
}

/* A new file in `folder`: NAME.md, NAME-2.md … */
static int open_new(struct strbuf *path, struct str folder, const char *name,
		    struct error *err)
{
	for (int i = 1; i <= MOST_DRAFTS; i++) {
		AUTO(strbuf) file = STRBUF_INIT;
		int fd;

		path_add_slug(&file, str_of(name));
		if (i > 1)
			strbuf_addf(&file, "-%d", i);
		strbuf_addstr(&file, ".md");
		strbuf_reset(path);
		strbuf_addslice(path, folder);
		path_join(path, file.buf);
		fd = open(path->buf, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
			  0600);
		if (fd >= 0)
			return fd;
		if (errno != EEXIST)
			break;
	}
	return error_errno(err, "cannot create '%s'", path->buf);
}

int draft_create(struct draft *d, struct journal *j, const char *name,
		 struct str text, struct error *err)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	int fd, rc;

	if (add_folder(&folder, j, err))
		return -1;
	strbuf_addslice(&d->first, text);
	fd = open_new(&d->path, strbuf_slice(&folder), name, err);
	if (fd < 0)
		return -1;
	rc = file_write_fd(fd, text);
	if (!file_close(fd, rc))
		return 0;
	error_errno(err, "cannot write '%s'", d->path.buf);
	draft_remove(d);
	return -1;
}

static bool is_as_it_began(const struct draft *d)
{
	AUTO(strbuf) now = STRBUF_INIT;
	struct error ignored = ERROR_INIT;

	return !file_read(&now, d->path.buf, LIMIT_ENTRY, &ignored) &&
	       str_eq(strbuf_slice(&now), strbuf_slice(&d->first));
}

int draft_edit(struct draft *d, struct strbuf *out, struct error *err)
{
	if (editor_run(d->path.buf, d->line, err)) {
		if (is_as_it_began(d))
			draft_remove(d);
		return -1;
	}
	return file_read(out, d->path.buf, LIMIT_ENTRY, err);
}

void draft_remove(struct draft *d)
{
	if (d->path.len && unlink(d->path.buf))
		return;		/* then it stays, which harms nobody */
	strbuf_reset(&d->path);
}

int draft_keep(struct draft *d, struct error *err)
{
	size_t used = strlen(err->text);

	if (d->path.len)
		snprintf(err->text + used, sizeof(err->text) - used,
			 "; your text is kept in '%s'", d->path.buf);
	return -1;
}
