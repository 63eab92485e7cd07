/* SPDX-License-Identifier: MIT */
/* What a plan lists is to do or done; what it only tells is neither. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/model/document.h"

#define WORK (TRAITS_ITEM & ~(unsigned)(TRAIT_QUESTION | TRAIT_PAIR))

/* "o" is open, "x" done, "q" and "a" a question and one with its answer, "n" a
 * number, "." anything else. */
static char state_of(unsigned traits)
{
	bool done = traits & TRAIT_DONE;

	if (traits & WORK)
		return done ? 'x' : 'o';
	if (traits & TRAIT_QUESTION)
		return done ? 'a' : 'q';
	return traits & TRAIT_NUMBER ? 'n' : '.';
}

/* Of all passages that are no headings. */
static void expect(const char *path, const char *text, const char *states)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) got = STRBUF_INIT;
	struct document doc;

	document_parse(&doc, path, str_of(text), &mem);
	for (size_t i = 0; i < doc.npassages; i++)
		if (doc.passages[i].kind != PASSAGE_HEADING)
			strbuf_addch(&got, state_of(doc.passages[i].traits));
	if (strcmp(got.buf, states) != 0)
		fail_msg("'%s' is '%s', not '%s'", text, got.buf, states);
}

static void plan(const char *text, const char *states)
{
	expect("plans/a.md", text, states);
}

static void a_week_with_boxes_has_no_other_items(void **state UNUSED)
{
	plan("## Week 1\n\n- [x] coins\n- the rim\n", "x.");
	/* Another week is asked for itself. */
	plan("## Week 1\n\n- [x] coins\n\n## Week 2\n\n- the rim\n", "xo");
	plan("## Month 1\n\n### Week 1\n\n- the rim\n\n"
	     "## Month 2\n\n- [ ] coins\n", "oo");
	/* So is a line that leads a list. */
	plan("**Week 1**\n\n- the rim\n\n**Week 2**\n\n- [x] coins\n- a\n\n"
	     "**Week 3**\n\n- the mint\n", "ox.o");
}

static void weeks_that_were_ask_for_nothing(void **state UNUSED)
{
	plan("## Week 1 \xe2\x80\x94 What I learned\n\n- **Day 1:** coins\n", ".");
	plan("## Week 1: Built a mint\n\n- coins\n", ".");
	plan("## Week 1: Build a mint\n\n- coins\n", "o");
	plan("- Day 1: Learned coins\n- Day 2: the rim\n", ".o");
}

static void a_week_may_say_that_it_is_done(void **state UNUSED)
{
	plan("## Week 1: coins (done)\n\n- heads\n\n## Week 2: rims\n\n- one\n",
	     "xo");
	plan("## \xe2\x9c\x85 Week 1: coins\n\n- heads\n\n## Week 2\n\n- one\n",
	     "xo");
	/* The mark of all weeks is an ornament. */
	plan("## \xe2\x9c\x85 Week 1: coins\n\n- heads\n\n"
	     "## \xe2\x9c\x85 Week 2\n\n- one\n", "oo");
}

static void details_of_an_item_are_no_items(void **state UNUSED)
{
	plan("## Week 1\n\n- **Day 1:** coins\n  - *Why:* they roll\n"
	     "  - **Sets:** one and two\n  - toss one\n", "o..o");
	/* Where the day names nothing, they are what is to do. */
	plan("## Week 1\n\n- **Day 1**\n  - **Morning:** coins\n", "oo");
	plan("## Week 1\n\n- **Time target:** at most 3 minutes each\n", ".");
}

static void orders_among_deliverables_are_to_do(void **state UNUSED)
{
	plan("## Week 1\n\nDeliverables:\n\n- Finish the page on coins\n"
	     "- a page on rims\n", ".o.");
	plan("## Week 1\n\nGoals:\n\n- Understand the rim\n", "..");
}

