/* SPDX-License-Identifier: MIT */
/* Words by number, and the lists that are kept of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "exporters/site/search_words.h"

static void a_list_is_read_as_it_was_written(void **state)
{
	static const size_t numbers[] = { 0, 15, 16, 511, 512, 123456789 };
	AUTO(strbuf) out = STRBUF_INIT;
	struct search_place place;
	struct str rest;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++)
		search_list_add(&out, &(struct search_place){ numbers[i],
							      i * 6 });
	rest = strbuf_slice(&out);
	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++) {
		assert_true(search_list_next(&rest, &place));
		assert_int_equal(place.word, numbers[i]);
		assert_int_equal(place.weight, i * 6);
	}
	assert_false(search_list_next(&rest, &place));
}

static void many_places_are_read_at_once(void **state)
{
	AUTO(strbuf) out = STRBUF_INIT;
	uint32_t codes[64];
	struct str rest;
	size_t n, next = 0;

	(void)state;
	for (uint32_t i = 0; i < 1000; i++)
		search_list_add(&out, &(struct search_place){ i * i,
							      i % 32 });
	rest = strbuf_slice(&out);
	while ((n = search_list_read(&rest, codes, ARRAY_SIZE(codes))))
		for (size_t i = 0; i < n; i++, next++)
			assert_int_equal(codes[i], next * next * 32 +
							   next % 32);
	assert_int_equal(next, 1000);
}

/* It is kept in a line, between tabs. */
static void a_list_has_no_control_characters(void **state)
{
	AUTO(strbuf) out = STRBUF_INIT;

	(void)state;
	for (uint32_t i = 0; i < 40000; i++)
		search_list_add(&out, &(struct search_place){ i, i % 32 });
	for (size_t i = 0; i < out.len; i++)
		assert_true((unsigned char)out.buf[i] >= 64);
}

static void a_list_that_makes_no_sense_ends(void **state)
{
	static const char *const lists[] = {
		"", " A", "1", "\x80", "\x80\x3f", "\x80\t", "\n",
		"\xff\xff\xff\xff\x7f", "\x80\x80\x80\x80\x80\x40",
	};
	struct search_place place;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(lists); i++) {
		struct str list = str_of(lists[i]);

		assert_false(search_list_next(&list, &place));
	}
}

static void a_word_that_is_forgotten_leaves_its_number_free(void **state)
{
	AUTO(search_words) words = SEARCH_WORDS_INIT, again = SEARCH_WORDS_INIT;
	AUTO(strbuf) line = STRBUF_INIT;
	const bool used[] = { true, false, true };

	(void)state;
	search_words_number(&words, STR("one"));
	search_words_number(&words, STR("two"));
	search_words_number(&words, STR("three"));
	search_words_write(&line, &words, 0, used);
	search_words_read(&again, str_upto(strbuf_slice(&line), line.len - 1));
	assert_int_equal(search_words_number(&again, STR("Three")), 2);
	assert_int_equal(search_words_number(&again, STR("two")), 3);
}

static void words_of_another_process_get_numbers_here(void **state)
{
	AUTO(search_words) words = SEARCH_WORDS_INIT;
	size_t count, *numbers;

	(void)state;
	search_words_number(&words, STR("one"));
	search_words_number(&words, STR("two"));
	numbers = search_words_merge(&words, STR("three two four "), &count);
	assert_int_equal(count, 3);
	assert_int_equal(numbers[0], 2);
	assert_int_equal(numbers[1], 1);
	assert_int_equal(numbers[2], 3);
	free(numbers);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_is_read_as_it_was_written),
		cmocka_unit_test(many_places_are_read_at_once),
		cmocka_unit_test(a_list_has_no_control_characters),
		cmocka_unit_test(a_list_that_makes_no_sense_ends),
		cmocka_unit_test(
			a_word_that_is_forgotten_leaves_its_number_free),
		cmocka_unit_test(words_of_another_process_get_numbers_here),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
