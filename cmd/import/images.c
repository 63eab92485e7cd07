/* SPDX-License-Identifier: MIT */
/*
 * The images that the days of a log show: who names the log means them, too.
 * Only what is an image by its bytes comes along, since the text says where it
 * is, and may be anybody's.
 */
#include "cmd/import/images.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "core/base/file.h"
#include "core/base/image_header.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/model/link.h"
#include "core/text/markdown.h"

#define SVG_BYTES 1000		/* within which its first element begins */

/* --- which they are ------------------------------------------------------ */

static bool is_svg(struct str path, struct str bytes)
{
	struct str front = str_upto(bytes, SVG_BYTES);

	return str_eq_nocase(path_suffix(path), STR(".svg")) &&
	       str_find_str(front, STR("<svg")) < front.len;
}

static bool is_image(const char *path, struct str bytes)
{
	const struct foreign_file file = { .path = path };
	struct image_header header;

	return import_is_attachment(&file) &&
	       (image_header_read(&header, bytes) ||
		is_svg(str_of(path), bytes));
}

/* The paths of the images that a text shows, beneath what was named. */
static void paths_add(struct strset *out, struct str body, struct str folder)
{
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks blocks = markdown_blocks(body, &mem);

	for (size_t i = 0; i < blocks.nlinks; i++) {
		AUTO(strbuf) path = STRBUF_INIT;

		if (blocks.links[i].image &&
		    !str_starts(blocks.links[i].url, "/") &&
		    link_path(&path, folder, blocks.links[i].url) &&
		    !import_source_ignores(strbuf_slice(&path)))
			strset_put(out, strbuf_slice(&path), 0);
	}
}

static void paths_of_file(struct strset *out, const struct import_file *f)
{
	for (size_t i = 0; i < f->nentries; i++)
		paths_add(out, f->entries[i].entry.body,
			  path_dirname(str_of(f->path)));
}

/* --- beside a file that was named itself --------------------------------- */

/* Read one, if it is there; 1: it is too much, 0: done. */
static int read_image(struct import_source *s, const struct beneath *root,
		      const char *path, struct error *err)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct error ignored = ERROR_INIT;
	struct stat st;

	if (beneath_stat(root, path, &st) || !S_ISREG(st.st_mode) ||
	    (size_t)st.st_size > LIMIT_FILE)
		return 0;
	if (s->total + (size_t)st.st_size > LIMIT_SOURCE_BYTES ||
	    s->count >= LIMIT_SOURCE_FILES)
		return 1;
	if (beneath_read(root, path, LIMIT_FILE, &bytes, &ignored) ||
	    !is_image(path, strbuf_slice(&bytes)))
		return 0;
	return import_source_add(s, str_of(path), strbuf_slice(&bytes), err);
}

static int open_folder(struct beneath *root, struct str file,
		       struct error *err)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	struct str above = path_dirname(file);

	if (above.len)
		strbuf_addslice(&folder, above);
	else
		strbuf_addstr(&folder, str_starts(file, "/") ? "/" : ".");
	return beneath_open(root, folder.buf, err);
}

int import_read_images(struct import_source *s, const struct import_file *f,
		       struct error *err)
{
	AUTO(strset) paths = STRSET_INIT;
	AUTO(beneath) root = BENEATH_INIT;
	struct error ignored = ERROR_INIT;
	const char **in_order;
	int rc = 0;

	paths_of_file(&paths, f);
	if (!paths.count || open_folder(&root, str_of(s->name), &ignored))
		return 0;
	in_order = strset_in_order(&paths);
	for (size_t i = 0; i < paths.count && rc >= 0; i++) {
		rc = read_image(s, &root, in_order[i], err);
		if (rc > 0)
			import_source_skip(s, str_of(in_order[i]),
					   "the images beside the log are too "
					   "many, or too large");
	}
	free(in_order);
	return rc < 0 ? -1 : 0;
}

/* --- among the files of a folder ----------------------------------------- */

void import_keep_images(struct import_file *files, size_t count)
{
	AUTO(strset) paths = STRSET_INIT;
	const struct importer *importer = NULL;

	for (size_t i = 0; i < count; i++) {
		if (files[i].nentries)
			importer = files[i].importer;
		paths_of_file(&paths, &files[i]);
	}
	for (size_t i = 0; paths.count && i < count; i++)
		if (files[i].why &&
		    strset_has(&paths, str_of(files[i].path)) &&
		    is_image(files[i].path, files[i].bytes))
			import_file_keep(&files[i], importer, "notes");
}