static void marks_in_front_of_items_are_states(void **state UNUSED)
{
	plan("# Coins\n\n- \xe2\x9c\x85 heads\n- \xe2\x9c\x85 tails\n- rims\n"
	     "- \xf0\x9f\xa4\x93 edges\n", "xxoo");
	/* All the same, the mark is an ornament. */
	plan("# Coins\n\n- \xe2\x9c\x85 heads\n- \xe2\x9c\x85 tails\n"
	     "- \xe2\x9c\x85 rims\n\nthe end of it, in so many words\n", "....");
	/* What to do, and what not to do. */
	plan("# Tips\n\n- \xe2\x9c\x85 toss them\n- \xe2\x9c\x85 spin them\n"
	     "- \xe2\x9d\x8c bend them\n\nthe end of it, in so many words\n",
	     "....");
	/* The meanings of the marks. */
	plan("# Legend\n\n- \xe2\x9c\x85 Done\n- \xf0\x9f\x9f\xa1 In progress\n"
	     "- Not started\n\nthe end of it, in so many words\n", "....");
	expect("notes/a.md", "# Coins\n\n- \xe2\x9c\x85 heads\n- rims\n"
	       "- edges\n", "...");
}

static void what_an_exam_asks_for_is_to_do(void **state UNUSED)
{
	plan("# Exam\n\n**40% - Coins**\n- heads\n\n**30% - Rims**\n- edges\n\n"
	     "**30% - Mints**\n- dies\n", "ooo");
	plan("## Coins (40%)\n\n- heads\n\n## Rims (30%)\n\n- edges\n\n"
	     "## Mints (30%)\n\n- dies\n", "ooo");
	/* One share is none of an exam. */
	plan("## Coins (40%)\n\n- heads\n\ntossed by all of those people\n",
	     "..");
}

static void names_alone_are_what_to_study(void **state UNUSED)
{
	plan("# Plan\n\n## Coins\n\n- heads\n- tails\n\n## Rims\n\n- edges\n- N/A\n",
	     "ooo.");
	plan("# Coins\n\n- at most 3 kg\n- up to 20 a roll\n- rims\n", "nn.");
	plan("# Plan\n\nIt is for all.\n\n## Coins\n\n- heads\n- tails\n\n"
	     "They roll.\n\n- edges\n", ".....");
}

static void services_stand_in_groups(void **state UNUSED)
{
	plan("## Key services to master\n\n### Domain 1 (Coins)\n\n- Heads\n\n"
	     "### Rims (30%)\n\n- Edges\n", "oo");
}

static void links_beneath_a_label_are_to_read(void **state UNUSED)
{
	plan("## Day 1: coins\n\n- **Rims**\n  - **Resources:**\n"
	     "    - [all of them](https://example.org)\n", "o.o");
}

static void rows_of_a_week_are_its_tasks(void **state UNUSED)
{
	plan("## Week 1\n\n| Min | Task |\n|---|---|\n| 40 | Toss it |\n", ".o");
	plan("## Rates\n\n| Min | Task |\n|---|---|\n| 40 | Toss it |\n", "..");
	plan("## Week 1\n\n| Min | Rim |\n|---|---|\n| 40 | flat |\n", "..");
	plan("| Part | Weight | Days |\n|---|---|---|\n| Coins | 30% | Days 1-7 |\n",
	     ".o");
	plan("| Part | Due |\n|---|---|\n| Coins | 12 May |\n| Rims | - |\n",
	     ".o.");
}

static void a_plan_does_not_measure_what_is_learned(void **state UNUSED)
{
	plan("1. **Review (15 min)**: look at coins\n", ".");
	plan("- **15 minutes - recall:** say what a rim is\n", ".");
	plan("- **Target:** 12 coins a day\n", ".");
	plan("- The timeout of a toss is 15 minutes\n", "n");
	expect("notes/a.md", "- Toss it (15 min): a rim\n", "n");
	expect("notes/a.md", "| Lesson | Time |\n|---|---|\n| Coins | 45 min |\n",
	       "..");
	expect("notes/a.md", "| Coin | Duration |\n|---|---|\n"
	       "| Penny | up to 5 min |\n", ".n");
}

