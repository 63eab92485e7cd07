/* SPDX-License-Identifier: MIT */
/* Rows of a plan's tables are items, and say how far they are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/model/document.h"
#include "core/model/plan_edit.h"
#include "core/model/plan_table.h"

static void a_cell_says_how_far_its_row_is(void **state UNUSED)
{
	static const struct {
		const char *cell;
		enum plan_status status;
	} cases[] = {
		{ "✅", PLAN_STATUS_DONE },
		{ "[x]", PLAN_STATUS_DONE },
		{ "[X]", PLAN_STATUS_DONE },
		{ "done", PLAN_STATUS_DONE },
		{ "**Done**", PLAN_STATUS_DONE },
		{ "✅ Completed (3 May)", PLAN_STATUS_DONE },
		{ "yes", PLAN_STATUS_DONE },
		{ "100%", PLAN_STATUS_DONE },
		{ "10/10", PLAN_STATUS_DONE },
		{ "Erledigt", PLAN_STATUS_DONE },
		{ "In Progress", PLAN_STATUS_STARTED },
		{ "🔄 in progress", PLAN_STATUS_STARTED },
		{ "40%", PLAN_STATUS_STARTED },
		{ "░░░ 40%", PLAN_STATUS_STARTED },
		{ "3/10", PLAN_STATUS_STARTED },
		{ "🟡", PLAN_STATUS_STARTED },
		{ "⬜", PLAN_STATUS_OPEN },
		{ "❌", PLAN_STATUS_OPEN },
		{ "[ ]", PLAN_STATUS_OPEN },
		{ "🔴 Not Started", PLAN_STATUS_OPEN },
		{ "no", PLAN_STATUS_OPEN },
		{ "0%", PLAN_STATUS_OPEN },
		{ "0/40", PLAN_STATUS_OPEN },
		{ "Planned", PLAN_STATUS_OPEN },
		{ "", PLAN_STATUS_NONE },
		{ "Redshift", PLAN_STATUS_NONE },
		{ "Yesterday's queue", PLAN_STATUS_NONE },
		{ "Open source licences", PLAN_STATUS_NONE },
		{ "No SQL", PLAN_STATUS_NONE },
		{ "12", PLAN_STATUS_NONE },
		{ "__/40", PLAN_STATUS_NONE },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		if (plan_status_read(str_of(cases[i].cell)) != cases[i].status)
			fail_msg("'%s' is %d", cases[i].cell,
				 plan_status_read(str_of(cases[i].cell)));
}

static void a_header_says_which_column_has_the_states(void **state UNUSED)
{
	static const struct {
		const char *header;
		int column;
		bool figures;
	} cases[] = {
		{ "Module | Status", 1, false },
		{ "✅ | Task", 0, false },
		{ "[ ] | Task", 0, false },
		{ "Task | Done? | Notes", 1, false },
		{ "Status | Task | Progress", 0, false },
		{ "Aufgabe | Erledigt", 1, false },
		{ "Service | Studied?", 1, false },
		{ "# | Project | Theme", -1, false },
		{ "Metric | Target | Progress", 2, true },
		{ "", -1, false },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct plan_table t = plan_table_read(str_of(cases[i].header));

		assert_int_equal(t.status, cases[i].column);
		assert_int_equal(t.figures, cases[i].figures);
	}
}

static void a_row_is_called_by_what_it_names(void **state UNUSED)
{
	static const struct {
		const char *row, *name;
	} cases[] = {
		{ "1 | Options engine | Pricing", "Options engine | Pricing" },
		{ "1 | Text blocks | ⬜ | __/40 | Not started", "Text blocks" },
		{ "SQS | ✅ Done", "SQS" },
		{ "SQS |", "SQS" },
		{ "Why two queues? | because", "Why two queues?" },
		{ "⬜ | 2", "⬜ | 2" },
		{ "", "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(arena) mem = ARENA_INIT;
		struct str name = plan_row_name(str_of(cases[i].row), &mem);

		if (!str_is(name, cases[i].name))
			fail_msg("'%s' is called '%.*s'", cases[i].row,
				 (int)name.len, name.s);
	}
}

/* "Read: …" orders to, and is no state: it is in the name. */
static void an_order_is_no_state(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct str name = plan_row_name(STR("Mon | Read: rims | 1.5h | Mint"),
					&mem);

	assert_true(str_is(name, "Mon | Read: rims | 1.5h | Mint"));
	assert_int_equal(plan_status_read(STR("Complete: all labs")),
			 PLAN_STATUS_NONE);
	assert_int_equal(plan_status_read(STR("Done: 3 May")),
			 PLAN_STATUS_DONE);
	assert_int_equal(plan_status_read(STR("Read")), PLAN_STATUS_DONE);
}

static void what_is_begun_counts_as_far_as_it_is(void **state UNUSED)
{
	assert_true(plan_row_share(STR("SQS | in progress")) == 0.5);
	assert_true(plan_row_share(STR("SQS | 40%")) == 0.4);
	assert_true(plan_row_share(STR("Course | 3/12")) == 0.25);
	assert_true(plan_row_share(STR("SQS | planned")) == 0);
}

