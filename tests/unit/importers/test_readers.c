/* SPDX-License-Identifier: MIT */
/* Which reader a text or a folder is given to, and what each promises. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "tests/unit/importers/reading.h"

static void assert_taken_for(const char *reader, const char *name,
			     const char *text)
{
	const struct importer *surest = importer_for(str_of(text),
						     str_of(name));

	if (!surest || strcmp(surest->name, reader))
		fail_msg("'%s' is taken for %s", text,
			 surest ? surest->name : "nothing");
}

static void what_is_called_a_plan_is_one_with_two_sections(void **state)
{
	(void)state;
	assert_taken_for("plan", "a.md",
			 "# Plan\n\n## Todo\n\n- read\n\n## Questions\n\n"
			 "- KMS: who?\n");
	assert_taken_for("plan", "my-plan.md",
			 "## Todo\n\n- read\n\n## Questions\n\n- who?\n");
	assert_taken_for("notes", "a.md",
			 "# Planes\n\n## Todo\n\n- read\n\n## Questions\n\n"
			 "- KMS: who?\n");
	assert_taken_for("notes", "a.md",
			 "# Plan\n\n## Wings\n\n- two\n\n## Wheels\n\n- six\n");
}

static void dates_are_days_but_those_of_releases(void **state)
{
	static const char *const text =
		"# Since then\n\n## 2022-07-06\n\n### 1. Trees\n\n- a\n\n"
		"## 2022-07-05\n\n### 2. Pipes\n\n- b\n\n"
		"## 2022-07-04\n\n### 3. Queues\n\n- c\n";

	(void)state;
	assert_taken_for("100days", "solved.md", text);
	assert_taken_for("notes", "CHANGELOG.md", text);
}

static void a_plan_is_told_from_a_log_and_from_notes(void **state)
{
	(void)state;
	assert_taken_for("plan", "a.md",
			 "# Preparation plan\n\n### Week 1-2: Basics\n\n"
			 "### Week 3-4: More\n\n### Week 5 (Apr 17-23): Exam\n");
	assert_taken_for("plan", "a.md",
			 "## Overview\n\n## Todo\n- a\n\n## Questions\n- b?\n");
	assert_taken_for("100days", "a.md",
			 "# Log\n\n### Week 1 goals\n\n## Day 1: May 1, 2022\n\n"
			 "a\n\n## Day 2: May 2, 2022\n\n### Week 2 goals\n\nb\n\n"
			 "## Day 3: May 3, 2022\n\n### Week 3 goals\n\nc\n");
	assert_taken_for("notes", "a.md",
			 "# Services\n\n## Queue\n\n- holds\n\n## Topic\n");
}

static void notes_are_known_by_their_shape(void **state)
{
	(void)state;
	assert_taken_for("notes", "a.md", "{{TOC}}\n\n## Todo\n");
	assert_taken_for("text", "a.txt", "Queues:\n\nhold things\n");
	assert_taken_for("note", "a.md", "One line.\n");
	assert_taken_for("days", "day-08.md", "# Lists\n\nA list.\n");
}

static void days_that_are_to_come_make_a_plan(void **state)
{
	(void)state;
	/* Open boxes, each for a day. */
	assert_taken_for("plan", "a.md",
			 "# My journey\n\n- [ ] **Day 01 (Jan 05):** heads\n"
			 "- [ ] **Day 02 (Jan 06):** tails\n"
			 "- [ ] **Day 03 (Jan 07):** rest\n");
	/* Rows whose state is open. */
	assert_taken_for("plan", "a.md",
			 "# Videos\n\n| No | Date | Video | Completed |\n"
			 "|---|---|---|---|\n| 1 | 2027-05-01 | heads | ✔ |\n"
			 "| 2 | 2027-05-02 | tails | ☐ |\n"
			 "| 3 | 2027-05-03 | rest | ☐ |\n");
	/* It calls itself one, and says when the exam is. */
	assert_taken_for("plan", "a.md",
			 "# Study plan\n\n| Parameter | Value |\n|---|---|\n"
			 "| Exam date | 9 July 2027 |\n\n"
			 "| Day | Date | Topic |\n|---|---|---|\n"
			 "| 1 | May 1, 2027 | heads |\n"
			 "| 2 | May 2, 2027 | tails |\n"
			 "| 3 | May 3, 2027 | rest |\n");
	/* What it lists for its days is ordered, and not told. */
	assert_taken_for("plan", "a.md",
			 "# Study plan\n\n## Week 1\n\n"
			 "- **Day 1 (17 Aug):** heads\n  - Review the notes.\n"
			 "  - Solve ten questions.\n"
			 "- **Day 2 (18 Aug):** tails\n  - Review the labs.\n"
			 "- **Day 3 (19 Aug):** rest\n  - Update the notes.\n");
	assert_taken_for("plan", "a.txt",
			 "Roadmap to queues\nWeek 1: heads\nDay 1: one\n"
			 "Day 2: two\n");
	/* Nobody keeps a diary by weeks in a table. */
	assert_taken_for("plan", "a.md",
			 "| Semaine | Date | Titre |\n|---|---|---|\n"
			 "| 1 | 29 juin | un |\n| 2 | 6 juillet | deux |\n"
			 "| 3 | 13 juillet | trois |\n");
	assert_taken_for("plan", "a.md",
			 "Week 1 - heads\nDay 1 - one\n\nread\n\n"
			 "Day 2 - two\n\nread\n\nWeek 2 - tails\n");
	/* Hardly anything but boxes, and those of the days are open. */
	assert_taken_for("plan", "a.md",
			 "# 2027\n\n#### Dec-14\n- [x] one\n\n"
			 "#### Dec-15\n- [ ] two\n- [ ] three\n\n"
			 "#### Dec-16\n- [ ] four\n- [ ] five\n- [ ] six\n");
	/* Most of what it lists has a box. */
	assert_taken_for("plan", "a.md",
			 "# Ready?\n\n- [ ] a\n- [ ] b\n- [x] c\n- [ ] d\n"
			 "- [ ] e\n");
}

