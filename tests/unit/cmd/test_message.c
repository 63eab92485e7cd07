/* SPDX-License-Identifier: MIT */
/* Messages are broken where a terminal ends. */
#include "cmd/terminal/message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"

#define ASSERT_BROKEN(columns, text, expected)                               \
	do {                                                                 \
		AUTO(strbuf) out = STRBUF_INIT;                              \
		message_add(&out, str_of(text), columns);                    \
		assert_string_equal(out.buf, expected);                      \
	} while (0)

static void what_fits_stays_as_it_is(void **state UNUSED)
{
	ASSERT_BROKEN(20, "", "");
	ASSERT_BROKEN(20, "  so many  columns", "  so many  columns");
	ASSERT_BROKEN(7, "one two", "one two");
}

static void a_word_that_does_not_begins_the_next_line(void **state UNUSED)
{
	ASSERT_BROKEN(6, "one two", "one\n  two");
	ASSERT_BROKEN(9, "one two three four", "one two\n  three\n  four");
	ASSERT_BROKEN(8, "na\xc3\xafve x two", "na\xc3\xafve x\n  two");
	ASSERT_BROKEN(6, "a/long/path b", "a/long/path\n  b");
}

static void what_is_to_be_typed_stays_whole(void **state UNUSED)
{
	ASSERT_BROKEN(21, "begin it with 'hecto log', or not",
		      "begin it with\n  'hecto log', or not");
	ASSERT_BROKEN(9, "see 'hecto exam list'",
		      "see\n  'hecto\n  exam\n  list'");
	ASSERT_BROKEN(12, "no 'John's exam' is", "no 'John's\n  exam' is");
	ASSERT_BROKEN(12, "an open 'quote is none",
		      "an open\n  'quote is\n  none");
}

static void each_line_is_broken_by_itself(void **state UNUSED)
{
	ASSERT_BROKEN(8, "one two\nthree four", "one two\nthree\n  four");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_fits_stays_as_it_is),
		cmocka_unit_test(a_word_that_does_not_begins_the_next_line),
		cmocka_unit_test(what_is_to_be_typed_stays_whole),
		cmocka_unit_test(each_line_is_broken_by_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
