/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/text/wikilink.h"

static void assert_links(const char *text, const char *expected)
{
	AUTO(strbuf) found = STRBUF_INIT;
	struct wikilink_walk walk = { .rest = str_of(text) };
	struct wikilink l;

	while (wikilink_next(&walk, &l)) {
		strbuf_addf(&found, "%u %s%.*s", l.line, l.embed ? "!" : "",
			    (int)l.target.len, l.target.s);
		if (l.heading.s)
			strbuf_addf(&found, "#%.*s", (int)l.heading.len,
				    l.heading.s);
		if (l.alias.s)
			strbuf_addf(&found, "|%.*s", (int)l.alias.len,
				    l.alias.s);
		strbuf_addch(&found, '\n');
	}
	assert_string_equal(found.buf, expected);
}

static void links_have_a_target_a_heading_and_an_alias(void **state UNUSED)
{
	assert_links("See [[ Queues ]] and [[net/VPC#Subnets|subnets]].\n"
		     "![[map.png]]\n[[#Below]] [[日本]]",
		     "1 Queues\n1 net/VPC#Subnets|subnets\n2 !map.png\n"
		     "3 #Below\n3 日本\n");
	assert_links("| [[A\\|b]] |\n", "1 A|b\n");
}

static void code_has_no_links(void **state UNUSED)
{
	assert_links("```sh\nif [[ -f x ]]; then\n[[Not]]\n```\n[[Yes]]\n",
		     "5 Yes\n");
	assert_links("`[[no]]` ``a ` [[no]]`` ` [[Yes]]\n", "1 Yes\n");
	assert_links("if [[ -n $x ]]; x = [[1, 2], [3, 4]]\n", "");
	assert_links("[[ a == b ]] [[1, 2.5]] [[\"x\"]] [[2022]]\n", "1 2022\n");
}

static void other_links_in_brackets_are_none(void **state UNUSED)
{
	assert_links("[[1]](https://e.org) \\[[a]] [[b]]\n", "1 b\n");
}

static void lines_end_as_they_do_elsewhere(void **state UNUSED)
{
	assert_links("[[a]]\r[[b]]\r\n[[c]]", "1 a\n2 b\n3 c\n");
}

static void what_is_not_closed_is_no_link(void **state UNUSED)
{
	assert_links("", "");
	assert_links("[[", "");
	assert_links("[[a", "");
	assert_links("[[]]", "");
	assert_links("[[|a]] [[#]] [[ | ]]", "");
	assert_links("[[a\n]]", "");
	assert_links("[[[[a]]", "1 a\n");
	assert_links("[[a]", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_have_a_target_a_heading_and_an_alias),
		cmocka_unit_test(code_has_no_links),
		cmocka_unit_test(other_links_in_brackets_are_none),
		cmocka_unit_test(lines_end_as_they_do_elsewhere),
		cmocka_unit_test(what_is_not_closed_is_no_link),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
