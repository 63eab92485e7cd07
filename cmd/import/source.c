/* SPDX-License-Identifier: MIT */
/* From what a user names to files in memory. */
#include "cmd/import/source.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/archive/archive.h"
#include "core/base/date.h"
#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/net/fetch.h"

static bool ignores_name(struct str name)
{
	static const char *const names[] = { "node_modules", "__MACOSX" };

	if (str_starts(name, "."))
		return true;
	return str_is_among(name, names, ARRAY_SIZE(names));
}

static bool is_name_of_setting(struct str path)
{
	static const char *const names[] = { "", "app.json", "daily-notes.json",
					     "templates.json" };

	return str_is_among(path, names, ARRAY_SIZE(names));
}

bool import_source_ignores(struct str path)
{
	while (path.len) {
		struct str name = str_next_field(&path, '/');

		if (str_is(name, ".obsidian"))
			return !is_name_of_setting(path);
		if (ignores_name(name))
			return true;
	}
	return false;
}

bool import_source_is_setting(const char *path)
{
	struct str s = str_of(path);

	return str_find_str(s, STR(".obsidian/")) < s.len;
}

int import_source_check(const struct import_source *s, size_t bytes,
			struct error *err)
{
	if (s->count >= LIMIT_SOURCE_FILES)
		return error_set(err, ERROR_INPUT, "'%s' has more than %d "
				 "files; name the parts of it that you want",
				 s->name, LIMIT_SOURCE_FILES);
	if (s->several && s->total + bytes > LIMIT_SOURCE_BYTES)
		return error_set(err, ERROR_INPUT, "'%s' has more than %zu MiB "
				 "in its files; name the parts of it that you "
				 "want", s->name, LIMIT_SOURCE_BYTES >> 20);
	return 0;
}

int import_source_add(struct import_source *s, struct str path,
		      struct str bytes, struct error *err)
{
	if (import_source_check(s, bytes.len, err))
		return -1;
	s->total += bytes.len;
	XGROW(s->files, s->count, s->cap);
	s->files[s->count++] = (struct foreign_file){
		.path = arena_str(&s->mem, path).s,
		.bytes = arena_str(&s->mem, bytes),
		.first_day = DAY_NONE,
		.last_day = DAY_NONE,
	};
	return 0;
}

void import_source_skip(struct import_source *s, struct str path,
			const char *why)
{
	XGROW(s->skipped, s->nskipped, s->skipped_cap);
	s->skipped[s->nskipped++] = (struct source_skip){
		arena_str(&s->mem, path).s, arena_strdup(&s->mem, why)
	};
}

static int by_path(const void *a, const void *b)
{
	const struct foreign_file *x = a, *y = b;

	return strcmp(x->path, y->path);
}

const struct foreign_file *import_source_find(const struct import_source *s,
					      const char *path)
{
	const struct foreign_file key = { .path = path };

	return s->count ? bsearch(&key, s->files, s->count, sizeof(key),
				  by_path) : NULL;
}

static bool is_folder(const char *name)
{
	struct stat st;

	return !stat(name, &st) && S_ISDIR(st.st_mode);
}

/* "example.org/log.md", of which the beginning was left out. */
static bool may_be_address(struct str name)
{
	struct str host = str_upto(name, str_find(name, '/'));
	size_t dot = str_find(host, '.');

	return host.len < name.len && dot > 0 && dot + 1 < host.len;
}

static int read_file(const char *name, struct strbuf *bytes, struct error *err)
{
	if (!file_read(bytes, name, LIMIT_FILE, err))
		return 0;
	if (err->kind != ERROR_NOT_FOUND)
		return -1;
	return error_set(err, ERROR_NOT_FOUND,
			 may_be_address(str_of(name)) ?
				 "there is no file or folder '%s'; if it is of "
				 "the web, begin with https://" :
				 "there is no file or folder '%s'; name one "
				 "that is there, an address, or '-' for what "
				 "is piped in",
			 name);
}

static int read_one(struct import_source *s, const char *given,
		    bool allow_private, struct strbuf *bytes,
		    struct strbuf *name, struct error *err)
{
	if (fetch_is_url(given))
		return import_source_fetch(s, given, allow_private, bytes,
					   name, err);
	if (str_is(str_of(given), "-")) {
		strbuf_addstr(name, "stdin.md");
		if (file_read_fd(bytes, STDIN_FILENO, LIMIT_FILE, err))
			return error_context(err, "cannot import what was "
					     "piped in");
		return 0;
	}
	s->on_disk = true;
	strbuf_addslice(name, path_basename(str_of(given)));
	return read_file(given, bytes, err);
}

int import_source_open(struct import_source *s, const char *name,
		       const char *own, bool allow_private, struct error *err)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	AUTO(strbuf) base = STRBUF_INIT;
	int rc;

	*s = (struct import_source){ .name = name, .mem = ARENA_INIT };
	s->several = s->on_disk = !fetch_is_url(name) && is_folder(name);
	if (s->several) {
		rc = import_source_walk(s, name, own, err);
	} else if (read_one(s, name, allow_private, &bytes, &base, err)) {
		return -1;
	} else if (archive_is_one(strbuf_slice(&bytes))) {
		s->several = true;
		s->on_disk = false;
		rc = import_source_unpack(s, strbuf_slice(&bytes), err);
	} else {
		rc = import_source_add(s, strbuf_slice(&base),
				       strbuf_slice(&bytes), err);
	}
	if (s->count)
		qsort(s->files, s->count, sizeof(*s->files), by_path);
	return rc;
}

void import_source_release(struct import_source *s)
{
	free(s->files);
	free(s->skipped);
	arena_release(&s->mem);
}
