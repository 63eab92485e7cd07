/* SPDX-License-Identifier: MIT */
/* Which tables that are written as HTML are private. */
#include "tests/unit/model/private_fixture.h"

static void a_table_goes_as_a_whole(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "a\n<table><tr><th>Day</th><th>Thoughts</th></tr>\n"
		  "<tr><td>1</td><td>x</td></tr></table>\nb\n", "a\nb\n" },
		{ "a\n\n<table>\n<tr><td>Day</td><td>1</td></tr>\n"
		  "<tr><td>Thoughts</td><td>x</td></tr>\n</table>\n\nb\n",
		  "a\n\n\nb\n" },
		{ "a <table><tr><th>Thoughts<td>x</table> x\nb\n", "b\n" },
		{ "<table>\n<caption>Thoughts</caption>\n<tr><td>x</table>\n",
		  "" },
		{ "a\n<tr><td>Day<td>1<td>Thoughts<td>x</tr>\nx\n", "a\n" },
		{ "a\r\n<table>\r\n<tr><td>1<th>Thoughts</tr>\r\n<tr><td>x\r\n"
		  "</table>\r\nb\r\n", "a\r\nb\r\n" },
		{ "a\r<table>\r<tr><td>1<th>Thoughts<tr><td>x\r</table>\rb",
		  "a\rb" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void one_without_such_a_cell_stays(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "<table><tr><th>Day</th><td>a</td></tr></table>\n",
		  "<table><tr><th>Day</th><td>a</td></tr></table>\n" },
		{ "<table><tr><td>Thoughts on queues fill whole shelves of "
		  "books by now</table>\n",
		  "<table><tr><td>Thoughts on queues fill whole shelves of "
		  "books by now</table>\n" },
		{ "<table><tr><td>a</table>\n<table><tr><td>1<th>Thoughts\n"
		  "<tr><td>x</table>\n<table><tr><td>b</table>\n",
		  "<table><tr><td>a</table>\n<table><tr><td>b</table>\n" },
		{ "<tablet><td>1</td>\n<thoughts>\n",
		  "<tablet><td>1</td>\n<thoughts>\n" },
		{ "<!-- <table> -->\na\n", "<!-- <table> -->\na\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void a_cell_may_be_written_in_many_ways(void **state UNUSED)
{
	static const char *const cells[] = {
		"<th>Thoughts</th>", "<TD>THOUGHTS</TD>", "<td>my thoughts",
		"<th scope=col title=\"a > b\"> Thoughts:",
		"<th\nid=t>Thoughts",
		"<td><b>Thoughts</b></td>", "<td><p>Thoughts</p></td>",
		"<td>\n\n**Thoughts**\n\nx\n", "<td>Thoughts: x</td>",
		"<td>Thoughts<br>x</td>", "<td>a<br><b>Thoughts</b><br>x</td>",
		"<td>a<li>Thoughts: x</td>", "<th>&nbsp;Thought&#115;&nbsp;",
		"<th>&#x54;houghts&colon;", "<th>Pens&eacute;es",
		"<th>F\u00f8lelser", "<th>F&oslash;lelser",
		"<th><!-- a -->Thoughts<!-- b -->",
		"<th>My\n   own\n   thoughts\n</th>",
		"<th>\u041c\u042b\u0421\u041b\u0418",
		"<th>\U0001f4ad Thoughts", "<td>[Thoughts](#x)</td>",
		"<td>Parting thoughts</td>",
	};
	AUTO(arena) mem = ARENA_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cells); i++) {
		AUTO(strbuf) text = STRBUF_INIT;
		struct str left;

		strbuf_addf(&text, "a\n<table><tr><td>1</td>%s\n<td>x</td>\n"
			    "</table>\nb\n", cells[i]);
		left = private_filter(strbuf_slice(&text), by_thoughts, NULL,
				      &mem);
		if (!str_is(left, "a\nb\n"))
			fail_msg("of %s is left '%.*s'", cells[i],
				 (int)left.len, left.s);
	}
}

/* `cell` with an image of 5 KB in place of its "%". */
static void expect_private(struct str cell)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	size_t at = str_find(cell, '%');

	strbuf_addstr(&text, "a\n<table><tr><td>1</td>");
	strbuf_addslice(&text, str_upto(cell, at));
	strbuf_addstr(&text, "data:image/png;base64,");
	for (int i = 0; i < 5000; i++)
		strbuf_addch(&text, 'A');
	strbuf_addslice(&text, str_from(cell, at + 1));
	strbuf_addstr(&text, "<td>x</td></tr></table>\nb\n");
	if (!str_is(private_filter(strbuf_slice(&text), by_thoughts, NULL,
				   &mem), "a\nb\n"))
		fail_msg("%.*s is shown", (int)cell.len, cell.s);
}

