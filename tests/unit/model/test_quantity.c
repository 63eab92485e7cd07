/* SPDX-License-Identifier: MIT */
/* Numbers with units are found, and other numbers are not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <math.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/quantity.h"

static void a_number_with_a_unit_is_a_quantity(void **state UNUSED)
{
	static const struct {
		const char *text;
		enum quantity_kind kind;
		enum quantity_bound bound;
		double value;
		const char *unit;
	} cases[] = {
		{ "times out in 15 mins", QUANTITY_TIME, QUANTITY_EXACT, 900,
		  "minute" },
		{ "kept for 30d", QUANTITY_TIME, QUANTITY_EXACT, 2592000,
		  "day" },
		{ "kept for 1y", QUANTITY_TIME, QUANTITY_EXACT, 31536000,
		  "year" },
		{ "KMS keys 100,000", QUANTITY_COUNT, QUANTITY_EXACT, 100000,
		  "" },
		{ "900s at most", QUANTITY_TIME, QUANTITY_MOST, 900, "second" },
		{ "items up to 400KB", QUANTITY_SIZE, QUANTITY_MOST, 409600,
		  "kilobyte" },
		{ "max: 10 GB", QUANTITY_SIZE, QUANTITY_MOST, 10737418240.0,
		  "gigabyte" },
		{ "99.99% durable", QUANTITY_PERCENT, QUANTITY_EXACT, 99.99,
		  "percent" },
		{ "costs $0.10 an hour", QUANTITY_MONEY, QUANTITY_EXACT, 0.1,
		  "dollar" },
		{ "defaults to 3", QUANTITY_COUNT, QUANTITY_DEFAULT, 3, "" },
		{ "limited to 20 per table", QUANTITY_COUNT, QUANTITY_MOST, 20,
		  "" },
		{ "3,000 RCUs a partition", QUANTITY_COUNT, QUANTITY_EXACT,
		  3000, "rcu" },
		{ "bis zu 12,5 GB", QUANTITY_SIZE, QUANTITY_MOST,
		  13421772800.0, "gigabyte" },
		{ "in 60\xe2\x80\x93""120 secs", QUANTITY_TIME, QUANTITY_EXACT, 120,
		  "second" },
		{ "a 14-day window", QUANTITY_TIME, QUANTITY_EXACT, 1209600,
		  "day" },
		{ "at least 2 replicas.", QUANTITY_COUNT, QUANTITY_LEAST, 2,
		  "replica" },
		{ "1 million calls are free", QUANTITY_COUNT, QUANTITY_EXACT,
		  1000000, "" },
		{ "110 pods per node", QUANTITY_COUNT, QUANTITY_EXACT, 110,
		  "pod" },
		{ "110 of them per node", QUANTITY_COUNT, QUANTITY_EXACT, 110,
		  "" },
		{ "it gives up after 29 s", QUANTITY_TIME, QUANTITY_EXACT, 29,
		  "second" },
		{ "Lease | ~60 s", QUANTITY_TIME, QUANTITY_EXACT, 60,
		  "second" },
		{ "Calls | 300/s (at best)", QUANTITY_COUNT, QUANTITY_EXACT, 300,
		  "" },
		{ "h\xc3\xb6""chstens 15 Minuten", QUANTITY_TIME,
		  QUANTITY_MOST, 900, "minute" },
		{ "hasta 14 d\xc3\xad""as", QUANTITY_TIME, QUANTITY_MOST,
		  1209600, "day" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str rest = str_of(cases[i].text);
		struct quantity q = QUANTITY_NONE;

		if (!quantity_next(&rest, &q))
			fail_msg("none in '%s'", cases[i].text);
		if (q.kind != cases[i].kind || q.bound != cases[i].bound ||
		    fabs(q.value - cases[i].value) > 1e-6 ||
		    !str_is(str_of(q.unit), cases[i].unit))
			fail_msg("'%s': kind %d, bound %d, %f %s",
				 cases[i].text, (int)q.kind, (int)q.bound,
				 q.value, q.unit);
	}
}

static void names_dates_and_versions_measure_nothing(void **state UNUSED)
{
	static const char *const texts[] = {
		"", "S3", "t2.micro", "version 0.2 of it", "2022-07-04",
		"at 10:30", "Python 3", "an EC2 instance", "10.0.0.0/16",
		"v1.24.3", "Day 12", "99999999999999999999999 bytes",
		"http://x.org/5s", "us-east-1", "100-days-of-code", "5 s",
		"5k moves up", "Pages per day: 20", "Difficulty: 3",
		"a 2d array and 3D models", "30 d", "2y = 4", "R1D37",
		"Total steps 10,000", "Followers 1,200",
		"Solved problems 1,000",
		"the rules per group are in 3 files", "400,000 GB-seconds",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct str rest = str_of(texts[i]);
		struct quantity q = QUANTITY_NONE;

		if (quantity_next(&rest, &q))
			fail_msg("'%s' has '%.*s'", texts[i], (int)q.text.len,
				 q.text.s);
	}
}

static void a_range_has_both_its_ends(void **state UNUSED)
{
	static const struct {
		const char *text, *shown;
		double least, value;
	} cases[] = {
		{ "takes 3 ~ 5 hours", "3 ~ 5 hours", 10800, 18000 },
		{ "128MB\xe3\x80\x9c""10GB", "128MB\xe3\x80\x9c""10GB",
		  134217728, 10737418240.0 },
		{ "from 1 to 5 days", "1 to 5 days", 86400, 432000 },
		{ "a value of 1-5 GB", "1-5 GB", 1073741824, 5368709120.0 },
		{ "256 KB - 1 MB", "256 KB - 1 MB", 262144, 1048576 },
		{ "between 2 and 4 replicas", "2 and 4 replicas", 2, 4 },
		{ "limited to 1 to 5", "1 to 5", 1, 5 },
		{ "costs $5-$10", "$5-$10", 5, 10 },
		{ "99.5\xe2\x80\x93""99.9%", "99.5\xe2\x80\x93""99.9%", 99.5,
		  99.9 },
		/* No ranges. */
		{ "Lab 3 - 5 hours", "5 hours", 18000, 18000 },
		{ "cut from 30 days to 7 days", "30 days", 2592000, 2592000 },
		{ "10 GB to 3 users", "10 GB", 10737418240.0, 10737418240.0 },
		{ "8 hours", "8 hours", 28800, 28800 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str rest = str_of(cases[i].text);
		struct quantity q = QUANTITY_NONE;

		if (!quantity_next(&rest, &q))
			fail_msg("none in '%s'", cases[i].text);
		if (!str_is(q.text, cases[i].shown) ||
		    fabs(q.least - cases[i].least) > 1e-6 ||
		    fabs(q.value - cases[i].value) > 1e-6)
			fail_msg("'%s': '%.*s', %f to %f", cases[i].text,
				 (int)q.text.len, q.text.s, q.least, q.value);
	}
}

