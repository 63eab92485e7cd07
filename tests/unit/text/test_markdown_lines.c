/* SPDX-License-Identifier: MIT */
/* Tests for the lines of Markdown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/text/markdown_lines.h"

static void lines_end_as_on_any_system(void **state UNUSED)
{
	struct str rest = STR("one\ntwo\r\nthree\rfour\n\nsix");
	static const char *const lines[] = { "one",  "two", "three",
					     "four", "",    "six" };

	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		assert_true(str_is(markdown_next_line(&rest), lines[i]));
	assert_null(markdown_next_line(&rest).s);
}

static void a_long_line_ends_where_its_end_is(void **state UNUSED)
{
	static const char *const ends[] = { "\n", "\r", "\r\n" };
	char text[1200];

	for (size_t len = 250; len < 1100; len++) {
		const char *end = ends[len % ARRAY_SIZE(ends)];
		size_t behind = len + strlen(end);
		struct str rest = { text, behind + 1 };

		memset(text, 'x', len);
		memcpy(text + len, end, strlen(end));
		text[behind] = 'y';
		assert_int_equal(markdown_next_line(&rest).len, len);
		assert_true(str_is(rest, "y"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_end_as_on_any_system),
		cmocka_unit_test(a_long_line_ends_where_its_end_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
