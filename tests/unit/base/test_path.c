/* SPDX-License-Identifier: MIT */
/* Names that are safe to write, and parts of paths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/limits.h"
#include "core/base/path.h"

static void a_path_has_parts(void **state UNUSED)
{
	AUTO(strbuf) path = STRBUF_INIT;

	path_join(&path, "log");
	path_join(&path, "2022");
	path_join_slice(&path, STR("a.b.md"));
	assert_string_equal(path.buf, "log/2022/a.b.md");
	assert_true(str_is(path_basename(strbuf_slice(&path)), "a.b.md"));
	assert_true(str_is(path_dirname(strbuf_slice(&path)), "log/2022"));
	assert_true(str_is(path_stem(strbuf_slice(&path)), "a.b"));
	assert_true(str_is(path_suffix(strbuf_slice(&path)), ".md"));
	assert_true(str_is(path_dirname(STR("a")), ""));
	assert_true(str_is(path_suffix(STR("log.d/README")), ""));
}

static void only_harmless_names_are_written(void **state UNUSED)
{
	static const char *const safe[] = { "log/2022/2022-07-04.md", "a",
					    "notes/caf\xc3\xa9 b.md",
					    "a/...b", ".hecto/config" };
	static const char *const unsafe[] = {
		"", "/etc/passwd", "../x", "a/../b", "a/./b", "a//b", "a/",
		".git/config", "a/.GIT/hooks", ".git", "con", "a/NUL.md",
		"a.", "a /b", "a\nb", "a\x1b[m", "a\\b", "c:x", "a\x7f",
	};
	char longest[LIMIT_PATH + 2];

	for (size_t i = 0; i < ARRAY_SIZE(safe); i++)
		if (!path_is_safe(str_of(safe[i])))
			fail_msg("'%s' is refused", safe[i]);
	for (size_t i = 0; i < ARRAY_SIZE(unsafe); i++)
		if (path_is_safe(str_of(unsafe[i])))
			fail_msg("'%s' is let through", unsafe[i]);
	memset(longest, 'a', sizeof(longest));
	assert_false(path_is_safe((struct str){ longest, sizeof(longest) }));
	assert_false(path_is_safe(STR("a\0b")));
}

static void every_text_has_a_slug(void **state UNUSED)
{
	static const char *const slugs[][2] = {
		{ "Kinesis & SQS!", "kinesis-sqs" },
		{ "--A--b", "a-b" },
		{ "C++", "c" },
		{ "day 0", "day-0" },
	};
	AUTO(strbuf) one = STRBUF_INIT;
	AUTO(strbuf) two = STRBUF_INIT;
	AUTO(strbuf) long_one = STRBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(slugs); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		path_add_slug(&out, str_of(slugs[i][0]));
		assert_string_equal(out.buf, slugs[i][1]);
	}
	path_add_slug(&one, STR("日本"));
	path_add_slug(&two, STR("日曜"));
	assert_true(str_starts(strbuf_slice(&one), "x-"));
	assert_string_not_equal(one.buf, two.buf);
	strbuf_reset(&one);
	path_add_slug(&one, STR(""));
	assert_true(one.len > 0);
	for (int i = 0; i < 500; i++)
		strbuf_addstr(&long_one, "word ");
	strbuf_reset(&one);
	path_add_slug(&one, strbuf_slice(&long_one));
	assert_true(one.len <= LIMIT_SLUG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_path_has_parts),
		cmocka_unit_test(only_harmless_names_are_written),
		cmocka_unit_test(every_text_has_a_slug),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
