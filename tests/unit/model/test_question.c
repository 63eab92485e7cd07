/* SPDX-License-Identifier: MIT */
/* Questions have short ids that stay, and prefixes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/question.h"

static void a_prefix_says_what_it_is_about(void **state UNUSED)
{
	static const struct {
		const char *text, *prefix, *rest;
	} cases[] = {
		{ "KSS: queue or stream", "KSS", "queue or stream" },
		{ "Step Functions: why?", "Step Functions", "why?" },
		{ "[x] CD: when?", "CD", "when?" },
		{ "Q: what is it", "", "what is it" },
		{ "Question: SF: what is it", "SF", "what is it" },
		{ "Why is 10:30 late?", "", "Why is 10:30 late?" },
		{ "see http://x.org", "", "see http://x.org" },
		{ "One two three four: five", "", "One two three four: five" },
		{ "What is it:", "", "What is it:" },
		{ "", "", "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str rest = str_of(cases[i].text);
		struct str prefix = item_prefix_take(&rest);

		if (!str_is(prefix, cases[i].prefix) ||
		    !str_is(rest, cases[i].rest))
			fail_msg("'%s': '%.*s' and '%.*s'", cases[i].text,
				 (int)prefix.len, prefix.s, (int)rest.len,
				 rest.s);
	}
}

static void an_id_follows_from_the_words_alone(void **state UNUSED)
{
	struct item_id id = item_id(STR("KSS: Queue, or a stream?"));
	struct item_id same = item_id(STR("[x] queue or  a STREAM"));
	struct item_id answered =
		item_id(STR("Queue, or a stream? A: a queue"));
	struct item_id other = item_id(STR("queue or a topic"));

	assert_int_equal(strlen(id.s), ITEM_ID_LENGTH);
	assert_string_equal(id.s, same.s);
	assert_string_equal(id.s, answered.s);
	assert_string_not_equal(id.s, other.s);
	assert_true(item_id_is(&id, str_upto(str_of(id.s), 3)));
	assert_true(item_id_is(&id, str_of(id.s)));
	assert_false(item_id_is(&id, STR("")));
	assert_false(item_id_is(&id, str_of(other.s)));
}

static void only_the_question_of_prose_is_asked(void **state UNUSED)
{
	static const struct {
		const char *text, *question;
	} cases[] = {
		{ "Queues keep things. Why is one slower?",
		  "Why is one slower?" },
		{ "It works! But how? And why so?", "But how? And why so?" },
		{ "Is it, e.g. Kafka, fast?", "Is it, e.g. Kafka, fast?" },
		{ "S3 vs. EFS: which one?", "S3 vs. EFS: which one?" },
		{ "Q: It is so. Why?", "Q: It is so. Why?" },
		{ "No question. At all.", "No question. At all." },
		{ "How does v1.2 differ?", "How does v1.2 differ?" },
		{ "", "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str s = item_question(str_of(cases[i].text));

		if (!str_is(s, cases[i].question))
			fail_msg("'%.*s'", (int)s.len, s.s);
	}
}

static void an_answer_stands_behind_a_question(void **state UNUSED)
{
	static const struct {
		const char *text, *asked;
	} cases[] = {
		{ "Why so? A: because", "Why so?" },
		{ "Q: how it is done A: so", "Q: how it is done" },
		{ "How is it set??? see A: there", "How is it set??? see" },
		{ "Is plan A: B or C better?", "Is plan A: B or C better?" },
		{ "Is plan A: B better? A: no", "Is plan A: B better?" },
		{ "Why so?", "Why so?" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str s = item_without_answer(str_of(cases[i].text));

		if (!str_is(s, cases[i].asked))
			fail_msg("'%.*s'", (int)s.len, s.s);
	}
}

static void what_wants_an_answer_is_asked(void **state UNUSED)
{
	static const char *const asked[] = {
		"Why is it slow?", "KSS: queue or stream?", "so what???",
		"can a queue be renamed while it is in use",
		"how is a queue different from a stream",
		"Still not clear to me how the thing picks a node",
		"I don\xe2\x80\x99t know how the thing picks a node",
		"wondering whether a lease outlives its node",
		"Why is it slow? The log has nothing.",
		"Was ist ein Pod?", "\xc2\xbfQu\xc3\xa9 es un pod?",
		"Why do I need a gateway for that?",
		"The key is set and it is still refused, why?",
	};
	static const char *const others[] = {
		"Why do I always start so late?", "Nice, isn't it?",
		"New day, new luck, right?", "Am I the only one here?",
		"Who would have thought?", "How hard can it be?",
		"More practice?", "A talk on \"Why is it slow?\"",
		"not sure why I keep forgetting it", "Is now in production",
		"Do the quiz once more today", "Can not get it to work at all",
		"how I did it in the end", "Ready? Go!",
	};

	for (size_t i = 0; i < ARRAY_SIZE(asked); i++)
		if (!question_is_asked(str_of(asked[i])))
			fail_msg("'%s' asks nothing", asked[i]);
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		if (question_is_asked(str_of(others[i])))
			fail_msg("'%s' asks", others[i]);
}

static void what_points_elsewhere_answers_nothing(void **state UNUSED)
{
	static const char *const answered[] = {
		"Question: How long? It is kept for 4 days", "Q: Is it? Yes",
		"Q: How is a node freed? Drain it first.",
		"Q: What comes first? Check the queue for its depth.",
	};
	static const char *const open[] = {
		"Question: How many LSIs can a table have? See the docs",
		"Q: Is it kept? Ask the mentor", "Q: Is it? Look it up later",
		"Q: Why is that? Check again",
	};

	for (size_t i = 0; i < ARRAY_SIZE(answered); i++)
		if (!question_is_answered(str_of(answered[i])))
			fail_msg("'%s' is open", answered[i]);
	for (size_t i = 0; i < ARRAY_SIZE(open); i++)
		if (question_is_answered(str_of(open[i])))
			fail_msg("'%s' is answered", open[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_the_question_of_prose_is_asked),
		cmocka_unit_test(an_answer_stands_behind_a_question),
		cmocka_unit_test(a_prefix_says_what_it_is_about),
		cmocka_unit_test(an_id_follows_from_the_words_alone),
		cmocka_unit_test(what_wants_an_answer_is_asked),
		cmocka_unit_test(what_points_elsewhere_answers_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
