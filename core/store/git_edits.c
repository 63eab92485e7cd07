/* SPDX-License-Identifier: MIT */
/*
 * What HEAD and the work tree have of the files of a batch.  A file that a
 * person changed and did not commit is text that exists nowhere else: it is
 * committed first, as it is, before ours takes its place.
 */
#include "core/store/git_store.h"

static int find_in_tree(struct git_store *s, git_tree *head, struct change *c,
			struct error *err)
{
	GIT_AUTO(git_tree_entry) entry = NULL;
	int rc = GIT_ENOTFOUND;

	c->mode = GIT_FILEMODE_BLOB;
	memset(&c->before, 0, sizeof(c->before));
	if (head)
		rc = git_tree_entry_bypath(&entry, head, c->path);
	if (rc == GIT_ENOTFOUND)
		return 0;
	if (rc < 0)
		return git_fail(err, rc, "cannot look for '%s' in '%s'",
				c->path, s->branch);
	switch (git_tree_entry_filemode(entry)) {
	case GIT_FILEMODE_BLOB_EXECUTABLE:
		c->mode = GIT_FILEMODE_BLOB_EXECUTABLE;
		break;
	case GIT_FILEMODE_BLOB:
		break;
	case GIT_FILEMODE_UNREADABLE:
	case GIT_FILEMODE_TREE:
	case GIT_FILEMODE_LINK:
	case GIT_FILEMODE_COMMIT:
	default:
		return error_set(err, ERROR_CONFLICT,
				 "'%s' is a folder, a link or a submodule in "
				 "the repository, not a file",
				 c->path);
	}
	c->before = *git_tree_entry_id(entry);
	return 0;
}

static int find_in_worktree(struct git_store *s, struct change *c,
			    struct strbuf *bytes, struct error *err)
{
	enum found what;
	struct stat st;
	git_oid blob;

	memset(&c->edited, 0, sizeof(c->edited));
	if (worktree_find(s, c->path, &what, &blob, bytes, &st, err))
		return -1;
	if (what == FOUND_OTHER)
		return error_set(err, ERROR_CONFLICT,
				 "'%s' is a folder, not a file; move it away",
				 c->path);
	if (what == FOUND_NOTHING || git_oid_equal(&blob, &c->before) ||
	    (c->bytes && git_oid_equal(&blob, &c->blob)))
		return 0;
	c->edited = blob;
	objects_add(s, &blob, strbuf_slice(bytes));
	return 0;
}

int edits_find(struct git_batch *b, git_tree *head, struct error *err)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	int rc = 0;

	for (size_t i = 0; !rc && i < b->count; i++)
		rc = find_in_tree(b->store, head, &b->changes[i], err) ||
		     find_in_worktree(b->store, &b->changes[i], &bytes, err);
	worktree_forget(b->store);
	return rc ? -1 : 0;
}
