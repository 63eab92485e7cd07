/* SPDX-License-Identifier: MIT */
/* Archives, made on the spot with libarchive's writer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <archive.h>
#include <archive_entry.h>

#include "core/archive/archive.h"
#include "core/base/strbuf.h"

struct member {
	const char *path;
	const char *text;
	const char *link;	/* a symbolic link to it, or NULL */
	size_t size;		/* of zeros, where there is no text */
};

static const char zeros[65536];

static void write_member(struct archive *a, const struct member *m)
{
	struct archive_entry *e = archive_entry_new();
	size_t size = m->text ? strlen(m->text) : m->size;

	archive_entry_set_pathname(e, m->path);
	archive_entry_set_perm(e, 0644);
	archive_entry_set_filetype(e, m->link ? AE_IFLNK : AE_IFREG);
	if (m->link)
		archive_entry_set_symlink(e, m->link);
	else
		archive_entry_set_size(e, (la_int64_t)size);
	assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
	if (m->text)
		archive_write_data(a, m->text, size);
	for (size_t n = 0; !m->text && !m->link && n < size; n += sizeof(zeros))
		archive_write_data(a, zeros, sizeof(zeros));
	archive_entry_free(e);
}

static struct str make(struct arena *mem, bool zip,
		       const struct member *members, size_t count)
{
	size_t used, room = (size_t)8 << 20;
	char *buffer = arena_alloc(mem, room);
	struct archive *a = archive_write_new();

	if (zip)
		archive_write_set_format_zip(a);
	else
		archive_write_set_format_pax_restricted(a);
	if (!zip)
		archive_write_add_filter_gzip(a);
	archive_write_open_memory(a, buffer, room, &used);
	for (size_t i = 0; i < count; i++)
		write_member(a, &members[i]);
	archive_write_close(a);
	archive_write_free(a);
	return (struct str){ buffer, used };
}

static void files_come_out_as_they_went_in(void **state UNUSED)
{
	static const struct member members[] = {
		{ "log.md", "# Log\n", NULL, 0 },
		{ "./notes/a.md", "", NULL, 0 },
	};

	for (int zip = 0; zip < 2; zip++) {
		AUTO(arena) mem = ARENA_INIT;
		struct str bytes = make(&mem, zip, members, 2);
		struct archive_files files;
		struct error err = ERROR_INIT;

		assert_true(archive_is_one(bytes));
		assert_int_equal(archive_read(&files, bytes, &mem, &err), 0);
		assert_int_equal(files.count, 2);
		assert_string_equal(files.files[0].path, "log.md");
		assert_true(str_is(files.files[0].bytes, "# Log\n"));
		assert_string_equal(files.files[1].path, "notes/a.md");
	}
}

static void nothing_leaves_the_folder(void **state UNUSED)
{
	static const struct member members[] = {
		{ "../out.md", "x", NULL, 0 },
		{ "/etc/passwd", "x", NULL, 0 },
		{ "a\\..\\b.md", "x", NULL, 0 },
		{ "x/.git/config", "x", NULL, 0 },
		{ "link.md", NULL, "/etc/passwd", 0 },
		{ "good.md", "x", NULL, 0 },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct archive_files files;
	struct error err = ERROR_INIT;

	assert_int_equal(archive_read(&files, make(&mem, false, members, 6),
				      &mem, &err), 0);
	assert_int_equal(files.count, 6);
	for (size_t i = 0; i < 5; i++)
		assert_non_null(files.files[i].skipped);
	assert_null(files.files[5].skipped);
}

static void a_bomb_is_refused(void **state UNUSED)
{
	static const struct member bomb[] = {
		{ "bomb.md", NULL, NULL, (size_t)12 << 20 },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct archive_files files;
	struct error err = ERROR_INIT;

	assert_int_equal(archive_read(&files, make(&mem, true, bomb, 1), &mem,
				      &err), -1);
	assert_non_null(strstr(err.text, "bomb.md"));
	assert_int_equal(files.count, 0);
}

/* A name that is skipped swells as well, and noise does not. */
static void what_is_too_large_is_skipped_within_limits(void **state UNUSED)
{
	static const struct member zip[] = {
		{ "film.mp4", NULL, NULL, (size_t)20 << 20 },
		{ "log.md", "# Log", NULL, 0 },
	};
	static const struct member tar[] = {
		{ "../film.mp4", NULL, NULL, (size_t)20 << 20 },
		{ "log.md", "# Log", NULL, 0 },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct archive_files files;
	struct error err = ERROR_INIT;

	assert_int_equal(archive_read(&files, make(&mem, true, zip, 2), &mem,
				      &err), 0);
	assert_int_equal(files.count, 2);
	assert_non_null(files.files[0].skipped);
	assert_true(str_is(files.files[1].bytes, "# Log"));
	assert_int_equal(archive_read(&files, make(&mem, false, tar, 2), &mem,
				      &err), -1);
	assert_non_null(strstr(err.text, "swells"));
}

static void damage_is_an_error_and_never_a_crash(void **state UNUSED)
{
	static const struct member members[] = {
		{ "a.md", "some text that is long enough", NULL, 0 },
		{ "b.md", "and some more of it", NULL, 0 },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct str whole = make(&mem, false, members, 2);

	for (size_t len = 0; len < whole.len; len += 7) {
		struct archive_files files;
		struct error err = ERROR_INIT;
		char *copy = arena_strndup(&mem, whole.s, len);

		if (archive_read(&files, (struct str){ copy, len }, &mem, &err))
			assert_int_equal(files.count, 0);
	}
}

static void text_is_no_archive(void **state UNUSED)
{
	assert_false(archive_is_one(STR("# 100 Days Of Code\n")));
	assert_false(archive_is_one(STR("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_come_out_as_they_went_in),
		cmocka_unit_test(nothing_leaves_the_folder),
		cmocka_unit_test(a_bomb_is_refused),
		cmocka_unit_test(what_is_too_large_is_skipped_within_limits),
		cmocka_unit_test(damage_is_an_error_and_never_a_crash),
		cmocka_unit_test(text_is_no_archive),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