static void its_title_says_that_its_days_are_to_come(void **state)
{
	static const char table[] = "| Day | Topic |\n|---|---|\n| 1 | heads |\n"
				    "| 2 | tails |\n";
	static const char lines[] = "Day 1: heads\nDay 2: tails\n";
	static const char *const titles[] = {
		"30 day plan", "My schedule", "Study plan", "Roadmap to coins",
	};
	char text[200];

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		snprintf(text, sizeof(text), "# %s\n\n%s", titles[i], table);
		assert_taken_for("plan", "a.md", text);
		snprintf(text, sizeof(text), "# %s\n\n%s", titles[i], lines);
		assert_taken_for("plan", "a.md", text);
	}
	assert_taken_for("plan", "coin-plan.md", lines);
	assert_taken_for("plan", "a.md",
			 "# 100 days of coins plan\n\n## Day 1: heads\n\n"
			 "## Day 2: tails\n");
	/* Other titles do not, nor days that were. */
	assert_taken_for("note", "a.md",
			 "# Coins\n\n| Day | Topic |\n|---|---|\n"
			 "| 1 | heads |\n| 2 | tails |\n");
	assert_taken_for("100days", "a.md",
			 "# 30 day plan\n\nDay 1: learned heads\n"
			 "Day 2: tossed tails\n");
	assert_taken_for("note", "a.md",
			 "# The plan\n\nDay 1 was hard\nDay 2 went well\n");
	assert_taken_for("100days", "a.md",
			 "# 100 days of coins plan\n\n## Day 1: heads\n\n"
			 "I tossed one.\n\n## Day 2: tails\n\nTossed two.\n");
	assert_taken_for("100days", "a.md",
			 "# 100 days of coins, plan and log\n\n"
			 "## Day 1: heads\n\n## Day 2: tails\n");
	assert_taken_for("100days", "a.md",
			 "# 30 day plan\n\nDay 1: 2022-05-01 heads\n"
			 "Day 2: 2022-05-02 tails\n");
}

