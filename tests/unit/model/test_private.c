/* SPDX-License-Identifier: MIT */
/* What of a text is private. */
#include "tests/unit/model/private_fixture.h"

#include "core/model/private_row.h"

static void add_place(void *to, const struct private_place *p)
{
	static const char *const names[PRIVATE_KINDS] = {
		[PRIVATE_SECTION] = "section",
		[PRIVATE_BLOCK] = "block",
		[PRIVATE_LINE] = "line",
		[PRIVATE_FIELD] = "field",
		[PRIVATE_UNCLOSED] = "unclosed",
		[PRIVATE_UNOPENED] = "unopened",
		[PRIVATE_NO_MARK] = "no-mark",
	};

	strbuf_addf(to, "%s %u-%u;", names[p->kind], p->line, p->last_line);
}

static void lines_blocks_and_sections_are_dropped(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "one\ntwo\n", "one\ntwo\n" },
		{ "", "" },
		{ "one\nx <!-- private -->\ntwo\n", "one\ntwo\n" },
		{ "one\r\nx <!-- private -->\r\ntwo\r\n", "one\r\ntwo\r\n" },
		{ "one\rx <!-- private -->\rtwo", "one\rtwo" },
		{ "a\n<!-- private -->\nx\n\nx\n<!-- /private -->\nb\n",
		  "a\nb\n" },
		{ "a\n<!-- private --> x <!-- /private -->\nb\n", "a\nb\n" },
		{ "a <!-- privateer -->\n", "a <!-- privateer -->\n" },
		{ "**Thoughts**: x\nx\n\n**What I learned**: y\n",
		  "**What I learned**: y\n" },
		{ "a\n### Thoughts\nx\n", "a\n" },
		{ "a\n\nThoughts\n--------\nx\n", "a\n\n" },
		{ "a\r**Thoughts**: x\rx", "a\r" },
		{ "a\n\nThoughts\nx\n\nx\n", "a\n\n" },
		{ "a\nThoughts - x\nx\nLinks - b\n", "a\nLinks - b\n" },
		{ "a\nThoughts\nx\n\nProgress\nb\n", "a\nProgress\nb\n" },
		{ "a\n- Thoughts\n  - x\n  - x\n", "a\n" },
		{ "a\n- Thoughts\n- b\n", "a\n- Thoughts\n- b\n" },
		{ "* Progress\na\n* Thoughts\nx\n\nx\n* Links\nb\n",
		  "* Progress\na\n* Links\nb\n" },
		{ "Done\ta\nThoughts\tx\nx\nLinks\tb\n",
		  "Done\ta\nLinks\tb\n" },
		{ "a\n*Thoughts*\nx\n", "a\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void a_label_may_stand_amid_a_line_of_html(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "a\n\n<ul><li>Links: x</li><li>Thoughts: x</li></ul>\nx\n"
		  "## Links\nb\n", "a\n\n## Links\nb\n" },
		{ "**Progress**: x<br>**Thoughts**: x<br/>x\nx\n\n"
		  "**Links**: b\n", "**Links**: b\n" },
		{ "<h3>Progress</h3>x<h3>Thoughts</h3>x\nx\n<h3>Links</h3>b\n",
		  "<h3>Links</h3>b\n" },
		{ "<p>x</p><p><b>Thoughts</b>: x</p><p>Links: x</p>\nb\n",
		  "b\n" },
		{ "a <details><summary>Thoughts</summary>x</details>\nx\n",
		  "" },
		{ "|a|b|\n|-|-|\n|x|x<br>Thoughts: x|\n|c|d|\n",
		  "|a|b|\n|-|-|\n|c|d|\n" },
		/* What is in one goes on. */
		{ "## Thoughts\nx<br>**Links**: x\nx\n", "" },
		{ "a<br>many thoughts on it<br>b\n",
		  "a<br>many thoughts on it<br>b\n" },
		{ "List<p> a <b>Thoughts</b>\n",
		  "List<p> a <b>Thoughts</b>\n" },
		{ "> [!note]- Thoughts\n> x\n", "" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void a_block_that_is_called_so_ends_where_it_does(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "a\n\n!!! note \"Thoughts\"\n    x\n\n    x\n\nb\n",
		  "a\n\nb\n" },
		{ "??? thoughts\n\n    x\n\nb\n", "b\n" },
		{ "- a\n\n  !!! note \"Thoughts\"\n      x\n\n- b\n",
		  "- a\n\n- b\n" },
		/* What may belong to it does. */
		{ "!!! note \"Thoughts\"\n    x\nx\n\nb\n", "b\n" },
		{ "!!! note \"Thoughts\"\n\nx\n\nx\n", "" },
		{ "> [!NOTE] Thoughts\n> x\nx\n\nb\n", "b\n" },
		{ "> [!thoughts]\n> x\n>\n> x\n\nb\n", "b\n" },
		{ "::: thoughts\nx\n\n- x\n:::\nb\n", "b\n" },
		{ ":::: {.thoughts}\n::: note\nx\n:::\nx\n::::\nb\n",
		  "b\n" },
		{ "::: thoughts\n~~~\n:::\n~~~\nx\n:::\nb\n", "b\n" },
		{ "::: thoughts\nx\n\nx\n\n## B\nb\n", "## B\nb\n" },
		{ "<section aria-label=\"Thoughts\">\n<section>x</section>\n"
		  "x\n</section>\nb\n", "b\n" },
		{ "<div class=\"thoughts\">x</div>\nb\n", "b\n" },
		/* It ends no section that it stands in. */
		{ "## Thoughts\n\n> [!NOTE] Mood\n> x\n\nx\n\n## B\n",
		  "## B\n" },
		{ "::: thoughts\n**Thoughts**: x\n\nx\n:::\nb\n", "b\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void a_label_may_stand_amid_a_line_of_text(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "**Progress**: a **Thoughts**: x\nx\n\nb\n",
		  "**Progress**: a \n\nb\n" },
		{ "All. **Thoughts:** x **Links**: b\nc\n",
		  "All. **Links**: b\nc\n" },
		{ "a <b>Thoughts</b>: x", "a " },
		{ "**Progress**: a | **Thoughts**: x | **Links**: b\n",
		  "**Progress**: a | **Links**: b\n" },
		{ "Built. Thoughts: x\nx\r\n\r\nb\n",
		  "Built. \n\r\nb\n" },
		{ "Built; Thoughts: x. Links: b\n", "Built; Links: b\n" },
		{ "**a:** b **Thoughts:** x **Time spent:** c\n",
		  "**a:** b **Time spent:** c\n" },
		{ "- a **Thoughts**: x\n- b\n", "- a \n- b\n" },
		{ "> a **Thoughts**: x\n> x\n>\n> b\n", "> a \n>\n> b\n" },
		{ "a **Thoughts**: x\n**Links**: b\n", "a \n**Links**: b\n" },
		{ "a **Thoughts**: x\n## B\n", "a \n## B\n" },
		{ "a **Thoughts**: x <!-- private -->\nb\n", "b\n" },
		/* Text that only speaks of them. */
		{ "my **thoughts** were: b\n", "my **thoughts** were: b\n" },
		{ "I had two thoughts: a, b\n", "I had two thoughts: a, b\n" },
		{ "| a | **Thoughts**: b |\n|---|---|\n| c | x |\n",
		  "| a | **Thoughts**: b |\n|---|---|\n| c |   |\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void a_mark_may_be_written_in_many_ways(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "a\nx <!--PRIVATE-->", "a\n" },
		{ "a\nx <!--  Private\t-->\n", "a\n" },
		{ "a\nx <!--- private --->\n", "a\n" },
		{ "a\nx <!-- private\n", "a\n" },
		{ "a\nx <!-- b --> x <!-- private -->\n", "a\n" },
		{ "a\nx <!--\u00a0private\u00a0-->\n", "a\n" },
		{ "a\nx <!\u2014 private \u2014>\n", "a\n" },
		{ "a\n<!--private-->\nx\n<!--/PRIVATE-->\nb\n", "a\nb\n" },
		{ "a\n`x <!-- private -->`\n", "a\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void a_block_may_stand_in_anything(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "- a\n- <!-- private -->\n- x\n- <!-- /private -->\n- b\n",
		  "- a\n- b\n" },
		{ "1. a\n2. <!-- private -->\n3. x\n4. <!-- /private -->\n"
		  "5. b\n", "1. a\n5. b\n" },
		{ "> a\n> > <!-- private -->\n> > x\n> > <!-- /private -->\n"
		  "> b\n", "> a\n> b\n" },
		{ "- [ ] a\n  - [x] <!-- private -->\n  - [ ] x\n"
		  "  <!-- /private -->\n- b\n", "- [ ] a\n- b\n" },
		{ "## a\n## <!-- private -->\nx\n<!-- /private -->\nb\n",
		  "## a\nb\n" },
		{ "|a|\n|-|\n|<!-- private -->|\n|x|\n|<!-- /private -->|\n"
		  "|b|\n", "|a|\n|-|\n|b|\n" },
		{ "a\nx x <!-- private -->\nb\n", "a\nb\n" },
		{ "a\n12 <!-- private -->\nb\n", "a\nb\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void a_block_that_nobody_closes_goes_on_to_the_end(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "a\n<!-- private -->\nx\n", "a\n" },
		{ "a\n<!-- private -->\n**What I learned**: x\n", "a\n" },
		{ "a\n<!-- private -->\nx\n<!-- private -->\nx\n"
		  "<!-- /private -->\nx\n", "a\n" },
		{ "a\n<!-- private -->\nx\n<!-- end private -->\nx\n",
		  "a\n" },
		{ "a\n<!-- private -->\nx\n<!-- /private: x -->\nx\n",
		  "a\n" },
		{ "a\n<!-- private -->\nx `<!-- /private -->`\nx\n", "a\n" },
		{ "a\n<!-- private -->\n```\n<!-- /private -->\n```\nx\n",
		  "a\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void blocks_stand_one_in_the_other(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "a\n<!-- private -->\nx\n<!-- private -->\nx\n"
		  "<!-- /private -->\nx\n<!-- /private -->\nb\n",
		  "a\nb\n" },
		{ "a\n<!-- private -->\n<!-- private --> x <!-- /private -->\n"
		  "x\n<!-- /private -->\nb\n", "a\nb\n" },
		{ "a\n<!-- private -->\nx <!-- private -->\n"
		  "<!-- /private -->\nb\n", "a\nb\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void a_comment_that_begins_like_the_mark_is_one(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "a\n<!-- private: not for the boss --> x\nb\n", "a\nb\n" },
		{ "a\nx <!-- private, for now -->\nb\n", "a\nb\n" },
		{ "a\n<!-- private: x -->\nx\n<!-- /private -->\nb\n",
		  "a\nb\n" },
		{ "a\n<!-- private begin -->\nx\n", "a\n" },
		{ "a\n<!-- begin private -->\nx\n<!-- /private -->\nb\n",
		  "a\nb\n" },
		{ "a\n<!-- Start-private -->\nx\n", "a\n" },
		{ "a <!-- private_key -->\n", "a <!-- private_key -->\n" },
		{ "a <!-- of private subnets -->\n",
		  "a <!-- of private subnets -->\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void a_private_block_never_ends_a_private_section(void **state UNUSED)
{
	static const struct text_case cases[] = {
		/* It begins one, which then goes on behind the block. */
		{ "a\n<!-- private -->\n**Thoughts**: x\n<!-- /private -->\n"
		  "x\n**Links**: b\n", "a\n**Links**: b\n" },
		{ "a\n**Thoughts**: x <!-- private -->\nx\n", "a\n" },
		/* It ends another one. */
		{ "**Thoughts**: x\n<!-- private -->\nx\n**Links**: x\n"
		  "<!-- /private -->\nx\n**Progress**: b\n",
		  "**Progress**: b\n" },
		{ "**Thoughts**: x\n**Links**: x <!-- private -->\nx\n", "" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void private_cells_of_a_table_are_blank(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "| Progress | Thoughts |\n|---|---|\n| a | xx |\n| b | x\n"
		  "\n| c | d |\n",
		  "| Progress | Thoughts |\n|---|---|\n| a |    |\n| b |  \n"
		  "\n| c | d |\n" },
		{ "a | Thoughts\n--|--\nb \\| c | x \\| x | d\n",
		  "a | Thoughts\n--|--\nb \\| c |        | d\n" },
		{ "|  |  |\n|---|---|\n| **Thoughts** | x |\n| Links | b |\n",
		  "|  |  |\n|---|---|\n| Links | b |\n" },
		{ "| Thoughts |\n", "| Thoughts |\n" },
		{ "| a \\| b | Thoughts |\n|---|---|\n| c | x |\n",
		  "| a \\| b | Thoughts |\n|---|---|\n| c |   |\n" },
		{ "| a | *Thoughts* \xf0\x9f\x92\xad |\n|---|---|\n| c | x |\n",
		  "| a | *Thoughts* \xf0\x9f\x92\xad |\n|---|---|\n"
		  "| c |   |\n" },
		{ "| a | [Thoughts](u) |\n|---|---|\n| c | x |\n",
		  "| a | [Thoughts](u) |\n|---|---|\n| c |   |\n" },
		{ "| a | Thoughts - mood |\n|---|---|\n| c | x |\n",
		  "| a | Thoughts - mood |\n|---|---|\n| c |   |\n" },
		/* A page shows the table behind the label of its section. */
		{ "**Progress**: | a | Thoughts |\n|--|--|\n| b | x |\n",
		  "**Progress**: | a | Thoughts |\n|--|--|\n| b |   |\n" },
		{ "Progress: | a | Thoughts\n--|--|--\nb | c | x\n",
		  "Progress: | a | Thoughts\n--|--|--\nb | c |  \n" },
		{ "| Thoughts | Links |\n|--|--|\n| x | b |\nx\n\nc\n",
		  "| Thoughts | Links |\n|--|--|\n|   | b |\n \n\nc\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void cells_are_private_by_what_they_say(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "| a | b |\n|---|---|\n| c | **Thoughts**: x |\n| d | e |\n",
		  "| a | b |\n|---|---|\n| c |                 |\n"
		  "| d | e |\n" },
		{ "| a | b | c |\n|--|--|--|\n| d | Thoughts | x |\n",
		  "| a | b | c |\n|--|--|--|\n| d | Thoughts |   |\n" },
		{ "|a|b|c|d|\n|-|-|-|-|\n|e|Thoughts|x|Links: f|\n",
		  "|a|b|c|d|\n|-|-|-|-|\n|e|Thoughts| |Links: f|\n" },
		{ "| a | b |\n|---|---|\n| c | Reflection |\n",
		  "| a | b |\n|---|---|\n| c | Reflection |\n" },
		{ "| a | Thoughts on SQS |\n|---|---|\n| b | x |\n",
		  "| a | Thoughts on SQS |\n|---|---|\n| b |   |\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void tables_are_known_in_quotes_and_lists(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "> | a | Thoughts |\n> |---|---|\n> | b | x |\n",
		  "> | a | Thoughts |\n> |---|---|\n> | b |   |\n" },
		{ "- | a | Thoughts |\n  |---|---|\n  | b | x |\n",
		  "- | a | Thoughts |\n  |---|---|\n  | b |   |\n" },
		{ "> |  |  |\n> |--|--|\n> | Thoughts | x |\n> | a | b |\n",
		  "> |  |  |\n> |--|--|\n> | a | b |\n" },
		{ "> - Thoughts\n>   - x\n> - Links: b\n", "> - Links: b\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void rows_are_private_by_their_label(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ " a | b\n---|---\nThoughts | x\nc | d\n",
		  " a | b\n---|---\nc | d\n" },
		{ "| | |\n|--|--|\n| Thoughts | x |\n| | x |\n| c | d |\n",
		  "| | |\n|--|--|\n| c | d |\n" },
		{ "| Thoughts | x |\n|---|---|\n| a | b |\n",
		  "|   |   |\n|---|---|\n|   | b |\n" },
		{ "| Thoughts | Progress |\n|---|---|\n| x | b |\n",
		  "| Thoughts | Progress |\n|---|---|\n|   | b |\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void a_head_that_is_private_tells_what_is_below_it(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "| a | Thoughts | <!-- private -->\n|---|---|\n| b | x |\n",
		  "|   |   |\n|---|---|\n| b |   |\n" },
		{ "<!-- private -->\n| a | Thoughts |\n<!-- /private -->\n"
		  "|---|---|\n| b | x |\n",
		  "|---|---|\n| b |   |\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void a_list_with_blank_lines_is_not_beneath_a_label(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "- Thoughts\n\n- a\n\n- b\n", "- Thoughts\n\n- a\n\n- b\n" },
		{ "a\n- Thoughts\n\n  - x\n", "a\n" },
		{ "a\n- [x] Thoughts\n  - x\n", "a\n" },
		{ "a\n- Thoughts on it\n  - x\n- Links\n  - b\n",
		  "a\n- Links\n  - b\n" },
		{ "- Thoughts on it\n- b\n", "- Thoughts on it\n- b\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

/* A row with a heading of two cells. */
#define ROW(columns)                                                           \
	"---\nday: 1\nheading: \"| 1 | 2026-01-04 | \"\n"                        \
	"columns: " columns "\n---\n"

static void private_cells_of_a_row_are_told_by_its_columns(void **state UNUSED)
{
	static const struct {
		const char *front, *text, *left;
	} cases[] = {
		{ ROW("Progress | My Thoughts | Link"), "a | xx | b | c |\n",
		  "a |    | b | c |\n" },
		{ ROW("Progress | Thoughts"), "| x |\n", "|   |\n" },
		{ ROW("Progress | Thoughts"), "\na | x |\n", "\na |   |\n" },
		{ ROW("\" | Thoughts | Link\""), "a | x | b |\n", "a |   | b |\n" },
		{ ROW("a \\| b | Thoughts"), "c \\| d | x |\n",
		  "c \\| d |   |\n" },
		{ ROW("[Progress, Thoughts]"), "a | x |\n", "a |   |\n" },
		{ ROW("Progress | Thoughts\n: ["), "a | x |\n", "a |   |\n" },
		/* A row of its own behind it; it goes on; it was broken up. */
		{ ROW("Progress | Thoughts"), "a | x |\n| | | b | x |\n",
		  "a |   |\n| | | b |   |\n" },
		{ ROW("Progress | Thoughts"), "a | x |\nb\n\nc\n",
		  "a |   |\nb\n\nc\n" },
		{ ROW("Progress | Thoughts | Link"), "a\nb | x\nx | c |\n",
		  "a\nb |  \n  | c |\n" },
		{ ROW("Progress | Thoughts"), "a | x\n\nx\n\nLinks: b\n",
		  "a |  \nLinks: b\n" },
		{ "---\ncolumns: Progress | Thoughts\n---\n", "| a | x |\n",
		  "| a |   |\n" },
	};
	AUTO(arena) mem = ARENA_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const struct private_rules rules = private_rules_read(
			thoughts, str_of(cases[i].front), &mem);
		struct str left = private_filter(str_of(cases[i].text), rules,
						 NULL, &mem);

		if (!str_is(left, cases[i].left))
			fail_msg("of '%s' is left '%.*s'", cases[i].text,
				 (int)left.len, left.s);
	}
}

#define UNDER(heading) "---\nday: 3\nheading: \"" heading "\"\n---\n"

static void a_heading_of_a_log_opens_a_section(void **state UNUSED)
{
	static const struct {
		const char *front, *text, *left;
	} cases[] = {
		{ UNDER("## Day 3 - Thoughts"), "x\n\n### X\nx\n\n**Links**: b\n",
		  "**Links**: b\n" },
		{ UNDER("## Day 3: SQS"), "b\n", "b\n" },
		{ "---\nday: 3\nheading: '# Thoughts on it'\n---\n", "x\n", "" },
	};
	AUTO(arena) mem = ARENA_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const struct private_rules rules = private_rules_read(
			thoughts, str_of(cases[i].front), &mem);
		struct str left = private_filter(str_of(cases[i].text), rules,
						 NULL, &mem);

		assert_true(str_is(left, cases[i].left));
	}
}

static void bytes_of_a_row_are_found_behind_its_private_cells(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	const struct private_rules rules = private_rules_read(
		thoughts, STR(ROW("Progress | Thoughts | Link")), &mem);
	size_t places[] = { 0, 9, 17 };

	private_origins(STR("a | xx | b | c |\nd | e | f |\n"), rules, places,
			ARRAY_SIZE(places));
	assert_int_equal(places[1], 9);
	assert_int_equal(places[2], 17);
}

/* Both took minutes where each line was looked at with all behind it, or with
 * all of the head above it. */
static void long_texts_take_no_longer_for_each_line(void **state UNUSED)
{
	AUTO(strbuf) text = STRBUF_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct str left;

	for (int i = 0; i < 300000; i++)
		strbuf_addstr(&text, "a line | of text\r");
	left = private_filter(strbuf_slice(&text), by_thoughts, NULL, &mem);
	assert_int_equal(left.len, text.len);

	strbuf_reset(&text);
	strbuf_addstr(&text, "| ");
	for (int i = 0; i < 80000; i++)
		strbuf_addstr(&text, "*<b>");
	strbuf_addstr(&text, " | Thoughts |\n|---|---|\n");
	for (int i = 0; i < 20000; i++)
		strbuf_addstr(&text, "| a | x |\n");
	left = private_filter(strbuf_slice(&text), by_thoughts, NULL, &mem);
	assert_true(str_ends(left, "| a |   |\n"));
}

static void a_line_that_may_be_text_ends_no_marked_section(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "**Thoughts**: x\nDone\nx\n", "" },
		{ "**Thoughts**:\n- Learning\nis hard\nx\n", "" },
		{ "**Thoughts**: x\nLearning - hard\nx\n", "" },
		{ "**Thoughts**: x\nThoughts\nx\nDone\nx\n", "" },
		{ "**Thoughts**: x\nLinks: b\n", "Links: b\n" },
		{ "*Thoughts*: x\n- *Links*\n- b\n", "- *Links*\n- b\n" },
		{ "**Thoughts**: x\n\nLinks\n=====\nb\n",
		  "Links\n=====\nb\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void a_section_ends_where_another_one_of_any_name_begins(
	void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "#### Thoughts\nx\n##### x\nx\n#### Setup\nb\n",
		  "#### Setup\nb\n" },
		{ "#### Thoughts\nx\n## Setup\nb\n", "## Setup\nb\n" },
		{ "**Thoughts**: x\n\n### Setup\nb\n", "### Setup\nb\n" },
		{ "Thoughts\n---\nx\n\nSetup\n---\nb\n",
		  "Setup\n---\nb\n" },
		{ "<h4>Thoughts</h4>\nx\n<h4>Setup</h4>\nb\n",
		  "<h4>Setup</h4>\nb\n" },
		{ "### Thoughts\nx\n### Feelings\nx\n", "" },
		{ "### Thoughts\nx\n#tag\nx\n```\n# x\n```\nx\n",
		  "" },
		{ "**Thoughts**: x\n**Time spent**: b\n",
		  "**Time spent**: b\n" },
		{ "**Thoughts**: x\nTime spent: x\n", "" },
		{ "**Thoughts**: x\n**Problem**: x\n", "" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void code_and_comments_end_no_private_section(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "**Thoughts**:\n<<<<<<< HEAD\nx\n=======\nx\n>>>>>>> b\n"
		  "x\n\nB\n=======\nc\n", "B\n=======\nc\n" },
		{ "**Thoughts**:\n```\n**What I learned**: x\n```\nx\n", "" },
		{ "**Thoughts**:\n~~~\n```\n~~~\n**What I learned**: y\n",
		  "**What I learned**: y\n" },
		{ "**Thoughts**:\n- ```\n  **Links**: x\n  ```\nx\n", "" },
		{ "**Thoughts**:\n> ```\n> **Links**: x\n> ```\nx\n", "" },
		{ "**Thoughts**:\n```` x\n```\n**Links**: x\n````\nx\n", "" },
		{ "**Thoughts**: x\n<!-- of the template:\n**Links**:\n-->\n"
		  "x\n", "" },
		/* The item or the quotation ends, and its code with it. */
		{ "**Thoughts**:\n- ```\n  x\n\n**Links**: b\n",
		  "**Links**: b\n" },
		{ "**Thoughts**:\n> ```\n> x\n**Links**: b\n",
		  "**Links**: b\n" },
		{ "**Thoughts**:\n```x``` x\n**Links**: b\n",
		  "**Links**: b\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

/* Else all that follows would be shown as code. */
static void fences_of_code_stay_together(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "```\na\nx <!-- private -->\n```\nb\n", "```\na\n```\nb\n" },
		{ "```\na\n**Thoughts**: x\n```\nx\n**Links**: b\n",
		  "```\na\n```\n**Links**: b\n" },
		{ "a\n<!-- private -->\n```\nx\n<!-- /private -->\nx\n```\n"
		  "b\n", "a\n" },
		{ "```\na\n<!-- private -->\n```\nx\n<!-- /private -->\nb\n",
		  "```\na\n```\nb\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void an_everyday_word_keeps_back_its_item_alone(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "- Kinds:\n  - edge: near\n  - private: from the VPC\n"
		  "    - by an endpoint\n  - regional: in one\n",
		  "- Kinds:\n  - edge: near\n  - regional: in one\n" },
		{ "- **Private** subnet: no route\n- public: a route\n",
		  "- public: a route\n" },
		{ "- mood: bad\nand worse\n- Lambda\n", "- Lambda\n" },
		{ "- mood: bad\n\nBuilt it.\n", "Built it.\n" },
		{ "- Mood:\n\nbad\n\nbad again\n", "" },
		{ "## Thoughts\n- mood: bad\n- all is bad\n", "" },
		{ "- Thoughts: bad\n- all is bad\n", "" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void what_is_left_keeps_its_form(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "|a|b|\n|-|-|\n|x|x| <!-- private -->\n|c|d|\n",
		  "|a|b|\n|-|-|\n|c|d|\n" },
		{ "|x|x| <!-- private -->\n|-|:-:|\n|c|d|\n",
		  "| |   |\n|-|:-:|\n|c|d|\n" },
		{ "x | x <!-- private -->\n- | -\nc | d\n",
		  "|  |  |\n- | -\nc | d\n" },
		{ "a\n\nx <!-- private -->\n=====\nb\n", "a\n\nb\n" },
		{ "a\n<!-- private -->\nx\n<!-- /private -->\n---\nb\n",
		  "a\n\n---\nb\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void each_place_is_told_with_its_lines(void **state UNUSED)
{
	static const struct {
		const char *text, *told;
	} cases[] = {
		{ "a\nx <!-- private -->\nx <!-- private -->\n",
		  "line 2-2;line 3-3;" },
		{ "a\n**Thoughts**: x\nx\n**Links**: b\n", "section 2-3;" },
		{ "<!-- private -->\nx\n<!-- /private -->\nb\n", "block 1-3;" },
		{ "a\n<!-- private -->\nx\n", "block 2-3;unclosed 2-3;" },
		{ "a\n<!-- /private -->\n", "unopened 2-2;" },
		{ "a <!-- end private -->\n<!-- privateer -->\n",
		  "no-mark 1-1;" },
		{ "a <!-- this is private -->\n<!-- /private, x -->\n",
		  "no-mark 1-1;no-mark 2-2;" },
		{ "**Thoughts**: x\nx <!-- private -->\nx\n",
		  "section 1-1;line 2-2;section 3-3;" },
		{ "| a | Thoughts |\n|---|---|\n| b | x |\n| c | x |\n"
		  "| d | |\n| e | x |\n| Thoughts | x |\n",
		  "section 3-4;section 6-6;section 7-7;" },
		{ "| a | Thoughts |\n|---|---|\n| b | x |\n\n"
		  "**Thoughts**: x\n", "section 3-3;section 5-5;" },
	};
	AUTO(arena) mem = ARENA_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) told = STRBUF_INIT;
		const struct private_listener l = { add_place, &told };

		private_filter(str_of(cases[i].text), by_thoughts, &l, &mem);
		assert_string_equal(told.buf, cases[i].told);
	}
}

static void a_byte_that_is_left_is_found_in_the_text(void **state UNUSED)
{
	static const char text[] = "a\nx <!-- private -->\nbc\n"
				   "**Thoughts**: x\n**Links**: d\n";
	AUTO(arena) mem = ARENA_INIT;
	struct str left = private_filter(str_of(text), by_thoughts, NULL, &mem);

	size_t places[64];

	assert_in_range(left.len, 5, 63);
	for (size_t i = 0; i <= left.len; i++)
		places[i] = i;
	private_origins(str_of(text), by_thoughts, places, left.len + 1);
	for (size_t i = 0; i < left.len; i++)
		assert_int_equal(text[places[i]], left.s[i]);
	assert_int_equal(places[3], 22);
	assert_int_equal(places[left.len], strlen(text));
}

static void marked_fields_of_front_matter_are_dropped(void **state UNUSED)
{
	static const struct {
		const char *front, *left;	/* NULL: all is kept back */
	} cases[] = {
		{ "---\na: b\n---\n", "---\na: b\n---\n" },
		{ "---\na: b\nx: x # <!-- private -->\n---\n",
		  "---\na: b\n---\n" },
		{ "---\na: b\nx: # <!-- private -->\n  - x\n- x\nc: d\n---\n",
		  "---\na: b\nc: d\n---\n" },
		{ "---\na:\n  - b\n  - x # <!-- private -->\n  - c\n---\n",
		  "---\na:\n  - b\n  - c\n---\n" },
		{ "---\nx: | # <!-- private -->\n  x\n\n  x\na: b\n---\n",
		  "---\na: b\n---\n" },
		{ "---\na: b\n# <!-- private -->\nx: x\n# <!-- /private -->\n"
		  "c: d\n---\n", "---\na: b\nc: d\n---\n" },
		{ "---\na: b\n# <!-- private -->\nx: x\n---\n", NULL },
		{ "---\n# <!-- private -->\n# <!-- private -->\nx: x\n"
		  "# <!-- /private -->\ny: x\n# <!-- /private -->\na: b\n"
		  "---\n", "---\na: b\n---\n" },
		{ "---\na: b\nx: x # <!-- private: no -->\n---\n",
		  "---\na: b\n---\n" },
		{ "---\na: [b,\n  x, # <!-- private -->\n  c]\n---\n",
		  "---\na: [b,\n  c]\n---\n" },
		{ "---\na: [b,\n  x] # <!-- private -->\n---\n", NULL },
		{ "---\na: \"b\n  x\" # <!-- private -->\n---\n", NULL },
	};
	static const struct private_listener *const nobody = NULL;
	AUTO(arena) mem = ARENA_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str front = str_of(cases[i].front);
		bool readable = private_filter_front(&front, nobody, &mem);

		assert_int_equal(readable, cases[i].left != NULL);
		if (readable && !str_is(front, cases[i].left))
			fail_msg("of '%s' is left '%.*s'", cases[i].front,
				 (int)front.len, front.s);
	}
}

/* When each was followed to the end of the line, it took minutes. */
static void many_open_comments_on_a_line_take_no_longer(void **state UNUSED)
{
	AUTO(strbuf) text = STRBUF_INIT;
	AUTO(strbuf) told = STRBUF_INIT;
	AUTO(arena) mem = ARENA_INIT;
	const struct private_listener listener = { add_place, &told };

	for (int i = 0; i < 200000; i++)
		strbuf_addstr(&text, "<!-- ");
	strbuf_addstr(&text, "this is private -->\n");
	private_filter(strbuf_slice(&text), by_thoughts, &listener, &mem);
	assert_string_equal(told.buf, "no-mark 1-1;");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_blocks_and_sections_are_dropped),
		cmocka_unit_test(a_label_may_stand_amid_a_line_of_html),
		cmocka_unit_test(a_block_that_is_called_so_ends_where_it_does),
		cmocka_unit_test(a_label_may_stand_amid_a_line_of_text),
		cmocka_unit_test(a_mark_may_be_written_in_many_ways),
		cmocka_unit_test(a_block_may_stand_in_anything),
		cmocka_unit_test(a_block_that_nobody_closes_goes_on_to_the_end),
		cmocka_unit_test(blocks_stand_one_in_the_other),
		cmocka_unit_test(a_comment_that_begins_like_the_mark_is_one),
		cmocka_unit_test(a_private_block_never_ends_a_private_section),
		cmocka_unit_test(private_cells_of_a_table_are_blank),
		cmocka_unit_test(cells_are_private_by_what_they_say),
		cmocka_unit_test(tables_are_known_in_quotes_and_lists),
		cmocka_unit_test(rows_are_private_by_their_label),
		cmocka_unit_test(a_head_that_is_private_tells_what_is_below_it),
		cmocka_unit_test(a_list_with_blank_lines_is_not_beneath_a_label),
		cmocka_unit_test(private_cells_of_a_row_are_told_by_its_columns),
		cmocka_unit_test(a_heading_of_a_log_opens_a_section),
		cmocka_unit_test(bytes_of_a_row_are_found_behind_its_private_cells),
		cmocka_unit_test(long_texts_take_no_longer_for_each_line),
		cmocka_unit_test(a_line_that_may_be_text_ends_no_marked_section),
		cmocka_unit_test(
			a_section_ends_where_another_one_of_any_name_begins),
		cmocka_unit_test(code_and_comments_end_no_private_section),
		cmocka_unit_test(fences_of_code_stay_together),
		cmocka_unit_test(an_everyday_word_keeps_back_its_item_alone),
		cmocka_unit_test(what_is_left_keeps_its_form),
		cmocka_unit_test(each_place_is_told_with_its_lines),
		cmocka_unit_test(a_byte_that_is_left_is_found_in_the_text),
		cmocka_unit_test(marked_fields_of_front_matter_are_dropped),
		cmocka_unit_test(many_open_comments_on_a_line_take_no_longer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
