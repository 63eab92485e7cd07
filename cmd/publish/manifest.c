/* SPDX-License-Identifier: MIT */
/* Which files of a folder are those that publishing put there. */
#include "cmd/publish/manifest.h"

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

static uint64_t read_state(struct str digits)
{
	uint64_t state = 0;

	for (size_t i = 0; i < digits.len; i++) {
		char c = digits.s[i];

		state = state << 4 |
			(unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
	}
	return state;
}

bool manifest_next(struct str *files, struct manifest_file *out)
{
	struct str line;

	while ((line = str_next_line(files)).s) {
		out->state = read_state(str_next_field(&line, ' '));
		out->path = line;
		if (path_is_safe(line))
			return true;
	}
	return false;
}

static void read_lines(struct manifest *m)
{
	struct str rest = strbuf_slice(&m->text), files;
	struct manifest_file f;

	/* Two folders of one hash: what is of the other is not ours. */
	if (!str_eq(str_next_line(&rest), strbuf_slice(&m->folder)))
		return;
	m->known = true;
	m->source = str_next_line(&rest);
	m->files = files = rest;
	while (manifest_next(&files, &f))
		strset_put(&m->paths, f.path, 0);
}

int manifest_open(struct manifest *m, struct journal *j, const char *folder,
		  struct error *err)
{
	const char *git_dir = journal_git_dir(j);
	struct error failure = ERROR_INIT;

	if (find_folder(m, folder, err))
		return -1;
	if (!git_dir)
		return 0;
	strbuf_addstr(&m->file, git_dir);
	path_join(&m->file, "hecto/publish");
	if (file_make_folders(m->file.buf, err))
		return -1;
	strbuf_addf(&m->file, "/%016" PRIx64,
		    hash_of(strbuf_slice(&m->folder)));
	if (!access(m->file.buf, F_OK) &&
	    !file_read(&m->text, m->file.buf, LIMIT_FILE, &failure))
		read_lines(m);
	return 0;
}

void manifest_release(struct manifest *m)
{
	strbuf_release(&m->file);
	strbuf_release(&m->folder);
	strbuf_release(&m->text);
	strset_release(&m->paths);
}

static int by_path(const void *a, const void *b)
{
	const struct strset_slot *x = a, *y = b;

	return str_cmp(str_of(x->key), str_of(y->key));
}

static void add_files(struct strbuf *out, const struct strset *paths)
{
	struct strset_slot *files = xcalloc(paths->count + 1, sizeof(*files));
	size_t count = 0;

	for (size_t i = 0; i < paths->size; i++)
		if (paths->slots[i].key)
			files[count++] = paths->slots[i];
	if (count)
		qsort(files, count, sizeof(*files), by_path);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(out, "%016" PRIx64 " %s\n",
			    (uint64_t)files[i].value, files[i].key);
	free(files);
}

int manifest_write(struct manifest *m, struct str source,
		   const struct strset *now, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (!m->file.len)
		return 0;
	strbuf_addf(&text, "%s\n", m->folder.buf);
	strbuf_addslice(&text, source);
	strbuf_addch(&text, '\n');
	add_files(&text, now);
	return folder_replace_file(m->file.buf, strbuf_slice(&text), err);
}

int manifest_begin(struct manifest *m, struct error *err)
{
	return m->known ? 0 : manifest_write(m, STR(""), &m->paths, err);
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