static void how_much_to_do_is_no_number(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "plans/a.md", STR("- [ ] Create 3 users\n"), &mem);
	assert_int_equal(doc.passages[0].traits, TRAIT_TODO);
	document_parse(&doc, "plans/a.md",
		       STR("- [ ] limits: 3 users, 200 tables\n"), &mem);
	assert_true(doc.passages[0].traits & TRAIT_NUMBER);
	document_parse(&doc, "plans/a.md",
		       STR("- [ ] Coins. Target: under 25 minutes\n"), &mem);
	assert_int_equal(doc.passages[0].traits, TRAIT_TODO);
	document_parse(&doc, "plans/a.md",
		       STR("- [ ] A toss times out in 15 mins\n"), &mem);
	assert_true(doc.passages[0].traits & TRAIT_NUMBER);
}

static void boxes_of_a_quiz_are_choices(void **state UNUSED)
{
	expect("notes/a.md", "## Quiz\n\n1. **The side with a face is:**\n"
	       "   - [x] heads\n   - [ ] tails\n", "a..");
	expect("notes/a.md", "## Mint\n\n1. Which side has a face?\n"
	       "   - [x] heads\n   - [ ] tails\n", "a..");
	/* No quiz, and no question. */
	expect("notes/a.md", "## Mint\n\n1. Set it up:\n   - [x] the press\n"
	       "   - [ ] the die\n", ".xo");
	expect("notes/a.md", "## Check\n\n1. What is a rim? ____\n", "q");
}

static void the_weight_of_a_row_is_no_progress(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "plans/a.md",
		       STR("| Part | Weight | Days |\n|---|---|---|\n"
			   "| Coins | 30% | Days 1-7 |\n"), &mem);
	assert_true(doc.passages[1].traits & TRAIT_WEIGHED);
	document_parse(&doc, "plans/a.md",
		       STR("| Part | Weight | Progress |\n|---|---|---|\n"
			   "| Coins | 30% | 40% |\n"), &mem);
	assert_false(doc.passages[1].traits & TRAIT_WEIGHED);
}

/* A line in bold leads what is right below it, and is no work itself. */
static void a_line_leads_the_list_below_it(void **state UNUSED)
{
	plan("## Weeks 1-2\n\n**Week 1: coins**\n\n| Day | Task |\n|---|---|\n"
	     "| Mon | Read of rims |\n| Tue | Toss ten |\n", ".oo");
	plan("# Plan\n\n**Week 1: coins**\n\n- the rim\n- heads\n\n"
	     "**Week 2: more**\n\n- [ ] tails\n", "ooo");
	/* Alone, it is all that there is of its week. */
	plan("# Plan\n\n**Week 1:** coins\n\n**Week 2:** more\n", "oo");
	plan("# Exam\n\n**Topic 1: coins (30%)**\n- the rim\n\n"
	     "**Topic 2: tails (30%)**\n- heads\n\n"
	     "**Topic 3: more (40%)**\n- rest\n", "ooo");
}

static void weeks_may_be_in_other_words(void **state UNUSED)
{
	plan("## 第 1 周\n\n- 硬币\n\n**第 1 周总结**\n", "o.");
	plan("## Неделя 1\n\n- монеты\n", "o");
	plan("## 1. Coins - week 1\n\n- the rim\n", "o");
	plan("## Week 1\n\n**Daily tasks:**\n- **Monday:** coins\n\n"
	     "**Deliverables:**\n- [ ] a purse\n", ".o.o");
	plan("## Week 1\n\n**Deliverables:**\n- Log weak topics\n"
	     "- Log files of each\n", ".o.");
}

