/* SPDX-License-Identifier: MIT */
/* Writing what exporters make into folders. */
#include "cmd/folder_out.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file_state.h"
#include "core/base/limits.h"
#include "core/base/path.h"

#define STAT_MOST ((size_t)4096)

static void add_own_name(struct strbuf *out)
{
	strbuf_addf(out, ".hecto-%ld.tmp", (long)getpid());
}

/* Beside what it becomes, so that it is on the same file system. */
static void add_temporary_name(struct strbuf *out, struct str path)
{
	struct str folder = path_dirname(path);

	if (folder.len) {
		strbuf_addslice(out, folder);
		strbuf_addch(out, '/');
	}
	add_own_name(out);
}

/* Its state is asked for before its bytes: what happens in between shows. */
static bool has_bytes(struct folder_out *f, const char *path, struct str bytes,
		      struct stat *st)
{
	struct error err = ERROR_INIT;

	if (beneath_folder_stat(&f->walk, path, st) || !S_ISREG(st->st_mode) ||
	    (size_t)st->st_size != bytes.len)
		return false;
	strbuf_reset(&f->old);
	return !beneath_read(&f->folder, path, LIMIT_FILE, &f->old, &err) &&
	       str_eq(strbuf_slice(&f->old), bytes);
}

/* The folder of a file, made if need be; it is drawn again after a power cut. */
static int folder_of(struct folder_out *f, const char *path, const char **name)
{
	struct error err = ERROR_INIT;
	int in = beneath_folder_of(&f->walk, path, name);

	if (in >= 0 || beneath_make_folders(&f->folder, path, false, &err))
		return in;
	return beneath_folder_of(&f->walk, path, name);
}

/* --- making files --- */

#define MADE "file"		/* in the workshop */

/*
 * A folder is locked while its file system looks for room for one more file,
 * which may take longer than it took to draw the page.  So where several
 * processes make files of one folder, each does so in a folder of its own, and
 * moves them to where they belong.
 */
static void open_workshop(struct folder_out *f)
{
	AUTO(strbuf) name = STRBUF_INIT;

	if (f->workshop >= 0 || f->has_no_workshop)
		return;
	add_own_name(&name);
	if (!mkdirat(f->folder.fd, name.buf, 0700))
		f->workshop = beneath_openat(&f->folder, name.buf,
					     O_RDONLY | O_DIRECTORY, 0);
	f->has_no_workshop = f->workshop < 0;
	if (f->has_no_workshop)
		unlinkat(f->folder.fd, name.buf, AT_REMOVEDIR);
}

static void close_workshop(struct folder_out *f)
{
	AUTO(strbuf) name = STRBUF_INIT;

	if (f->workshop < 0)
		return;
	close(f->workshop);
	f->workshop = -1;
	add_own_name(&name);
	unlinkat(f->folder.fd, name.buf, AT_REMOVEDIR);
}

static int create_file(int folder, const char *name)
{
	return openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		      0666);
}

/* What is there is replaced.  False: it is as it was. */
static bool make_and_move(const struct folder_out *f, int folder,
			  const char *name, struct str bytes, struct stat *st)
{
	int fd = create_file(f->workshop, MADE);
	bool done;

	if (fd < 0)
		return false;
	done = !file_write_fd(fd, bytes) &&
	       !renameat(f->workshop, MADE, folder, name);
	if (!done)
		unlinkat(f->workshop, MADE, 0);
	/* One that is gone already has no state to be found again. */
	if (done && fstat(fd, st))
		*st = (struct stat){ .st_size = -1 };
	if (close(fd))
		done = false;
	return done;
}

static bool make_in_place(struct folder_out *f, int folder, const char *name,
			  const char *path, struct str bytes, struct stat *st)
{
	struct error err = ERROR_INIT;
	int fd = create_file(folder, name);
	bool done;

	if (fd < 0)
		return false;
	done = !file_write_fd(fd, bytes) && !fstat(fd, st);
	if (close(fd))
		done = false;
	if (!done && beneath_remove(&f->folder, path, &err))
		return false;
	return done;
}

/*
 * A file that is not there yet is written where it belongs, which is quicker
 * than renaming it.  False: it is there, or it could not be written whole, or
 * its folder could not be made; replacing it is left to say so.  What an
 * interruption leaves behind differs, and is replaced the next time.
 */
static bool create(struct folder_out *f, const char *path, struct str bytes,
		   struct stat *st)
{
	const char *name;
	int folder = folder_of(f, path, &name);

	if (folder < 0)
		return false;
	if (f->out.is_shared)
		open_workshop(f);
	return f->workshop >= 0 ?
		       make_and_move(f, folder, name, bytes, st) :
		       make_in_place(f, folder, name, path, bytes, st);
}

/* A link on the way is not followed, for it may lead out of the folder; it is
 * what the complaint is about. */
