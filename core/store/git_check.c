/* SPDX-License-Identifier: MIT */
/* Whether the repository is whole: what HEAD says is there and reads back. */
#include <stdarg.h>
#include <stdio.h>

#include "core/base/strset.h"
#include "core/store/git_store.h"

#define DEPTH_MAX 100		/* folders within each other */

struct walk {
	git_repository *repo;
	git_odb *odb;
	struct strset seen;	/* ids: a tree may be in many places */
	bool damaged;
	store_fault_visit *visit;
	void *arg;
	size_t count;
};

static void walk_release(struct walk *w)
{
	git_odb_free(w->odb);
	git_repository_free(w->repo);
	strset_release(&w->seen);
}

static void tell(struct walk *w, enum store_fault_kind kind, const char *where,
		 const char *fmt, ...) PRINTF_LIKE(4, 5);
static void tell(struct walk *w, enum store_fault_kind kind, const char *where,
		 const char *fmt, ...)
{
	char why[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(why, sizeof(why), fmt, ap);
	va_end(ap);
	w->damaged |= kind == STORE_DAMAGED;
	w->visit(w->arg, kind, where, why);
}

static const char *last_words(void)
{
	const git_error *last = git_error_last();

	return last && last->message ? last->message : "it cannot be read";
}

/* The object is what its id says; libgit2 may have read it without looking. */
static bool reads_back(struct walk *w, const git_oid *id, const char *where)
{
	git_odb_object *object = NULL;
	git_oid found;
	int rc = git_odb_read(&object, w->odb, id);
	char hex[GIT_OID_HEXSZ + 1];

	git_oid_tostr(hex, sizeof(hex), id);
	if (rc == GIT_ENOTFOUND) {
		tell(w, STORE_DAMAGED, where, "its object %s is missing", hex);
	} else if (rc) {
		tell(w, STORE_DAMAGED, where, "its object %s is damaged: %s",
		     hex, last_words());
	} else if (git_odb_hash(&found, git_odb_object_data(object),
				git_odb_object_size(object),
				git_odb_object_type(object)) ||
		   !git_oid_equal(&found, id)) {
		tell(w, STORE_DAMAGED, where,
		     "its object %s has other bytes than its name says", hex);
		rc = -1;
	}
	git_odb_object_free(object);
	w->count++;
	return !rc;
}

static void check_tree(struct walk *w, const git_oid *id, const char *path,
		       int depth);

static void check_item(struct walk *w, const git_tree_entry *entry,
		       const char *folder, int depth)
{
	AUTO(strbuf) path = STRBUF_INIT;
	const git_oid *id = git_tree_entry_id(entry);
	git_object_t type = git_tree_entry_type(entry);

	strbuf_addf(&path, "%s%s%s", folder, *folder ? "/" : "",
		    git_tree_entry_name(entry));
	if (type == GIT_OBJECT_TREE)
		check_tree(w, id, path.buf, depth + 1);
	else if (type == GIT_OBJECT_BLOB &&
		 !strset_has(&w->seen, (struct str){ (const char *)id->id,
						     GIT_OID_RAWSZ })) {
		strset_put(&w->seen, (struct str){ (const char *)id->id,
						   GIT_OID_RAWSZ }, 0);
		reads_back(w, id, path.buf);
	}
}

static void check_tree(struct walk *w, const git_oid *id, const char *path,
		       int depth)
{
	const struct str key = { (const char *)id->id, GIT_OID_RAWSZ };
	const char *where = *path ? path : "HEAD";
	GIT_AUTO(git_tree) tree = NULL;

	if (depth > DEPTH_MAX || strset_has(&w->seen, key))
		return;
	strset_put(&w->seen, key, 0);
	if (!reads_back(w, id, where))
		return;
	if (git_tree_lookup(&tree, w->repo, id)) {
		tell(w, STORE_DAMAGED, where, "its list of files cannot be "
		     "read: %s", last_words());
		return;
	}
	for (size_t i = 0; i < git_tree_entrycount(tree); i++)
		check_item(w, git_tree_entry_byindex(tree, i), path, depth);
}

static void check_head(struct walk *w)
{
	GIT_AUTO(git_reference) head = NULL;
	GIT_AUTO(git_commit) commit = NULL;
	const git_oid *id;
	int rc = git_repository_head(&head, w->repo);

	if (rc == GIT_EUNBORNBRANCH) {
		tell(w, STORE_NO_COMMIT, "HEAD",
		     "its branch has no commit, or is gone");
		return;
	}
	if (rc) {
		tell(w, STORE_DAMAGED, "HEAD", "it leads to no commit: %s",
		     last_words());
		return;
	}
	id = git_reference_target(head);
	if (!reads_back(w, id, "HEAD"))
		return;
	if (git_commit_lookup(&commit, w->repo, id))
		tell(w, STORE_DAMAGED, "HEAD", "it leads to no commit: %s",
		     last_words());
	else
		check_tree(w, git_commit_tree_id(commit), "", 0);
}

static const char *uncommitted_why(unsigned status)
{
	if (status & GIT_STATUS_CONFLICTED)
		return "a merge left it in conflict";
	if (status & GIT_STATUS_WT_NEW)
		return "it was never committed";
	if (status & (GIT_STATUS_WT_DELETED | GIT_STATUS_INDEX_DELETED))
		return "it was removed, and that is not committed";
	return "it was changed, and that is not committed";
}

static void check_uncommitted(struct walk *w)
{
	git_status_options options = {
		.version = GIT_STATUS_OPTIONS_VERSION,
		.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED |
			 GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS |
			 GIT_STATUS_OPT_EXCLUDE_SUBMODULES,
	};
	git_status_list *list = NULL;

	if (git_status_list_new(&list, w->repo, &options)) {
		tell(w, STORE_DAMAGED, "HEAD", "it cannot be compared with the "
		     "files: %s", last_words());
		return;
	}
	for (size_t i = 0; i < git_status_list_entrycount(list); i++) {
		const git_status_entry *e = git_status_byindex(list, i);
		const git_diff_delta *d = e->index_to_workdir ?
						  e->index_to_workdir :
						  e->head_to_index;

		tell(w, STORE_UNCOMMITTED, d->new_file.path, "%s",
		     uncommitted_why(e->status));
	}
	git_status_list_free(list);
}

static int check_repository(struct walk *w, const char *root,
			    struct error *err)
{
	int rc = git_repository_open_ext(&w->repo, root,
					 GIT_REPOSITORY_OPEN_NO_SEARCH, NULL);

	if (!rc)
		rc = git_repository_odb(&w->odb, w->repo);
	if (rc)
		return git_fail(err, rc, "cannot open the repository of '%s'",
				root);
	check_head(w);
	/* Beside what cannot be read, every file would look changed. */
	if (!w->damaged)
		check_uncommitted(w);
	return 0;
}

int git_store_verify(const char *root, store_fault_visit *visit, void *arg,
		     size_t *count, struct error *err)
{
	struct walk w = { .seen = STRSET_INIT, .visit = visit, .arg = arg };
	int rc;

	if (git_library_begin(err))
		return -1;
	rc = check_repository(&w, root, err);
	walk_release(&w);
	git_library_end();
	*count = w.count;
	return rc;
}
