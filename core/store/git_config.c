/* SPDX-License-Identifier: MIT */
/* Files in git-config syntax, and who git says the user is. */
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/store/git_config_text.h"
#include "core/store/git_store.h"

/*
 * libgit2 1.5 reads and edits configuration only in files, so the text goes
 * to a file: for editing in a folder of its own, because that makes more
 * files; for reading in memory, because that needs no repository.
 */
struct scratch {
	struct strbuf folder, file;
	int memory;		/* a memfd, or -1 */
};

#define SCRATCH_INIT { STRBUF_INIT, STRBUF_INIT, -1 }

static void scratch_release(struct scratch *t)
{
	if (t->memory >= 0) {
		close(t->memory);
	} else if (t->file.len) {
		unlink(t->file.buf);
		rmdir(t->folder.buf);
	}
	strbuf_release(&t->file);
	strbuf_release(&t->folder);
}

static int scratch_in_memory(struct scratch *t, struct str text,
			     struct error *err)
{
	t->memory = memfd_create("hecto-config", MFD_CLOEXEC);
	if (t->memory < 0 || file_write_fd(t->memory, text))
		return error_errno(err, "cannot hold the settings in memory");
	strbuf_addf(&t->file, "/proc/self/fd/%d", t->memory);
	return 0;
}

static int scratch_open(struct scratch *t, struct git_store *s,
			struct str text, struct error *err)
{
	int fd, rc;

	strbuf_addf(&t->folder, "%shecto/c-XXXXXX", s->git_dir);
	if (!mkdtemp(t->folder.buf))
		return error_errno(err, "cannot make a folder in '%shecto'",
				   s->git_dir);
	strbuf_addslice(&t->file, strbuf_slice(&t->folder));
	path_join(&t->file, "config");
	fd = open(t->file.buf, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	rc = fd < 0 ? -1 : file_write_fd(fd, text);
	if (fd >= 0)
		rc = file_close(fd, rc);
	return rc ? error_errno(err, "cannot write '%s'", t->file.buf) : 0;
}

static bool opens_include(struct str header)
{
	header = str_trim_left(header);
	return str_starts_nocase(header, "include");
}

/*
 * libgit2 follows [include] and [includeIf], and a journal that was cloned
 * may name any file there.  We look at every '[' that can begin a section;
 * that a value with such a text in brackets is refused too does no harm.
 */
static int refuse_include(struct str text, struct error *err)
{
	unsigned line = 0;
	struct str rest;

	while ((rest = str_next_line(&text)).s) {
		line++;
		rest = str_trim_left(rest);
		if (str_starts(rest, "#") || str_starts(rest, ";"))
			continue;
		while (rest.len) {
			rest = str_from(rest, str_find(rest, '['));
			if (!rest.len)
				break;
			rest = str_from(rest, 1);
			if (opens_include(rest))
				return error_set(err, ERROR_INPUT,
						 "line %u: other files are not "
						 "included here; copy what "
						 "that one says",
						 line);
		}
	}
	return 0;
}

static bool is_readable(struct str text)
{
	__attribute__((cleanup(scratch_release))) struct scratch t =
		SCRATCH_INIT;
	GIT_AUTO(git_config) config = NULL;
	struct error ignored = ERROR_INIT;

	return !scratch_in_memory(&t, text, &ignored) &&
	       !git_config_open_ondisk(&config, t.file.buf);
}

static struct str first_lines(struct str text, unsigned count)
{
	struct str rest = text;

	while (count--)
		str_next_line(&rest);
	return str_upto(text, text.len - rest.len);
}

static unsigned count_lines(struct str text)
{
	unsigned count = 0;

	while (str_next_line(&text).s)
		count++;
	return count;
}

/*
 * libgit2 does not say where a value is malformed.  A text can be read as far
 * as the line before the mistake, and from there on never again.
 */
static int fail_unplaced(struct error *err, int code, struct str text)
{
	const git_error *last = git_error_last();
	unsigned good = 0, bad = count_lines(text);
	AUTO(strbuf) said = STRBUF_INIT;

	strbuf_addstr(&said, last && last->message ? last->message : "");
	if (is_readable(text))
		return git_fail(err, code, "cannot read the settings");
	while (bad - good > 1) {
		unsigned middle = good + (bad - good) / 2;

		if (is_readable(first_lines(text, middle)))
			good = middle;
		else
			bad = middle;
	}
	return error_set(err, ERROR_INPUT, "line %u: %s", bad, said.buf);
}

/* "... (in /path/config:3)" as "line 3: ..." */
static int fail_config(struct error *err, int code, struct str text)
{
	const git_error *last = git_error_last();
	struct str said = str_of(last && last->message ? last->message : "");
	size_t in = str_find_str(said, STR(" (in "));
	struct str where = str_from(said, in);
	struct str what = str_upto(said, in);
	struct str prefix = STR("failed to parse config file: ");
	size_t colon = where.len;

	if (str_starts(what, prefix.s))
		what = str_from(what, prefix.len);
	while (colon && where.s[colon - 1] != ':')
		colon--;
	if (!where.len || !colon)
		return fail_unplaced(err, code, text);
	where = str_from(where, colon);
	return error_set(err, ERROR_INPUT, "line %.*s: %.*s",
			 (int)str_find(where, ')'), where.s, (int)what.len,
			 what.s);
}

/* `s` NULL: only to be read. */
static int open_text(struct scratch *t, git_config **out, struct git_store *s,
		     struct str text, struct error *err)
{
	int rc;

