/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/text/mojibake.h"

static void a_text_that_went_wrong_is_as_it_was_meant(void **state UNUSED)
{
	static const struct {
		const char *wrong, *meant;
	} cases[] = {
		{ "caf\xc3\x83\xc2\xa9", "café" },
		{ "it\xc3\xa2\xe2\x82\xac\xe2\x84\xa2s", "it’s" },
		{ "\xc3\xa2\xe2\x82\xac\xc5\x92" "EC2", "\xe2\x80\x8c" "EC2" },
		/* Twice. */
		{ "caf\xc3\x83\xc6\x92\xc3\x82\xc2\xa9", "café" },
		{ "\xc3\xb0\xc5\xb8\xc5\xa1\xe2\x82\xac go", "🚀 go" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		assert_non_null(mojibake_find(str_of(cases[i].wrong)).s);
		assert_true(mojibake_mend(&out, str_of(cases[i].wrong)));
		assert_string_equal(out.buf, cases[i].meant);
	}
}

static void a_text_that_is_right_is_left_alone(void **state UNUSED)
{
	static const char *const right[] = {
		"", "plain", "café, naïve, Ärger", "“IRMÃ”", "5 € – 6 €",
		"日本語", "Здравствуйте", "\xff\xfe\xc3", "\xc3\xa2\xe2\x82\xac",
		"Â", "Ã la carte",
	};

	for (size_t i = 0; i < ARRAY_SIZE(right); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		assert_null(mojibake_find(str_of(right[i])).s);
		assert_false(mojibake_mend(&out, str_of(right[i])));
		assert_string_equal(out.buf, right[i]);
	}
}

static void a_run_is_found_where_it_stands(void **state UNUSED)
{
	struct str s = STR("name **\xc3\xa2\xe2\x82\xac\xc5\x92" "x**");
	struct str run = mojibake_find(s);

	assert_ptr_equal(run.s, s.s + 7);
	assert_int_equal(run.len, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_that_went_wrong_is_as_it_was_meant),
		cmocka_unit_test(a_text_that_is_right_is_left_alone),
		cmocka_unit_test(a_run_is_found_where_it_stands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
