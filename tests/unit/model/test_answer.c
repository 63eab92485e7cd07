/* SPDX-License-Identifier: MIT */
/* A question finds the passages that would answer it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/answer.h"

static const char *const sqs[] = { "SQS" };

/* Topic 0 is the first that a question names, topic 1 the second. */
#define TEXT(literal) { literal, sizeof(literal) - 1 }

/* As a passage is, before it is read. */
static const struct {
	struct str text;
	const char *const *headings;
	size_t nheadings;
	unsigned topics;
	bool definition;
} notes[] = {
	{ .text = TEXT("A stream keeps records in shards, and each consumer "
		      "has its own place"), .topics = 1, .definition = true },
	{ .text = TEXT("watched videos"), .topics = 1 },
	{ .text = TEXT("Messages stay up to 14 days and are deleted by whoever "
		      "has read them"), .headings = sqs, .nheadings = 1,
	  .topics = 2 },
	{ .text = TEXT("SAML hands a signed assertion to the service, which "
		      "trusts who signed it"), .topics = 4 },
	{ .text = TEXT("Messaging and streaming: streams, queues, topics"),
	  .topics = 3 },
	{ .text = TEXT("The weather was fine and I went for a walk") },
};

static size_t find_among(const struct answer_vocabulary *wanted,
			 const char *text, size_t topics, size_t *out)
{
	const struct answer_question q = { str_of(text), topics };
	struct answer_candidate all[ARRAY_SIZE(notes)];
	AUTO(arena) mem = ARENA_INIT;
	struct answer_reader reader = { .mem = &mem, .wanted = wanted };

	for (size_t i = 0; i < ARRAY_SIZE(notes); i++)
		all[i] = (struct answer_candidate){
			answer_text_read(&reader, notes[i].text,
					 notes[i].headings, notes[i].nheadings,
					 notes[i].definition, false),
			notes[i].topics,
		};
	return answer_find(&q, all, ARRAY_SIZE(all), out);
}

static size_t find(const char *text, size_t topics, size_t *out)
{
	return find_among(NULL, text, topics, out);
}

static void a_comparison_wants_something_on_each(void **state UNUSED)
{
	size_t out[ANSWERS_MAX];

	assert_true(find("Difference between streams and queues", 2, out) >= 2);
	assert_int_equal(out[0], 0);
	assert_int_equal(out[1], 2);
	assert_int_equal(find("What is the difference of these", 3, out), 3);
	assert_int_equal(find("Difference between four of them", 4, out), 0);
}

static void the_words_of_the_questions_are_all_that_is_needed(
	void **state UNUSED)
{
	static const char *const questions[] = {
		"How does SAML sign an assertion?",
		"How long do messages stay, and who deletes them?",
		"Difference between streams and queues",
	};
	static struct answer_vocabulary words;

	for (size_t i = 0; i < ARRAY_SIZE(questions); i++)
		answer_vocabulary_add(&words, str_of(questions[i]));
	for (size_t i = 0; i < ARRAY_SIZE(questions); i++)
		for (size_t topics = 0; topics < 4; topics++) {
			size_t all[ANSWERS_MAX], some[ANSWERS_MAX];
			size_t count = find(questions[i], topics, all);

			assert_int_equal(find_among(&words, questions[i],
						    topics, some), count);
			assert_memory_equal(some, all, count * sizeof(*all));
		}
}

static void a_word_is_the_same_in_capitals_and_with_another_ending(
	void **state UNUSED)
{
	static const char *const words[] = {
		"stream", "Streams", "STREAMED", "streaming", "STREAM",
	};
	AUTO(arena) mem = ARENA_INIT;
	struct answer_reader reader = { .mem = &mem };

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		struct answer_text text = answer_text_read(
			&reader, str_of(words[i]), NULL, 0, false, false);
		struct answer_terms terms = { .count = 0 };

		answer_terms_read(&terms, STR("the stream"));
		assert_int_equal(answer_terms_in(&terms, &text), 1);
	}
}

static void the_words_of_the_question_decide(void **state UNUSED)
{
	size_t out[ANSWERS_MAX];

	assert_true(find("How does SAML sign an assertion?", 0, out) >= 1);
	assert_int_equal(out[0], 3);
	assert_true(find("How long do messages stay, and who deletes them?", 0,
			 out) >= 1);
	assert_int_equal(out[0], 2);
}

static void what_says_nothing_about_it_is_no_answer(void **state UNUSED)
{
	size_t out[ANSWERS_MAX];

	assert_int_equal(find("How are photographs of cats compressed?", 0,
			      out), 0);
	assert_int_equal(find("Why is pricing by the second cheaper?", 1, out),
			 0);
	assert_int_equal(find("", 0, out), 0);
	assert_int_equal(answer_find(&(struct answer_question){ STR("a b"), 1 },
				     NULL, 0, out), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_comparison_wants_something_on_each),
		cmocka_unit_test(
			the_words_of_the_questions_are_all_that_is_needed),
		cmocka_unit_test(
			a_word_is_the_same_in_capitals_and_with_another_ending),
		cmocka_unit_test(the_words_of_the_question_decide),
		cmocka_unit_test(what_says_nothing_about_it_is_no_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