static void lists_and_weeks_in_any_words_make_a_plan(void **state)
{
	(void)state;
	assert_taken_for("plan", "a.md",
			 "## 第 1 周\n\n- 硬币\n\n## 第 2 周\n\n- 边缘\n\n"
			 "## 第 3 周\n\n- 正面\n");
	assert_taken_for("plan", "plano-de-estudo.md",
			 "**Dia 1: moedas**\n\n* bordas\n\n"
			 "**Dia 2: caras**\n\n* coroas\n\n"
			 "**Dia 3: resto**\n\n* mais\n");
	/* What is done was struck. */
	assert_taken_for("plan", "a.md",
			 "# Coins\n\n1. ~~rims~~\n2. heads\n3. ~~tails~~\n"
			 "4. mints\n5. dies\n");
	assert_taken_for("plan", "a.md",
			 "| Date | Task | Study plan |\n|---|---|---|\n"
			 "| 1st Feb to 10th Feb | rims | mornings |\n"
			 "| 11th Feb to 20th Feb | heads | evenings |\n");
	/* Phases of a talk are none of a plan. */
	assert_taken_for("note", "a.md",
			 "# Talks\n\n| Phase | Time | Focus |\n|---|---|---|\n"
			 "| 1. Ask | 5 min | rims |\n"
			 "| 2. Toss | 10 min | heads |\n"
			 "| 3. Tell | 15 min | tails |\n");
}

static void what_was_done_in_its_days_makes_a_log(void **state)
{
	(void)state;
	assert_taken_for("100days", "a.md",
			 "# 30 day plan\n\n## Day 1: Learned heads\n\n- one\n\n"
			 "## Day 2: Explored tails\n\n- two\n");
	assert_taken_for("100days", "a.md",
			 "# My roadmap\n\n## Progress\n\n### Week 1\n\n"
			 "- Day 1: Set up the press\n- Day 2: Tossed a coin\n"
			 "- Day 3: Finished the rims\n- Day 4: Built a mint\n");
	assert_taken_for("notes", "a.md",
			 "# My way\n\n## Progress\n\n- Week 1: Finished heads\n"
			 "- Week 2: Finished tails\n- Week 3: Took a test\n");
	/* Orders are for days to come. */
	assert_taken_for("plan", "a.md",
			 "# 30 day plan\n\n## Day 1: Learn heads\n\n- one\n\n"
			 "## Day 2: Explore tails\n\n- two\n");
	/* Dates of meetings. */
	assert_taken_for("notes", "a.md",
			 "# Coin club\n\n## 2027-05-01\n\nAttendees: A, B\n\n"
			 "- heads\n\n## 2027-05-08\n\nAttendees: A\n\n- tails\n");
}

static void what_an_exam_weighs_makes_a_plan(void **state)
{
	static const char names[] =
		"| Part | Weight |\n|---|---|\n| Heads | 40% |\n"
		"| Tails | 30% |\n| Rims | 30% |\n\n**40% - Heads**\n- nose\n"
		"- ear\n- crown\n\n**30% - Tails**\n- eagle\n- wreath\n\n"
		"**30% - Rims**\n- milled\n";

	(void)state;
	assert_taken_for("plan", "a.md", names);
	/* Notes say something of them. */
	assert_taken_for("notes", "a.md",
			 "# Coins\n\n## Heads (40%)\n\n- the nose points to the "
			 "left on all coins of that king\n- the ear is hidden "
			 "behind the crown, which came later\n- a crown has five "
			 "points, of which three are seen\n\n## Tails (30%)\n\n"
			 "- an eagle stands for the mint that struck it first\n"
			 "- a wreath is of oak, and more rarely of olive twigs\n\n"
			 "## Rims (30%)\n\n- they are milled so that nobody can "
			 "clip them unseen\n");
	/* Phases by another name. */
	assert_taken_for("plan", "a.md",
			 "# Monedas\n\n## Fase 1: caras\n\n- una\n\n"
			 "## Fase 2: cruces\n\n- dos\n\n## Fase 3: cantos\n");
	/* Open boxes beneath days, and none that is ticked. */
	assert_taken_for("plan", "a.md",
			 "## Monday 2027-05-03\n\n- [ ] one\n  - so\n- [ ] two\n"
			 "  - so\n\n## Tuesday 2027-05-04\n\n- [ ] three\n  - so\n"
			 "- [ ] four\n  - so\n- [ ] five\n");
}

