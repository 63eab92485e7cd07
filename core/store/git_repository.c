/* SPDX-License-Identifier: MIT */
/* Making, opening and refusing repositories. */
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/path.h"
#include "core/store/git_store.h"

/*
 * libgit2 1.5 has two codes for a repository of somebody else's: its own, and
 * "not found" about safe.directory where nobody ever set that.
 */
static bool is_foreign(int code)
{
	const git_error *last = git_error_last();

	return code == GIT_EOWNER ||
	       (code == GIT_ENOTFOUND && last && last->message &&
		strstr(last->message, "safe.directory"));
}

static bool said(const char *what)
{
	const git_error *last = git_error_last();

	return last && last->message && strstr(last->message, what);
}

/* git takes whole paths only. */
static int refuse_foreign(const char *root, struct error *err)
{
	char *whole = realpath(root, NULL);

	error_set(err, ERROR_STORE, "'%s' belongs to another user; if you "
		  "trust it, run git config --global --add safe.directory '%s'",
		  root, whole ? whole : root);
	free(whole);
	return -1;
}

/* To libgit2 what may not be looked into is not there; sets errno. */
static bool is_closed(const char *root)
{
	AUTO(strbuf) path = STRBUF_INIT;

	strbuf_addstr(&path, root);
	path_join(&path, ".git");
	return access(path.buf, R_OK | X_OK) && errno == EACCES;
}

static int refuse_open(const char *root, int code, struct error *err)
{
	if (is_foreign(code))
		return refuse_foreign(root, err);
	if (code == GIT_ENOTFOUND && is_closed(root))
		return error_errno(err, "cannot read '%s/.git'", root);
	if (code == GIT_ENOTFOUND)
		return error_set(err, ERROR_NO_JOURNAL,
				 "'%s' is no git repository; 'hecto init' "
				 "makes it one",
				 root);
	if (said("object format") || said("objectformat"))
		return error_set(err, ERROR_STORE,
				 "'%s' has SHA-256 objects, which hecto cannot "
				 "write yet; keep the journal in a repository "
				 "made with git init --object-format=sha1",
				 root);
	return git_fail(err, code, "cannot open the repository '%s'", root);
}

/* What stands between us and writing, and how to get it out of the way. */
static const struct {
	int state;
	const char *what, *finish;
} under_way[] = {
	{ GIT_REPOSITORY_STATE_MERGE, "a merge is",
	  "finish it with git commit or leave it with git merge --abort" },
	{ GIT_REPOSITORY_STATE_REVERT, "a revert is",
	  "finish it with git revert --continue or leave it with --abort" },
	{ GIT_REPOSITORY_STATE_REVERT_SEQUENCE, "a revert is",
	  "finish it with git revert --continue or leave it with --abort" },
	{ GIT_REPOSITORY_STATE_CHERRYPICK, "a cherry-pick is",
	  "finish it with git cherry-pick --continue or leave it with --abort" },
	{ GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE, "a cherry-pick is",
	  "finish it with git cherry-pick --continue or leave it with --abort" },
	{ GIT_REPOSITORY_STATE_BISECT, "a bisection is",
	  "end it with git bisect reset" },
	{ GIT_REPOSITORY_STATE_REBASE, "a rebase is",
	  "finish it with git rebase --continue or leave it with --abort" },
	{ GIT_REPOSITORY_STATE_REBASE_INTERACTIVE, "a rebase is",
	  "finish it with git rebase --continue or leave it with --abort" },
	{ GIT_REPOSITORY_STATE_REBASE_MERGE, "a rebase is",
	  "finish it with git rebase --continue or leave it with --abort" },
	{ GIT_REPOSITORY_STATE_APPLY_MAILBOX, "git am is",
	  "finish it with git am --continue or leave it with --abort" },
	{ GIT_REPOSITORY_STATE_APPLY_MAILBOX_OR_REBASE, "git am or rebase is",
	  "finish it with git am --continue or leave it with --abort" },
};

static int refuse_state(struct git_store *s, struct error *err)
{
	int state = git_repository_state(s->repo);

	for (size_t i = 0; i < ARRAY_SIZE(under_way); i++)
		if (under_way[i].state == state)
			return error_set(err, ERROR_CONFLICT,
					 "%s under way in '%s'; %s",
					 under_way[i].what, s->root,
					 under_way[i].finish);
	return 0;
}

