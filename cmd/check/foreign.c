/* SPDX-License-Identifier: MIT */
/* Looking through a log or a note that is not in the journal. */
#include "cmd/check/check.h"

#include <sys/stat.h>
#include <unistd.h>

#include "core/base/limits.h"
#include "core/base/path.h"

static int read_bytes(struct strbuf *out, const char *path, struct error *err)
{
	struct stat st;

	if (str_is(str_of(path), "-"))
		return file_read_fd(out, STDIN_FILENO, LIMIT_FILE, err);
	if (!stat(path, &st) && S_ISDIR(st.st_mode))
		return error_set(err, ERROR_INPUT, "'%s' is a folder; name "
				 "the files in it", path);
	return file_read(out, path, LIMIT_FILE, err);
}

/* The files beside it that it shows, as far as they are there. */
static void add_neighbours(struct link_names *n, const struct check_file *file)
{
	for (size_t i = 0; i < file->blocks.nlinks; i++) {
		AUTO(strbuf) path = STRBUF_INIT;
		struct stat st;

		if (str_starts(str_of(file->path), "/"))
			strbuf_addstr(&path, "/");
		if (check_resolve(&path, file->path,
				  file->blocks.links[i].url) &&
		    !stat(path.buf, &st))
			link_names_add_path(n, strbuf_slice(&path));
	}
}

static void check_days(struct check_result *r, const char *path,
		       const struct check_reading *reading, int today)
{
	struct check_day *days = arena_alloc(&r->mem, (reading->nentries + 1) *
							      sizeof(*days));
	struct check_log log = {
		.name = arena_str(&r->mem, path_basename(str_of(path))).s,
		.path = path,
		.days = days,
		.count = reading->nentries,
		.skipped = reading->skipped,
		.nskipped = reading->nskipped,
		.today = today,
	};

	for (size_t i = 0; i < reading->nentries; i++)
		days[i] = (struct check_day){ &reading->entries[i], path,
					      reading->entries[i].line };
	for (size_t i = 0; i < reading->nskipped; i++)
		reading->skipped[i].path = path;
	check_log(&r->findings, &log);
}

static void check_bytes(struct check_result *r, const char *path,
			struct str bytes, int today)
{
	AUTO(check_reading) reading = { .mem = NULL };
	AUTO(link_names) names = LINK_NAMES_INIT;
	const struct importer *by =
		importer_for(bytes, path_basename(str_of(path)));
	struct check_file file;

	check_reading_run(&reading, by, bytes, today, &r->mem);
	check_file_read(&file, path, bytes, false, &r->mem);
	file.foreign = true;
	file.is_log = reading.nentries > 0;
	add_neighbours(&names, &file);
	file.names = &names;
	check_file(&r->findings, &file);
	check_days(r, path, &reading, today);
}

int check_foreign(struct check_result *r, const char *path, int today,
		  struct error *err)
{
	AUTO(strbuf) bytes = STRBUF_INIT;

	if (read_bytes(&bytes, path, err))
		return -1;
	check_bytes(r, str_is(str_of(path), "-") ? "stdin" : path,
		    arena_str(&r->mem, strbuf_slice(&bytes)), today);
	r->files++;
	return 0;
}