static void days_that_were_and_choices_make_none(void **state)
{
	(void)state;
	assert_taken_for("100days", "a.md",
			 "# Study plan and log\n\n## Day 1: May 1, 2022\n\n"
			 "- read heads\n- wrote tails\n\n"
			 "## Day 2: May 2, 2022\n\n- finished it\n\n"
			 "## Day 3: May 3, 2022\n\n- [x] built it\n");
	/* What is open stands above the days, and theirs is done. */
	assert_taken_for("100days", "a.md",
			 "# Diary\n\n- [ ] a\n- [ ] b\n- [ ] c\n- [ ] d\n"
			 "- [ ] e\n- [ ] f\n\n## Day 1: 2027-05-01\n\n- [x] g\n\n"
			 "## Day 2: 2027-05-02\n\n- [x] h\n\n"
			 "## Day 3: 2027-05-03\n\n- [x] i\n");
	/* The states of things that run are none of a plan. */
	assert_taken_for("notes", "a.md",
			 "# Pods\n\n## States\n\n| Status | Meaning |\n"
			 "|---|---|\n| Pending | waits |\n| Failed | broke |\n");
	assert_taken_for("notes", "a.md",
			 "# Quiz\n\n#### Q1. Which?\n\n- [ ] a\n- [x] b\n"
			 "- [ ] c\n\n#### Q2. Who?\n\n- [ ] a\n- [x] b\n"
			 "- [ ] c\n");
}

static struct foreign_file file_of(const char *path, const char *text)
{
	return (struct foreign_file){
		.path = path, .bytes = str_of(text),
		.first_day = DAY_NONE, .last_day = DAY_NONE,
	};
}

static void a_test_of_the_shell_is_no_link_of_a_vault(void **state)
{
	struct foreign_file files[] = {
		file_of("a.md", "```\nif [[ -f x ]]; then\n```\n"),
		file_of("b.md", "`[[ $x ]]`\n"),
		file_of("c.md", "if [[ -n $x ]]\n"),
	};

	(void)state;
	assert_null(importer_for_files(files, 3));
}

static void numbers_in_front_are_days_only_with_dates(void **state)
{
	struct foreign_file chapters[] = {
		file_of("01-intro.md", "# Intro\n"),
		file_of("02-queues.md", "# Queues\n"),
		file_of("03-topics.md", "# Topics\n"),
		file_of("04-streams.md", "# Streams\n"),
		file_of("05-exam.md", "# Exam\n"),
	};

	(void)state;
	assert_null(importer_for_files(chapters, 5));
	for (size_t i = 0; i < 5; i++)
		chapters[i].bytes = STR("---\ndate: 2022-07-04\n---\nA tip.\n");
	assert_string_equal(importer_for_files(chapters, 5)->name, "days");
}

