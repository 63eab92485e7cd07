/* SPDX-License-Identifier: MIT */
/* What is laid aside is there, or it is said that it is not. */
#include "core/base/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <sys/resource.h>
#include <signal.h>

static void bytes_are_read_from_where_they_were_added(void **state)
{
	struct scratch s = SCRATCH_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	(void)state;
	scratch_open(&s);
	scratch_add(&s, STR("one, "));
	scratch_add(&s, STR("two, three"));
	scratch_flush(&s);
	strbuf_addstr(&out, "read: ");
	assert_true(scratch_read(&s, 5, 3, &out));
	assert_string_equal(out.buf, "read: two");
	assert_true(scratch_read(&s, 10, 0, &out));
	assert_false(scratch_read(&s, 10, 6, &out));
	assert_string_equal(out.buf, "read: two");
	scratch_release(&s);
}

static void nothing_is_read_where_no_file_could_be_made(void **state)
{
	struct scratch s = SCRATCH_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	(void)state;
	scratch_add(&s, STR("lost"));
	scratch_flush(&s);
	assert_false(scratch_read(&s, 0, 4, &out));
	scratch_release(&s);
}

static void nothing_is_read_behind_what_found_no_room(void **state)
{
	struct rlimit whole, small = { 4096, 4096 };
	struct scratch s = SCRATCH_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &whole), 0);
	small.rlim_max = whole.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	scratch_open(&s);
	for (int i = 0; i < 1000; i++)
		scratch_add(&s, STR("0123456789"));
	scratch_flush(&s);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &whole), 0);
	scratch_add(&s, STR("more"));
	scratch_flush(&s);
	assert_true(scratch_read(&s, 4080, 10, &out));
	assert_false(scratch_read(&s, 4090, 10, &out));
	assert_false(scratch_read(&s, 9990, 10, &out));
	scratch_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_are_read_from_where_they_were_added),
		cmocka_unit_test(nothing_is_read_where_no_file_could_be_made),
		cmocka_unit_test(nothing_is_read_behind_what_found_no_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
