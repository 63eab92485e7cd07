/* SPDX-License-Identifier: MIT */
/* A plan is changed where asked, and nowhere else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/model/plan_edit.h"

static void assert_countdown(const char *text, int days, int percent,
			     const char *expected)
{
	AUTO(strbuf) out = STRBUF_INIT;
	bool changed = plan_edit_countdown(&out, str_of(text), days, percent);

	assert_string_equal(out.buf, expected ? expected : text);
	assert_int_equal(changed, expected != NULL);
}

static void only_the_numbers_of_the_countdown_change(void **state UNUSED)
{
	assert_countdown("# Plan\n- **Days to go**: 16\n"
			 "- **Percentage remaining**: 94%\n\nDays off: 3\n",
			 9, 53,
			 "# Plan\n- **Days to go**: 9\n"
			 "- **Percentage remaining**: 53%\n\nDays off: 3\n");
	assert_countdown("| Days left | 100 |\r\nnext", 7, -1,
			 "| Days left | 7 |\r\nnext");
	assert_countdown("**Days remaining:** 5 (of 20)", -3, -1,
			 "**Days remaining:** 0 (of 20)");
}

static void a_countdown_that_is_true_is_left_alone(void **state UNUSED)
{
	assert_countdown("- Days to go: 16", 16, 94, NULL);
	assert_countdown("", 16, 94, NULL);
	assert_countdown("Percentage remaining: 94%", 16, -1, NULL);
	assert_countdown("Days to go: many", 16, 94, NULL);
	assert_countdown("```\nDays to go: 3\n```\n", 16, 94, NULL);
}

static void assert_tick(const char *text, unsigned line, bool done,
			const char *expected)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;
	int rc = plan_edit_tick(&out, str_of(text), line, done, &err);

	assert_int_equal(rc, expected ? 0 : -1);
	if (expected)
		assert_string_equal(out.buf, expected);
}

static void a_box_is_ticked_in_its_own_line(void **state UNUSED)
{
	assert_tick("- [ ] a\n- [ ] b\n", 2, true, "- [ ] a\n- [x] b\n");
	assert_tick("- a\n  - [x] b\r\n", 2, false, "- a\n  - [ ] b\r\n");
	assert_tick("1. buy it\n", 1, true, "1. [x] buy it\n");
	assert_tick("* buy it", 1, true, "* [x] buy it");
	assert_tick("* buy it", 1, false, "* buy it");
	assert_tick("- [x]done\n", 1, true, "- [x] [x]done\n");
	assert_tick("a paragraph\n", 1, true, NULL);
	assert_tick("- a\n", 2, true, NULL);
	assert_tick("**bold**\n", 1, true, NULL);
}

static void assert_beneath(const char *text, unsigned first, unsigned last,
			   const char *item, const char *expected)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;

	assert_int_equal(plan_edit_beneath(&out, str_of(text), first, last,
					   str_of(item), &err), 0);
	assert_string_equal(out.buf, expected);
}

static void an_answer_stands_beneath_its_question(void **state UNUSED)
{
	assert_beneath("- why?\n- how?\n", 1, 1, "A: so",
		       "- why?\n  - A: so\n- how?\n");
	assert_beneath("1. why\n   is it?\n2. how?\n", 1, 2, "A: two\nlines",
		       "1. why\n   is it?\n   - A: two lines\n2. how?\n");
	assert_beneath("- why?", 1, 1, "A: so", "- why?\n  - A: so");
	assert_beneath("- a\r\n\t- b?\r\n", 2, 2, "A: c",
		       "- a\r\n\t- b?\r\n\t  - A: c\r\n");
}

static void what_is_no_item_is_changed_in_its_own_line(void **state UNUSED)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct str text = STR("a\n  why is it?  \r\nb\n");

	assert_int_equal(plan_edit_behind(&out, text, 2, STR("A: so\nit is"),
					  &err), 0);
	assert_string_equal(out.buf, "a\n  why is it? A: so it is\r\nb\n");
	strbuf_reset(&out);
	assert_int_equal(plan_edit_strike(&out, text, 2, false,
					  &err), 0);
	assert_string_equal(out.buf, "a\n  ~~why is it?~~\r\nb\n");
	assert_int_equal(plan_edit_strike(&out, text, 9, false,
					  &err), -1);
	assert_false(plan_line_is_item(text, 2));
	assert_true(plan_line_is_item(STR("a\n- b\n"), 2));
}

static void assert_added(const char *text, const char *expected)
{
	AUTO(strbuf) out = STRBUF_INIT;

	plan_edit_add(&out, str_of(text), PLAN_QUESTIONS, "Questions",
		      STR("SF: why?"));
	assert_string_equal(out.buf, expected);
}

static void a_new_item_goes_to_the_end_of_its_section(void **state UNUSED)
{
	assert_added("## Questions\n- a?\n\n## Hands On\n- b\n",
		     "## Questions\n- a?\n- SF: why?\n\n## Hands On\n- b\n");
	assert_added("## Questions\n* [ ] a?\n  * more",
		     "## Questions\n* [ ] a?\n  * more\n* [ ] SF: why?\n");
	assert_added("## Questions\r\n", "## Questions\r\n\r\n- SF: why?\r\n");
}

static void a_missing_section_is_made(void **state UNUSED)
{
	assert_added("", "## Questions\n\n- SF: why?\n");
	assert_added("# Plan\n\n### Todo\n- a",
		     "# Plan\n\n### Todo\n- a\n\n## Questions\n\n"
		     "- SF: why?\n");
	assert_added("### Todo\n", "### Todo\n\n### Questions\n\n- SF: why?\n");
}

static void an_item_stays_within_its_section(void **state UNUSED)
{
	assert_added("## Questions\n- a?\n### Old\n- [x] b?\n",
		     "## Questions\n- a?\n- SF: why?\n### Old\n- [x] b?\n");
	assert_added("## Questions\n### SQS\n- b?\n",
		     "## Questions\n\n- SF: why?\n### SQS\n- b?\n");
	assert_added("Questions\n---\n- a?\n\nNotes\n---\n- b\n",
		     "Questions\n---\n- a?\n- SF: why?\n\nNotes\n---\n- b\n");
	assert_added("## Questions\nNotes\n---\nb\n",
		     "## Questions\n\n- SF: why?\n\nNotes\n---\nb\n");
	assert_added("## Questions\n- a?\n  more\n\nSee below.\n",
		     "## Questions\n- a?\n  more\n- SF: why?\n\nSee below.\n");
}

static void code_and_front_matter_are_no_plan(void **state UNUSED)
{
	assert_added("---\n# Questions\nx: 1\n---\n## Questions\n",
		     "---\n# Questions\nx: 1\n---\n## Questions\n\n"
		     "- SF: why?\n");
	assert_added("````\n```\n## Questions\n````\n## Questions\n- a\n",
		     "````\n```\n## Questions\n````\n## Questions\n- a\n"
		     "- SF: why?\n");
	assert_added("## Questions\n```\n* [ ] code\n```\n",
		     "## Questions\n```\n* [ ] code\n```\n\n- SF: why?\n");
	assert_countdown("---\nDays left: 3\n---\nDays left: 3\n", 2, -1,
			 "---\nDays left: 3\n---\nDays left: 2\n");
	assert_countdown("---\nDays left: 3\n", 2, -1, "---\nDays left: 2\n");
	assert_countdown("~~~\n```\n~~~\nDays left: 3\n", 2, -1,
			 "~~~\n```\n~~~\nDays left: 2\n");
	assert_countdown("``` a` b\nDays left: 3\n", 2, -1,
			 "``` a` b\nDays left: 2\n");
}

static void assert_struck(const char *text, bool row, const char *expected)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;

	assert_int_equal(plan_edit_strike(&out, str_of(text), 1, row,
					  &err), 0);
	assert_string_equal(out.buf, expected);
}

static void what_is_struck_out_stays_what_it_is(void **state UNUSED)
{
	assert_struck("> why?\n", false, "> ~~why?~~\n");
	assert_struck("**Thoughts:** TODO: a queue.\n", false,
		      "**Thoughts:** ~~TODO: a queue.~~\n");
	assert_struck("## Why? \r\n", false, "## ~~Why?~~\r\n");
	assert_struck("| a \\| b | | c |\n", true,
		      "| ~~a \\| b~~ | | ~~c~~ |\n");
	assert_struck("> a | b\r\n", true, "> ~~a~~ | ~~b~~\r\n");
}

static void assert_nested(const char *text, unsigned line,
			  const char *expected)
{
	AUTO(strbuf) out = STRBUF_INIT;

	strbuf_addslice(&out, plan_lines_beneath(str_of(text), line, line));
	assert_string_equal(out.buf, expected);
}

static void what_is_nested_in_an_item_is_deeper(void **state UNUSED)
{
	assert_nested("- a\n  - b\n\n  - c\n- d\n", 1, "  - b\n\n  - c\n");
	assert_nested("- a\n  - b\n  - c\n    - d\n", 2, "");
	assert_nested("> - a\r>   - b\r> - c\r", 1, ">   - b\r");
	assert_nested("- a\n\t- b", 1, "\t- b");
	assert_nested("- a", 1, "");
	assert_nested("- a", 7, "");
}

static void a_line_ends_as_its_neighbours_do(void **state UNUSED)
{
	assert_beneath("- a\r\n- why?", 2, 2, "A: so",
		       "- a\r\n- why?\r\n  - A: so");
	assert_beneath("- why?\r- b", 1, 1, "A: so",
		       "- why?\r  - A: so\r- b");
	assert_added("## Questions\r\n- a?", "## Questions\r\n- a?\r\n"
		     "- SF: why?\r\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_the_numbers_of_the_countdown_change),
		cmocka_unit_test(a_countdown_that_is_true_is_left_alone),
		cmocka_unit_test(a_box_is_ticked_in_its_own_line),
		cmocka_unit_test(an_answer_stands_beneath_its_question),
		cmocka_unit_test(what_is_no_item_is_changed_in_its_own_line),
		cmocka_unit_test(a_new_item_goes_to_the_end_of_its_section),
		cmocka_unit_test(a_missing_section_is_made),
		cmocka_unit_test(an_item_stays_within_its_section),
		cmocka_unit_test(code_and_front_matter_are_no_plan),
		cmocka_unit_test(what_is_struck_out_stays_what_it_is),
		cmocka_unit_test(what_is_nested_in_an_item_is_deeper),
		cmocka_unit_test(a_line_ends_as_its_neighbours_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
