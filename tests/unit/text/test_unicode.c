/* SPDX-License-Identifier: MIT */
/* Widths, folding, visible forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/text/unicode.h"

static void a_width_counts_graphemes_in_columns(void **state UNUSED)
{
	static const struct {
		const char *text;
		size_t width;
	} cases[] = {
		{ "", 0 },	   { "abc", 3 },
		{ "日本", 4 },	   { "e\xcc\x81", 1 },
		{ "café", 4 },	   { "🇩🇪", 2 },
		{ "👩‍💻", 2 },	   { "❤️", 2 },
		{ "\x1b[1m", 3 },  { "a\xff", 2 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		assert_int_equal(unicode_width(str_of(cases[i].text)),
				 cases[i].width);
}

static void what_fits_is_never_half_a_grapheme(void **state UNUSED)
{
	assert_true(str_is(unicode_fit(STR("日本語"), 5), "日本"));
	assert_true(str_is(unicode_fit(STR("e\xcc\x81x"), 1), "e\xcc\x81"));
	assert_true(str_is(unicode_fit(STR("abc"), 9), "abc"));
	assert_true(str_is(unicode_fit(STR("👩‍💻a"), 1), ""));
}

static void the_same_word_folds_to_the_same_bytes(void **state UNUSED)
{
	static const char *const same[][2] = {
		{ "Café", "cafe" },	   { "CAFE\xcc\x81", "cafe" },
		{ "ＡＷＳ", "aws" },	   { "Straße", "strasse" },
		{ "Σκέψεις", "σκεψεισ" },  { "ガイド", "ガイド" },
		{ "한국", "한국" },	   { "দিন", "দিন" },
		{ "caf\xe9", "cafe" },	   { "Plain C++", "plain c++" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(same); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		unicode_add_folded(&out, str_of(same[i][0]));
		assert_string_equal(out.buf, same[i][1]);
	}
}

static void digits_of_any_script_are_digits(void **state UNUSED)
{
	static const char *const same[][2] = {
		{ "Día ３", "Día 3" },	    { "দিন ০১৯", "দিন 019" },
		{ "٤٢", "42" },		    { "Di\xcc\x81" "a", "Día" },
		{ "Day 0", "Day 0" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(same); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		unicode_add_normal(&out, str_of(same[i][0]));
		assert_string_equal(out.buf, same[i][1]);
	}
}

static void nothing_invisible_reaches_a_terminal(void **state UNUSED)
{
	AUTO(strbuf) out = STRBUF_INIT;

	unicode_add_visible(&out, STR("a\x1b[31m\tb\n\0\x7f\r\x9b"
				      "1m\xc2\x9b\xe2\x80\xae\xe9\xc3\xa9"));
	assert_string_equal(out.buf, "a^[[31m\tb\n^@^?^M\\u009b1m\\u009b"
				     "\\u202e\xc3\xa9\xc3\xa9");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_width_counts_graphemes_in_columns),
		cmocka_unit_test(what_fits_is_never_half_a_grapheme),
		cmocka_unit_test(the_same_word_folds_to_the_same_bytes),
		cmocka_unit_test(digits_of_any_script_are_digits),
		cmocka_unit_test(nothing_invisible_reaches_a_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
