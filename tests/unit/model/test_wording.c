/* SPDX-License-Identifier: MIT */
/* Words are taken off a text without the marks around them. */
#include "core/model/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"

static void words_are_parted_by_any_blank_and_freed_of_marks(void **state UNUSED)
{
	static const struct {
		const char *text, *words;
	} cases[] = {
		{ "", "" },
		{ " \t\n", "" },
		{ "one two", "one|two|" },
		{ "(that, \"it\"), don't!", "that|it|don't|" },
		{ "... - ** x", "-|x|" },
		{ "a\vb \f c", "a|b|c|" },
		{ "\v", "" },
		{ "end \f", "end|" },
		{ "na\xc3\xafve \xe2\x80\x99s", "na\xc3\xafve|\xe2\x80\x99s|" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) words = STRBUF_INIT;
		struct str rest = str_of(cases[i].text), word;

		while ((word = wording_next(&rest)).len) {
			strbuf_addslice(&words, word);
			strbuf_addch(&words, '|');
		}
		assert_string_equal(words.buf, cases[i].words);
		assert_int_equal(rest.len, 0);
	}
}

static void a_text_that_is_none_has_no_words(void **state UNUSED)
{
	struct str none = STR_NONE;

	assert_int_equal(wording_next(&none).len, 0);
	assert_int_equal(wording_count(STR_NONE, 3), 0);
}

static void case_and_curved_apostrophes_do_not_count(void **state UNUSED)
{
	static const char *const list[] = { "it", "don't" };

	assert_true(wording_is_among(STR("IT"), list, 2));
	assert_true(wording_is_among(STR("Don\xe2\x80\x99t"), list, 2));
	assert_false(wording_is_among(STR("its"), list, 2));
	assert_false(wording_is_among(STR("don\xe2"), list, 2));
	assert_false(wording_is_among(STR(""), list, 2));
	assert_true(wording_is(STR("I\xe2\x80\x99m"), WORDING_SELF));
	assert_false(wording_is(STR("a-word-longer-than-any-of-these"),
				WORDING_SELF));
}

static void a_phrase_is_taken_off_the_front_word_by_word(void **state UNUSED)
{
	static const char *const list[] = { "do not know", "don't", "do" };
	struct str text = STR("Don\xe2\x80\x99t, I");

	assert_true(wording_take(&text, list, 3));
	assert_true(str_is(str_trim(text), "I"));
	text = STR("do (not) KNOW why");
	assert_true(wording_take(&text, list, 3));
	assert_true(str_is(str_trim(text), "why"));
	text = STR("do not");
	assert_true(wording_take(&text, list, 3));
	assert_true(str_is(str_trim(text), "not"));
	text = STR("know not");
	assert_false(wording_take(&text, list, 3));
	assert_true(str_is(text, "know not"));
	text = STR("");
	assert_false(wording_take(&text, list, 3));
}

static void one_look_up_tells_all_senses_of_a_word(void **state UNUSED)
{
	uint64_t senses = wording_senses(STR("Read"));

	assert_true(senses & WORDING_BIT(WORDING_DEED));
	assert_true(senses & WORDING_BIT(WORDING_ORDER));
	assert_false(senses & WORDING_BIT(WORDING_SELF));
	assert_true(wording_is(STR("j'aime"), WORDING_SELF));
	assert_true(wording_is(STR("us"), WORDING_SELF));
	assert_false(wording_is(STR("US"), WORDING_SELF));
	assert_int_equal(wording_senses(STR("")), 0);
	assert_int_equal(wording_senses(STR("quorum")), 0);
	assert_int_equal(wording_senses(STR("antidisestablishmentarianism")), 0);
	assert_true(wording_all(STR("a lease, today")) &
		    WORDING_BIT(WORDING_WHEN));
}

static void a_phrase_is_one_only_as_a_whole(void **state UNUSED)
{
	static const char *const list[] = { "review", "review again" };

	assert_true(wording_is_phrase(STR("Review, again!"), list, 2));
	assert_true(wording_is_phrase(STR("review"), list, 2));
	assert_false(wording_is_phrase(STR("review it"), list, 2));
	assert_false(wording_is_phrase(STR(""), list, 2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			words_are_parted_by_any_blank_and_freed_of_marks),
		cmocka_unit_test(a_text_that_is_none_has_no_words),
		cmocka_unit_test(case_and_curved_apostrophes_do_not_count),
		cmocka_unit_test(a_phrase_is_taken_off_the_front_word_by_word),
		cmocka_unit_test(one_look_up_tells_all_senses_of_a_word),
		cmocka_unit_test(a_phrase_is_one_only_as_a_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
