/* SPDX-License-Identifier: MIT */
/* The tokens that texts are searched by. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/text/stem.h"
#include "core/text/tokens.h"

static int add_token(void *arg, const struct token *t)
{
	struct strbuf *out = arg;

	if (out->len)
		strbuf_addch(out, t->same_place ? '=' : ' ');
	strbuf_addslice(out, t->text);
	return 0;
}

static void assert_tokens(const char *text, bool query, const char *expected)
{
	AUTO(strbuf) out = STRBUF_INIT;

	assert_int_equal(tokens_walk(str_of(text), query, add_token, &out), 0);
	assert_string_equal(out.buf, expected);
}

static void words_are_found_in_any_case_by_their_stem(void **state)
{
	(void)state;
	assert_tokens("Queues, queueing; the QUEUED relations!", false,
		      "queue queue the queu relat");
	assert_tokens("", false, "");
	assert_tokens(" -- ", false, "");
}

static void accents_and_compatibility_forms_do_not_count(void **state)
{
	(void)state;
	assert_tokens("Café CAFE\xcc\x81 Ａws", false, "cafe cafe aw");
	assert_tokens("Ärger straße Ёлка", false, "arger strass елка");
}

static void marks_are_between_words(void **state)
{
	(void)state;
	assert_tokens("X-Ray C++ t2.micro snake_case isn't", false,
		      "x rai c t2 micro snake case isn t");
}

static void marks_of_emoji_are_no_words(void **state)
{
	(void)state;
	assert_tokens("☁️ S3 1️⃣ x", false, "s3 1 x");
	assert_tokens("\xcc\x81 alone", false, "alon");
}

static void words_of_other_scripts_keep_their_marks(void **state)
{
	(void)state;
	assert_tokens("हिन्दी भाषा", false, "हिन्दी भाषा");
}

static void text_without_blanks_is_pairs(void **state)
{
	(void)state;
	assert_tokens("東京都", false, "東京 京都=都");
	assert_tokens("東京都", true, "東京 京都");
	assert_tokens("東 S3の", false, "東 s3 の");
	assert_tokens("都", true, "都");
}

static void bytes_that_are_no_utf8_do_no_harm(void **state)
{
	(void)state;
	assert_tokens("a \xff\xfe b \xe2\x82", false, "a yþ b a");
}

static int stop_at_two(void *arg, const struct token *t)
{
	size_t *count = arg;

	(void)t;
	return ++*count == 2 ? 7 : 0;
}

static int add_if_any(void *arg, const struct token *t)
{
	return t->text.len ? add_token(arg, t) : add_token(arg, &(struct token){
		.text = STR("_"), .same_place = t->same_place
	});
}

static void words_with_other_first_letters_may_be_left_empty(void **state)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct token_firsts firsts = { .has = { false } };

	(void)state;
	token_firsts_add(&firsts, STR("queue"));
	token_firsts_add(&firsts, STR(""));
	assert_int_equal(tokens_walk_firsts(STR("The Queues, queueing relations "
						"of quiet"), &firsts,
					    add_if_any, &out), 0);
	assert_string_equal(out.buf, "_ queue queue _ _ quiet");
}

static void whoever_is_told_can_stop_it(void **state)
{
	size_t count = 0;

	(void)state;
	assert_int_equal(tokens_walk(STR("a b c"), false, stop_at_two, &count),
			 7);
	assert_int_equal(count, 2);
}

/* Porter's own examples, step by step. */
static void stems_are_porters(void **state)
{
	static const char *const words[][2] = {
		{ "caresses", "caress" }, { "ponies", "poni" },
		{ "cats", "cat" },	  { "feed", "feed" },
		{ "agreed", "agre" },	  { "plastered", "plaster" },
		{ "bled", "bled" },	  { "motoring", "motor" },
		{ "sing", "sing" },	  { "conflated", "conflat" },
		{ "troubled", "troubl" }, { "sized", "size" },
		{ "hopping", "hop" },	  { "falling", "fall" },
		{ "hissing", "hiss" },	  { "fizzed", "fizz" },
		{ "failing", "fail" },	  { "filing", "file" },
		{ "happy", "happi" },	  { "sky", "sky" },
		{ "relational", "relat" }, { "vietnamization", "vietnam" },
		{ "triplicate", "triplic" }, { "hopeful", "hope" },
		{ "adoption", "adopt" },  { "replacement", "replac" },
		{ "controll", "control" }, { "roll", "roll" },
		{ "cease", "ceas" },	  { "is", "is" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		AUTO(strbuf) word = STRBUF_INIT;

		strbuf_addstr(&word, words[i][0]);
		strbuf_truncate(&word, stem_english(word.buf, word.len));
		assert_string_equal(word.buf, words[i][1]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_found_in_any_case_by_their_stem),
		cmocka_unit_test(accents_and_compatibility_forms_do_not_count),
		cmocka_unit_test(marks_are_between_words),
		cmocka_unit_test(marks_of_emoji_are_no_words),
		cmocka_unit_test(words_of_other_scripts_keep_their_marks),
		cmocka_unit_test(text_without_blanks_is_pairs),
		cmocka_unit_test(bytes_that_are_no_utf8_do_no_harm),
		cmocka_unit_test(
			words_with_other_first_letters_may_be_left_empty),
		cmocka_unit_test(whoever_is_told_can_stop_it),
		cmocka_unit_test(stems_are_porters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
