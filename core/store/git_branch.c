/* SPDX-License-Identifier: MIT */
/* The branch: where it is, and moving it when nobody else did. */
#include <time.h>

#include "core/store/git_store.h"

#define REF_PAUSE_MS 10

int branch_tip(struct git_store *s, git_oid *out, struct error *err)
{
	int rc = git_reference_name_to_id(out, s->repo, s->branch);

	if (rc)
		memset(out, 0, sizeof(*out));
	if (!rc || rc == GIT_ENOTFOUND)
		return 0;
	return git_fail(err, rc,
			"the branch '%s' is damaged (its last commits are in "
			"'%slogs/%s'; put one back with git update-ref)",
			s->branch, s->common_dir, s->branch);
}

int tip_tree(struct git_store *s, const git_oid *tip, git_tree **out,
	     struct error *err)
{
	GIT_AUTO(git_commit) commit = NULL;
	int rc;

	*out = NULL;
	if (git_oid_is_zero(tip))
		return 0;
	rc = git_commit_lookup(&commit, s->repo, tip);
	if (!rc)
		rc = git_commit_tree(out, commit);
	if (rc < 0)
		return git_fail(err, rc,
				"cannot read the last commit of '%s'; "
				"git fsck says what is damaged",
				s->branch);
	return 0;
}

/* Whoever holds a lock file lets go soon, or is no more. */
static int refuse_lock(struct git_store *s, struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
			 "git has been holding '%s%s.lock' for a while; wait "
			 "for it, and if no git is running remove that file",
			 s->common_dir, s->branch);
}

static int check_moved(struct git_store *s, const git_oid *to,
		       struct error *err)
{
	git_oid now;

	if (branch_tip(s, &now, err))
		return -1;
	if (!git_oid_equal(&now, to))
		return error_set(err, ERROR_STORE,
				 "the branch '%s' does not have the commit "
				 "just made; is the disk full or failing?",
				 s->branch);
	return 0;
}

int branch_move(struct git_store *s, const git_oid *from, const git_oid *to,
		const char *why, struct error *err)
{
	const struct timespec pause = { 0, REF_PAUSE_MS * 1000000L };
	unsigned tries = 1 + state_patience_ms() / REF_PAUSE_MS;
	int rc = GIT_ELOCKED;

	for (unsigned i = 0; i < tries && rc == GIT_ELOCKED; i++) {
		GIT_AUTO(git_reference) ref = NULL;

		if (i)
			nanosleep(&pause, NULL);
		rc = git_reference_create_matching(&ref, s->repo, s->branch,
						   to, 1, from, why);
	}
	if (rc == GIT_EMODIFIED)
		return 1;
	if (rc == GIT_ELOCKED)
		return refuse_lock(s, err);
	if (rc < 0)
		return git_fail(err, rc, "cannot move the branch '%s'",
				s->branch);
	return check_moved(s, to, err);
}
