/* SPDX-License-Identifier: MIT */
/* The members of an archive, as if it were a folder. */
#include "cmd/import/source.h"

#include <string.h>

#include "core/archive/archive.h"

/*
 * The length of the one folder that everything is in, with its '/', or 0:
 * what is packed as "project-main/…" has the paths that the project has.
 */
static size_t common_folder(const struct archive_files *files)
{
	struct str folder = STR_NONE;

	for (size_t i = 0; i < files->count; i++) {
		struct str path = str_of(files->files[i].path);
		size_t slash = str_find(path, '/');

		if (files->files[i].skipped || import_source_ignores(path))
			continue;
		if (slash == path.len)
			return 0;
		if (!folder.s)
			folder = str_upto(path, slash + 1);
		else if (!str_eq(folder, str_upto(path, slash + 1)))
			return 0;
	}
	return folder.len;
}

/*
 * Programs keep their documents in zip archives.  What is in there is text, but
 * none that a person wrote.
 */
static const struct {
	const char *path, *content;	/* of a member; NULL: whatever it is */
	const char *what;
} documents[] = {
	{ "[Content_Types].xml", NULL, "a document of an office program" },
	{ "mimetype", "application/epub", "an e-book" },
	{ "mimetype", "application/", "a document of an office program" },
};

static int refuse_document(const struct import_source *s,
			   const struct archive_file *f, struct error *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(documents); i++) {
		if (f->skipped || strcmp(f->path, documents[i].path) ||
		    (documents[i].content &&
		     !str_starts(f->bytes, documents[i].content)))
			continue;
		return error_set(err, ERROR_INPUT, "cannot import '%s': it is "
				 "%s; save it as Markdown or text, or a table "
				 "as CSV, first", s->name, documents[i].what);
	}
	return 0;
}

int import_source_unpack(struct import_source *s, struct str bytes,
			 struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct archive_files files;
	size_t folder;

	if (archive_read(&files, bytes, &mem, err))
		return error_context(err, "cannot import '%s'", s->name);
	folder = common_folder(&files);
	for (size_t i = 0; i < files.count; i++) {
		const struct archive_file *f = &files.files[i];
		struct str path = str_of(f->path);

		if (refuse_document(s, f, err))
			return -1;
		if (f->skipped)
			import_source_skip(s, path, f->skipped);
		else if (!import_source_ignores(path) &&
			 import_source_add(s, str_from(path, folder),
					   f->bytes, err))
			return -1;
	}
	return 0;
}
