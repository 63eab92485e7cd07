/* SPDX-License-Identifier: MIT */
/* Columns, colours, and what a terminal is spared. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "cmd/terminal/table.h"

static const struct context pipe_context = { .columns = 80, .utf8 = true };
static const struct context narrow = { .columns = 24, .terminal = true,
				       .utf8 = true };

/* Two columns, cell by cell, ended by NULL. */
static struct strbuf written(const struct context *ctx,
			     const char *const *cells, bool right)
{
	struct table *t = table_new(2);
	struct strbuf out = STRBUF_INIT;

	if (right)
		table_right(t, 0);
	for (; *cells; cells++)
		table_cell(t, STYLE_NONE, str_of(*cells));
	table_write(&out, t, ctx);
	table_free(t);
	return out;
}

#define ASSERT_TABLE(ctx, right, expected, ...)                              \
	do {                                                                 \
		AUTO(strbuf) out = written(                                  \
			ctx, (const char *const[]){ __VA_ARGS__, NULL },     \
			right);                                              \
		assert_string_equal(out.buf, expected);                      \
	} while (0)

static void columns_are_as_wide_as_their_widest_cell(void **state UNUSED)
{
	ASSERT_TABLE(&pipe_context, false, "a    one\nbbb  two\n", "a", "one",
		     "bbb", "two");
	ASSERT_TABLE(&pipe_context, true, "  a  one\nbbb  two\n", "a", "one",
		     "bbb", "two");
}

static void width_is_counted_as_a_terminal_shows_it(void **state UNUSED)
{
	ASSERT_TABLE(&pipe_context, false,
		     "\xe6\x97\xa5\xe6\x9c\xac  x\nabcd  y\n",
		     "\xe6\x97\xa5\xe6\x9c\xac", "x", "abcd", "y");
}

static void no_line_ends_in_blanks(void **state UNUSED)
{
	ASSERT_TABLE(&pipe_context, false, "aaa\nb    two\n", "aaa", "", "b",
		     "two");
	ASSERT_TABLE(&pipe_context, false, "\n", "", "");
}

static void a_cell_is_one_line(void **state UNUSED)
{
	ASSERT_TABLE(&pipe_context, false, "a b  c d\n", "a\nb", "c\td");
}

static void the_last_column_is_cut_only_on_a_terminal(void **state UNUSED)
{
	ASSERT_TABLE(&narrow, false,
		     "key  this is much too l\xe2\x80\xa6\n", "key",
		     "this is much too long for it");
	ASSERT_TABLE(&pipe_context, false,
		     "key  this is much too long for it\n", "key",
		     "this is much too long for it");
}

static void what_can_be_spared_goes_in_turn_where_it_is_narrow(void **state UNUSED)
{
	static const char *const cells[] = { "topic", "2022-07-04", "12",
					     "Amazon SQS" };
	static const struct {
		unsigned columns;
		const char *shown;
	} cases[] = {
		{ 40, "topic  2022-07-04  12  Amazon SQS\n" },
		{ 24, "topic  12  Amazon SQS\n" },
		{ 12, "topic  12\n" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const struct context ctx = { .columns = cases[i].columns,
					     .terminal = true, .utf8 = true };
		struct table *t = table_new(ARRAY_SIZE(cells));
		AUTO(strbuf) out = STRBUF_INIT;

		table_spare(t, 1);
		table_spare(t, 3);
		for (size_t k = 0; k < ARRAY_SIZE(cells); k++)
			table_cell(t, STYLE_NONE, str_of(cells[k]));
		table_write(&out, t, &ctx);
		table_free(t);
		assert_string_equal(out.buf, cases[i].shown);
	}
}

static void a_terminal_gets_no_control_characters(void **state UNUSED)
{
	ASSERT_TABLE(&narrow, false, "^[[2J  x\n", "\033[2J", "x");
	ASSERT_TABLE(&pipe_context, false, "\033[2J  x\n", "\033[2J", "x");
}

static void a_row_that_was_not_finished_is_not_written(void **state UNUSED)
{
	ASSERT_TABLE(&pipe_context, false, "a  b\n", "a", "b", "c");
}

static void styles_are_for_those_who_want_colour(void **state UNUSED)
{
	const struct context colourful = { .columns = 80, .colour = true };
	AUTO(strbuf) out = STRBUF_INIT;

	style_add(&out, &colourful, STYLE_BOLD, STR("x"));
	style_add(&out, &colourful, STYLE_BOLD, STR(""));
	style_add(&out, &colourful, STYLE_NONE, STR("y"));
	style_add(&out, &pipe_context, STYLE_BAD, STR("z"));
	assert_string_equal(out.buf, "\033[1mx\033[myz");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_as_wide_as_their_widest_cell),
		cmocka_unit_test(width_is_counted_as_a_terminal_shows_it),
		cmocka_unit_test(no_line_ends_in_blanks),
		cmocka_unit_test(a_cell_is_one_line),
		cmocka_unit_test(the_last_column_is_cut_only_on_a_terminal),
		cmocka_unit_test(
			what_can_be_spared_goes_in_turn_where_it_is_narrow),
		cmocka_unit_test(a_terminal_gets_no_control_characters),
		cmocka_unit_test(a_row_that_was_not_finished_is_not_written),
		cmocka_unit_test(styles_are_for_those_who_want_colour),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