	if (memchr(text.len ? text.s : "", '\0', text.len))
		return error_set(err, ERROR_INPUT,
				 "a file of settings cannot hold a NUL byte");
	if (refuse_include(text, err))
		return -1;
	rc = s ? scratch_open(t, s, text, err) : scratch_in_memory(t, text, err);
	if (rc)
		return -1;
	rc = git_config_open_ondisk(out, t->file.buf);
	return rc < 0 ? fail_config(err, rc, text) : 0;
}

static int config_each(struct str text, store_config_visit *visit, void *arg,
		       struct error *err)
{
	__attribute__((cleanup(scratch_release))) struct scratch t =
		SCRATCH_INIT;
	GIT_AUTO(git_config) config = NULL;
	GIT_AUTO(git_config_iterator) it = NULL;
	git_config_entry *entry;
	int rc;

	if (open_text(&t, &config, NULL, text, err))
		return -1;
	rc = git_config_iterator_new(&it, config);
	while (!rc && !(rc = git_config_next(&entry, it)))
		if (visit(arg, entry->name, entry->value, err))
			return -1;
	return rc == GIT_ITEROVER ? 0 : fail_config(err, rc, text);
}

int git_store_config_each(struct str text, store_config_visit *visit,
			  void *arg, struct error *err)
{
	int rc;

	if (git_library_begin(err))
		return -1;
	rc = config_each(text, visit, arg, err);
	git_library_end();
	return rc;
}

static int set_key(git_config *config, const char *key, const char *value,
		   bool add)
{
	int rc;

	if (value && add)	/* a pattern that no value matches */
		return git_config_set_multivar(config, key, "a^", value);
	if (value)
		return git_config_set_string(config, key, value);
	rc = git_config_delete_multivar(config, key, ".*");
	return rc == GIT_ENOTFOUND ? 0 : rc;
}

static int fail_edit(struct error *err, int rc, const char *key,
		     const char *value)
{
	if (rc == GIT_EINVALIDSPEC)
		return error_set(err, ERROR_USAGE,
				 "'%s' is no name of a setting; it must look "
				 "like 'section.name'",
				 key);
	if (value && git_error_last() &&
	    strstr(git_error_last()->message, "multivar"))
		return error_set(err, ERROR_USAGE,
				 "'%s' has several values; remove it first, "
				 "or add to them",
				 key);
	return git_fail(err, rc, "cannot set '%s'", key);
}

int git_store_config_edit(struct strbuf *out, struct store *base,
			  struct str text, const char *key, const char *value,
			  bool add, struct error *err)
{
	__attribute__((cleanup(scratch_release))) struct scratch t =
		SCRATCH_INIT;
	GIT_AUTO(git_config) config = NULL;
	AUTO(strbuf) edited = STRBUF_INIT;
	int rc;

	if (open_text(&t, &config, (struct git_store *)base, text, err))
		return -1;
	rc = set_key(config, key, value, add);
	if (rc < 0)
		return fail_edit(err, rc, key, value);
	if (file_read(&edited, t.file.buf, LIMIT_FILE, err))
		return -1;
	config_text_add_filled(out, text, strbuf_slice(&edited));
	return 0;
}

static int config_text(git_config *config, const char *key, struct arena *mem,
		       const char **out, struct error *err)
{
	const char *value = NULL;
	int rc = git_config_get_string(&value, config, key);

	*out = NULL;
	if (rc == GIT_ENOTFOUND)
		return 0;
	if (rc < 0)
		return git_fail(err, rc, "cannot read git's '%s'", key);
	if (value && *value)
		*out = arena_strdup(mem, value);
	return 0;
}

int git_store_identity(struct store *base, struct arena *mem,
		       const char **name, const char **email,
		       struct error *err)
{
	struct git_store *s = (struct git_store *)base;
	GIT_AUTO(git_config) config = NULL;
	int rc = git_repository_config_snapshot(&config, s->repo);

	if (rc < 0)
		return git_fail(err, rc, "cannot read git's settings of '%s'",
				s->root);
	return config_text(config, "user.name", mem, name, err) ||
			       config_text(config, "user.email", mem, email,
					   err)
		       ? -1
		       : 0;
}
