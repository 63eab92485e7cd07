/* SPDX-License-Identifier: MIT */
/* Files beneath a folder: nothing leads out of it, nothing is half written. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/base/file.h"

struct place {
	char folder[4096];
	struct beneath b;
};

static int set_up(void **state)
{
	static struct place place;
	struct error err = ERROR_INIT;

	place = (struct place){ HECTO_BUILD_DIR "/beneath-XXXXXX", BENEATH_INIT };
	if (!mkdtemp(place.folder) ||
	    beneath_open(&place.b, place.folder, &err))
		return -1;
	*state = &place;
	return 0;
}

static int tear_down(void **state)
{
	struct place *p = *state;
	static const char *const files[] = { "a/b/c.txt", "a/link", "a/out",
					     "t", "pipe" };

	for (size_t i = 0; i < ARRAY_SIZE(files); i++)
		unlinkat(p->b.fd, files[i], 0);
	unlinkat(p->b.fd, "a/b", AT_REMOVEDIR);
	unlinkat(p->b.fd, "a", AT_REMOVEDIR);
	beneath_release(&p->b);
	return rmdir(p->folder);
}

static void write_text(struct place *p, const char *path, const char *text)
{
	struct error err = ERROR_INIT;

	assert_int_equal(beneath_make_folders(&p->b, path, true, &err), 0);
	assert_int_equal(beneath_replace(&p->b, path, "t", str_of(text), true,
					 &err),
			 0);
}

static void what_is_written_is_read(void **state)
{
	struct place *p = *state;
	struct error err = ERROR_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	write_text(p, "a/b/c.txt", "one");
	write_text(p, "a/b/c.txt", "two");
	assert_int_equal(beneath_read(&p->b, "a/b/c.txt", 10, &text, &err), 0);
	assert_string_equal(text.buf, "two");
	assert_int_equal(beneath_remove(&p->b, "a/b/c.txt", &err), 0);
	assert_int_equal(beneath_remove(&p->b, "a/b/c.txt", &err), 0);
	assert_int_equal(beneath_read(&p->b, "a/b/c.txt", 10, &text, &err),
			 -1);
	assert_true(strlen(err.text) > 0);
}

static void more_than_the_limit_is_an_error(void **state)
{
	struct place *p = *state;
	struct error err = ERROR_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	write_text(p, "a/b/c.txt", "12345");
	assert_int_equal(beneath_read(&p->b, "a/b/c.txt", 5, &text, &err), 0);
	strbuf_reset(&text);
	assert_int_equal(beneath_read(&p->b, "a/b/c.txt", 4, &text, &err), -1);
}

static void nothing_leads_out_of_the_folder(void **state)
{
	static const char *const paths[] = { "../etc/passwd", "/etc/passwd",
					     "a/../../x", "a/out/passwd",
					     "a/link" };
	struct place *p = *state;
	struct error err = ERROR_INIT;

	write_text(p, "a/b/c.txt", "x");
	assert_int_equal(symlinkat("/etc", p->b.fd, "a/out"), 0);
	assert_int_equal(symlinkat("b/c.txt", p->b.fd, "a/link"), 0);
	for (size_t i = 0; i < ARRAY_SIZE(paths); i++) {
		AUTO(strbuf) text = STRBUF_INIT;

		if (!beneath_read(&p->b, paths[i], 1 << 20, &text, &err))
			fail_msg("'%s' is read", paths[i]);
	}
	assert_int_equal(beneath_make_folders(&p->b, "a/out/x/y", true, &err), -1);
	assert_int_equal(beneath_replace(&p->b, "a/out/x", "t", STR("x"),
					 false, &err),
			 -1);
}

static void only_regular_files_are_read(void **state)
{
	struct place *p = *state;
	struct error err = ERROR_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	write_text(p, "a/b/c.txt", "x");
	assert_int_equal(mkfifoat(p->b.fd, "pipe", 0600), 0);
	assert_int_equal(beneath_read(&p->b, "pipe", 10, &text, &err), -1);
	assert_int_equal(beneath_read(&p->b, "a", 10, &text, &err), -1);
}

/* What a disk that is full says is more than that closing failed as well. */
static void closing_keeps_what_failed_first(void **state)
{
	int ends[2];

	(void)state;
	errno = ENOSPC;
	assert_int_equal(file_close(-1, -1), -1);
	assert_int_equal(errno, ENOSPC);
	assert_int_equal(file_close(-1, 0), -1);
	assert_int_equal(errno, EBADF);
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(file_close(ends[0], 0), 0);
	errno = EIO;
	assert_int_equal(file_close(ends[1], 1), -1);
	assert_int_equal(errno, EIO);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_written_is_read,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(more_than_the_limit_is_an_error,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(nothing_leads_out_of_the_folder,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(only_regular_files_are_read,
						set_up, tear_down),
		cmocka_unit_test(closing_keeps_what_failed_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
