/* SPDX-License-Identifier: MIT */
/* How long somebody studied, as an entry says it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/model/study_time.h"

static void assert_says(const char *body, int minutes)
{
	int said = study_time_said(str_of(body));

	if (said != minutes)
		fail_msg("%d minutes, not %d: %s", said, minutes, body);
}

static void a_label_with_a_unit_says_the_time(void **state)
{
	(void)state;
	assert_says("**Time:** 1 hours.\n", 60);
	assert_says("**Time**: 45 min\n", 45);
	assert_says("- Time spent: 1h 30m\n", 90);
	assert_says("Time spent : ~2 hours (late at night)\n", 120);
	assert_says("\xe2\x8f\xb1 **Total time:** 1 hour and 15 minutes\r\n", 75);
	assert_says("x\n\nDuration: 1:30\n\nmore\n", 90);
	assert_says("Time: 1:30 h\n", 90);
	assert_says("Minutes: 1:75\n", 0);
	assert_says("* Time: 1.16 hrs\n", 70);
}

static void hours_and_minutes_as_labels_need_no_unit(void **state)
{
	(void)state;
	assert_says("Hours: 1.5\n", 90);
	assert_says("**Hours:** 2\n", 120);
	assert_says("Minutes: 40\n", 40);
}

static void a_label_may_stand_over_its_time(void **state)
{
	(void)state;
	assert_says("### Time spent working\n  * 1.5 hrs\n", 90);
	assert_says("**Time spent**\n\n~2 hours\n", 120);
	assert_says("### Time spent working\n  *\n\nread 3 pages\n", 0);
}

static void the_first_line_may_be_the_time(void **state)
{
	(void)state;
	assert_says("\n**3 hours**\n\nMade a board.\n", 180);
	assert_says("\n3 hours of sleep, then 2 of work\n", 0);
	assert_says("\nMade a board.\n\n3 hours\n", 0);
}

static void every_language_has_its_words(void **state)
{
	(void)state;
	assert_says("**Dauer:** 1,5 Stunden\n", 90);
	assert_says("**Duración**: 2 horas\n", 120);
	assert_says("Tempo de estudo: 1h30min\n", 90);
	assert_says("Temps passé : 45 minutes\n", 45);
	assert_says("Время: 2 часа\n", 120);
	assert_says("Süre: 45 dakika\n", 45);
	assert_says("学習時間：4時間30分\n", 270);
	assert_says("学习时间：2小时\n", 120);
	assert_says("공부 시간: 3시간\n", 180);
	assert_says("**Total Study Time:** \u2248 4 h 30 m\n", 270);
	assert_says("Lernzeit: 2 Stunden\n", 120);
	assert_says("Temps d'étude : 45 minutes\n", 45);
	assert_says("Затрачено: 2 часа\n", 120);
	assert_says("学习时长：2小时\n", 120);
}

static void what_is_not_clear_is_not_said(void **state)
{
	(void)state;
	assert_says("Time: 10:30\n", 0);
	assert_says("Time: 10:30 - 11:30\n", 0);
	assert_says("Time: 1-2 hours\n", 0);
	assert_says("Time: 2+ hours\n", 0);
	assert_says("Time: 45\n", 0);
	assert_says("Time: 5 pm\n", 0);
	assert_says("Time: 1 hour on trees, 2 on heaps\n", 0);
	assert_says("Hours: 30\n", 0);
	assert_says("Hours: 99999999999999999999\n", 0);
	assert_says("Time: 1 hour\nTime: 2 hours\n", 0);
	assert_says("```\nTime: 1 hour\n```\n", 0);
	assert_says("The time: 1 hour is short.\n", 0);
	assert_says("Time complexity: 2 hours\n", 0);
	assert_says("", 0);
}

static void a_sentence_may_tell_the_time(void **state)
{
	(void)state;
	assert_says("Studied for 2 hours.\n", 120);
	assert_says("**Today's Progress**: 90 minutes of labs\n", 90);
	assert_says("**Today's Progress:** 1.5h\n\n**Thoughts**: fine\n", 90);
	assert_says("### Progress\n- Read the guide\n- 1 hr 20 min on IAM\n", 80);
	assert_says("**Progress**: I spent almost 2 hours on VPCs. Hard!\n", 120);
	assert_says("**Progress**: worked on the labs of week 3 for 45 mins\n", 45);
	assert_says("**Progress**: studied DynamoDB for 1h 30m today\n", 90);
	assert_says("**Progress**: Another 30 minutes, mostly on sets 3 and 4\n",
		    30);
	assert_says("Practised for 30 minutes\n\nand 5 questions\n", 30);
	/* A label is clearer than a sentence. */
	assert_says("**Progress**: 90 minutes of labs\n**Time**: 2 hours\n", 120);
}

static void facts_may_stand_side_by_side(void **state)
{
	(void)state;
	assert_says("> \u23f1\ufe0f Dur\u00e9e : 1h00 | \U0001F4C5 Date : 1 mai 2026 | "
		    "\u2705 Statut : fait\n", 60);
	assert_says("**Date:** 1 May | **Time spent:** 45 min | **Mood:** good\n",
		    45);
	assert_says("Time: 1 hour | 2 hours\n", 0);
	assert_says("Time: 1 hour | Time: 2 hours\n", 0);
	assert_says("| Time: 1 hour | Date: 1 May |\n", 0);
}

