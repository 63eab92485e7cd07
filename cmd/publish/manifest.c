/* SPDX-License-Identifier: MIT */
/* Which files of a folder are those that publishing put there. */
#include "cmd/publish/manifest.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/folder_out.h"
#include "cmd/publish/current.h"
#include "core/base/file_state.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/base/sum64.h"

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

static int name_folder(struct manifest *m, const struct journal *j,
		       struct error *err)
{
	struct str folder = strbuf_slice(&m->folder);
	char *root = realpath(journal_root(j), NULL);
	size_t len;

	if (!root)
		return error_errno(err, "cannot find the folder '%s'",
				   journal_root(j));
	len = strlen(root);
	if (str_starts(folder, root) && folder.len > len + 1 &&
	    folder.s[len] == '/')
		folder = str_from(folder, len + 1);
	strbuf_addslice(&m->name, folder);
	free(root);
	return 0;
}

static void read_head(struct manifest *m, const struct strbuf *name)
{
	struct str rest = strbuf_slice(&m->text), source;

	/* Two folders of one hash: what is of the other is not ours. */
	if (!str_eq(str_next_line(&rest), strbuf_slice(name)))
		return;
	m->known = true;
	source = str_next_line(&rest);
	/* What another build meant by a key is not known. */
	m->same_program = sum64_read(str_next_line(&rest)) ==
			  publish_program();
	if (m->same_program)
		strbuf_addslice(&m->source, source);
	m->lines = rest;
}

/* Of a mark, about: the state, the key and a path. */
#define LINE_BYTES 52

size_t manifest_expected(const struct manifest *m)
{
	return m->lines.len / LINE_BYTES;
}

#define FILES_MANY 50000

bool manifest_is_large(const struct manifest *m)
{
	return manifest_expected(m) >= FILES_MANY;
}

size_t manifest_most(const struct manifest *m)
{
	return m->lines.len / FILE_MARK_LEAST;
}

void manifest_read_marks(struct manifest *m)
{
	struct str rest = m->lines, path;
	struct file_mark f;

	file_marks_expect(&m->marks, manifest_expected(m));
	while (file_marks_next(&rest, &f, &path)) {
		f.path = arena_str(&m->marks.mem, path).s;
		if (!m->same_program)
			f.key = 0;
		file_marks_append(&m->marks, &f);
	}
	/* The states are most of it. */
	strbuf_release(&m->text);
	m->lines.s = NULL;
}

static void read_file(struct manifest *m, const char *file,
		      const struct strbuf *name)
{
	struct error failure = ERROR_INIT;
	struct stat st;

	strbuf_reset(&m->text);
	if (stat(file, &st) ||
	    file_read(&m->text, file, LIMIT_FILE, &failure))
		return;
	m->when = file_changed(&st);
	read_head(m, name);
}

static void add_file_of(struct strbuf *out, const struct strbuf *records,
			const struct strbuf *name)
{
	strbuf_addf(out, "%s/%016" PRIx64, records->buf,
		    hash_of(strbuf_slice(name)));
}

/*
 * Before, a folder beneath the journal had its absolute path as well.  Where it
 * was, it is known by that, once: what is written goes by its name.
 */
static void read_record(struct manifest *m, const struct strbuf *records)
{
	AUTO(strbuf) former = STRBUF_INIT;

	read_file(m, m->file.buf, &m->name);
	if (m->known || str_eq(strbuf_slice(&m->name), strbuf_slice(&m->folder)))
		return;
	add_file_of(&former, records, &m->folder);
	read_file(m, former.buf, &m->folder);
}

int manifest_open(struct manifest *m, struct journal *j, const char *folder,
		  struct error *err)
{
	const char *git_dir = journal_git_dir(j);
	AUTO(strbuf) records = STRBUF_INIT;

	if (find_folder(m, folder, err) || name_folder(m, j, err))
		return -1;
	if (!git_dir)
		return 0;
	strbuf_addstr(&records, git_dir);
	path_join(&records, "hecto/publish");
	if (file_make_folders(records.buf, err))
		return -1;
	add_file_of(&m->file, &records, &m->name);
	read_record(m, &records);
	return 0;
}

void manifest_release(struct manifest *m)
{
	strbuf_release(&m->file);
	strbuf_release(&m->folder);
	strbuf_release(&m->name);
	strbuf_release(&m->source);
	strbuf_release(&m->text);
	file_marks_release(&m->marks);
}

int manifest_write(struct manifest *m, struct str source,
		   const struct file_marks *now, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (!m->file.len)
		return 0;
	strbuf_addf(&text, "%s\n", m->name.buf);
	strbuf_addslice(&text, source);
	strbuf_addf(&text, "\n%016" PRIx64 "\n", publish_program());
	file_marks_write(&text, now);
	return folder_replace_file(m->file.buf, strbuf_slice(&text), err);
}

