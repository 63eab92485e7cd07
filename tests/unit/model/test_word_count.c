/* SPDX-License-Identifier: MIT */
/* Counting the words that are read of a text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/word_count.h"

static const struct {
	const char *text;
	size_t words;
} cases[] = {
	{ "", 0 },
	{ "- I don't - yet - know S3\n", 5 },
	{ "Read [the guide](https://example.org/a-b.html?c=1).\n", 3 },
	{ "one <!-- a note to me --> two\n", 2 },
	{ "<!-- private -->one<!-- and so on -->\n", 1 },
	{ "one\n<!-- what I\n\nshould do\n--> two\nthree\n", 3 },
	{ "one <!--> two <!---> three\n", 3 },
	{ "one -- > two --> three\n", 3 },
	{ "<!-- never closed\n\nand on and on\n", 0 },
	{ "one\n<!-- a\n```\nb\n```\n-->\ntwo\n", 2 },
	{ "Write `<!-- private -->` above it.\n", 4 },
	{ "`` a ` <!-- `` b <!-- c --> d\n", 3 },
	{ "A lone ` and <!-- a span of ` code -->\n", 7 },
	{ "A lone ` and <!-- a hidden one --> end\n", 4 },
	{ "`<!-- x`\n\n```\n<!-- y -->\n```\n", 2 },
	{ "```\n<!-- shown -->\n```\nand <!-- hidden --> this\n", 3 },
};

static void comments_are_not_read_but_where_they_are_shown(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		if (word_count(str_of(cases[i].text)) != cases[i].words)
			fail_msg("%zu words in '%s'",
				 word_count(str_of(cases[i].text)),
				 cases[i].text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			comments_are_not_read_but_where_they_are_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