static int name_link(const struct beneath *folder, const char *path,
		     struct error *err)
{
	AUTO(strbuf) part = STRBUF_INIT;
	struct str rest = str_of(path);
	struct stat st;

	while (rest.len) {
		path_join_slice(&part, str_next_field(&rest, '/'));
		if (beneath_stat(folder, part.buf, &st))
			return -1;
		if (S_ISLNK(st.st_mode))
			return error_set(err, ERROR_IO, "'%s' in the folder is "
					 "a symbolic link, and links are not "
					 "followed; remove it, and '%s' is "
					 "made anew", part.buf, part.buf);
	}
	return -1;
}

static int replace(const struct beneath *folder, const char *path,
		   struct str bytes, struct error *err)
{
	AUTO(strbuf) temporary = STRBUF_INIT;

	add_temporary_name(&temporary, str_of(path));
	if (!beneath_replace(folder, path, temporary.buf, bytes, false, err))
		return 0;
	return name_link(folder, path, err);
}

static int write_file(struct folder_out *f, const char *path,
		      struct str bytes, struct stat *st, struct error *err)
{
	if (f->dry || create(f, path, bytes, st))
		return 0;
	if (replace(&f->folder, path, bytes, err))
		return -1;
	/* One that is gone already has no state to be found again. */
	if (beneath_stat(&f->folder, path, st))
		*st = (struct stat){ .st_size = -1 };
	return 0;
}

/* The key that it was asked for, if that was the last thing. */
static uint64_t take_key(struct folder_out *f, const char *path)
{
	uint64_t key = str_is(strbuf_slice(&f->asked), path) ? f->key : 0;

	strbuf_reset(&f->asked);
	return key;
}

/* Of the mark that came last. */
static void note_change(struct folder_out *f, bool changed)
{
	size_t last = f->marks.count - 1;

	XGROW(f->changed, last, f->changed_cap);
	f->changed[last] = changed;
}

static int add_mark(struct folder_out *f, struct str path, uint64_t state,
		    uint64_t key, bool changed, struct error *err)
{
	if (!file_marks_add(&f->marks, path, state, key))
		return error_set(err, ERROR_CONFLICT, "the export has the "
				 "file '%.*s' twice", (int)path.len, path.s);
	note_change(f, changed);
	f->written += changed;
	f->unchanged += !changed;
	return 0;
}

static int put_file(struct export_out *out, const char *path,
		    struct str bytes, struct error *err)
{
	struct folder_out *f = (struct folder_out *)(void *)out;
	uint64_t key = take_key(f, path);
	struct stat st = { 0 };
	bool changed;

	if (!path_is_safe(str_of(path)))
		return error_set(err, ERROR_INPUT, "'%s' is no name for a "
				 "file beneath the folder", path);
	changed = f->out.is_new || f->folder.fd < 0 ||
		  !has_bytes(f, path, bytes, &st);
	if (changed && write_file(f, path, bytes, &st, err))
		return -1;
	return add_mark(f, str_of(path), file_state(&st), key, changed, err);
}

/* False: it was kept already. */
static bool keep(struct folder_out *f, size_t number)
{
	if (!f->kept)
		f->kept = xcalloc(f->before->count, sizeof(*f->kept));
	if (f->kept[number])
		return false;
	f->kept[number] = true;
	f->unchanged++;
	return true;
}

static bool is_current(struct export_out *out, const char *path, uint64_t key)
{
	struct folder_out *f = (struct folder_out *)(void *)out;
	const struct file_mark *mark = f->before ?
		file_marks_find(f->before, str_of(path)) : NULL;

	if (key && mark && mark->key == key &&
	    f->holds[mark - f->before->items] &&
	    keep(f, (size_t)(mark - f->before->items)))
		return true;
	strbuf_reset(&f->asked);
	strbuf_addstr(&f->asked, path);
	f->key = key;
	return false;
}

static void begin(struct export_out *out)
{
	struct folder_out *f = (struct folder_out *)(void *)out;

	file_marks_release(&f->marks);
	free(f->kept);
	f->kept = NULL;
	f->written = f->unchanged = 0;
}

void folder_out_settle(struct folder_out *f)
{
	for (size_t i = 0; f->kept && i < f->before->count; i++)
		if (f->kept[i] &&
		    file_marks_borrow(&f->marks, &f->before->items[i]))
			note_change(f, false);
	free(f->kept);
	f->kept = NULL;
}

/* How many differed in a line, then their marks, then those of the others. */
static void tell(struct export_out *out, struct strbuf *report)
{
	struct folder_out *f = (struct folder_out *)(void *)out;

	close_workshop(f);
	folder_out_settle(f);
	strbuf_addf(report, "%zu\n", f->written);
	for (int changed = 1; changed >= 0; changed--)
		for (size_t i = 0; i < f->marks.count; i++)
			if (f->changed[i] == changed)
				file_mark_write(report, &f->marks.items[i]);
}

