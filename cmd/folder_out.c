/* SPDX-License-Identifier: MIT */
/* Writing what exporters make into folders. */
#include "cmd/folder_out.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file_state.h"
#include "core/base/limits.h"
#include "core/base/path.h"

/* Beside what it becomes, so that it is on the same file system. */
static void add_temporary_name(struct strbuf *out, struct str path)
{
	struct str folder = path_dirname(path);

	if (folder.len) {
		strbuf_addslice(out, folder);
		strbuf_addch(out, '/');
	}
	strbuf_addf(out, ".hecto-%ld.tmp", (long)getpid());
}

/* Its state is asked for before its bytes: what happens in between shows. */
static bool has_bytes(const struct beneath *folder, const char *path,
		      struct str bytes, struct stat *st)
{
	AUTO(strbuf) old = STRBUF_INIT;
	struct error err = ERROR_INIT;

	return !beneath_stat(folder, path, st) && S_ISREG(st->st_mode) &&
	       (size_t)st->st_size == bytes.len &&
	       !beneath_read(folder, path, LIMIT_FILE, &old, &err) &&
	       str_eq(strbuf_slice(&old), bytes);
}

/*
 * A file that is not there yet is written where it belongs, which is quicker
 * than renaming it.  False: it is there, or its folder is not, or it could not
 * be written whole; replacing it is left to say so.  What an interruption
 * leaves behind differs, and is replaced the next time.
 */
static bool create(const struct beneath *folder, const char *path,
		   struct str bytes, struct stat *st)
{
	struct error err = ERROR_INIT;
	int fd = beneath_openat(folder, path, O_WRONLY | O_CREAT | O_EXCL,
				0666);
	bool done;

	if (fd < 0)
		return false;
	done = !file_write_fd(fd, bytes) && !fstat(fd, st);
	if (close(fd))
		done = false;
	if (!done && beneath_remove(folder, path, &err))
		return false;
	return done;
}

static int replace(const struct beneath *folder, const char *path,
		   struct str bytes, struct error *err)
{
	AUTO(strbuf) temporary = STRBUF_INIT;

	add_temporary_name(&temporary, str_of(path));
	return beneath_replace(folder, path, temporary.buf, bytes, false, err);
}

static int write_file(struct folder_out *f, const char *path,
		      struct str bytes, struct stat *st, struct error *err)
{
	f->written++;
	strset_put(&f->changed, str_of(path), 0);
	if (f->dry || create(&f->folder, path, bytes, st))
		return 0;
	if (replace(&f->folder, path, bytes, err))
		return -1;
	/* One that is gone already has no state to be found again. */
	if (beneath_stat(&f->folder, path, st))
		*st = (struct stat){ .st_size = -1 };
	return 0;
}

int folder_out_put(struct export_out *out, const char *path,
		   struct str bytes, struct error *err)
{
	struct folder_out *f = (struct folder_out *)(void *)out;
	struct stat st = { 0 };

	if (!path_is_safe(str_of(path)))
		return error_set(err, ERROR_INPUT, "'%s' is no name for a "
				 "file beneath the folder", path);
	if (!strset_put(&f->paths, str_of(path), 0))
		return error_set(err, ERROR_CONFLICT, "the export has the "
				 "file '%s' twice", path);
	if (f->folder.fd >= 0 && has_bytes(&f->folder, path, bytes, &st))
		f->unchanged++;
	else if (write_file(f, path, bytes, &st, err))
		return -1;
	strset_put(&f->paths, str_of(path), (size_t)file_state(&st));
	return 0;
}

int folder_out_open(struct folder_out *f, const char *path,
		    struct error *err)
{
	*f = (struct folder_out){
		.out = { folder_out_put },
		.folder = BENEATH_INIT,
		.paths = STRSET_INIT,
	};
	if (file_make_folders(path, err))
		return -1;
	return beneath_open(&f->folder, path, err);
}

void folder_out_release(struct folder_out *f)
{
	beneath_release(&f->folder);
	strset_release(&f->paths);
	strset_release(&f->changed);
}

int folder_replace_file(const char *path, struct str bytes,
			struct error *err)
{
	AUTO(beneath) folder = BENEATH_INIT;
	AUTO(strbuf) parent = STRBUF_INIT;
	AUTO(strbuf) name = STRBUF_INIT;
	struct str dir = path_dirname(str_of(path));

	if (dir.len)
		strbuf_addslice(&parent, dir);
	else
		strbuf_addstr(&parent, str_starts(str_of(path), "/") ? "/" :
								       ".");
	strbuf_addslice(&name, path_basename(str_of(path)));
	if (beneath_open(&folder, parent.buf, err))
		return -1;
	return replace(&folder, name.buf, bytes, err);
}
