/* SPDX-License-Identifier: MIT */
/*
 * Publishing to a branch of a git remote.
 *
 * Where a push goes to is asked once (first.h) and remembered in the git folder:
 * .git/hecto/publish/git-NAME has the address, the branch, and the commit that
 * we left there.
 */
#include "cmd/publish/first.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/folder_out.h"
#include "cmd/report.h"
#include "cmd/terminal/meter.h"
#include "core/base/address.h"
#include "core/base/alloc.h"
#include "core/base/path.h"

#define RECORD_MOST ((size_t)16 << 10)

/* What is known of a target from the last push. */
struct record {
	struct strbuf path, text;
	struct str address, branch;	/* parts of `text` */
	char commit[65];		/* empty: none is known */
};

#define RECORD_INIT                                                    \
	{                                                              \
		STRBUF_INIT, STRBUF_INIT, STR_NONE, STR_NONE, ""       \
	}

static void record_release(struct record *r)
{
	strbuf_release(&r->path);
	strbuf_release(&r->text);
}

static void record_read(struct record *r, const struct publish_job *job)
{
	struct error missing = ERROR_INIT;
	struct str rest, commit;

	strbuf_addstr(&r->path, journal_git_dir(job->ctx->journal));
	path_join(&r->path, "hecto/publish");
	path_join(&r->path, "git-");
	strbuf_addstr(&r->path, job->target->name);
	if (file_read(&r->text, r->path.buf, RECORD_MOST, &missing))
		return;
	rest = strbuf_slice(&r->text);
	r->address = str_next_line(&rest);
	r->branch = str_next_line(&rest);
	commit = str_next_line(&rest);
	if (commit.len < sizeof(r->commit))
		memcpy(r->commit, commit.s ? commit.s : "", commit.len);
}

static int record_write(const struct record *r, const char *address,
			const char *branch, const char *commit,
			struct error *err)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addslice(&folder, path_dirname(strbuf_slice(&r->path)));
	strbuf_addf(&text, "%s\n%s\n%s\n", address, branch, commit);
	if (file_make_folders(folder.buf, err))
		return -1;
	return folder_replace_file(r->path.buf, strbuf_slice(&text), err);
}

/* --- whether it may go there --- */

static int ask_first(const struct publish_job *job, const char *address,
		     const char *branch, struct error *err)
{
	AUTO(strbuf) where = STRBUF_INIT;

	strbuf_addf(&where, "the branch '%s' of '%s'", branch, address);
	return publish_ask_first(job, where.buf, err);
}

/* By convention that is the name of what a repository was forked from. */
static int refuse_upstream(const char *remote, struct error *err)
{
	if (!str_eq_nocase(str_of(remote), STR("upstream")))
		return 0;
	return error_set(err, ERROR_USAGE, "'upstream' is what this journal was "
			 "forked from; a site is published to a remote of your "
			 "own");
}

/* --- the commit, and the push --- */

static void note_difference(void *arg, const char *path, bool is_removed)
{
	struct outcome *o = arg;

	strset_put(is_removed ? &o->removed : &o->sent, str_of(path), 0);
}

static const char **paths_of(const struct file_marks *marks)
{
	const struct file_mark **ordered = file_marks_in_order(marks);
	const char **paths = xcalloc(marks->count + 1, sizeof(*paths));

	for (size_t i = 0; i < marks->count; i++)
		paths[i] = ordered[i]->path;
	free(ordered);
	return paths;
}

static int commit(const struct publish_job *job, const struct record *r,
		  struct outcome *o, struct site_commit *out,
		  struct error *err)
{
	const struct file_marks *marks = site_marks(job->site);
	const char **paths = paths_of(marks);
	struct site_files files = {
		.name = job->target->name,
		.folder = job->site->manifest.folder.buf,
		.paths = paths,
		.count = marks->count,
		.under = job->target->path,
		.message = "Publish the site\n",
		.known = r->commit[0] ? r->commit : NULL,
		.dry_run = job->dry_run,
	};
	int rc = journal_site_commit(job->ctx->journal, &files,
				     note_difference, o, out, err);

	free(paths);
	o->unchanged = out->unchanged;
	return rc;
}

static void show_progress(void *arg, unsigned done, unsigned all,
			  size_t bytes UNUSED)
{
	struct meter *m = arg;

	if (!m->total)
		meter_begin(m, "objects", all);
	while (m->done < done)
		meter_step(m, NULL);
}

/* As git has it. */
static const char *certificates(void)
{
	const char *file = getenv("GIT_SSL_CAINFO");

	return file ? file : getenv("SSL_CERT_FILE");
}

static int push(const struct publish_job *job, const char *remote,
		const char *branch, const struct record *r, struct error *err)
{
	struct meter meter = { .total = 0 };
	const struct site_push rules = {
		.name = job->target->name,
		.remote = remote,
		.branch = branch,
		.known = r->commit[0] ? r->commit : NULL,
		.force = job->force,
		.home = getenv("HOME"),
		.has_agent = getenv("SSH_AUTH_SOCK") != NULL,
		.certificates = certificates(),
		.progress = job->quiet ? NULL : show_progress,
		.arg = &meter,
	};
	bool pushed;
	int rc = journal_site_push(job->ctx->journal, &rules, &pushed, err);

	if (meter.total)
		meter_end(&meter);
	return rc;
}

int publish_git(const struct publish_job *job, struct outcome *o,
		struct error *err)
{
	const struct target *t = job->target;
	const char *remote = t->remote ? t->remote : TARGET_REMOTE;
	const char *branch = t->branch ? t->branch : TARGET_BRANCH;
	struct journal *j = job->ctx->journal;
	AUTO(strbuf) given = STRBUF_INIT;
	AUTO(strbuf) address = STRBUF_INIT;
	AUTO(record) r = RECORD_INIT;
	struct site_commit made;
	bool known;

	if (!journal_git_dir(j))
		return error_set(err, ERROR_NO_JOURNAL, "this journal is in no "
				 "git repository");
	if (refuse_upstream(remote, err) ||
	    journal_remote_address(j, remote, &given, err))
		return -1;
	/* A password in it is git's matter, and nobody else's. */
	address_add_shown(&address, given.buf);
	record_read(&r, job);
	known = str_eq(r.address, strbuf_slice(&address)) &&
		str_is(r.branch, branch);
	if (!known)
		r.commit[0] = '\0';
	if (!known && !job->dry_run &&
	    ask_first(job, address.buf, branch, err))
		return -1;
	if (commit(job, &r, o, &made, err))
		return -1;
	if (job->dry_run)
		return 0;
	if (push(job, remote, branch, &r, err))
		return -1;
	return record_write(&r, address.buf, branch, made.id, err);
}
