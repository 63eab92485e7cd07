/* SPDX-License-Identifier: MIT */
/* Texts that are found as they stand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "core/base/strbuf.h"
#include "core/text/literal.h"

/* What is found of `wanted`, or "". */
static struct str found(const char *wanted, const char *text, bool exact,
			struct arena *mem)
{
	struct literal l;
	size_t start, end;

	literal_make(&l, str_of(wanted), exact, mem);
	if (!literal_find(&l, str_of(text), 0, &start, &end))
		return STR("");
	return str_from(str_upto(str_of(text), end), start);
}

static void assert_found(const char *wanted, const char *text, bool exact,
			 const char *slice)
{
	AUTO(arena) mem = ARENA_INIT;
	struct str s = found(wanted, text, exact, &mem);

	if (!str_is(s, slice))
		fail_msg("%s in %s: '%.*s'", wanted, text, (int)s.len, s.s);
}

static void marks_count_and_words_are_whole(void **state)
{
	(void)state;
	assert_found("c++", "C, then C++11", false, "C++");
	assert_found("t2.micro", "bt2.micro t2.micros t2.micro!", false,
		     "t2.micro");
	assert_found("--flag", "a --flags or --flag", false, "--flag");
	assert_found("ci/cd", "CI / CD", false, "");
}

static void a_name_that_begins_with_a_mark_is_in_no_other_word(void **state)
{
	(void)state;
	assert_found(".net", "https://oauth.net/2/", false, "");
	assert_found(".net", "oauth.net, C# and .NET", false, ".NET");
	assert_found("@shelf", "me@shelf.example", false, "");
	assert_found("::move", "std::move", false, "::move");
	assert_found("(x)", "f(x)", false, "(x)");
	assert_found("->", "a->b", false, "->");
}

static void case_and_accents_count_if_asked_for(void **state)
{
	(void)state;
	assert_found("CAFÉ-bar", "a cafe\xcc\x81-bar", false, "cafe\xcc\x81-bar");
	assert_found("cafe", "café", false, "café");
	assert_found("cafe", "cafe\xcc\x81", false, "cafe\xcc\x81");
	assert_found("cafe", "café", true, "");
	assert_found("Cafe", "cafe", true, "");
	assert_found("don't", "don\xe2\x80\x99t", false, "don\xe2\x80\x99t");
}

static void blanks_are_alike(void **state)
{
	(void)state;
	assert_found("a  b", "x a\n b", false, "a\n b");
	assert_found("a b", "ab", false, "");
}

static void any_bytes_are_answered(void **state)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	unsigned seed = 3;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		seed = seed * 1103515245u + 12345u;
		strbuf_addch(&text, (char)(seed >> 16 | 1));
	}
	for (size_t at = 0; at + 4 < text.len; at += 7) {
		struct str wanted = str_upto(str_from(strbuf_slice(&text), at),
					     4);

		found(arena_str(&mem, wanted).s, text.buf, at % 2, &mem);
	}
	assert_found("", "a", false, "");
	assert_found("a", "", false, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_count_and_words_are_whole),
		cmocka_unit_test(
			a_name_that_begins_with_a_mark_is_in_no_other_word),
		cmocka_unit_test(case_and_accents_count_if_asked_for),
		cmocka_unit_test(blanks_are_alike),
		cmocka_unit_test(any_bytes_are_answered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
