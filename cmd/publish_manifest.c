/* SPDX-License-Identifier: MIT */
/* Which files of a folder are those that publishing put there. */
#include "cmd/publish_manifest.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

#include "cmd/folder_out.h"
#include "core/base/limits.h"
#include "core/base/path.h"

/* FNV-1a of 64 bits: the name only has to be its own for each folder. */
static uint64_t hash_of(struct str s)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < s.len; i++)
		hash = (hash ^ (unsigned char)s.s[i]) *
		       UINT64_C(0x100000001b3);
	return hash;
}

static int find_folder(struct manifest *m, const char *folder,
		       struct error *err)
{
	char *absolute = realpath(folder, NULL);

	if (!absolute)
		return error_errno(err, "cannot find the folder '%s'", folder);
	strbuf_addstr(&m->folder, absolute);
	free(absolute);
	return 0;
}

static void read_lines(struct manifest *m, struct str rest)
{
	struct str line = str_next_line(&rest);

	/* Two folders of one hash: what is of the other is not ours. */
	if (!str_eq(line, strbuf_slice(&m->folder)))
		return;
	m->known = true;
	while ((line = str_next_line(&rest)).s)
		if (path_is_safe(line))
			strset_put(&m->paths, line, 0);
}

int manifest_open(struct manifest *m, struct journal *j, const char *folder,
		  struct error *err)
{
	const char *git_dir = journal_git_dir(j);
	AUTO(strbuf) text = STRBUF_INIT;
	struct error failure = ERROR_INIT;

	if (find_folder(m, folder, err))
		return -1;
	if (!git_dir)
		return 0;
	strbuf_addstr(&m->file, git_dir);
	path_join(&m->file, "hecto/publish");
	if (folder_make(m->file.buf, err))
		return -1;
	strbuf_addf(&m->file, "/%016" PRIx64,
		    hash_of(strbuf_slice(&m->folder)));
	if (!access(m->file.buf, F_OK) &&
	    !file_read(&text, m->file.buf, LIMIT_FILE, &failure))
		read_lines(m, strbuf_slice(&text));
	return 0;
}

void manifest_release(struct manifest *m)
{
	strbuf_release(&m->file);
	strbuf_release(&m->folder);
	strset_release(&m->paths);
}

static int by_name(const void *a, const void *b)
{
	return str_cmp(str_of(*(const char *const *)a),
		       str_of(*(const char *const *)b));
}

static void add_paths(struct strbuf *out, const struct strset *paths)
{
	const char **names = xcalloc(paths->count + 1, sizeof(*names));
	size_t count = 0;

	for (size_t i = 0; i < paths->size; i++)
		if (paths->slots[i].key)
			names[count++] = paths->slots[i].key;
	if (count)
		qsort(names, count, sizeof(*names), by_name);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(out, "%s\n", names[i]);
	free(names);
}

int manifest_write(struct manifest *m, const struct strset *now,
		   struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (!m->file.len)
		return 0;
	strbuf_addf(&text, "%s\n", m->folder.buf);
	add_paths(&text, now);
	return folder_replace_file(m->file.buf, strbuf_slice(&text), err);
}

int manifest_begin(struct manifest *m, struct error *err)
{
	return m->known ? 0 : manifest_write(m, &m->paths, err);
}

/* The folders that led to a removed file, as far as they are empty now. */
static void remove_empty_folders(const struct beneath *root, struct str path)
{
	struct str folder = path_dirname(path);

	for (; folder.len; folder = path_dirname(folder)) {
		AUTO(strbuf) parent = STRBUF_INIT;
		AUTO(strbuf) name = STRBUF_INIT;
		int fd, rc;

		strbuf_addslice(&parent, path_dirname(folder));
		strbuf_addslice(&name, path_basename(folder));
		fd = parent.len ? beneath_openat(root, parent.buf,
						 O_RDONLY | O_DIRECTORY, 0) :
				  dup(root->fd);
		if (fd < 0)
			return;
		rc = unlinkat(fd, name.buf, AT_REMOVEDIR);
		close(fd);
		if (rc)
			return;
	}
}

int manifest_remove_others(const struct manifest *m,
			   const struct beneath *folder,
			   const struct strset *now, size_t *removed,
			   struct error *err)
{
	*removed = 0;
	for (size_t i = 0; i < m->paths.size; i++) {
		const char *path = m->paths.slots[i].key;

		if (!path || strset_has(now, str_of(path)))
			continue;
		if (beneath_remove(folder, path, err))
			return -1;
		remove_empty_folders(folder, str_of(path));
		++*removed;
	}
	return 0;
}
