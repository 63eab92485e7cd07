/* SPDX-License-Identifier: MIT */
/* Reading comma-separated values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/strbuf.h"
#include "core/text/csv.h"

/* Each record in a line, its fields in brackets, line number in front. */
static void assert_reads(struct str input, const char *expected)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct csv_reader r;
	struct csv_record record;

	csv_begin(&r, input);
	while (csv_next(&r, &record, &mem)) {
		strbuf_addf(&out, "%u", record.line);
		for (size_t i = 0; i < record.count; i++) {
			strbuf_addch(&out, '[');
			strbuf_addslice(&out, record.fields[i]);
			strbuf_addch(&out, ']');
		}
		strbuf_addch(&out, '\n');
	}
	assert_string_equal(out.buf, expected);
}

static void records_are_lines_and_fields_stand_between_commas(void **state)
{
	(void)state;
	assert_reads(STR("a,b\r\n1,\r\n"), "1[a][b]\n2[1][]\n");
	assert_reads(STR("a,b\n1,2"), "1[a][b]\n2[1][2]\n");
	assert_reads(STR("a,b\r1,2\r"), "1[a][b]\n2[1][2]\n");
	assert_reads(STR(""), "");
}

static void quotes_hold_commas_line_ends_and_quotes(void **state)
{
	(void)state;
	assert_reads(STR("\"a,b\",\"say \"\"hi\"\"\"\n"),
		     "1[a,b][say \"hi\"]\n");
	assert_reads(STR("x,\"one\r\ntwo\"\r\ny,z\r\n"),
		     "1[x][one\r\ntwo]\n3[y][z]\n");
}

static void a_quote_out_of_place_is_itself(void **state)
{
	(void)state;
	assert_reads(STR("5\" disk,b\nc,d\n"), "1[5\" disk][b]\n2[c][d]\n");
	assert_reads(STR("\"a\"b,c\nd,e\n"), "1[ab][c]\n2[d][e]\n");
}

static void a_quote_that_never_closes_takes_the_rest(void **state)
{
	AUTO(arena) mem = ARENA_INIT;
	struct csv_reader r;
	struct csv_record record;

	(void)state;
	csv_begin(&r, STR("a,b\n1,\"2\n3,4\n"));
	assert_true(csv_next(&r, &record, &mem));
	assert_int_equal(r.unclosed, 0);
	assert_true(csv_next(&r, &record, &mem));
	assert_true(str_is(record.fields[1], "2\n3,4\n"));
	assert_int_equal(r.unclosed, 2);
	assert_false(csv_next(&r, &record, &mem));
}

static void semicolons_tabs_and_bars_are_found_out(void **state)
{
	(void)state;
	assert_reads(STR("a;b\n1,5;2\n"), "1[a][b]\n2[1,5][2]\n");
	assert_reads(STR("a\tb\n1, 2\t3\n"), "1[a][b]\n2[1, 2][3]\n");
	assert_reads(STR("a|b\n1|2\n"), "1[a][b]\n2[1][2]\n");
	assert_reads(STR("\"a;b\",c\n1,2\n"), "1[a;b][c]\n2[1][2]\n");
}

static void what_a_spreadsheet_puts_in_front_is_skipped(void **state)
{
	(void)state;
	assert_reads(STR("\xef\xbb\xbf" "a,b\n"), "1[a][b]\n");
	assert_reads(STR("sep=;\r\na,x;b\r\n"), "2[a,x][b]\n");
}

static void a_record_of_too_many_fields_keeps_them_in_the_last(void **state)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) line = STRBUF_INIT;
	struct csv_reader r;
	struct csv_record record;

	(void)state;
	for (int i = 0; i < CSV_FIELDS_MAX + 10; i++)
		strbuf_addch(&line, ',');
	csv_begin(&r, strbuf_slice(&line));
	assert_true(csv_next(&r, &record, &mem));
	assert_int_equal(record.count, CSV_FIELDS_MAX);
	assert_int_equal(record.fields[CSV_FIELDS_MAX - 1].len, 11);
	assert_false(csv_next(&r, &record, &mem));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			records_are_lines_and_fields_stand_between_commas),
		cmocka_unit_test(quotes_hold_commas_line_ends_and_quotes),
		cmocka_unit_test(a_quote_out_of_place_is_itself),
		cmocka_unit_test(a_quote_that_never_closes_takes_the_rest),
		cmocka_unit_test(semicolons_tabs_and_bars_are_found_out),
		cmocka_unit_test(what_a_spreadsheet_puts_in_front_is_skipped),
		cmocka_unit_test(
			a_record_of_too_many_fields_keeps_them_in_the_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