static void a_time_may_be_about_right(void **state)
{
	(void)state;
	assert_says("- \u23f1\ufe0f **Time**: \u7d044\u6642\u9593\n", 240);
	assert_says("- \u23f1\ufe0f Time: \u7d044\u6642\u9593"
		    "\uff08\u74b0\u5883\u69cb\u7bc9\u542b\u3080\uff09\n", 240);
	assert_says("Time: about 2 hours\n", 120);
	assert_says("Dur\u00e9e : environ 45 min\n", 45);
}

static void the_first_line_may_tell_the_time(void **state)
{
	(void)state;
	assert_says("Studied 2 hours of S3\n", 120);
	assert_says("Studied 2 hours of S3: buckets are private\n", 120);
	assert_says("Studied 2 hours: buckets are private\n", 120);
	assert_says("90 minutes of labs\n", 90);
	assert_says("1 hour of Python. Then 30 minutes of AWS.\n", 90);
	assert_says("3h 20m watched\n", 200);
	assert_says("Worked 1h30 on the labs\n", 90);
	assert_says("4 hours of sleep\n", 0);
	assert_says("15 minutes timeout for Lambda\n", 0);
	assert_says("Lambda times out in 15 minutes\n", 0);
	assert_says("The exam takes 130 minutes\n", 0);
	assert_says("The video is 2 hours long\n", 0);
	assert_says("2 hours long video on S3\n", 0);
}

static void sentences_add_up_where_they_say_so(void **state)
{
	(void)state;
	assert_says("**Progress**: 1 hour of Python. Then 30 minutes of AWS.\n",
		    90);
	assert_says("**Progress**: Studied 1 hour. Also 30 minutes of labs\n", 90);
	assert_says("**Progress**: 1 hour of IAM; 20 minutes of S3\n", 80);
	assert_says("**Progress**: Studied 1 hour. Lambda stops after 15 minutes\n",
		    60);
	assert_says("**Progress**: Studied for 3 hours. 2 hours of labs\n", 0);
	assert_says("**Progress**: 20 hours of IAM. Then 20 hours of S3\n", 0);
}

static void numbers_may_be_words(void **state)
{
	(void)state;
	assert_says("Studied for two hours\n", 120);
	assert_says("**Progress**: Worked on the labs for two hours\n", 120);
	assert_says("Studied for an hour and a half\n", 90);
	assert_says("Spent two and a half hours on IAM\n", 150);
	assert_says("Read for half an hour\n", 30);
	assert_says("Time: thirty minutes\n", 30);
	assert_says("**Progress**: Studied for two hours or three hours\n", 0);
	assert_says("**Progress**: two hours of sleep\n", 0);
	assert_says("**Progress**: one of the labs\n", 0);
	assert_says("**Progress**: Studied one time\n", 0);
}

static void a_sentence_about_other_times_tells_none(void **state)
{
	static const char *const progress[] = {
		"lambda times out in 15 minutes",
		"15 minutes is the longest that a function runs",
		"15 minutes timeout for Lambda",
		"15 minutes of execution time at most",
		"Read that Lambda runs for 15 minutes",
		"Studied SQS, which hides a message for 12 hours",
		"Studied Lambda timeouts for 15 minutes of execution",
		"Learned session tokens: valid for 12 hours",
		"3 hours of sleep",
		"2 hours ago I began",
		"Watched 20 videos",
		"90 minutes of labs and 30 minutes of reading",
		"Studied for 1-2 hours",
		"Studied for 2 hours yesterday",
		"It took 12 hours to finish",
		"Two exercises in less than 90 minutes",
		"Spent 25 hours",
		"Spent 5 hours on labs this week",
		"Studied 2 hours of 3 hours",
		"Spent 15 minutes until the timeout: it is S3",
		"Spent 2 hours on S3: that was yesterday",
		"Spent 4 hours on labs: planned for tomorrow",
		"Studied 2 hours of S3 (see: the default timeout)",
		"15 minutes: the most that Lambda runs",
		"Studied yesterday for 2 hours",
		"the exam takes 130 minutes",
		"4 hours of sleep",
		"the video is 2 hours long",
		"Watched a video of 2 hours",
		"Worked on a lease that lasts for two hours",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(progress) / sizeof(*progress); i++) {
		char body[200];

		snprintf(body, sizeof(body), "**Today's Progress**: %s\n",
			 progress[i]);
		assert_says(body, 0);
	}
	assert_says("**What I learned**: Studied for 2 hours\n", 0);
	assert_says("**Thoughts**: spent 3 hours on one challenge\n", 0);
	assert_says("**Progress**: 1 hour of labs\n- 2 hours of reading\n", 0);
	assert_says("```\nStudied for 2 hours\n```\n", 0);
	assert_says("Made a board.\n\n90 minutes of labs\n", 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_label_with_a_unit_says_the_time),
		cmocka_unit_test(hours_and_minutes_as_labels_need_no_unit),
		cmocka_unit_test(a_label_may_stand_over_its_time),
		cmocka_unit_test(the_first_line_may_be_the_time),
		cmocka_unit_test(every_language_has_its_words),
		cmocka_unit_test(what_is_not_clear_is_not_said),
		cmocka_unit_test(a_sentence_may_tell_the_time),
		cmocka_unit_test(facts_may_stand_side_by_side),
		cmocka_unit_test(a_time_may_be_about_right),
		cmocka_unit_test(the_first_line_may_tell_the_time),
		cmocka_unit_test(sentences_add_up_where_they_say_so),
		cmocka_unit_test(numbers_may_be_words),
		cmocka_unit_test(a_sentence_about_other_times_tells_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
