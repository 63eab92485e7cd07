/* SPDX-License-Identifier: MIT */
/* UTF-8 as RFC 3629 has it, and what to do with everything else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/utf8.h"

static void every_code_point_comes_back(void **state UNUSED)
{
	for (uint32_t c = 1; c <= 0x10ffff; c += c < 0x3000 ? 1 : 251) {
		AUTO(strbuf) sb = STRBUF_INIT;
		struct str rest;

		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		utf8_add(&sb, c);
		rest = strbuf_slice(&sb);
		assert_int_equal(utf8_next(&rest), c);
		assert_int_equal(rest.len, 0);
	}
}

static void what_is_no_utf8_is_taken_byte_by_byte(void **state UNUSED)
{
	static const char *const bad[] = {
		"\x80", "\xc0\xaf", "\xc1\xbf", "\xe0\x80\xaf", "\xed\xa0\x80",
		"\xf0\x80\x80\xaf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
		"\xff", "\xc3", "\xe2\x82", "\xf0\x9f\x98", "\xc3(",
	};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct str rest = str_of(bad[i]);
		size_t len = rest.len;

		assert_false(utf8_is_valid(rest));
		assert_int_equal(utf8_next(&rest),
				 UTF8_INVALID | (unsigned char)bad[i][0]);
		assert_int_equal(rest.len, len - 1);
	}
}

static void repaired_text_is_text(void **state UNUSED)
{
	AUTO(strbuf) out = STRBUF_INIT;

	utf8_add_repaired(&out, STR("caf\xe9 \0 \xc3\xa9"));
	assert_string_equal(out.buf, "caf\xc3\xa9 \xef\xbf\xbd \xc3\xa9");
	assert_true(utf8_is_valid(strbuf_slice(&out)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_point_comes_back),
		cmocka_unit_test(what_is_no_utf8_is_taken_byte_by_byte),
		cmocka_unit_test(repaired_text_is_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