static void what_is_struck_of_a_list_is_done(void **state UNUSED)
{
	plan("# Coins\n\n1. ~~rims~~\n2. heads\n3. ~~tails~~\n", "xox");
	/* A word of it is none of the list. */
	plan("# Coins\n\nCoins have 2 sides.\n\n1. rims\n"
	     "2. heads, ~~tails~~\n", "...");
}

static void the_day_on_which_it_was_done_is_a_state(void **state UNUSED)
{
	plan("| Part | Step | Date completed |\n|---|---|---|\n"
	     "| 1 | Read of rims | 26/9/22 |\n| 2 | Toss |  |\n", ".xo");
}

static void a_list_of_questions_needs_no_marks(void **state UNUSED)
{
	expect("notes/a.md", "1) what is a rim\n2) how to toss a coin\n"
	       "3) why are coins round?\n4) which side is up?\n"
	       "5) kinds of coins\n", "qqqq.");
	/* Names of what is told need none either. */
	expect("notes/a.md", "- What it is\n- How it works\n- How to toss\n"
	       "- When to toss\n- Which side\n", ".....");
}

static void the_time_of_a_part_is_no_number(void **state UNUSED)
{
	expect("notes/a.md", "Overview (25 minutes)\n", ".");
	expect("notes/a.md", "Rim timeout (25 minutes)\n", "n");
	plan("| Part | |\n|---|---|\n| Coins | 45 min |\n", "..");
	plan("| Part | Limit |\n|---|---|\n| Coins | 45 min |\n", ".n");
	expect("notes/a.md", "| Part | |\n|---|---|\n| Coins | 45 min |\n",
	       ".n");
	plan("**Focus:** coins (22%) - part 1\n", ".");
	expect("notes/a.md", "13/20 > 65%\n", ".");
}

static void what_a_default_is_said_to_be_is_a_number(void **state UNUSED)
{
	expect("notes/a.md", "- The default cost of a rim is **8**\n", "n");
	expect("notes/a.md", "- The cost of a rim is 8\n", ".");
	expect("notes/a.md", "- Rims: 1,000/region\n", "n");
	expect("notes/a.md", "- Takes 500 tosses/day\n", "n");
	/* A table of times says how long things take, not a learner. */
	expect("notes/a.md", "| Step | Time |\n|---|---|\n| Toss | 100 ms |\n"
	       "| Read of rims | 20 min |\n", ".n.");
	expect("notes/a.md", "- Rims and/or coins 3/2022\n", ".");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_week_with_boxes_has_no_other_items),
		cmocka_unit_test(weeks_that_were_ask_for_nothing),
		cmocka_unit_test(a_week_may_say_that_it_is_done),
		cmocka_unit_test(details_of_an_item_are_no_items),
		cmocka_unit_test(orders_among_deliverables_are_to_do),
		cmocka_unit_test(marks_in_front_of_items_are_states),
		cmocka_unit_test(what_an_exam_asks_for_is_to_do),
		cmocka_unit_test(names_alone_are_what_to_study),
		cmocka_unit_test(services_stand_in_groups),
		cmocka_unit_test(links_beneath_a_label_are_to_read),
		cmocka_unit_test(rows_of_a_week_are_its_tasks),
		cmocka_unit_test(a_plan_does_not_measure_what_is_learned),
		cmocka_unit_test(how_much_to_do_is_no_number),
		cmocka_unit_test(boxes_of_a_quiz_are_choices),
		cmocka_unit_test(a_line_leads_the_list_below_it),
		cmocka_unit_test(weeks_may_be_in_other_words),
		cmocka_unit_test(what_is_struck_of_a_list_is_done),
		cmocka_unit_test(the_day_on_which_it_was_done_is_a_state),
		cmocka_unit_test(a_list_of_questions_needs_no_marks),
		cmocka_unit_test(the_time_of_a_part_is_no_number),
		cmocka_unit_test(what_a_default_is_said_to_be_is_a_number),
		cmocka_unit_test(the_weight_of_a_row_is_no_progress),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
