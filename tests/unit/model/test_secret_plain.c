/* SPDX-License-Identifier: MIT */
/* Secrets that marks break up, as a page shows them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/left_out.h"
#include "core/model/secret.h"

static void a_line_is_read_as_it_is_shown(void **state UNUSED)
{
	static const struct {
		const char *line, *plain;
	} cases[] = {
		{ "ghp\\_a\\\\b\\q", "ghp_a\\b\\q" },
		{ "&#103;hp&#x5F;x&lowbar;y &unknown; &", "ghp_x_y &unknown; &" },
		{ "gh**p**_`x`~~y~~", "ghp_xy" },
		{ "gh<b class=x>p</b><!-- a > b -->_x <3 a", "ghp_x <3 a" },
		{ "https://a.example/?k=%67hp%5Fx 5% 100%zz",
		  "https://a.example/?k=ghp_x 5% 100%zz" },
		{ "gh\u00adp\u200b_x \u00e9", "ghp_x \u00e9" },
		{ "\\", "\\" }, { "&#", "&#" }, { "<", "<" }, { "", "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) plain = STRBUF_INIT;

		secret_add_plain(&plain, str_of(cases[i].line));
		assert_string_equal(plain.buf, cases[i].plain);
	}
}

static void most_lines_need_no_second_look(void **state UNUSED)
{
	assert_false(secret_may_be_marked(STR("a **bold** word & more")));
	assert_true(secret_may_be_marked(STR("x ghp\\_k3Jd82hsLq y")));
}

/* In parts, so that no scanner takes this file for one that has a token. */
#define REST "k3Jd82hsLq01mZx7Pw4n" "Bv6CyTe9RfGaUoIi"

static void they_are_told_with_their_lines(void **state UNUSED)
{
	static const bool none[SECTION_COUNT] = { false };
	static const char body[] = "a\ngh**p**\\_" REST "\n"
				   "x <!-- private -->\n"
				   "ghp_" REST " and ghp&lowbar;" REST "\n"
				   "ghp\\_" REST " <!-- private -->\n"
				   "ghp\\_" REST " <!-- allow-secret -->\n"
				   "npm&#95;" REST "\n";
	const struct left_out_document doc = {
		.path = "notes/n.md",
		.front = STR("---\na: b\n---\n"),
		.body = str_of(body),
		.private_sections = none,
	};
	static const unsigned lines[] = { 5, 7, 10 };
	struct left_out l = LEFT_OUT_INIT;
	AUTO(arena) mem = ARENA_INIT;

	left_out_filter(&l, &doc, &mem);
	assert_int_equal(l.nsecrets, ARRAY_SIZE(lines));
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		assert_int_equal(l.secrets[i].line, lines[i]);
	left_out_release(&l);
}

/* What the lines have together; each line is asked of as it comes. */
static const char *across(struct secret_joint *j, const char *lines)
{
	struct str rest = str_of(lines), line;
	const char *what = "";
	struct secret s;

	while ((line = str_next_line(&rest)).s)
		if (secret_across(j, line, &s))
			what = s.what;
	return what;
}

static void a_key_may_go_on_in_the_next_line(void **state UNUSED)
{
	static const struct {
		const char *lines, *what;
	} cases[] = {
		{ "my ghp_k3Jd82hsLq01mZ\nx7Pw4nBv6CyTe9RfGaUoIi end",
		  "a GitHub token" },
		{ "> ghp_k3Jd82hsLq01mZ\\\n> x7Pw4nBv6CyTe9RfGaUoIi",
		  "a GitHub token" },
		{ "gh\\_x ghp\\_k3Jd82hsLq\n01mZx7Pw4nBv6\nCyTe9RfGaUoIi",
		  "a GitHub token" },
		{ "ghp_k3Jd82hsLq01mZ<!--\n-->x7Pw4nBv6CyTe9RfGaUoIi",
		  "a GitHub token" },
		{ "ghp_k3Jd82hsLq01mZ<b\nclass=x>x7Pw4nBv6CyTe9RfGaUoIi</b>",
		  "a GitHub token" },
		{ "ghp_k3Jd82hsLq01mZ\n\nx7Pw4nBv6CyTe9RfGaUoIi", "" },
		{ "ghp_k3Jd82hsLq01mZ and\nx7Pw4nBv6CyTe9RfGaUoIi", "" },
		/* Alone, a line has its own. */
		{ "ghp_" REST "\nand more", "" },
		{ "what is 1 < 2 in a\nlong-sentence-of-ordinary-words", "" },
		{ "https://docs.example.org:\nsomebody@example.org", "" },
		{ "a\nghp_k3Jd82hsLq\n01mZx7Pw4nBv6\nCyTe9RfGaUoIi",
		  "a GitHub token" },
		{ "sk-\nlearn", "" }, { "", "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(secret_joint) j = SECRET_JOINT_INIT;

		assert_string_equal(across(&j, cases[i].lines), cases[i].what);
	}
}

static void it_is_told_with_the_line_that_ends_it(void **state UNUSED)
{
	static const bool none[SECTION_COUNT] = { false };
	const struct left_out_document doc = {
		.path = "notes/n.md",
		.front = STR("---\na: b\n---\n"),
		.body = STR("a\nghp_k3Jd82hsLq01mZ\nx7Pw4nBv6CyTe9RfGaUoIi\n"
			    "b ghp_k3Jd82hsLq01mZ\nx7Pw4nBv6CyTe9RfGaUoIi "
			    "<!-- allow-secret -->\n"),
		.private_sections = none,
	};
	struct left_out l = LEFT_OUT_INIT;
	AUTO(arena) mem = ARENA_INIT;

	left_out_filter(&l, &doc, &mem);
	assert_int_equal(l.nsecrets, 1);
	assert_int_equal(l.secrets[0].line, 6);
	left_out_release(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_read_as_it_is_shown),
		cmocka_unit_test(most_lines_need_no_second_look),
		cmocka_unit_test(they_are_told_with_their_lines),
		cmocka_unit_test(a_key_may_go_on_in_the_next_line),
		cmocka_unit_test(it_is_told_with_the_line_that_ends_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
