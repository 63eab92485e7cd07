/* SPDX-License-Identifier: MIT */
/* What somebody says that he does not know well is a hole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/gap.h"

static void who_names_what_to_review_names_a_gap(void **state UNUSED)
{
	static const char *const texts[] = {
		"I need to review bucket policies.",
		"need to review routes, models, config, etc.",
		"Still shaky on subnet routing",
		"I keep forgetting the limits of queues",
		"I should revisit how leases expire",
		"I need to brush up on positioning",
		"not confident with key rotation yet",
		"I must revisit the ways out of a subnet",
		"Need to go over the file of a deployment again",
		"need to get better at reading policies",
		"Still need to figure out how a stack is taken back",
		"I don't really understand subnet routing",
		"not comfortable with pointers yet",
		"Key grants - need to revisit",
		"the order in which policies count (review again)",
		"didn't understand the difference of a group and a list",
		"Still a bit confused about leases",
		"Getting a little lost with reducers, more on it tomorrow",
		"still don't get subnet routing",
		"I'm still not fully grasping reducers",
		"Am not really getting the flow of a bundle",
		"It renders, but I can't figure out how props get there",
		"Realising I need to update my knowledge of selectors",
		"Went on, so I need to improve my shell skills",
		"I struggled with closures",
		"Need to go back over filtering tomorrow",
		"come back to key grants",
		"Leases: still confusing",
		"Key grants - still don't get it",
		"I used a loop since I am not good at recursion",
		"I rarely debug because I don't know what's going on there",
		"I should learn more about selectors",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		if (!gap_sentence(str_of(texts[i])).len)
			fail_msg("'%s' is no gap", texts[i]);
}

static void what_is_told_besides_names_none(void **state UNUSED)
{
	static const char *const texts[] = {
		"", "I need to review them.", "I need to learn more things",
		"You need to review the policy before it is attached",
		"Reviewed bucket policies", "I need to buy a new laptop",
		"I need to study more. Today was short.",
		"It went well. I need to review queues. Then I slept.",
		"The table needs to be reviewed",
		"Users need to understand the risk",
		"Need to get better at it", "Need to practice it a lot",
		"The team is not comfortable with it",
		"my request - needs review", "it (review again)",
		"the nightly job - needs review by two people",
		"I had so many flashcards that I need to revise them all",
		"Struggled with sleep and motivation",
		"I struggled with leases and finally solved it",
		"I got confused about ports. But I found out what listens",
		"I'm not sure how long it will take",
		"I was lost on what to do next",
		"don't get discouraged", "Struggled with some of the exercises",
		"Beginners struggle with closures", "Mood: still confusing",
		"not sure why I always start so late",
		"I need to update my repositories",
		"Not compiling, not sure why, will try again",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		if (gap_sentence(str_of(texts[i])).len)
			fail_msg("'%s' is a gap", texts[i]);
}

static void the_sentence_that_names_it_is_the_gap(void **state UNUSED)
{
	assert_true(str_is(gap_sentence(STR("Built a queue. I need to review "
					    "key policies.")),
			   "I need to review key policies"));
	assert_true(str_is(gap_sentence(STR("Need to review leases. It went "
					    "well otherwise.")),
			   "Need to review leases"));
}

static void what_is_to_be_gone_over_again_closes_a_gap(void **state UNUSED)
{
	assert_true(gap_is_to_do(STR("revisit subnet routing")));
	assert_true(gap_is_to_do(STR("wrap my head around leases")));
	assert_false(gap_is_to_do(STR("refactor the code")));
	assert_false(gap_is_to_do(STR("review it")));
}

static void what_was_answered_wrong_or_not_kept_is_a_gap(void **state UNUSED)
{
	static const char *const texts[] = {
		"Got the question on leases wrong",
		"got 3 wrong on peering",
		"mixed up topics and queues again",
		"Confused the gateway with the proxy",
		"guessed on the peering questions",
		"Failed 4 of 5 on networking",
		"I couldn't explain what a mutex is",
		"can't remember which class is the cheapest",
		"Picked the proxy, right one was the gateway",
		"Lifetimes still go over my head",
		"the bit on leases lost me",
		"subnetting is still my weak point",
		"Read the chapter on leases but it didn't stick",
		"Leases: review!",
		"leases vs locks - I don't understand when to use which",
		"(revisit) leases",
		"todo look up what a lease is",
		"how DAX works is still unclear",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		if (!gap_sentence(str_of(texts[i])).len)
			fail_msg("names no gap: %s", texts[i]);
}

static void a_slip_of_the_day_is_no_gap(void **state UNUSED)
{
	static const char *const texts[] = {
		"got it wrong at first, fixed the typo",
		"got into the wrong folder",
		"Missed two days because of the flu",
		"Forgot to charge it",
		"need to revisit the gym",
		"I don't remember what I did",
		"Week 3: review",
		"Monday: review",
		"Mixed weather, went for a walk",
		"didn't know that we can play with images",
		"No longer confused about leases",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		if (gap_sentence(str_of(texts[i])).len)
			fail_msg("names a gap: %s", texts[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_names_what_to_review_names_a_gap),
		cmocka_unit_test(what_is_told_besides_names_none),
		cmocka_unit_test(the_sentence_that_names_it_is_the_gap),
		cmocka_unit_test(what_is_to_be_gone_over_again_closes_a_gap),
		cmocka_unit_test(what_was_answered_wrong_or_not_kept_is_a_gap),
		cmocka_unit_test(a_slip_of_the_day_is_no_gap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
