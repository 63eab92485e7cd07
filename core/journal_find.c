/* SPDX-License-Identifier: MIT */
/* Which folder is the journal, where its git folder is, and making a new one. */
#include "core/journal_private.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/base/path.h"

static bool is_folder(const char *path)
{
	struct stat st;

	return !stat(path, &st) && S_ISDIR(st.st_mode);
}

static bool is_journal(const char *folder)
{
	AUTO(strbuf) path = STRBUF_INIT;

	strbuf_addstr(&path, folder);
	path_join(&path, ".hecto");
	return is_folder(path.buf);
}

static int named(struct strbuf *out, const char *folder, const char *how,
		 struct error *err)
{
	if (!is_journal(folder))
		return error_set(err, ERROR_NO_JOURNAL,
				 "'%s' (%s) is no journal; make it one with "
				 "'hecto init %s'",
				 folder, how, folder);
	strbuf_addstr(out, folder);
	return 0;
}

/* The nearest folder upwards that is a journal. */
static bool upwards(struct strbuf *out, const char *cwd)
{
	struct str folder = str_of(cwd);

	for (;;) {
		strbuf_reset(out);
		strbuf_addslice(out, folder);
		if (!folder.len)
			strbuf_addch(out, '/');
		if (is_journal(out->buf))
			return true;
		if (!folder.len)
			return false;
		folder = path_dirname(folder);
	}
}

int journal_find(struct strbuf *out, const char *given, const char *variable,
		 const char *cwd, const char *home, struct error *err)
{
	if (given)
		return named(out, given, "named with -C", err);
	if (variable && *variable)
		return named(out, variable, "named by HECTO_DIR", err);
	if (cwd && upwards(out, cwd))
		return 0;
	strbuf_reset(out);
	if (home && *home == '/') {
		strbuf_addstr(out, home);
		path_join(out, "hecto");
		if (is_journal(out->buf))
			return 0;
	}
	strbuf_reset(out);
	return error_set(err, ERROR_NO_JOURNAL,
			 "no journal here; make one with 'hecto init', or name "
			 "one with -C");
}

/* "gitdir: PATH", as linked work trees and submodules have it. */
static int read_git_file(struct strbuf *out, const char *root,
			 const char *path, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct str target;

	if (file_read(&text, path, LIMIT_PATH, err))
		return -1;
	target = str_trim(strbuf_slice(&text));
	if (!str_starts(target, "gitdir:"))
		return error_set(err, ERROR_STORE,
				 "'%s' is neither a git folder nor a link to one",
				 path);
	target = str_trim(str_from(target, 7));
	if (!str_starts(target, "/"))
		strbuf_addstr(out, root);
	path_join_slice(out, target);
	return 0;
}

int journal_find_git_dir(struct strbuf *out, const char *root,
			 struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;

	strbuf_addstr(&path, root);
	path_join(&path, ".git");
	if (is_folder(path.buf)) {
		strbuf_addslice(out, strbuf_slice(&path));
		return 0;
	}
	if (access(path.buf, F_OK))
		return error_set(err, ERROR_STORE,
				 "'%s' is not a git repository; 'hecto init %s' "
				 "makes it one and keeps its files",
				 root, root);
	return read_git_file(out, root, path.buf, err);
}

static const char first_config[] =
	"# Settings of this journal; hecto-config(5) explains them.\n"
	"[publish]\n"
	"\t# These sections of an entry stay out of the site.\n"
	"\tprivate = thoughts\n";

/* Bytes are kept as they are, and two machines that wrote the same day merge
 * without a conflict. */
static const char attributes[] = "log/** -text merge=union\n"
				 "notes/** -text merge=union\n"
				 "plans/** -text merge=union\n"
				 ".hecto/logs/** -text merge=union\n";

static int put_attributes(struct journal *j, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct error missing = ERROR_INIT;

	if (journal_read(j, ".gitattributes", &text, &missing) &&
	    missing.kind != ERROR_NOT_FOUND) {
		*err = missing;
		return -1;
	}
	if (str_find_str(strbuf_slice(&text), str_of(attributes)) < text.len)
		return 0;
	if (text.len && text.buf[text.len - 1] != '\n')
		strbuf_addch(&text, '\n');
	strbuf_addstr(&text, attributes);
	return journal_put(j, ".gitattributes", strbuf_slice(&text), err);
}

static int put_first_files(struct journal *j, struct error *err)
{
	struct stat st;

	if (beneath_stat(&j->tree, CONFIG_FILE, &st) &&
	    journal_put(j, CONFIG_FILE, str_of(first_config), err))
		return -1;
	return put_attributes(j, err);
}

int journal_init(const char *root, struct clock now,
		 struct store_report *report, struct error *err)
{
	struct journal *j;
	int rc;

	if (file_make_folders(root, err) || store_init(root, err))
		return error_context(err, "cannot make a journal of '%s'", root);
	if (journal_open(&j, root, now, DAY_NONE, err))
		return -1;
	rc = journal_begin(j, err);
	if (!rc)
		rc = put_first_files(j, err);
	if (!rc)
		rc = journal_commit(j, "Begin a journal\n", report, err);
	/* A journal is there or is not, which shows. */
	if (!rc)
		journal_acknowledge(j);
	if (!rc)		/* its strings go with the journal */
		*report = (struct store_report){ .changed = report->changed };
	journal_close(j);
	return rc;
}
