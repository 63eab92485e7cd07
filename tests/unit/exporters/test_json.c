/* SPDX-License-Identifier: MIT */
/* A JSON array of entries that any program can read back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/text/json.h"
#include "tests/unit/exporters/written.h"

static void export(struct written *w, const struct entry *e, size_t n)
{
	struct error err = ERROR_INIT;
	struct export_options options = { .log = NULL };
	struct snapshot s = { .entries = e, .nentries = n };

	assert_int_equal(exporter_by_name("json")->run(&s, &options, &w->out,
						       &err), 0);
}

static void every_key_is_there_in_a_fixed_order(void **state)
{
	AUTO(written) w = WRITTEN_INIT;
	int days[] = { day_parse_iso(STR("2022-07-04")) }, numbers[] = { 0, 1 };
	const char *flags[] = { "range" };
	struct entry e = {
		.id = "2022-07-04", .days = days, .ndays = 1,
		.numbers = numbers, .nnumbers = 2, .round = 2,
		.heading = STR("### Day 0-1: July 4"), .log = "log.md",
		.line = 3, .imported_folder = "notes/img",
		.columns = "Progress | Link",
		.flags = flags, .nflags = 1, .body = STR("x\n"),
	};

	(void)state;
	export(&w, &e, 1);
	assert_string_equal(w.text.buf,
		"[\n  {\n    \"id\": \"2022-07-04\",\n"
		"    \"path\": \"log/2022/2022-07-04.md\",\n"
		"    \"title\": \"Day 0-1: July 4\",\n"
		"    \"dates\": [\n      \"2022-07-04\"\n    ],\n"
		"    \"days\": [\n      0,\n      1\n    ],\n"
		"    \"round\": 2,\n    \"minutes\": null,\n    \"tags\": [],\n"
		"    \"written\": null,\n    \"private\": false,\n"
		"    \"heading\": \"### Day 0-1: July 4\",\n"
		"    \"heading_end\": \"lf\",\n    \"log\": \"log.md\",\n"
		"    \"line\": 3,\n"
		"    \"imported_folder\": \"notes/img\",\n"
		"    \"columns\": \"Progress | Link\",\n"
		"    \"flags\": [\n      \"range\"\n    ],\n"
		"    \"body\": \"x\\n\"\n  }\n]\n");
}

static void bytes_that_are_no_text_are_written_as_text(void **state)
{
	AUTO(written) w = WRITTEN_INIT;
	struct entry e = { .id = "a", .body = STR("caf\xe9 \0x") };
	struct json *v = NULL;
	struct error err = ERROR_INIT;

	(void)state;
	export(&w, &e, 1);
	assert_int_equal(json_parse(&v, strbuf_slice(&w.text), &err), 0);
	assert_true(str_starts(json_get_string(json_at(v, 0), "body"),
			       "caf\xc3\xa9"));
	json_free(v);
}

static void a_journal_without_entries_is_an_empty_array(void **state)
{
	AUTO(written) w = WRITTEN_INIT;

	(void)state;
	export(&w, NULL, 0);
	assert_string_equal(w.text.buf, "[]\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_is_there_in_a_fixed_order),
		cmocka_unit_test(bytes_that_are_no_text_are_written_as_text),
		cmocka_unit_test(a_journal_without_entries_is_an_empty_array),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