/* The bounds of all quantities of a text, in order. */
static void a_clause_says_which_bound_a_number_is(void **state UNUSED)
{
	static const struct {
		const char *text, *bounds;
	} cases[] = {
		{ "default is 30 seconds", "d" },
		{ "30 seconds by default", "d" },
		{ "a window of 30 seconds (default)", "d" },
		{ "default retention period 4 days", "d" },
		{ "the default delay is 0 seconds", "d" },
		{ "max message size is 256 KB", "<" },
		{ "the maximum size of an item is 400 KB", "<" },
		{ "timeout is **15 minutes** max", "<" },
		{ "max. size: 5 TB", "<" },
		{ "| Max message size | 256 KB |", "<" },
		{ "minimum storage duration 90 days", ">" },
		{ "maximum of 3000 RCU's and 1000 WCU's", "<<" },
		{ "up to 5 GB & 10 GB", "<<" },
		{ "30 seconds by default, 12 hours at most", "d<" },
		{ "default 3 days, max 14 days", "d<" },
		{ "100 buckets per account (soft limit)", "<" },
		{ "5 groups per network (default).", "d" },
		{ "2500 default 10,000 hard limit", "d<" },
		{ "Maximum rules per group: 60", "<" },
		{ "Max rules per group: 60 (inbound)", "<" },
		{ "Subnets per network: 200.", "=" },
		{ "Aliases per key 50", "=" },
		{ "um tamanho m\xc3\xa1ximo de 256 KB", "<" },
		/* Of something else, or of another number. */
		{ "max 5 retries every 30 seconds", "<=" },
		{ "5 min timeout is 300 seconds", "==" },
		{ "the default VPC has 3 regions", "=" },
		{ "no limit, but after 30 days it is archived", "=" },
		{ "the limit is soft. It costs 5 dollars", "=" },
		{ "5 users max size 3 GB", "=<" },
		{ "up to 5 GB and then 10 minutes", "<=" },
		{ "maximum of 3 retries and 10 seconds between", "<=" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str rest = str_of(cases[i].text);
		struct quantity q = QUANTITY_NONE;
		char got[8] = "";

		for (size_t n = 0; quantity_next(&rest, &q) && n < 7; n++)
			got[n] = "=<>d"[q.bound];
		if (strcmp(got, cases[i].bounds))
			fail_msg("'%s': %s", cases[i].text, got);
	}
}

static void the_sign_of_a_currency_belongs_to_its_number(void **state UNUSED)
{
	static const struct {
		const char *text, *shown;
	} cases[] = {
		{ "costs $0.20 per million", "$0.20" },
		{ "\xe2\x82\xac""5 a month", "\xe2\x82\xac""5" },
		{ "up to \xc2\xa3""10 million", "\xc2\xa3""10 million" },
		{ "5 dollars", "5 dollars" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str rest = str_of(cases[i].text);
		struct quantity q = QUANTITY_NONE;

		assert_true(quantity_next(&rest, &q));
		if (!str_is(q.text, cases[i].shown))
			fail_msg("'%s': '%.*s'", cases[i].text, (int)q.text.len,
				 q.text.s);
	}
}

static void so_many_nines_are_a_share(void **state UNUSED)
{
	static const char *const texts[] = {
		"guarantees 11 x 9s durability", "11 9's of durability",
		"11x9s", "11 nines",
	};
	struct str rest = STR("eleven 9s of it, open 24h/24");
	struct quantity q = QUANTITY_NONE;

	assert_false(quantity_next(&rest, &q));
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		rest = str_of(texts[i]);
		if (!quantity_next(&rest, &q) || q.kind != QUANTITY_PERCENT ||
		    fabs(q.value - 99.999999999) > 1e-10)
			fail_msg("'%s'", texts[i]);
		if (quantity_next(&rest, &q))
			fail_msg("'%s' has more", texts[i]);
	}
	rest = STR("after 9s");
	assert_true(quantity_next(&rest, &q));
	assert_int_equal(q.kind, QUANTITY_TIME);
}

static void all_quantities_come_in_order(void **state UNUSED)
{
	struct str rest = STR("128 MB, 10,240 MB, for 15 minutes");
	struct quantity q = QUANTITY_NONE;
	unsigned count = 0;

	while (quantity_next(&rest, &q))
		count++;
	assert_int_equal(count, 3);
	assert_true(str_is(q.text, "15 minutes"));
	assert_int_equal(rest.len, 0);
}

static bool is_noted(const char *text)
{
	struct quantity_sense known = QUANTITY_SENSE_INIT;
	struct str s = str_of(text), rest = s;
	struct quantity q = QUANTITY_NONE;

	while (quantity_next(&rest, &q))
		if (quantity_is_noted(&known, s, &q))
			return true;
	return false;
}

static void what_measures_a_thing_is_noted(void **state UNUSED)
{
	static const char *const noted[] = {
		"it stops after 15 minutes", "Retention: 14 days",
		"900 seconds at most", "I learned that a file has up to 5 TB",
		"TIL a secret is limited to 1 MB", "15 min timeout by default",
		"99.9% availability", "in my test it took 800 ms",
		"| Max timeout | 900 seconds |",
		"1 day of retention by default",
		"I slept 6 hours. It stops after 15 minutes",
		"Took 2 hours; a message stays 14 days at most",
		"it is deleted within the next 48 hours",
		"can be configured between 1 day and 10 years",
		"a stream keeps all changes of the past 24 hours",
		"cheaper by 70-90% than others", "rule 7: 30% at least",
	};
	static const char *const others[] = {
		"30 minutes of S3", "~45 minutes, mostly of theory",
		"Time: 2h 30m", "Sat: 2 hours of labs", "Watched 45 min of it",
		"took 2 hours to find", "16 days to go", "2 weeks ago",
		"80% done", "1h Terraform, 1h Go", "3 | Storage | 6 hours",
		"Project 1 core is ready", "100% open source",
		"streak: 14 days", "100 days of it", "2 hours/day",
		"labs over the next 48 hours", "1.5 hours per day",
		"takes 10 hours a week", "Duration | 9 weeks",
		"Weekly Hours | 15.5 hours", "94.12%", "Attempt 2: 62%",
		"Mock lab 1: 35% (1h)", "2 hours later it ran",
		"Manage storage (10-15%)",
		"Level: easy Suggested duration: 6-8 weeks",
	};

	for (size_t i = 0; i < ARRAY_SIZE(noted); i++)
		if (!is_noted(noted[i]))
			fail_msg("'%s' is not noted", noted[i]);
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		if (is_noted(others[i]))
			fail_msg("'%s' is noted", others[i]);
}

static void a_word_of_courses_does_not_take_every_number(void **state UNUSED)
{
	static const char *const noted[] = {
		"Kinesis Video Streams keeps data up to 10 years.",
		"S3 can serve a video of at most 5 GB.",
		"Lambda gives up after 29 seconds in this lecture.",
		"In this chapter a message stays for 14 days",
		"up to 365 days, defaults to 24 hours for video streams",
		"The lecture says that a lock lasts 15 minutes",
		"Chapter 4: a queue keeps messages for up to 14 days",
		"It keeps a video for up to 7 days",
		"a function's code may have at most 250 MB",
	};
	static const char *const others[] = {
		"The course has 32 hours of video",
		"2 hours of video about IAM today", "Course is 60% done",
		"Almost 50% through the course", "2 hours in the course",
		"Section 5: 12 videos, 2h 40min", "watched a video of 2 GB",
		"Part 3: 8 videos, about 90 minutes", "80% of the course",
		"Videos of up to 20 minutes", "Lecture 3: 20 minutes",
		"Chapter 7 was 40 pages", "| Mon | AZ-900 videos | 1.5 h |",
		"Video Networking 20 minutes",
	};

	for (size_t i = 0; i < ARRAY_SIZE(noted); i++)
		if (!is_noted(noted[i]))
			fail_msg("'%s' is not noted", noted[i]);
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		if (is_noted(others[i]))
			fail_msg("'%s' is noted", others[i]);
}

/* More of it is looked at where a number is far behind what was. */
static void a_deed_far_before_a_number_says_nothing_of_it(void **state UNUSED)
{
	char text[600];
	size_t len = sizeof("took 2 hours to find ") - 1;

	memcpy(text, "took 2 hours to find ", len);
	for (; len < 500; len += 2)
		memcpy(text + len, "x ", 2);
	memcpy(text + len, "it stops after 15 minutes", 26);
	assert_true(is_noted(text));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_with_a_unit_is_a_quantity),
		cmocka_unit_test(names_dates_and_versions_measure_nothing),
		cmocka_unit_test(a_range_has_both_its_ends),
		cmocka_unit_test(a_clause_says_which_bound_a_number_is),
		cmocka_unit_test(the_sign_of_a_currency_belongs_to_its_number),
		cmocka_unit_test(so_many_nines_are_a_share),
		cmocka_unit_test(all_quantities_come_in_order),
		cmocka_unit_test(what_measures_a_thing_is_noted),
		cmocka_unit_test(a_word_of_courses_does_not_take_every_number),
		cmocka_unit_test(a_deed_far_before_a_number_says_nothing_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