static int hear(struct export_out *out, struct str report, struct error *err)
{
	struct folder_out *f = (struct folder_out *)(void *)out;
	struct str count = str_next_line(&report), path;
	struct file_mark mark;
	unsigned written;

	close_workshop(f);
	if (str_to_uint(count, UINT_MAX, &written))
		return error_set(err, ERROR_IO, "a process that was started "
				 "for a share of the files makes no sense");
	for (unsigned i = 0; file_marks_next(&report, &mark, &path); i++)
		if (add_mark(f, path, mark.state, mark.key, i < written, err))
			return -1;
	return 0;
}

static DIR *list(const struct beneath *root, const char *folder)
{
	int fd = beneath_openat(root, folder, O_RDONLY | O_DIRECTORY, 0);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);

	if (!dir && fd >= 0)
		close(fd);
	return dir;
}

static void set_up(struct folder_out *f)
{
	*f = (struct folder_out)FOLDER_OUT_INIT;
	f->out = (struct export_out){
		.file = put_file,
		.is_current = is_current,
		.begin = begin,
		.tell = tell,
		.hear = hear,
		.is_new = true,
	};
	f->walk.root = &f->folder;
}

static bool is_name(const struct dirent *d)
{
	return !str_is(str_of(d->d_name), ".") &&
	       !str_is(str_of(d->d_name), "..");
}

/* One that cannot be listed is taken for one that has files. */
static bool is_empty(const struct beneath *folder)
{
	DIR *dir = list(folder, ".");
	const struct dirent *d;
	bool empty = dir;

	while (empty && (d = readdir(dir)))
		empty = !is_name(d);
	if (dir)
		closedir(dir);
	return empty;
}

static int open_folder(struct folder_out *f, const char *path,
		       struct error *err)
{
	if (beneath_open(&f->folder, path, err))
		return -1;
	f->out.is_new = is_empty(&f->folder);
	return 0;
}

int folder_out_open_dry(struct folder_out *f, const char *path,
			struct error *err)
{
	struct stat st;

	set_up(f);
	f->dry = true;
	return stat(path, &st) ? 0 : open_folder(f, path, err);
}

int folder_out_open(struct folder_out *f, const char *path,
		    struct error *err)
{
	set_up(f);
	if (file_make_folders(path, err))
		return -1;
	return open_folder(f, path, err);
}

/* One that has ended and was not waited for, as in a container whose first
 * process waits for nobody, is still there by its number. */
static bool is_running(unsigned pid)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) stat = STRBUF_INIT;
	struct error none = ERROR_INIT;
	size_t at;

	if (kill((pid_t)pid, 0) && errno == ESRCH)
		return false;
	strbuf_addf(&path, "/proc/%u/stat", pid);
	if (file_read(&stat, path.buf, STAT_MOST, &none))
		return true;
	at = str_find_str(strbuf_slice(&stat), STR(") "));
	return at == stat.len || !str_starts(str_from(strbuf_slice(&stat), at),
					     ") Z");
}

/* A name of add_temporary_name() whose process is gone. */
static bool is_left_over(const char *name)
{
	struct str s = str_of(name);
	unsigned pid;

	if (!str_starts(s, ".hecto-") || !str_ends(s, ".tmp"))
		return false;
	s = str_upto(str_from(s, 7), s.len - 7 - 4);
	return !str_to_uint(s, INT_MAX, &pid) && pid && !is_running(pid);
}

/* A folder is a workshop, with at most the file that was being made. */
static void remove_left_over(int folder, const char *name)
{
	int fd;

	if (!unlinkat(folder, name, 0))
		return;
	fd = openat(folder, name,
		    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return;
	unlinkat(fd, MADE, 0);
	close(fd);
	unlinkat(folder, name, AT_REMOVEDIR);
}

static void tidy(const struct beneath *root, const char *folder)
{
	DIR *dir = list(root, *folder ? folder : ".");
	const struct dirent *d;

	if (!dir)
		return;
	while ((d = readdir(dir)))
		if (is_left_over(d->d_name))
			remove_left_over(dirfd(dir), d->d_name);
	closedir(dir);
}

void folder_out_tidy(struct folder_out *f)
{
	AUTO(strset) done = STRSET_INIT;
	const char *folder;

	for (size_t i = 0; i < f->marks.count; i++) {
		struct str path = str_of(f->marks.items[i].path);

		if (strset_add(&done, path_dirname(path), 0, &folder))
			tidy(&f->folder, folder);
	}
}

void folder_out_release(struct folder_out *f)
{
	close_workshop(f);
	beneath_folder_release(&f->walk);
	beneath_release(&f->folder);
	file_marks_release(&f->marks);
	strbuf_release(&f->old);
	strbuf_release(&f->asked);
	free(f->changed);
	free(f->kept);
}

void folder_out_add_changed(const struct folder_out *f, struct strset *out)
{
	for (size_t i = 0; i < f->marks.count; i++)
		if (f->changed[i])
			strset_put(out, str_of(f->marks.items[i].path), 0);
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
