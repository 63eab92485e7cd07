/* SPDX-License-Identifier: MIT */
/* A site as a commit of its own (site.h). */
#include "core/store/git_store.h"

#include "core/base/limits.h"
#include "core/base/path.h"

#define SITE_REF "refs/hecto/sites/"

/* Of a site that is new, so much is held until it goes to the disk. */
#define HELD_MAX ((size_t)16 << 20)

GIT_RELEASE(git_diff)

int site_reference(struct strbuf *out, const char *name, struct error *err)
{
	int valid = 0;

	strbuf_addstr(out, SITE_REF);
	strbuf_addstr(out, name);
	if (git_reference_name_is_valid(&valid, out->buf) || !valid)
		return error_set(err, ERROR_USAGE, "'%s' is no name that git "
				 "can keep a site by", name);
	return 0;
}

/* The tree of a commit; NULL where there is none. */
static git_tree *tree_of(struct git_store *s, const git_oid *id)
{
	GIT_AUTO(git_commit) commit = NULL;
	git_tree *tree = NULL;

	if (git_commit_lookup(&commit, s->repo, id) ||
	    git_commit_tree(&tree, commit))
		return NULL;
	return tree;
}

static int add_file(struct git_store *s, const struct beneath *folder,
		    const struct site_files *files, const char *path,
		    git_index *index, struct error *err)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	AUTO(strbuf) name = STRBUF_INIT;
	git_index_entry entry = { .mode = GIT_FILEMODE_BLOB };
	int rc;

	if (beneath_read(folder, path, LIMIT_FILE, &bytes, err))
		return -1;
	strbuf_addstr(&name, files->under ? files->under : "");
	path_join(&name, path);
	rc = git_odb_hash(&entry.id, bytes.buf, bytes.len, GIT_OBJECT_BLOB);
	/* In a dry run nobody asks for the bytes, only whether it is there. */
	if (!rc)
		objects_add(s, &entry.id,
			    files->dry_run ? STR("") : strbuf_slice(&bytes));
	entry.path = name.buf;
	if (!rc)
		rc = git_index_add(index, &entry);
	return rc < 0 ? git_fail(err, rc, "cannot take in '%s'", path) : 0;
}

/* Blobs that no commit has yet harm nobody, and are gone with the next git gc
 * if there is to be none. */
static int write_held(struct git_store *s, const struct site_files *files,
		      struct error *err)
{
	return files->dry_run || objects_bytes(s->objects) < HELD_MAX ?
		       0 : objects_flush(s, err);
}

/* An index in memory: folders and their order are libgit2's matter. */
static int make_tree(struct git_store *s, const struct site_files *files,
		     git_tree **out, struct error *err)
{
	GIT_AUTO(git_index) index = NULL;
	AUTO(beneath) folder = BENEATH_INIT;
	git_oid id;
	int rc = git_index_new(&index);

	if (rc < 0)
		return git_fail(err, rc, "cannot make the tree of the site");
	if (beneath_open(&folder, files->folder, err))
		return -1;
	for (size_t i = 0; i < files->count; i++)
		if (add_file(s, &folder, files, files->paths[i], index, err) ||
		    write_held(s, files, err))
			return -1;
	rc = git_index_write_tree_to(&id, index, s->repo);
	if (!rc)
		rc = git_tree_lookup(out, s->repo, &id);
	return rc < 0 ? git_fail(err, rc, "cannot make the tree of the site")
		      : 0;
}

struct visiting {
	const struct site_files *files;
	site_difference *visit;
	void *arg;
	size_t new_or_changed;
};

/* `known` may be from before the target was given this folder. */
static const char *without_folder(const struct site_files *files,
				  const char *path)
{
	struct str under = str_of(files->under ? files->under : "");
	struct str rest = str_from(str_of(path), under.len);

	return under.len && str_starts(str_of(path), files->under) &&
			       str_starts(rest, "/") ?
		       rest.s + 1 : path;
}