int manifest_begin(struct manifest *m, struct error *err)
{
	return m->known ? 0 : manifest_write(m, STR(""), &m->marks, err);
}

/* Files beside the manifest: */
#define WORK "begun"		/* somebody is at work */
#define FACTS "facts"		/* what the exporter remembers */
#define COUNTS "counts"
#define ANSWERS "answers"

static void add_path(struct strbuf *out, const struct manifest *m,
		     const char *name)
{
	strbuf_addf(out, "%s.%s", m->file.buf, name);
}

int manifest_begin_writing(struct manifest *m, bool *interrupted,
			   struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;
	int fd;

	*interrupted = false;
	if (!m->file.len)
		return 0;
	add_path(&path, m, WORK);
	*interrupted = !access(path.buf, F_OK);
	fd = open(path.buf, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0)
		return error_errno(err, "cannot create '%s'", path.buf);
	close(fd);
	return 0;
}

void manifest_end_writing(const struct manifest *m)
{
	AUTO(strbuf) path = STRBUF_INIT;

	if (!m->file.len)
		return;
	add_path(&path, m, WORK);
	/* If it stays, the next run looks for leftovers in vain. */
	unlink(path.buf);
}

/* --- memory --- */

/* What cannot be read can be found out again.  None of these files ever grows
 * shorter: others take their place. */
static void map(const struct manifest *m, const char *name,
		struct file_map *out)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct error failure = ERROR_INIT;

	add_path(&path, m, name);
	if (file_map_open(out, path.buf, LIMIT_MAPPED, &failure))
		*out = (struct file_map)FILE_MAP_INIT;
}

void manifest_map_memory(const struct manifest *m, struct manifest_maps *out)
{
	if (!m->file.len || !m->same_program)
		return;
	map(m, FACTS, &out->facts);
	map(m, COUNTS, &out->counts);
	map(m, ANSWERS, &out->answers);
}

void manifest_maps_release(struct manifest_maps *maps)
{
	file_map_release(&maps->facts);
	file_map_release(&maps->counts);
	file_map_release(&maps->answers);
}

void manifest_maps_let_go(const struct manifest_maps *maps)
{
	file_map_let_go(&maps->facts);
	file_map_let_go(&maps->counts);
	file_map_let_go(&maps->answers);
}

/* Written at a time of what is mapped. */
#define PIECE ((size_t)1 << 20)

/* What has been written is let go, where it is of a file. */
static int write_pieces(int fd, struct str bytes, const struct file_map *of)
{
	for (; bytes.len; bytes = str_from(bytes, PIECE)) {
		if (file_write_fd(fd, of ? str_upto(bytes, PIECE) : bytes))
			return -1;
		if (!of)
			break;
		file_map_let_go(of);
	}
	return 0;
}

/* What is cut short is noticed by whoever reads it. */
static int append(const char *path, struct str bytes, const struct file_map *of,
		  struct error *err)
{
	int fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
	int rc = fd < 0 ? -1 : write_pieces(fd, bytes, of);

	if (fd >= 0)
		rc = file_close(fd, rc);
	return rc ? error_errno(err, "cannot write to '%s'", path) : 0;
}

static int write_facts(const struct manifest *m,
		       const struct export_memory *memory, struct error *err)
{
	struct str bytes = strbuf_slice(&memory->after);
	struct str between = memory->between;
	struct str rest = strbuf_slice(&memory->rest_after);
	AUTO(strbuf) path = STRBUF_INIT;

	if (memory->is_added && !bytes.len)
		return 0;
	add_path(&path, m, FACTS);
	if (memory->is_added ? append(path.buf, bytes, NULL, err) :
			       folder_replace_file(path.buf, bytes, err))
		return -1;
	return append(path.buf, between, memory->between_map, err) ||
			       append(path.buf, rest, NULL, err) ?
		       -1 :
		       0;
}

static int write_small(const struct manifest *m, const char *name,
		       const struct strbuf *bytes, struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;

	if (!bytes->len)
		return 0;
	add_path(&path, m, name);
	return folder_replace_file(path.buf, strbuf_slice(bytes), err);
}

int manifest_write_memory(const struct manifest *m,
			  const struct export_memory *memory, struct error *err)
{
	return !m->file.len ? 0 :
	       write_facts(m, memory, err) ||
			       write_small(m, COUNTS, &memory->counts, err) ||
			       write_small(m, ANSWERS, &memory->answers, err) ?
			      -1 : 0;
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

int manifest_remove(const struct strset *paths, const struct beneath *folder,
		    struct error *err)
{
	for (size_t i = 0; i < paths->size; i++) {
		const char *path = paths->slots[i].key;

		if (!path)
			continue;
		if (beneath_remove(folder, path, err))
			return -1;
		remove_empty_folders(folder, str_of(path));
	}
	return 0;
}
