/* SPDX-License-Identifier: MIT */
/* Practice exams are lines that can be read again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/date.h"
#include "core/model/practice.h"

static void a_line_is_read_and_written_again(void **state UNUSED)
{
	static const char *const lines[] = {
		("2026-05-10 Some vendor: 43/65 (Security 9/17, Design and "
		 "more 10/14)"),
		"2026-05-10: 43/65",
		"2026-05-10 Second try: 66/100",
	};

	for (size_t i = 0; i < ARRAY_SIZE(lines); i++) {
		AUTO(strbuf) out = STRBUF_INIT;
		struct practice p;

		assert_true(practice_read(&p, str_of(lines[i])));
		practice_add(&out, &p);
		assert_string_equal(out.buf, lines[i]);
	}
}

static void per_cent_count_as_of_a_hundred(void **state UNUSED)
{
	struct practice p;

	assert_true(practice_read(&p, STR("2026-05-10 mock 66%")));
	assert_int_equal(p.right, 66);
	assert_int_equal(p.asked, 100);
	assert_true(str_is(p.source, "mock"));
}

static void a_row_of_a_table_is_a_result(void **state UNUSED)
{
	struct practice p;

	assert_true(practice_read(&p, STR("Mock 1 | 2026-05-10 | 43/65 | 66% | "
					  "✅ | slow")));
	assert_int_equal(p.right, 43);
	assert_int_equal(p.asked, 65);
	assert_int_equal(p.day, day_parse_iso(STR("2026-05-10")));
	assert_true(str_is(p.source, "Mock 1"));
	assert_false(practice_read(&p, STR("Mock 1 | _____ | __/50 | ⬜")));
	assert_false(practice_read(&p, STR("Mock 1 | 2026-05-10 | soon")));
}

static void what_is_no_result_is_not_read(void **state UNUSED)
{
	static const char *const lines[] = {
		"", "2026-05-10", "10 May: 43/65", "2026-05-10 soon",
		"2026-05-10 x: 66/65", "2026-05-10 x: 101%",
		"2026-05-10 see 1/2/3 there", "2026-13-10 x: 1/2",
	};
	struct practice p;

	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		if (practice_read(&p, str_of(lines[i])))
			fail_msg("'%s' is read", lines[i]);
}

static void assert_completed(const char *text, const char *more,
			     const char *want)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct practice was, add, now;

	assert_true(practice_read(&was, str_of(text)));
	assert_true(practice_read(&add, str_of(more)));
	assert_true(practice_is_same(&was, &add));
	now = was;
	assert_int_equal(practice_complete(&now, &add), want != NULL);
	practice_edit(&out, str_of(text), 1, &was, &now);
	if (want)
		assert_string_equal(out.buf, want);
}

static void what_is_said_of_domains_completes_a_result(void **state UNUSED)
{
	assert_completed("2026-05-10 x: 6/9\r\n", "2026-05-10 X: 6/9 (A 1/2)",
			 "2026-05-10 x: 6/9 (A 1/2)\r\n");
	assert_completed("2026-05-10: 6/9 (A 1/2), hard",
			 "2026-05-10: 6/9 (B 2/3, a 2/2)",
			 "2026-05-10: 6/9 (a 2/2, B 2/3), hard");
	assert_completed("2026-05-10: 6/9 (was hard)", "2026-05-10: 6/9 (A 1/2)",
			 "2026-05-10: 6/9 (A 1/2) (was hard)");
	assert_completed("2026-05-10: 6/9 (A 1/2, hard)",
			 "2026-05-10: 6/9 (B 1/2)",
			 "2026-05-10: 6/9 (A 1/2, B 1/2) (A 1/2, hard)");
	assert_completed("2026-05-10: 6/9 (A 1/2)", "2026-05-10: 6/9", NULL);
	assert_completed("2026-05-10: 6/9 (A 1/2)", "2026-05-10: 6/9 (A 1/2)",
			 NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_read_and_written_again),
		cmocka_unit_test(per_cent_count_as_of_a_hundred),
		cmocka_unit_test(a_row_of_a_table_is_a_result),
		cmocka_unit_test(what_is_no_result_is_not_read),
		cmocka_unit_test(what_is_said_of_domains_completes_a_result),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