static void visit_delta(const git_diff_delta *delta, struct visiting *v)
{
	bool removed = delta->status == GIT_DELTA_DELETED;

	v->new_or_changed += !removed;
	v->visit(v->arg, without_folder(v->files, removed ?
					delta->old_file.path :
					delta->new_file.path), removed);
}

static int compare(struct git_store *s, git_tree *old, git_tree *new,
		   struct visiting *v, struct error *err)
{
	GIT_AUTO(git_diff) diff = NULL;
	int rc = git_diff_tree_to_tree(&diff, s->repo, old, new, NULL);

	/* git_diff_foreach would read all that is new. */
	for (size_t i = 0; !rc && i < git_diff_num_deltas(diff); i++)
		visit_delta(git_diff_get_delta(diff, i), v);
	return rc < 0 ? git_fail(err, rc, "cannot compare the site with the "
				 "one before") : 0;
}

static int write_commit(struct git_store *s, const struct site_files *files,
			const char *reference, const git_tree *tree,
			git_oid *id, struct error *err)
{
	GIT_AUTO(git_signature) who = NULL;
	GIT_AUTO(git_reference) ref = NULL;
	int rc;

	if (git_sign(s, files->author, 0, &who, err))
		return -1;
	rc = git_commit_create(id, s->repo, NULL, who, who, NULL,
			       files->message, tree, 0, NULL);
	if (rc < 0)
		return git_fail(err, rc, "cannot make the commit of the site");
	if (objects_flush(s, err))
		return -1;
	rc = git_reference_create(&ref, s->repo, reference, id, 1,
				  "publish (hecto)");
	return rc < 0 ? git_fail(err, rc, "cannot keep the commit of the site")
		      : 0;
}

static int compare_known(struct git_store *s, const struct site_files *files,
			 git_tree *new, struct visiting *v, struct error *err)
{
	GIT_AUTO(git_tree) old = NULL;
	git_oid id;

	if (files->known && !git_oid_fromstr(&id, files->known))
		old = tree_of(s, &id);
	return compare(s, old, new, v, err);
}

/* The commit that is kept already serves again if it has these files. */
static int keep_commit(struct git_store *s, const struct site_files *files,
		       const char *reference, const git_tree *new, git_oid *id,
		       struct error *err)
{
	GIT_AUTO(git_tree) kept = NULL;

	if (!git_reference_name_to_id(id, s->repo, reference))
		kept = tree_of(s, id);
	if (kept && git_oid_equal(git_tree_id(kept), git_tree_id(new)))
		return 0;
	return write_commit(s, files, reference, new, id, err);
}

static int make_commit(struct git_store *s, const struct site_files *files,
		       struct visiting *v, struct site_commit *out,
		       struct error *err)
{
	AUTO(strbuf) reference = STRBUF_INIT;
	GIT_AUTO(git_tree) new = NULL;
	git_oid id;

	if (site_reference(&reference, files->name, err) ||
	    make_tree(s, files, &new, err) ||
	    compare_known(s, files, new, v, err))
		return -1;
	out->unchanged = files->count - v->new_or_changed;
	if (files->dry_run)
		return 0;
	if (keep_commit(s, files, reference.buf, new, &id, err))
		return -1;
	git_oid_tostr(out->id, sizeof(out->id), &id);
	return 0;
}

int git_site_commit(struct store *base, const struct site_files *files,
		    site_difference *visit, void *arg, struct site_commit *out,
		    struct error *err)
{
	struct git_store *s = (struct git_store *)base;
	struct visiting v = { files, visit, arg, 0 };
	int rc;

	*out = (struct site_commit){ .unchanged = 0 };
	/* A lock that a batch has left to us would be waited for in vain. */
	git_acknowledge(base);
	if (state_lock(s, err))
		return -1;
	objects_clear(s->objects);
	rc = make_commit(s, files, &v, out, err);
	objects_clear(s->objects);
	state_unlock(s);
	return rc;
}
