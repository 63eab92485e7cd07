/* SPDX-License-Identifier: MIT */
#ifndef CORE_STORE_SITE_H
#define CORE_STORE_SITE_H

#include "core/store/store.h"

/*
 * A site as a commit, and pushing it to a branch of a remote.  Neither the work
 * tree nor git's index nor any branch of the journal is touched: the commit is
 * kept by a reference of our own, refs/hecto/sites/NAME.
 *
 * The commit has no parent.  What was once published and is private now would
 * otherwise stay in the history of the branch for everybody to read.
 */
struct site_files {
	const char *name;		/* of the target: "pages" */
	const char *folder;		/* the files are beneath it */
	const char *const *paths;	/* ascending, each once */
	size_t count;
	const char *under;		/* a folder of the branch, or NULL */
	const char *message;
	const struct store_author *author;
	const char *known;		/* the commit to compare with; NULL */
	bool dry_run;			/* write nothing */
};

struct site_commit {
	char id[65];		/* in hex; of a dry run, empty */
	size_t unchanged;
};

/* What `known` has otherwise, not, or too much; paths as in `paths`, and those
 * of the branch for what is too much above the folder `under`. */
typedef void site_difference(void *arg, const char *path, bool is_removed);

/* The commit that is kept already serves again where it has these files. */
int store_site_commit(struct store *s, const struct site_files *files,
		      site_difference *visit, void *arg,
		      struct site_commit *out, struct error *err) MUST_CHECK;

/* The address that a remote of this repository is pushed to; an address is
 * itself.  ERROR_NOT_FOUND where it is neither. */
int store_remote_address(struct store *s, const char *remote,
			 struct strbuf *out, struct error *err) MUST_CHECK;

struct site_push {
	const char *name;	/* of the target, as for store_site_commit */
	const char *remote;	/* a remote's name, or an address */
	const char *branch;	/* "gh-pages" */
	const char *known;	/* the commit that we left there, or NULL */
	bool force;		/* replace what others left there as well */
	const char *home;	/* of the user, with .ssh/; NULL: none */
	bool has_agent;		/* of ssh: $SSH_AUTH_SOCK is set */
	const char *certificates;	/* a file of those to believe in; NULL:
					   the system's */
	void (*progress)(void *arg, unsigned done, unsigned all, size_t bytes);
	void *arg;
};

/*
 * Push the kept commit.  A branch that is there and is not `known` belongs to
 * somebody else: ERROR_CONFLICT, unless `force`.  The remote itself compares
 * once more when it moves its branch.  ERROR_AUTH says what was tried.
 *
 * ssh: hosts have to be in ~/.ssh/known_hosts; keys come from the agent, else
 * from ~/.ssh/id_ed25519 and id_ecdsa.  https: certificates are checked;
 * name and password come from git's own helpers (gitcredentials(7)), are not
 * kept, and are nowhere shown.  `pushed` is false when it was there already.
 */
int store_site_push(struct store *s, const struct site_push *push,
		    bool *pushed, struct error *err) MUST_CHECK;

#endif
