/* SPDX-License-Identifier: MIT */
/* Command lines, read by a table. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "cmd/options.h"

struct args {
	bool edit, yes;
	const char *date;
	unsigned limit;
	struct option_list tags;
};

static const struct option options[] = {
	FLAG('e', "edit", args, edit, "use the editor"),
	FLAG('y', "yes", args, yes, "do not ask"),
	STRING('d', "date", args, date, "DATE", COMPLETE_DATES, "the day"),
	NUMBER('n', "limit", args, limit, "N", "how many"),
	LIST('t', "tag", args, tags, "TAG", COMPLETE_TAGS, "a tag"),
	NO_MORE_OPTIONS
};

/* A command line that may be written to, as main()'s is. */
struct line {
	char words[10][32];
	char *argv[11];
	int argc;
};

static void line_make(struct line *l, const char *const *words)
{
	for (l->argc = 0; words[l->argc]; l->argc++) {
		char *word = l->words[l->argc];

		snprintf(word, sizeof(l->words[0]), "%s", words[l->argc]);
		l->argv[l->argc] = word;
	}
}

#define LINE(l, ...) line_make(l, (const char *[]){ __VA_ARGS__, NULL })

static int parse(struct args *a, struct line *l, struct error *err)
{
	*a = (struct args){ .edit = false };
	*err = (struct error)ERROR_INIT;
	return options_parse(options, a, l->argc, l->argv, err);
}

static void options_and_operands_may_be_mixed(void **state UNUSED)
{
	struct error err;
	struct args a;
	struct line l;

	LINE(&l, "one", "-e", "two", "--date", "fri", "three");
	assert_int_equal(parse(&a, &l, &err), 3);
	assert_true(a.edit);
	assert_string_equal(a.date, "fri");
	assert_string_equal(l.argv[0], "one");
	assert_string_equal(l.argv[1], "two");
	assert_string_equal(l.argv[2], "three");
}

static void a_value_is_glued_or_apart(void **state UNUSED)
{
	static const char *const forms[][3] = {
		{ "-n5" },	 { "-n", "5" },	     { "--limit=5" },
		{ "--limit", "5" }, { "--lim", "5" }, { "--l=5" },
		{ "-en5" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(forms); i++) {
		struct error err;
		struct args a;
		struct line l;

		line_make(&l, forms[i]);
		assert_int_equal(parse(&a, &l, &err), 0);
		assert_int_equal(a.limit, 5);
	}
}

static void flags_may_stand_together(void **state UNUSED)
{
	struct error err;
	struct args a;
	struct line l;

	LINE(&l, "-ye");
	assert_int_equal(parse(&a, &l, &err), 0);
	assert_true(a.edit && a.yes);
}

static void a_list_keeps_every_value_in_order(void **state UNUSED)
{
	struct error err;
	struct args a;
	struct line l;

	LINE(&l, "-t", "aws", "--tag=sqs", "-tlambda");
	assert_int_equal(parse(&a, &l, &err), 0);
	assert_int_equal(a.tags.count, 3);
	assert_string_equal(a.tags.values[0], "aws");
	assert_string_equal(a.tags.values[1], "sqs");
	assert_string_equal(a.tags.values[2], "lambda");
	option_list_release(&a.tags);
}

static void two_dashes_end_the_options(void **state UNUSED)
{
	struct error err;
	struct args a;
	struct line l;

	LINE(&l, "-", "--", "-e", "--date");
	assert_int_equal(parse(&a, &l, &err), 3);
	assert_false(a.edit);
	assert_string_equal(l.argv[0], "-");
	assert_string_equal(l.argv[1], "-e");
	assert_string_equal(l.argv[2], "--date");
}

static void what_makes_no_sense_is_a_usage_error(void **state UNUSED)
{
	static const struct {
		const char *words[3];
		const char *message;
	} cases[] = {
		{ { "--dats", "x" },
		  "unknown option '--dats'; did you mean '--date'?" },
		{ { "--frobnicate" }, "unknown option '--frobnicate'" },
		{ { "-z" }, "unknown option '-z'" },
		{ { "-ez" }, "unknown option '-z'" },
		{ { "--edit=no" }, "option '--edit' takes no value" },
		{ { "--date" }, "option '--date' needs a value: DATE" },
		{ { "-n", "many" },
		  "option '--limit' needs a number, not 'many'" },
		{ { "-n", "-1" }, "option '--limit' needs a number, not '-1'" },
		{ { "-n99999999999" },
		  "option '--limit' needs a number, not '99999999999'" },
		{ { "--=x" },
		  "option '--' is short for more than one; write it out" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const char *words[4] = { cases[i].words[0], cases[i].words[1],
					 cases[i].words[2], NULL };
		struct error err;
		struct args a;
		struct line l;

		line_make(&l, words);
		assert_int_equal(parse(&a, &l, &err), -1);
		assert_int_equal(err.kind, ERROR_USAGE);
		assert_string_equal(err.text, cases[i].message);
	}
}

struct wanted {
	const char *today;
	bool help, yes;
};

static const struct option wanted[] = {
	STRING(0, "today", wanted, today, "DATE", COMPLETE_DATES, "the day"),
	FLAG('h', "help", wanted, help, "help"),
	FLAG('y', "yes", wanted, yes, "hidden by the command's own"),
	NO_MORE_OPTIONS
};

static void options_of_another_table_are_taken_out(void **state UNUSED)
{
	static const char *const left[] = { "one", "-d", "--help", "-e", "-y",
					    "--",  "--help" };
	struct wanted w = { NULL, false, false };
	struct error err = ERROR_INIT;
	struct line l;

	LINE(&l, "one", "-d", "--help", "--today=x", "-e", "--help", "-y", "--",
	     "--help");
	assert_int_equal(options_take_out(wanted, &w, options, l.argc, l.argv,
					  &err),
			 ARRAY_SIZE(left));
	for (size_t i = 0; i < ARRAY_SIZE(left); i++)
		assert_string_equal(l.argv[i], left[i]);
	assert_string_equal(w.today, "x");
	assert_true(w.help);
	assert_false(w.yes);
}

static void a_value_is_not_taken_for_an_option(void **state UNUSED)
{
	struct wanted w = { NULL, false, false };
	struct error err = ERROR_INIT;
	struct line l;

	LINE(&l, "--date", "--help");
	assert_int_equal(options_take_out(wanted, &w, options, l.argc, l.argv,
					  &err),
			 2);
	assert_false(w.help);
}

static void the_front_ends_at_the_first_operand(void **state UNUSED)
{
	struct wanted w = { NULL, false, false };
	struct error err = ERROR_INIT;
	struct line l;

	LINE(&l, "--today", "fri", "log", "--today", "sat");
	assert_int_equal(options_parse_front(wanted, &w, l.argc, l.argv, &err),
			 2);
	assert_string_equal(w.today, "fri");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_and_operands_may_be_mixed),
		cmocka_unit_test(a_value_is_glued_or_apart),
		cmocka_unit_test(flags_may_stand_together),
		cmocka_unit_test(a_list_keeps_every_value_in_order),
		cmocka_unit_test(two_dashes_end_the_options),
		cmocka_unit_test(what_makes_no_sense_is_a_usage_error),
		cmocka_unit_test(options_of_another_table_are_taken_out),
		cmocka_unit_test(a_value_is_not_taken_for_an_option),
		cmocka_unit_test(the_front_ends_at_the_first_operand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
