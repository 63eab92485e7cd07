/* SPDX-License-Identifier: MIT */
/* Comma-separated values that a spreadsheet reads, and does not run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/exporters/written.h"

#define HEAD "date,day,round,minutes,tags,title,body\r\n"

static void assert_csv(const struct entry *e, const char *expected)
{
	AUTO(written) w = WRITTEN_INIT;
	struct error err = ERROR_INIT;
	struct export_options options = { .log = NULL };
	struct snapshot s = { .entries = e, .nentries = 1 };

	assert_int_equal(exporter_by_name("csv")->run(&s, &options, &w.out,
						      &err), 0);
	assert_string_equal(w.text.buf, expected);
}

static void a_row_has_what_is_known(void **state)
{
	int day = day_parse_iso(STR("2022-07-04")), number = 0;
	const char *tags[] = { "aws", "python" };
	struct entry e = {
		.id = "2022-07-04", .days = &day, .ndays = 1,
		.numbers = &number, .nnumbers = 1, .round = 1, .minutes = 75,
		.tags = tags, .ntags = 2,
		.heading = STR("### Day 0: July 4"), .body = STR("queues\n"),
	};

	(void)state;
	assert_csv(&e, HEAD "2022-07-04,0,1,75,aws python,Day 0: July 4,"
			    "\"queues\n\"\r\n");
}

static void commas_quotes_and_line_ends_are_quoted(void **state)
{
	struct entry e = { .id = "a", .heading = STR("# Day 1: \"x\", y"),
			   .body = STR("a \"b\"\nc") };

	(void)state;
	assert_csv(&e, HEAD ",,,,,\"Day 1: \"\"x\"\", y\","
			    "\"a \"\"b\"\"\nc\"\r\n");
}

static void a_cell_is_no_formula(void **state)
{
	struct entry e = { .id = "a", .heading = STR("# Day 1"),
			   .body = STR("=HYPERLINK(\"x\")") };

	(void)state;
	assert_csv(&e, HEAD ",,,,,Day 1,\"'=HYPERLINK(\"\"x\"\")\"\r\n");
	e.body = STR("-1+1");
	assert_csv(&e, HEAD ",,,,,Day 1,\"'-1+1\"\r\n");
	e.body = STR("\t@x");
	assert_csv(&e, HEAD ",,,,,Day 1,\"'\t@x\"\r\n");
}

static void the_blank_line_under_a_heading_is_no_text(void **state)
{
	struct entry e = { .id = "a", .heading = STR("# Day 1"),
			   .body = STR("\r\n\nqueues") };

	(void)state;
	assert_csv(&e, HEAD ",,,,,Day 1,queues\r\n");
	e.body = STR("\n=1");
	assert_csv(&e, HEAD ",,,,,Day 1,\"'=1\"\r\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_row_has_what_is_known),
		cmocka_unit_test(commas_quotes_and_line_ends_are_quoted),
		cmocka_unit_test(a_cell_is_no_formula),
		cmocka_unit_test(the_blank_line_under_a_heading_is_no_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
