/* SPDX-License-Identifier: MIT */
/* What is made of the passages on a topic. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/alloc.h"
#include "core/base/date.h"
#include "core/model/dossier.h"

static struct dossier_passage note(const char *path, const char *text)
{
	return (struct dossier_passage){
		.path = path,
		.topic = "lambda",
		.line = 1,
		.traits = TRAIT_NUMBER,
		.day = DAY_NONE,
		.text = str_of(text),
	};
}

static size_t count_disagreements(const char *a, const char *b)
{
	struct dossier_passage p[] = { note("a.md", a), note("b.md", b) };
	AUTO(dossier_numbers) numbers = DOSSIER_NUMBERS_INIT;
	AUTO(dossier_disagreements) found = DOSSIER_DISAGREEMENTS_INIT;

	dossier_find_numbers(&numbers, p, ARRAY_SIZE(p));
	dossier_find_disagreements(&found, &numbers, p);
	return found.count;
}

static void notes_that_measure_the_same_differently_disagree(
	void **state UNUSED)
{
	static const struct {
		const char *a, *b;
	} cases[] = {
		{ "Lambda times out in 15 mins", "lambda timeout 5 minutes" },
		{ "The max message size is 256 KB", "max message size: 64 KB" },
		{ "retention period is 4 days by default",
		  "The default retention period is 3 days" },
		{ "messages stay for 14 days", "messages stay at most 4 days" },
		{ "a group has 1 replica", "a group has at least 2 replicas" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		if (count_disagreements(cases[i].a, cases[i].b) != 1)
			fail_msg("'%s' and '%s'", cases[i].a, cases[i].b);
}

static void notes_on_different_things_do_not_disagree(void **state UNUSED)
{
	static const struct {
		const char *a, *b;
	} cases[] = {
		{ "Lambda times out in 15 mins", "timeout after 900 seconds" },
		{ "The default timeout is 3 seconds",
		  "The max timeout is 15 minutes" },
		{ "standard queues keep messages 4 days",
		  "FIFO queues keep messages 14 days" },
		{ "memory up to 10 GB", "storage up to 512 MB" },
		{ "retention 1 day", "retention 1 day to 7 days" },
		{ "10 GB", "20 GB" },
		{ "payload 6 MB", "payload limit 15 mins" },
		{ "messages stay for 4 days", "messages stay up to 14 days" },
		{ "at least 2 nodes of a group", "4 nodes of a group" },
		{ "a gateway costs $0.05 an hour",
		  "a gateway costs $0.10 a month" },
		{ "max 5 rules", "max 60 groups" },
		{ "2 hours of queues today", "1 hour of queues today" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		if (count_disagreements(cases[i].a, cases[i].b))
			fail_msg("'%s' and '%s'", cases[i].a, cases[i].b);
}

static void numbers_stand_by_what_they_measure(void **state UNUSED)
{
	struct dossier_passage p[] = {
		note("a.md", "up to 256 KB. Then it waits 20 seconds."),
		note("a.md", "at most 10 messages; it stops in 5 mins"),
	};
	static const char *const expected[] = { "20 seconds", "5 mins",
						"256 KB", "10 messages" };
	AUTO(dossier_numbers) n = DOSSIER_NUMBERS_INIT;

	dossier_find_numbers(&n, p, ARRAY_SIZE(p));
	assert_int_equal(n.count, ARRAY_SIZE(expected));
	for (size_t i = 0; i < n.count; i++)
		assert_true(str_is(n.items[i].quantity.text, expected[i]));
	assert_true(str_is(n.items[0].sentence, "Then it waits 20 seconds"));
}

static void what_is_said_again_is_known_to_be(void **state UNUSED)
{
	struct dossier_passage p[] = {
		note("a.md", "an item has up to 400 KB"),
		note("b.md", "a page has 1 MB"),
		note("c.md", "an item has up to 400 KB"),
	};
	AUTO(dossier_numbers) n = DOSSIER_NUMBERS_INIT;

	dossier_find_numbers(&n, p, ARRAY_SIZE(p));
	assert_int_equal(n.count, 3);
	assert_false(n.items[0].repeated);
	assert_int_equal(n.items[0].again, 2);
	assert_false(n.items[1].repeated);
	assert_int_equal(n.items[1].again, 0);
	assert_true(n.items[2].repeated);
}

static void the_learning_itself_is_no_limit(void **state UNUSED)
{
	static const char *const texts[] = {
		"100 days of code", "I slept 6 hours",
		"80% of the course is done", "65 questions in 130 min of exam",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct dossier_passage p = note("a.md", texts[i]);
		AUTO(dossier_numbers) n = DOSSIER_NUMBERS_INIT;

		dossier_find_numbers(&n, &p, 1);
		if (n.count)
			fail_msg("'%s'", texts[i]);
	}
}

static void a_passage_full_of_numbers_costs_little(void **state UNUSED)
{
	enum { REPEATS = 100000 };
	char *text = xmalloc(REPEATS * 6 + 1);
	struct dossier_passage p;
	AUTO(dossier_numbers) n = DOSSIER_NUMBERS_INIT;

	for (size_t i = 0; i < REPEATS; i++)
		memcpy(text + i * 6, "512KB ", 7);
	p = note("a.md", text);
	dossier_find_numbers(&n, &p, 1);
	assert_true(n.count > 0 && n.count < 100);
	for (size_t i = 0; i < n.count; i++)
		assert_true(n.items[i].sentence.len < 500);
	free(text);
}

static void a_sentence_that_is_cut_is_told(void **state UNUSED)
{
	AUTO(strbuf) text = STRBUF_INIT;
	AUTO(dossier_numbers) n = DOSSIER_NUMBERS_INIT;
	struct dossier_passage p;

	strbuf_addstr(&text, "Short. It holds 5 MB ; and 7 MB. ");
	for (int i = 0; i < 60; i++)
		strbuf_addstr(&text, "word ");
	strbuf_addstr(&text, "up to 9 MB");
	for (int i = 0; i < 60; i++)
		strbuf_addstr(&text, " word");
	p = note("a.md", text.buf);
	dossier_find_numbers(&n, &p, 1);
	assert_int_equal(n.count, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(n.items[i].cut_before, i == 2);
		assert_int_equal(n.items[i].cut_behind, i == 2);
	}
}

static void what_is_answered_is_not_open(void **state UNUSED)
{
	struct dossier_passage p[] = { note("a.md", "x"), note("a.md", "y"),
				       note("b.md", "z") };
	struct dossier_facts facts;

	p[0].traits = TRAIT_QUESTION;
	p[1].traits = TRAIT_QUESTION | TRAIT_DONE;
	p[2].traits = TRAIT_DEFINITION;
	p[1].day = 10;
	p[2].day = 20;
	dossier_count(&facts, p, ARRAY_SIZE(p));
	assert_int_equal(facts.documents, 2);
	assert_int_equal(facts.kinds[2], 1);
	assert_int_equal(facts.kinds[0], 1);
	assert_int_equal(facts.first_day, 10);
	assert_int_equal(facts.last_day, 20);
}

static void related_is_what_is_near_and_not_what_is_common(void **state UNUSED)
{
	struct dossier_related r[] = {
		{ "common", 6, 1000, 0 },
		{ "near", 5, 8, 0 },
		{ "chance", 1, 1, 0 },
	};

	assert_int_equal(dossier_rank_related(r, ARRAY_SIZE(r), 20), 2);
	assert_string_equal(r[0].id, "near");
	assert_string_equal(r[1].id, "common");
}

static void two_things_are_told_apart(void **state UNUSED)
{
	assert_true(dossier_tells_apart(STR("SQS vs SNS")));
	assert_true(dossier_tells_apart(STR("the difference between both")));
	assert_false(dossier_tells_apart(STR("SQS and SNS")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			notes_that_measure_the_same_differently_disagree),
		cmocka_unit_test(notes_on_different_things_do_not_disagree),
		cmocka_unit_test(numbers_stand_by_what_they_measure),
		cmocka_unit_test(what_is_said_again_is_known_to_be),
		cmocka_unit_test(the_learning_itself_is_no_limit),
		cmocka_unit_test(a_sentence_that_is_cut_is_told),
		cmocka_unit_test(a_passage_full_of_numbers_costs_little),
		cmocka_unit_test(what_is_answered_is_not_open),
		cmocka_unit_test(
			related_is_what_is_near_and_not_what_is_common),
		cmocka_unit_test(two_things_are_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
