/* SPDX-License-Identifier: MIT */
/*
 * Objects to the disk: few as loose ones, many as one pack.  Each is read
 * back, because libgit2 1.5 can report an object as written when the disk was
 * full, and because "saved" is what we are about to say.
 */
#include "core/base/path.h"
#include "core/store/git_store.h"

static void backend_release(git_odb_backend **b)
{
	if (*b)
		(*b)->free(*b);
}
#define AUTO_BACKEND __attribute__((cleanup(backend_release))) git_odb_backend *

static void objects_folder(const struct git_store *s, struct strbuf *path)
{
	strbuf_addstr(path, s->common_dir);
	path_join(path, "objects");
}

/* Read straight from the files, past every cache. */
static int read_back(git_odb_backend *from, struct objects *o, size_t i,
		     struct error *err)
{
	const git_oid *id = objects_id(o, i);
	void *data = NULL;
	size_t len = 0;
	git_object_t type = GIT_OBJECT_INVALID;
	git_oid found;
	int rc = from->read(&data, &len, &type, from, id);

	if (!rc)
		rc = git_odb_hash(&found, data, len, type);
	git_odb_backend_data_free(from, data);
	if (rc || !git_oid_equal(&found, id))
		return error_set(err, ERROR_STORE,
				 "cannot read back what was written to the "
				 "repository (object %s); nothing was changed, "
				 "is the disk full or failing?",
				 git_oid_tostr_s(id));
	return 0;
}

static int read_all_back(git_odb_backend *from, struct objects *o,
			 struct error *err)
{
	for (size_t i = 0; i < objects_count(o); i++)
		if (read_back(from, o, i, err))
			return -1;
	return 0;
}

static int write_by_backend(struct git_store *s, git_odb_backend *loose,
			    struct error *err)
{
	int rc = 0;

	for (size_t i = 0; !rc && i < objects_count(s->objects); i++) {
		const void *data;
		size_t len;
		git_object_t type;

		objects_get(s->objects, i, &data, &len, &type);
		rc = loose->write(loose, objects_id(s->objects, i), data, len,
				  type);
	}
	return rc < 0 ? git_fail(err, rc, "cannot write to the repository")
		      : 0;
}

static int write_loose(struct git_store *s, struct error *err)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	AUTO_BACKEND loose = NULL;
	int rc;

	objects_folder(s, &folder);
	rc = git_odb_backend_loose(&loose, folder.buf, -1, 1, 0, 0);
	if (rc < 0)
		return git_fail(err, rc, "cannot write to the repository");
	rc = loose_suits(s) ? loose_write(s, folder.buf) : 1;
	if (rc < 0)
		return error_errno(err, "cannot write to '%s'", folder.buf);
	if (rc > 0 && write_by_backend(s, loose, err))
		return -1;
	return read_all_back(loose, s->objects, err);
}

static int build_pack(struct git_store *s, git_packbuilder *pack,
		      struct strbuf *index, struct error *err)
{
	int rc = 0;

	for (size_t i = 0; !rc && i < objects_count(s->objects); i++)
		rc = git_packbuilder_insert(pack, objects_id(s->objects, i),
					    NULL);
	if (!rc)
		rc = git_packbuilder_write(pack, NULL, 0, NULL, NULL);
	if (rc < 0)
		return git_fail(err, rc, "cannot write to the repository");
	objects_folder(s, index);
	path_join(index, "pack");
	strbuf_addf(index, "/pack-%s.idx", git_packbuilder_name(pack));
	return 0;
}

static int write_pack(struct git_store *s, struct error *err)
{
	GIT_AUTO(git_packbuilder) pack = NULL;
	AUTO(strbuf) index = STRBUF_INIT;
	AUTO_BACKEND written = NULL;
	int rc = git_packbuilder_new(&pack, s->repo);

	if (rc < 0)
		return git_fail(err, rc, "cannot write to the repository");
	if (build_pack(s, pack, &index, err))
		return -1;
	/* libgit2 does not look whether it could remove its own files. */
	objects_sweep(s);
	rc = git_odb_backend_one_pack(&written, index.buf);
	if (rc < 0)
		return git_fail(err, rc, "cannot read back '%s'", index.buf);
	return read_all_back(written, s->objects, err);
}

int objects_flush(struct git_store *s, struct error *err)
{
	int rc = objects_count(s->objects) <= LOOSE_MAX
			 ? write_loose(s, err)
			 : write_pack(s, err);

	if (rc)
		return -1;
	objects_clear(s->objects);
	return 0;
}