/* The traits of all rows of a plan, a line each: "3 todo done table". */
static void expect_rows(const char *path, const char *text,
			const char *expected)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct document doc;

	document_parse(&doc, path, str_of(text), &mem);
	for (size_t i = 0; i < doc.npassages; i++) {
		if (doc.passages[i].kind != PASSAGE_ROW)
			continue;
		strbuf_addf(&out, "%u", doc.passages[i].line);
		for (unsigned bit = 0; passage_trait_name(bit); bit++)
			if (doc.passages[i].traits & 1u << bit &&
			    1u << bit != TRAIT_TABLE)
				strbuf_addf(&out, " %s",
					    passage_trait_name(bit));
		strbuf_addch(&out, '\n');
	}
	assert_string_equal(out.buf, expected);
}

static void rows_of_a_section_are_its_items(void **state UNUSED)
{
	expect_rows("plans/p.md",
		    "## Portfolio Projects\n\n| # | Project |\n|---|---|\n"
		    "| 1 | A pipe |\n| 2 | ~~A bus~~ |\n",
		    "3\n5 lab\n6 lab done\n");
	expect_rows("plans/p.md",
		    "## Services\n\n| Service | Done |\n|---|---|\n"
		    "| SQS | x |\n| SNS | |\n",
		    "3\n5 done subject\n6 subject\n");
	expect_rows("plans/p.md",
		    "## Questions\n\n| Question? |\n|---|\n| Why so? |\n",
		    "3\n5 question\n");
	expect_rows("plans/p.md",
		    "## Holes\n\n| Hole | Seen |\n|---|---|\n| VPC | twice |\n",
		    "3\n5 hole\n");
}

static void a_column_of_states_makes_items_as_well(void **state UNUSED)
{
	static const char table[] =
		"## Roadmap\n\n| Step | Status |\n|---|---|\n"
		"| Read | In progress |\n| Write | ✅ |\n| 3 | ⬜ |\n";

	expect_rows("plans/p.md", table, "3\n5\n6 todo done\n7\n");
	expect_rows("notes/n.md", table, "3\n5\n6\n7\n");
	expect_rows("plans/p.md",
		    "| Metric | Progress |\n|---|---|\n| Pages | 40% |\n",
		    "1\n3\n");
	expect_rows("plans/p.md",
		    "| Limit | Value |\n|---|---|\n| Size | 256 KB |\n",
		    "1\n3 number\n");
}

static void assert_ticked(const char *text, unsigned line, const char *expected)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;

	strbuf_addstr(&out, "before:");
	assert_int_equal(plan_edit_tick_row(&out, str_of(text), line, true,
					   &err), 0);
	assert_string_equal(out.buf + 7, expected);
}

static void only_the_cell_of_the_state_changes(void **state UNUSED)
{
	assert_ticked("| A | Status |\n|---|---|\n| b | In Progress |\n"
		      "| c | ✔ Completed |\n", 3,
		      "| A | Status |\n|---|---|\n| b | ✔ Completed |\n"
		      "| c | ✔ Completed |\n");
	assert_ticked("| A | Done |\r\n|---|---|\r\n| b |  |\r\n", 3,
		      "| A | Done |\r\n|---|---|\r\n| b | x |\r\n");
	assert_ticked("A | ✅ | n\n---|---|---\nb | ⬜ | a \\| b", 3,
		      "A | ✅ | n\n---|---|---\nb | ✅ | a \\| b");
	assert_ticked("| A | Done |\n|-|-|\n| b | [ ] |\n", 3,
		      "| A | Done |\n|-|-|\n| b | [x] |\n");
	assert_ticked("> | A | Progress |\n> |-|-|\n> | b | 3/10 |\n", 3,
		      "> | A | Progress |\n> |-|-|\n> | b | 10/10 |\n");
	assert_ticked("| A | State |\n|-|-|\n| b | 🔴 Not started |\n", 3,
		      "| A | State |\n|-|-|\n| b | ✅ Done |\n");
}

static void a_row_of_no_such_table_is_struck_out(void **state UNUSED)
{
	assert_ticked("| A | B |\n|---|---|\n| b | c |\n", 3,
		      "| A | B |\n|---|---|\n| ~~b~~ | ~~c~~ |\n");
	assert_ticked("| A | Done |\n|---|---|\n| b | x |\n\n"
		      "| A | B |\n|---|---|\n| b | c |\n", 7,
		      "| A | Done |\n|---|---|\n| b | x |\n\n"
		      "| A | B |\n|---|---|\n| ~~b~~ | ~~c~~ |\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cell_says_how_far_its_row_is),
		cmocka_unit_test(a_header_says_which_column_has_the_states),
		cmocka_unit_test(a_row_is_called_by_what_it_names),
		cmocka_unit_test(an_order_is_no_state),
		cmocka_unit_test(what_is_begun_counts_as_far_as_it_is),
		cmocka_unit_test(rows_of_a_section_are_its_items),
		cmocka_unit_test(a_column_of_states_makes_items_as_well),
		cmocka_unit_test(only_the_cell_of_the_state_changes),
		cmocka_unit_test(a_row_of_no_such_table_is_struck_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