static void its_tags_may_be_long(void **state UNUSED)
{
	expect_private(STR("<td style=\"background:url(%)\">Thoughts</td>"));
	expect_private(STR("<td><img src=\"%\">Thoughts</td>"));
	expect_private(STR("<td><img src=\"%\"/>a<br>Thoughts: x</td>"));
	expect_private(STR("<td background='%'>a</td><td>Thoughts</td>"));
}

static void a_cell_that_only_begins_so_is_none(void **state UNUSED)
{
	static const char *const cells[] = {
		"<td>Thoughtful design", "<td>a</td><!-- Thoughts -->",
		"<td>queues\nand thoughts in users", "<td title=Thoughts>a",
		"<td>1: thoughts are free",
	};
	AUTO(arena) mem = ARENA_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cells); i++) {
		AUTO(strbuf) text = STRBUF_INIT;
		struct str left;

		strbuf_addf(&text, "<table><tr>%s</table>\n", cells[i]);
		left = private_filter(strbuf_slice(&text), by_thoughts, NULL,
				      &mem);
		if (!str_eq(left, strbuf_slice(&text)))
			fail_msg("of %s is left '%.*s'", cells[i],
				 (int)left.len, left.s);
	}
}

static void so_does_a_list_of_terms(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "a\n<dl><dt>Day</dt><dd>1</dd><dt>Thoughts</dt><dd>x</dd>"
		  "</dl>\nb\n", "a\nb\n" },
		{ "a\n<dl>\n<dt>Day<dd>1\n<dt>Thoughts\n\n<dd>x\n</dl>\nb\n",
		  "a\nb\n" },
		{ "<dl><dt>Day<dd>a</dl>\n", "<dl><dt>Day<dd>a</dl>\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void the_outermost_goes(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "a\n<table><tr><td>x</td><td>\n<table><tr><td>1<td>Thoughts"
		  "<td>x</table>\n</td><td>x</td></tr>\n</table>\nb\n",
		  "a\nb\n" },
		{ "a\n<table><tr><td>x\n<dl><dt>Thoughts<dd>x</dl>\nx\n"
		  "</table>\nb\n", "a\nb\n" },
		{ "a\n<table><tr><td>x\n<table><tr><td>1</table>\n"
		  "<td>Thoughts\n<td>x</table>\nb\n", "a\nb\n" },
		{ "a\n<table><tr><td>x\n<dl><dt>1<dd>2\n<td>Thoughts<td>x\n"
		  "</table>\nb\n", "a\nb\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void one_that_nobody_closes_goes_on_to_the_end(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "a\n<table>\n<tr><td>1<th>Thoughts<td>x\n\nx\n\n## x\n",
		  "a\n" },
		{ "a\n<table>\n<tr><td>x\n<table><tr><td>1<th>Thoughts<td>x\n",
		  "a\n" },
		{ "a\n<table>\n<tr><td>1<td>Thoughts: x\n", "a\n" },
		/* Who speaks of tags opens nothing. */
		{ "Learned <table>, <tr> and <td> a.\n\n**Links**: b\n",
		  "Learned <table>, <tr> and <td> a.\n\n**Links**: b\n" },
		{ "Learned <table> and <th>\n\n**Thoughts**: x\n\n"
		  "**Links**: b\n",
		  "Learned <table> and <th>\n\n**Links**: b\n" },
		{ "Learned <tr> a\n\n<table><tr><td>1<th>Thoughts<td>x"
		  "</table>\nb\n", "Learned <tr> a\n\nb\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void in_code_there_is_none(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "~~~html\n<table><tr><td>1<th>Thoughts<td>a</table>\n~~~\n",
		  "~~~html\n<table><tr><td>1<th>Thoughts<td>a</table>\n~~~\n" },
		{ "a `<table><tr><td>1<th>Thoughts<td>` b\n",
		  "a `<table><tr><td>1<th>Thoughts<td>` b\n" },
		/* An end in code ends nothing. */
		{ "a\n<table>\n<tr><td>\n\n`</table>`\n\n"
		  "<td>1<th>Thoughts<td>x\n</table>\nb\n", "a\nb\n" },
		{ "a\n<table>\n<tr><td>\n\n```\n</table>\n```\n\n"
		  "<td>1<th>Thoughts<td>x\n</table>\nb\n", "a\nb\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void in_html_there_is_no_code(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "<div>\n```\n<table><tr><td>1<th>Thoughts<td>x</table>\n"
		  "```\n</div>\n", "<div>\n```\n```\n</div>\n" },
		{ "<div>`<table><tr><td>1<th>Thoughts<td>x</table>`\n</div>\n",
		  "</div>\n" },
		{ "a \\`<table><tr><td>1<th>Thoughts<td>x</table>\\`\nb\n",
		  "b\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void html_may_go_on_over_blank_lines(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "<pre>\n\n```\n</pre>\n<table><tr><td>1</td><td>Thoughts</td>"
		  "<td>x</td></tr></table>\n", "<pre>\n\n```\n</pre>\n" },
		{ "<script>\n\n~~~\n</script>\n<table><td>1<td>Thoughts"
		  "<td>x</table>\n", "<script>\n\n~~~\n</script>\n" },
		{ "<? a\n\n```\n?>\n<table><td>1<td>Thoughts<td>x</table>\n",
		  "<? a\n\n```\n?>\n" },
		{ "<!--\n\n```\n-->\n<table><td>1<td>Thoughts<td>x</table>\n",
		  "<!--\n\n```\n-->\n" },
		{ "- <pre>\n\n  ```\n  </pre>\n  <table><td>1<td>Thoughts"
		  "<td>x</table>\n", "- <pre>\n\n  ```\n  </pre>\n" },
		{ "<textarea>\n</textarea>\n```\n<table><td>1<td>Thoughts"
		  "<td>x</table>\n", "<textarea>\n</textarea>\n```\n" },
		{ "<b>a</b>\n<pre>\n\n```\n</pre>\n<table><td>1<td>Thoughts"
		  "<td>x</table>\n", "<b>a</b>\n<pre>\n\n```\n</pre>\n" },
		/* What is set in is code, and ends as that does. */
		{ "    <pre>\n\n```\n</pre>\n```\n<table><td>1<td>Thoughts"
		  "<td>x</table>\n", "    <pre>\n\n```\n</pre>\n```\n" },
		/* Behind it there is code again. */
		{ "<pre>\n\n```\n</pre>\n\n```\n<table><td>1<td>Thoughts"
		  "<td>x</table>\n```\n",
		  "<pre>\n\n```\n</pre>\n\n```\n<table><td>1<td>Thoughts"
		  "<td>x</table>\n```\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

/* Whose backtick is it?  Only what is code whatever the answer is left. */
static void code_may_go_on_in_the_next_line(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "Use `foo\nbar` <table><tr><td>1<td>Thoughts<td>x</table> "
		  "and `baz`\nb\n", "Use `foo\nb\n" },
		{ "a ````````````````` ` ````````````````` <table><td>1"
		  "<td>Thoughts<td>x</table> `\nb\n", "b\n" },
		{ "Use `foo\n\na `<table><td>1<td>Thoughts<td>x</table>` b\n",
		  "Use `foo\n\na `<table><td>1<td>Thoughts<td>x</table>` b\n" },
		{ "<!-- it`s -->\na `<table><td>1<td>Thoughts<td>x</table>`\n",
		  "<!-- it`s -->\na `<table><td>1<td>Thoughts<td>x</table>`"
		  "\n" },
		{ "Use `foo`\na `<table><td>1<td>Thoughts<td>x</table>` b\n",
		  "Use `foo`\na `<table><td>1<td>Thoughts<td>x</table>` b\n" },
		/* An end that may be in code ends nothing above. */
		{ "a\n<table><td>1<td>Thoughts<td>\n\nUse `foo\n"
		  "bar `</table>` a\nx\n", "a\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void they_stand_in_lists_and_quotes(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "- a\n- <table><tr><td>1<th>Thoughts</tr>\n"
		  "  <tr><td>x\n  </table>\n- b\n", "- a\n- b\n" },
		{ "> a\n>\n> <table>\n> <tr><td>1<th>Thoughts<td>x\n"
		  "> </table>\n> b\n", "> a\n>\n> b\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

/* Where it is the heading of what follows, that is the section. */
static void what_follows_stays_unless_it_is_only_a_name(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "<table>\n<tr>\n<th>Thoughts</th>\n<th>Day</th>\n</tr>\n"
		  "</table>\n\nb\n", "\nb\n" },
		{ "<table>\n<tr>\n<td>Thoughts</td>\n</tr>\n</table>\n\nx\n\n"
		  "## Links\nb\n", "## Links\nb\n" },
		{ "## Thoughts\n<table>\n<td>Progress</td>\n<td>Thoughts</td>\n"
		  "<td>x</td>\n</table>\nx\n\n## Links\nb\n",
		  "## Links\nb\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void a_section_may_open_beside_it(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "<table><tr><td>1</td><th>Thoughts</th><td>x</td></tr>\n"
		  "</table><h3>Thoughts</h3>\nx\n", "" },
		{ "<table><tr><td>1<th>Thoughts<td>x</table> **Thoughts**: x\n"
		  "x\n\n## Links\nb\n", "## Links\nb\n" },
		{ "**Thoughts**: <table><tr><td>1<th>Thoughts<td>x\n</table>\n"
		  "x\n\n## Links\nb\n", "## Links\nb\n" },
		{ "<table><tr><td>1<th>Thoughts<td><h3>Thoughts</h3>x\n"
		  "</table>\nb\n", "b\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

/* What hides others must not go without them. */
static void what_opens_beside_it_is_not_shown_for_that(void **state UNUSED)
{
	static const struct text_case cases[] = {
		{ "a\n<div hidden><table><tr><td>1<th>Thoughts<td>x</table>\n"
		  "x\n</div>\n", "a\n" },
		{ "a\n<table><tr><td>1<th>Thoughts<td>x</table> <!-- x\nx\n"
		  "x --> x\nb\n", "a\nb\n" },
	};

	expect_left(cases, ARRAY_SIZE(cases));
}

static void add_place(void *to, const struct private_place *p)
{
	strbuf_addf(to, "%s %u-%u;", section_name(p->section), p->line,
		    p->last_line);
}

static void each_is_told_once(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) told = STRBUF_INIT;
	const struct private_listener l = { add_place, &told };

	private_filter(STR("a\n<table>\n<tr>\n<th>Day</th>\n<th>Thoughts</th>\n"
			   "<tr><td>x</td></table>\nb\n<table><tr><td>1<th>"
			   "Thoughts<td>x</table>\n"),
		       by_thoughts, &l, &mem);
	assert_string_equal(told.buf, "thoughts 2-6;thoughts 8-8;");
}

/* A megabyte of what might be looked through for each of its tags. */
static void long_texts_take_no_longer_for_each_tag(void **state UNUSED)
{
	static const char *const parts[] = {
		"<table", "<table>", "<td>", "<th>Thoughts", "<dl><table>",
		"</table>", "<td>`", "<td><!-- ", "<td a=\"", "<td a=\"\" ",
		"<table><dl></table>", "<div hidden><td>", "<b ",
	};
	AUTO(arena) mem = ARENA_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(parts); i++) {
		AUTO(strbuf) text = STRBUF_INIT;

		strbuf_addstr(&text, "a <td>\n");
		while (text.len < 1 << 20)
			strbuf_addstr(&text, parts[i]);
		private_filter(strbuf_slice(&text), by_thoughts, NULL, &mem);
	}
}

static void nor_for_each_number_of_backticks(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	for (size_t n = 1; text.len < 8 << 20; n++) {
		for (size_t i = 0; i < n; i++)
			strbuf_addch(&text, '`');
		strbuf_addch(&text, ' ');
	}
	strbuf_addstr(&text, "<td>\n");
	private_filter(strbuf_slice(&text), by_thoughts, NULL, &mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_goes_as_a_whole),
		cmocka_unit_test(one_without_such_a_cell_stays),
		cmocka_unit_test(a_cell_may_be_written_in_many_ways),
		cmocka_unit_test(its_tags_may_be_long),
		cmocka_unit_test(a_cell_that_only_begins_so_is_none),
		cmocka_unit_test(so_does_a_list_of_terms),
		cmocka_unit_test(the_outermost_goes),
		cmocka_unit_test(one_that_nobody_closes_goes_on_to_the_end),
		cmocka_unit_test(in_code_there_is_none),
		cmocka_unit_test(in_html_there_is_no_code),
		cmocka_unit_test(html_may_go_on_over_blank_lines),
		cmocka_unit_test(code_may_go_on_in_the_next_line),
		cmocka_unit_test(they_stand_in_lists_and_quotes),
		cmocka_unit_test(what_follows_stays_unless_it_is_only_a_name),
		cmocka_unit_test(a_section_may_open_beside_it),
		cmocka_unit_test(what_opens_beside_it_is_not_shown_for_that),
		cmocka_unit_test(each_is_told_once),
		cmocka_unit_test(long_texts_take_no_longer_for_each_tag),
		cmocka_unit_test(nor_for_each_number_of_backticks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
