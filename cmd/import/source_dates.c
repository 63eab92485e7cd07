/* SPDX-License-Identifier: MIT */
/* When git saw the files of a source first and last. */
#include "cmd/import/source.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/date.h"
#include "core/base/path.h"
#include "core/store/store.h"

/* Is this folder, or one above it, a repository?  libgit2 takes its time to
 * load, and most folders are in none. */
static bool is_in_repository(const char *folder)
{
	char *real = realpath(folder, NULL);
	AUTO(strbuf) path = STRBUF_INIT;
	bool found = false;

	for (struct str rest = str_of(real); rest.len && !found;
	     rest = path_dirname(rest)) {
		strbuf_reset(&path);
		strbuf_addslice(&path, rest);
		path_join(&path, ".git");
		found = !access(path.buf, F_OK);
	}
	free(real);
	return found;
}

static int note_days(void *arg, const char *path,
		     const struct store_file_days *days, struct error *err UNUSED)
{
	struct import_source *s = arg;
	const struct foreign_file *found = import_source_find(s, path);
	size_t i = found ? (size_t)(found - s->files) : s->count;

	if (!found)
		return 0;
	s->files[i].first_day = days->first_day;
	s->files[i].last_day = days->last_day;
	s->own_days[i] = days->own_first_day;
	return 0;
}

int import_source_date(struct import_source *s, struct error *err)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	bool cut;

	if (!s->on_disk || !s->count)
		return 0;
	if (s->several)
		strbuf_addstr(&folder, s->name);
	else
		strbuf_addslice(&folder, path_dirname(str_of(s->name)));
	if (!folder.len)
		strbuf_addstr(&folder, *s->name == '/' ? "/" : ".");
	if (!is_in_repository(folder.buf))
		return 0;
	s->own_days = arena_alloc(&s->mem, s->count * sizeof(*s->own_days));
	for (size_t i = 0; i < s->count; i++)
		s->own_days[i] = DAY_NONE;
	if (store_file_days(folder.buf, note_days, s, &cut, err))
		return -1;
	return cut;
}
