/* SPDX-License-Identifier: MIT */
/* Logs as they came, and what is added to them since. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/exporters/written.h"

static int day4, day5, day6;		/* of July 2022 */
static int numbers[] = { 0, 1, 2 };

static int set_up(void **state)
{
	(void)state;
	day4 = day_parse_iso(STR("2022-07-04"));
	day5 = day4 + 1;
	day6 = day4 + 2;
	return 0;
}

static struct entry imported(const char *id, const char *heading, int *day,
			     int *number, const char *body)
{
	return (struct entry){
		.id = id, .heading = str_of(heading), .days = day, .ndays = 1,
		.numbers = number, .nnumbers = 1, .log = "log.md",
		.round = strstr(heading, "R1") != NULL,
		.body = str_of(body),
	};
}

static struct entry logged(const char *id, int *day, int *number,
			   const char *body)
{
	return (struct entry){
		.id = id, .days = day, .ndays = 1, .numbers = number,
		.nnumbers = 1, .body = str_of(body),
	};
}

static void assert_exported(const struct snapshot *s, const char *expected)
{
	AUTO(written) w = WRITTEN_INIT;
	struct error err = ERROR_INIT;
	struct export_options options = { .log = NULL };

	assert_int_equal(exporter_by_name("100days")->run(s, &options, &w.out,
							  &err), 0);
	assert_string_equal(w.text.buf, expected);
}

/* One log of two entries, and what `hecto log` made on July 6. */
static void assert_added(const char *first, const char *second, bool reversed,
			 const char *expected)
{
	struct entry entries[] = {
		imported("a", first, &day4, &numbers[0], "\none\n"),
		imported("b", second, &day5, &numbers[1], "\ntwo\n"),
		logged("c", &day6, &numbers[2], "three\n"),
	};
	size_t order[] = { reversed, !reversed };
	struct snapshot_log log = { "log.md", STR("# Log\n\n"), order, 2 };
	struct snapshot s = { .entries = entries, .nentries = 3, .logs = &log,
			      .nlogs = 1 };

	assert_exported(&s, expected);
}

static void a_new_entry_follows_the_style_of_the_headings(void **state)
{
	(void)state;
	assert_added("## Day 0: July 4, 2022 (Mon)",
		     "## Day 1: July 5, 2022 (Tue)", false,
		     "# Log\n\n## Day 0: July 4, 2022 (Mon)\n\none\n"
		     "## Day 1: July 5, 2022 (Tue)\n\ntwo\n\n"
		     "## Day 2: July 6, 2022 (Wed)\n\nthree\n");
	assert_added("### R1D00 - 2022-07-04", "### R1D01 - 2022-07-05", false,
		     "# Log\n\n### R1D00 - 2022-07-04\n\none\n"
		     "### R1D01 - 2022-07-05\n\ntwo\n\n"
		     "### R1D02 - 2022-07-06\n\nthree\n");
	assert_added("**Day 0, Mon 4th Jul 2022**", "**Day 1, Tue 5th Jul 2022**",
		     false,
		     "# Log\n\n**Day 0, Mon 4th Jul 2022**\n\none\n"
		     "**Day 1, Tue 5th Jul 2022**\n\ntwo\n\n"
		     "**Day 2, Wed 6th Jul 2022**\n\nthree\n");
}

static void a_style_that_says_more_is_not_copied(void **state)
{
	(void)state;
	assert_added("# Day 0: Queues", "# Day 1: Streams", false,
		     "# Log\n\n# Day 0: Queues\n\none\n"
		     "# Day 1: Streams\n\ntwo\n\n"
		     "# Day 2: July 6, 2022\n\nthree\n");
}

static void in_a_log_with_the_newest_first_it_comes_first(void **state)
{
	(void)state;
	assert_added("### Day 0: July 4, 2022", "### Day 1: July 5, 2022", true,
		     "# Log\n\n### Day 2: July 6, 2022\n\nthree\n\n"
		     "### Day 1: July 5, 2022\n\ntwo\n"
		     "### Day 0: July 4, 2022\n\none\n");
}

static void entries_without_a_log_get_one(void **state)
{
	struct entry e = logged("a", &day4, &numbers[0], "one\n");
	struct snapshot s = { .entries = &e, .nentries = 1 };

	(void)state;
	assert_exported(&s, "# 100 Days Of Code - Log\n\n"
			    "### Day 0: July 4, 2022\n\none\n");
}

static void line_ends_are_those_of_the_log(void **state)
{
	struct entry entries[] = {
		imported("a", "### Day 0: July 4, 2022", &day4, &numbers[0],
			 "\r\none"),
		logged("b", &day5, &numbers[1], "two\nthree\n"),
	};
	size_t order[] = { 0 };
	struct snapshot_log log = { "log.md", STR(""), order, 1 };
	struct snapshot s = { .entries = entries, .nentries = 2, .logs = &log,
			      .nlogs = 1 };

	(void)state;
	entries[0].heading_end = LINE_END_CRLF;
	assert_exported(&s, "### Day 0: July 4, 2022\r\n\r\none\r\n\r\n"
			    "### Day 1: July 5, 2022\r\n\r\ntwo\r\nthree\r\n");
}

static void a_log_that_is_not_there_is_an_error(void **state)
{
	AUTO(written) w = WRITTEN_INIT;
	struct error err = ERROR_INIT;
	struct export_options options = { .log = "r9.md" };
	struct snapshot s = { .nentries = 0 };

	(void)state;
	assert_int_equal(exporter_by_name("100days")->run(&s, &options, &w.out,
							  &err), -1);
	assert_int_equal(err.kind, ERROR_NOT_FOUND);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_entry_follows_the_style_of_the_headings),
		cmocka_unit_test(a_style_that_says_more_is_not_copied),
		cmocka_unit_test(in_a_log_with_the_newest_first_it_comes_first),
		cmocka_unit_test(entries_without_a_log_get_one),
		cmocka_unit_test(line_ends_are_those_of_the_log),
		cmocka_unit_test(a_log_that_is_not_there_is_an_error),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