static int find_branch(struct git_store *s, struct error *err)
{
	GIT_AUTO(git_reference) head = NULL;
	const char *target;
	int rc = git_reference_lookup(&head, s->repo, "HEAD");

	if (rc < 0)
		return git_fail(err, rc, "cannot read HEAD of '%s'", s->root);
	target = git_reference_symbolic_target(head);
	if (!target)
		return error_set(err, ERROR_CONFLICT,
				 "'%s' is on no branch (a detached HEAD); "
				 "change to one with git switch",
				 s->root);
	if (strlen(target) >= BRANCH_MAX)
		return error_set(err, ERROR_CONFLICT,
				 "the branch of '%s' has a name of more than "
				 "%d bytes; give it a shorter one with git "
				 "branch -m",
				 s->root, BRANCH_MAX - 1);
	free(s->branch);
	s->branch = xstrdup(target);
	return 0;
}

int git_store_check(struct git_store *s, struct error *err)
{
	if (git_repository_is_bare(s->repo))
		return error_set(err, ERROR_STORE,
				 "'%s' is a bare repository; clone it and "
				 "write in the clone",
				 s->root);
	return refuse_state(s, err) || find_branch(s, err) ? -1 : 0;
}

/* core.worktree, in a repository from elsewhere, may name any folder. */
static int check_worktree(struct git_store *s, struct error *err)
{
	const char *folder = git_repository_workdir(s->repo);
	struct stat ours, gits;

	if (!stat(s->root, &ours) && folder && !stat(folder, &gits) &&
	    ours.st_dev == gits.st_dev && ours.st_ino == gits.st_ino)
		return 0;
	return error_set(err, ERROR_CONFLICT,
			 "git keeps the files of '%s' in '%s'; set that right "
			 "with git config --unset core.worktree",
			 s->root, folder ? folder : "no folder");
}

static int open_repository(struct git_store *s, struct error *err)
{
	int rc = git_repository_open_ext(&s->repo, s->root,
					 GIT_REPOSITORY_OPEN_NO_SEARCH, NULL);

	if (rc < 0)
		return refuse_open(s->root, rc, err);
	s->git_dir = xstrdup(git_repository_path(s->repo));
	s->common_dir = xstrdup(git_repository_commondir(s->repo));
	reflog_take_over(s);
	return git_store_check(s, err) || check_worktree(s, err) ? -1 : 0;
}

int git_store_open(struct store **out, const char *root, const char *git_dir,
		   struct error *err)
{
	struct git_store *s;

	(void)git_dir;
	if (git_library_begin(err))
		return -1;
	s = xcalloc(1, sizeof(*s));
	s->root = xstrdup(root);
	s->tree = s->state = (struct beneath)BENEATH_INIT;
	s->lock = s->settings = -1;
	if (open_repository(s, err) || beneath_open(&s->tree, root, err) ||
	    state_open(s, err) || objects_attach(s, err)) {
		git_store_close(&s->base);
		return -1;
	}
	*out = &s->base;
	return 0;
}

void git_store_close(struct store *base)
{
	struct git_store *s = (struct git_store *)base;

	state_unlock(s);
	git_odb_free(s->odb);
	git_repository_free(s->repo);
	if (s->settings >= 0)
		close(s->settings);
	worktree_forget(s);
	beneath_release(&s->tree);
	beneath_release(&s->state);
	notes_release(&s->notes);
	notes_release(&s->told);
	free(s->root);
	free(s->git_dir);
	free(s->common_dir);
	free(s->branch);
	free(s);
	git_library_end();
}

/* 1: it is one, 0: it is none, -1: it is one that we cannot work with. */
static int is_repository(const char *root, struct error *err)
{
	git_repository *repo = NULL;
	int rc = git_repository_open_ext(&repo, root,
					 GIT_REPOSITORY_OPEN_NO_SEARCH, NULL);

	git_repository_free(repo);
	if (!rc)
		return 1;
	if (rc == GIT_ENOTFOUND && !is_foreign(rc))
		return 0;
	return refuse_open(root, rc, err);
}

static int make_repository(const char *root, struct error *err)
{
	git_repository_init_options options = {
		.version = GIT_REPOSITORY_INIT_OPTIONS_VERSION,
		.flags = GIT_REPOSITORY_INIT_MKPATH,
	};
	git_repository *repo = NULL;
	GIT_AUTO(git_config) config = NULL;
	git_buf branch = GIT_BUF_INIT;
	int rc;

	if (git_config_open_default(&config) ||
	    git_config_get_string_buf(&branch, config, "init.defaultbranch") ||
	    !branch.size)
		options.initial_head = "main";
	else
		options.initial_head = branch.ptr;
	rc = git_repository_init_ext(&repo, root, &options);
	git_repository_free(repo);
	git_buf_dispose(&branch);
	if (rc < 0)
		return git_fail(err, rc, "cannot make '%s' a git repository",
				root);
	return 0;
}

int git_store_init(const char *root, struct error *err)
{
	int rc;

	if (git_library_begin(err))
		return -1;
	rc = is_repository(root, err);
	if (!rc)
		rc = make_repository(root, err);
	git_library_end();
	return rc < 0 ? -1 : 0;
}
