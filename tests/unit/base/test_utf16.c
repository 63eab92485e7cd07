/* SPDX-License-Identifier: MIT */
/* UTF-16 of either byte order, and what only looks like it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/utf16.h"

#define BYTES(literal) ((struct str){ literal, sizeof(literal) - 1 })

static void assert_reads(struct str bytes, const char *text)
{
	AUTO(strbuf) out = STRBUF_INIT;

	assert_true(utf16_is(bytes));
	assert_true(utf16_add_utf8(&out, bytes));
	assert_string_equal(out.len ? out.buf : "", text);
}

static void assert_is_none(struct str bytes)
{
	AUTO(strbuf) out = STRBUF_INIT;

	strbuf_addstr(&out, "before");
	assert_false(utf16_add_utf8(&out, bytes));
	assert_string_equal(out.buf, "before");
}

static void both_byte_orders_are_read(void **state UNUSED)
{
	assert_reads(BYTES("\xff\xfe" "a\0\xe9\0\r\0\n\0"), "a\xc3\xa9\r\n");
	assert_reads(BYTES("\xfe\xff" "\0a\0\xe9\0\n"), "a\xc3\xa9\n");
	assert_reads(BYTES("\xff\xfe"), "");
}

static void western_text_needs_no_mark(void **state UNUSED)
{
	assert_reads(BYTES("D\0a\0y\0 \0" "1\0"), "Day 1");
	assert_reads(BYTES("\0D\0a\0y\0 \0" "1"), "Day 1");
}

static void surrogates_are_joined(void **state UNUSED)
{
	assert_reads(BYTES("\xff\xfe\x3d\xd8\x00\xde"), "\xf0\x9f\x98\x80");
}

static void what_is_broken_is_not_read(void **state UNUSED)
{
	assert_is_none(BYTES("\xff\xfe" "a"));
	assert_is_none(BYTES("\xff\xfe\x3d\xd8"));
	assert_is_none(BYTES("\xff\xfe\x3d\xd8" "a\0"));
	assert_is_none(BYTES("\xff\xfe\x00\xde"));
	assert_is_none(BYTES("\xff\xfe" "a\0\0\0"));
	assert_is_none(BYTES("\xff\xfe" "a\0\xff\xff"));
}

static void other_text_is_none(void **state UNUSED)
{
	assert_false(utf16_is(BYTES("")));
	assert_false(utf16_is(BYTES("\xff")));
	assert_false(utf16_is(BYTES("Day 1: July 4, 2022")));
	assert_is_none(BYTES("Day 1: July 4, 2022"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_byte_orders_are_read),
		cmocka_unit_test(western_text_needs_no_mark),
		cmocka_unit_test(surrogates_are_joined),
		cmocka_unit_test(what_is_broken_is_not_read),
		cmocka_unit_test(other_text_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
