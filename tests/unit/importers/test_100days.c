/* SPDX-License-Identifier: MIT */
/* What the reader of 100-days logs keeps whatever a log is like. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/importers/reading.h"

static const struct import_options no_options = { .start = DAY_NONE };

static int read_log(struct reading *r, struct str input)
{
	struct error err = ERROR_INIT;

	return importer_by_name("100days")->run(input, &no_options, &r->sink,
						&err);
}

static void assert_lossless(struct str input)
{
	AUTO(reading) r = READING_INIT;

	if (read_log(&r, input))
		return;
	assert_int_equal(r.bytes.len, input.len);
	assert_memory_equal(r.bytes.buf, input.s, input.len);
}

/* Damage a log here and there; what is read is still all of it. */
static void no_byte_is_lost_whatever_the_log_is_like(void **state)
{
	static const char log[] =
		"# Log\r\n\n### Day 0: July 4, 2022 (Mon)\n\n**Thoughts:** x\n"
		"```\n### Day 9\n```\n<!-- ### Day 8 -->\n\nDay 1: 2022-07-05\n"
		"---\n| 3 | 7/6/2022 | a |\n- [x] Day 4\n>## Day 5\n\r"
		"R1D6-8 \xe7\xac\xac" "1\xe5\xa4\xa9\n#### July 9\nend";
	static const char spice[] = "\n\r#-`<>|*0D \xff";
	char copy[sizeof(log)];
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		memcpy(copy, log, sizeof(log));
		for (int k = 0; k < 1 + round % 6; k++) {
			seed = seed * 1103515245u + 12345u;
			copy[(seed >> 8) % (sizeof(log) - 1)] =
				spice[(seed >> 4) % sizeof(spice)];
		}
		assert_lossless((struct str){ copy, sizeof(log) - 1 -
						    (seed >> 12) % 40 });
	}
}

static void a_text_without_days_is_refused_with_a_way_out(void **state)
{
	AUTO(reading) r = READING_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(importer_by_name("100days")->run(
		STR("# Notes\n\nFinished Day 17 of the course.\n"), &no_options,
		&r.sink, &err), -1);
	assert_non_null(strstr(err.text, "--as note"));
}

static void a_log_is_known_by_its_days_and_a_note_is_not(void **state)
{
	struct str log = STR("### Day 0: July 4, 2022\n\nx\n");

	(void)state;
	assert_string_equal(importer_for(log, STR("log.md"))->name, "100days");
	assert_string_equal(importer_for(STR("# VPC\n\nA network.\n"),
					 STR("vpc.md"))->name, "note");
}

static void a_challenge_is_known_by_its_name(void **state)
{
	static const char *const logs[] = {
		"# 66DaysOfData\n\n## Day 1: sets\n",
		"# 30 Days of ML\n\n## Day 1: sets\n",
		"# Sets\nDay 5/100 of learning sets\n",
		"# 100 jours\n\n## Jour 1 : ensembles\n",
		"# 100天\n\n## 第1天：集合\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(logs) / sizeof(*logs); i++)
		assert_string_equal(importer_for(str_of(logs[i]),
						 STR("log.md"))->name,
				    "100days");
}

static void a_plan_of_days_is_no_log(void **state)
{
	(void)state;
	assert_string_equal(importer_for(STR("# My plan\n\n## Day 1: IAM\n\n"
					     "## Day 2: VPC\n"),
					 STR("plan.md"))->name, "plan");
	assert_string_equal(importer_for(STR("# 100 Days Of Code\n\n"
					     "## Day 1\n\n## Day 2\n"),
					 STR("log.md"))->name, "100days");
}

static void a_log_is_known_by_its_title_and_a_plan_by_its_own(void **state)
{
	static const char *const logs[] = {
		"# Daily Progress Log\n\n## Week 1: sets\n\n### Day 1 - unions\n"
		"### Day 2 - joins\n### Day 3 - cuts\n",
		"# Lerntagebuch\n\n## Tag 1: Mengen\n## Tag 2: Listen\n"
		"## Tag 3: Karten\n",
		"# 学習日記\n\n## 1日目: 集合\n## 2日目: 列\n## 3日目: 表\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(logs) / sizeof(*logs); i++)
		assert_string_equal(importer_for(str_of(logs[i]),
						 STR("a.md"))->name, "100days");
	assert_string_equal(importer_for(
		STR("# Plan and log\n\n## Week 1\n### Day 1: sets\n## Week 2\n"
		    "### Day 8: lists\n## Week 3\n"), STR("a.md"))->name, "plan");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_byte_is_lost_whatever_the_log_is_like),
		cmocka_unit_test(a_text_without_days_is_refused_with_a_way_out),
		cmocka_unit_test(a_log_is_known_by_its_days_and_a_note_is_not),
		cmocka_unit_test(
			a_log_is_known_by_its_title_and_a_plan_by_its_own),
		cmocka_unit_test(a_challenge_is_known_by_its_name),
		cmocka_unit_test(a_plan_of_days_is_no_log),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