static void a_reader_of_folders_wants_most_of_the_texts(void **state)
{
	struct foreign_file jrnl[] = {
		file_of("j/2022/07/04.txt", "[2022-07-04 09:00] Queues.\n"),
		file_of("j/2022/07/05.txt", "[2022-07-05 09:00] Topics.\n"),
		file_of("other/a.yaml", "a: 1\n"),
		file_of("other/b.sql", "select 1;\n"),
	};
	struct foreign_file vault[] = {
		file_of("v/.obsidian/app.json", "{}\n"),
		file_of("v/a.md", "See [[b]].\n"),
		file_of("v/b.md", "Queues.\n"),
		file_of("w/c.md", "Topics.\n"),
		file_of("w/d.md", "Streams.\n"),
	};

	(void)state;
	assert_null(importer_for_files(jrnl, 4));
	assert_string_equal(importer_for_files(jrnl, 3)->name, "jrnl");
	assert_null(importer_for_files(vault, 5));
	assert_string_equal(importer_for_files(vault, 4)->name, "vault");
}

static void what_lies_beside_the_page_of_a_day_is_the_days_own(void **state)
{
	struct foreign_file files[] = {
		file_of("day-01/README.md", "Queues.\n"),
		file_of("day-01/a.md", "# A\n"),
		file_of("day-01/b.md", "# B\n"),
		file_of("day-02/README.md", "Topics.\n"),
		file_of("day-02/c.md", "# C\n"),
		file_of("other/d.md", "# D\n"),
		file_of("other/e.md", "# E\n"),
	};

	(void)state;
	assert_string_equal(importer_for_files(files, 6)->name, "days");
	assert_null(importer_for_files(files, 7));
}

static void mojibake_is_mended_when_it_is_asked_for(void **state)
{
	struct import_options options = { .start = DAY_NONE,
					  .fix_mojibake = true };
	AUTO(reading) r = READING_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(importer_by_name("notes")->run(
		STR("# Caf\xc3\x83\xc2\xa9\n"), &options, &r.sink, &err), 0);
	assert_string_equal(r.bytes.buf, "# Café\n");
	assert_string_equal(r.said.buf, "document in notes\n");
}

static void a_note_of_a_til_gets_the_day_of_its_first_commit(void **state)
{
	struct import_options options = { .start = DAY_NONE };
	AUTO(reading) r = READING_INIT;
	struct error err = ERROR_INIT;
	struct foreign_file files[] = {
		file_of("c/a.md", "# A\n"),
		file_of("c/b.md", "---\ndate: 2020-01-01\n---\n# B\n"),
	};

	(void)state;
	files[0].first_day = files[1].first_day = 19000;
	assert_int_equal(importer_by_name("til")->run_files(
		files, 2, &options, &r.sink, &err), 0);
	assert_string_equal(r.bytes.buf,
			    "---\ncreated: 2022-01-08\n---\n# A\n"
			    "---\ndate: 2020-01-01\n---\n# B\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_called_a_plan_is_one_with_two_sections),
		cmocka_unit_test(dates_are_days_but_those_of_releases),
		cmocka_unit_test(a_plan_is_told_from_a_log_and_from_notes),
		cmocka_unit_test(notes_are_known_by_their_shape),
		cmocka_unit_test(days_that_are_to_come_make_a_plan),
		cmocka_unit_test(what_was_done_in_its_days_makes_a_log),
		cmocka_unit_test(what_an_exam_weighs_makes_a_plan),
		cmocka_unit_test(lists_and_weeks_in_any_words_make_a_plan),
		cmocka_unit_test(its_title_says_that_its_days_are_to_come),
		cmocka_unit_test(days_that_were_and_choices_make_none),
		cmocka_unit_test(a_test_of_the_shell_is_no_link_of_a_vault),
		cmocka_unit_test(numbers_in_front_are_days_only_with_dates),
		cmocka_unit_test(a_reader_of_folders_wants_most_of_the_texts),
		cmocka_unit_test(
			what_lies_beside_the_page_of_a_day_is_the_days_own),
		cmocka_unit_test(mojibake_is_mended_when_it_is_asked_for),
		cmocka_unit_test(
			a_note_of_a_til_gets_the_day_of_its_first_commit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
