/* SPDX-License-Identifier: MIT */
/* Hours and minutes as people type them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cmd/duration.h"

static void every_usual_way_of_writing_a_time_is_read(void **state UNUSED)
{
	static const struct {
		const char *typed;
		int minutes;
	} cases[] = {
		{ "90", 90 },	  { "1", 1 },	    { "45m", 45 },
		{ "45M", 45 },	  { "2h", 120 },    { "2H", 120 },
		{ "1h30", 90 },	  { "1h30m", 90 },  { "1:30", 90 },
		{ "0:05", 5 },	  { "0h5", 5 },	    { "24h", 1440 },
		{ "24:00", 1440 }, { "1440", 1440 }, { " 90 ", 90 },
		{ "90min", 90 },  { "1.5h", 90 },   { "2 hours", 120 },
		{ "1 h 30", 90 }, { "1 h", 60 },    { "1 hour 15 min", 75 },
		{ "0,5 h", 30 },  { "45 Minuten", 45 }, { "two hours", 120 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct error err = ERROR_INIT;
		int minutes = 0;

		assert_int_equal(duration_parse(&minutes,
						str_of(cases[i].typed), &err),
				 0);
		assert_int_equal(minutes, cases[i].minutes);
	}
}

static void what_is_no_time_is_refused(void **state UNUSED)
{
	static const char *const typed[] = {
		"",	"0",	"h",	"m",	 ":30",	  "1:5",   "1:",
		"1:300", "1h60", "25h",	 "24h01", "1441", "-5",	   "1.5",
		"ninety", "1h30x", "99999999999", "1h-5", "0:00", "25 hours",
		"2 hours ago", "1500 min", "1 h 30 x", "1-2h", "0.001h",
	};

	for (size_t i = 0; i < ARRAY_SIZE(typed); i++) {
		struct error err = ERROR_INIT;
		int minutes;

		assert_int_equal(duration_parse(&minutes, str_of(typed[i]),
						&err),
				 -1);
		assert_int_equal(err.kind, ERROR_USAGE);
	}
}

static void what_is_too_much_and_what_is_no_time_is_told_alike(void **state UNUSED)
{
	struct error err = ERROR_INIT, other = ERROR_INIT;
	int minutes;

	assert_int_equal(duration_parse(&minutes, STR("1500"), &err), -1);
	assert_string_equal(err.text,
			    "'1500' is no time between a minute and a day; "
			    "write it like 90, 1h30, 1:30 or 1.5h");
	assert_int_equal(duration_parse(&minutes, STR("25h"), &other), -1);
	assert_string_equal(other.text + strlen("'25h'"),
			    err.text + strlen("'1500'"));
}

static void a_time_is_written_in_hours_and_minutes(void **state UNUSED)
{
	AUTO(strbuf) out = STRBUF_INIT;

	duration_add(&out, 45);
	strbuf_addch(&out, ';');
	duration_add(&out, 60);
	strbuf_addch(&out, ';');
	duration_add(&out, 135);
	assert_string_equal(out.buf, "45 min;1 h;2 h 15 min");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_usual_way_of_writing_a_time_is_read),
		cmocka_unit_test(what_is_no_time_is_refused),
		cmocka_unit_test(what_is_too_much_and_what_is_no_time_is_told_alike),
		cmocka_unit_test(a_time_is_written_in_hours_and_minutes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
