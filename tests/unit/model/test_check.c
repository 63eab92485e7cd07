/* SPDX-License-Identifier: MIT */
/* What the doctor finds in logs and files, and what it mends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/model/check.h"

/* A day of a log, in few words. */
struct said {
	int round, first, last, day;	/* day 0: undated */
	const char *flag;
};
#define SAID_MAX 12

/* Append "kind:line " for each finding of a log whose n-th day is line n. */
static void look(struct strbuf *out, const char *name, const struct said *said,
		 size_t count)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(findings) f = FINDINGS_INIT(&mem);
	struct entry entries[SAID_MAX] = { { 0 } };
	struct check_day days[SAID_MAX] = { { 0 } };
	int numbers[SAID_MAX][2], dates[SAID_MAX];
	const char *flags[SAID_MAX];
	struct check_log log = { .name = name, .path = "log.md", .days = days,
				 .count = count, .today = 100 };

	for (size_t i = 0; i < count; i++) {
		numbers[i][0] = said[i].first;
		numbers[i][1] = said[i].last;
		dates[i] = said[i].day;
		flags[i] = said[i].flag;
		entries[i] = (struct entry){
			.numbers = numbers[i],
			.nnumbers = said[i].last > said[i].first ? 2 : 1,
			.days = &dates[i], .ndays = said[i].day != 0,
			.round = said[i].round,
			.flags = &flags[i], .nflags = said[i].flag != NULL,
			.heading = STR("### Day"),
			.body = str_of(arena_printf(&mem, "Text %zu\n", i)),
		};
		days[i] = (struct check_day){ &entries[i], "log.md",
					      (unsigned)i + 1 };
	}
	check_log(&f, &log);
	findings_sort(&f);
	for (size_t i = 0; i < f.count; i++)
		strbuf_addf(out, "%s:%u ", f.items[i].kind, f.items[i].line);
}

struct log_case {
	const char *name;
	struct said said[SAID_MAX];
	size_t count;
	const char *expect;
};

static void check_cases(const struct log_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		look(&out, cases[i].name, cases[i].said, cases[i].count);
		assert_string_equal(out.buf, cases[i].expect);
	}
}

#define D(n) { .first = n, .last = n }
#define R(r, n) { .round = r, .first = n, .last = n }
#define AT(n, date) { .first = n, .last = n, .day = date }

static void days_in_any_honest_order_are_fine(void **state UNUSED)
{
	static const struct log_case cases[] = {
		{ NULL, { D(0), D(1), D(2) }, 3, "" },
		{ NULL, { D(3), D(2), D(1), D(0) }, 4, "" },
		{ NULL, { D(1), { .first = 2, .last = 5 }, D(6) }, 3, "" },
		{ NULL, { D(1), D(2), D(3), D(1), D(2) }, 5, "" },
		{ NULL, { R(1, 1), R(1, 2), R(2, 1), R(2, 2) }, 4, "" },
		{ NULL, { R(1, 99), R(1, 100), R(2, 101), R(2, 102) }, 4, "" },
		{ NULL, { D(7), { 0, 7, 7, 0, "half-day" }, D(8) }, 3, "" },
		{ NULL, { D(100), D(101), D(102) }, 3, "" },
		{ NULL, { D(-2), D(-1), D(0), D(1) }, 4, "" },
		{ NULL, { D(5) }, 1, "" },
		{ NULL, { D(0) }, 0, "" },
	};

	check_cases(cases, ARRAY_SIZE(cases));
}

static void a_slip_of_a_number_is_told_once(void **state UNUSED)
{
	static const struct log_case cases[] = {
		{ NULL, { D(1), D(2), D(2), D(3) }, 4, "day-twice:3 " },
		{ NULL, { D(1), D(2), D(2), D(4) }, 4, "day-twice:3 " },
		{ NULL, { D(1), D(2), D(5), D(6) }, 4, "day-skipped:3 " },
		{ NULL, { D(24), D(52), D(26) }, 3, "day-order:2 " },
		{ NULL, { D(9), D(8), D(6), D(5) }, 4, "day-skipped:2 " },
		{ NULL, { D(10), D(11), D(5), D(12) }, 4, "day-order:3 " },
		{ NULL, { D(3), D(4), D(3), D(5), D(6) }, 5, "day-twice:3 " },
	};

	check_cases(cases, ARRAY_SIZE(cases));
}

static void a_round_among_others_is_told(void **state UNUSED)
{
	static const struct log_case cases[] = {
		{ NULL, { R(2, 1), R(1, 2), R(2, 3) }, 3, "round:2 " },
		{ NULL, { R(6, 1), R(7, 2), R(7, 3) }, 3, "round:1 " },
		{ "r7-log.md", { R(6, 1), R(6, 2) }, 2, "round:1 " },
		{ "r7-log.md", { R(7, 1), R(7, 2) }, 2, "" },
		{ "readme.md", { R(7, 1), R(7, 2) }, 2, "" },
		{ "r2d2.md", { R(7, 1), R(7, 2) }, 2, "" },
	};

	check_cases(cases, ARRAY_SIZE(cases));
}

static void dates_are_held_against_their_log(void **state UNUSED)
{
	static const struct log_case cases[] = {
		{ NULL, { AT(1, 10), AT(2, 11), AT(3, 12), AT(4, 13),
			  AT(5, 14), AT(6, 9), AT(7, 16), AT(8, 17),
			  AT(9, 18), AT(10, 19), AT(11, 20), AT(12, 21) }, 12,
		  "date-order:6 " },
		{ NULL, { AT(1, 10), AT(2, 11), AT(3, 12), AT(4, 13),
			  AT(5, 80), AT(6, 15), AT(7, 16), AT(8, 17),
			  AT(9, 18), AT(10, 19), AT(11, 20), AT(12, 21) }, 12,
		  "date-order:5 " },
		{ NULL, { AT(1, 10), AT(2, 300) }, 2, "future-date:2 " },
		{ NULL, { { 0, 1, 1, 10, "weekday-contradicts" } }, 1,
		  "weekday:1 " },
		{ NULL, { { 0, 1, 1, 0, "date-impossible" } }, 1,
		  "impossible-date:1 " },
	};

	check_cases(cases, ARRAY_SIZE(cases));
}

/* --- files --------------------------------------------------------------- */

static void look_at_file(struct strbuf *out, const char *path,
			 struct str bytes, bool is_entry)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(findings) f = FINDINGS_INIT(&mem);
	struct check_file file;

	check_file_read(&file, path, bytes, is_entry, &mem);
	check_file(&f, &file);
	findings_sort(&f);
	for (size_t i = 0; i < f.count; i++)
		strbuf_addf(out, "%s:%u%s ", f.items[i].kind, f.items[i].line,
			    f.items[i].fixable ? "!" : "");
}

static void a_file_is_looked_through(void **state UNUSED)
{
	static const struct {
		const char *path, *text;
		bool is_entry;
		const char *expect;
	} cases[] = {
		{ "notes/a.md", "# A\n\n## B\n", false, "" },
		{ "notes/a.md", "# A\n\n### B\n", false, "heading-jump:3 " },
		{ "notes/a.md", "# A\n\nx\n\n<!-- y\n\n# B\n", false,
		  "open-comment:5 " },
		{ "notes/a.md", "x <!-- y\n\n`<!--`\n\n<!-- z\n-->\n",
		  false, "" },
		{ "log/2022/2022-07-04.md", "---\nday: 3\n---\n- <!-- a\n",
		  true, "open-comment:4 " },
		{ "log/2022/2022-07-04.md", "# A\n\n### B\n", true, "" },
		{ "log/2022/2022-07-04.md",
		  "---\ndate: 2022-07-05\n---\nx\n", true, "file-name:2 " },
		{ "log/2022/2022-07-04.md",
		  "---\ndates: [2022-07-03, 2022-07-04]\n---\nx\n", true, "" },
		{ "log/2022/2022-02-30.md", "x\n", true, "impossible-date:0 " },
		{ "log/2022/2022-02-30.md",
		  "---\ndate: 2022-02-28\n---\nx\n", true, "" },
		{ "log/2022/2022-07-04.md", "---\ndate: soon\n---\nx\n", true,
		  "front-matter:2 " },
		{ "log/2022/2022-07-04.md", "---\nday: 3\nx: a: b\n---\nx\n",
		  true, "front-matter:3! " },
		{ "log/2022/2022-07-04.md",
		  "**Thoughts**:\n\n**Link to work**: x\n", true,
		  "empty-label:1 " },
		{ "log/2022/2022-07-04.md",
		  "**Thoughts**: x\n\n**Link to work**:\n", true,
		  "empty-label:3! " },
		{ "notes/a.md", "a\r\nb\r\nc\n", false, "line-ends:3! " },
		{ "notes/a.md", "a\r\nb\r\n", false, "" },
		{ "notes/a.md", "```\n<<<<<<< a\n>>>>>>> b\n```\n", false, "" },
		/* The fence ends with the item that it is in. */
		{ "notes/a.md", "- x\n\n  ```\n  y\n\n# z\n\n<<<<<<< HEAD\na\n",
		  false, "conflict:8 " },
		{ "notes/a.md", "<<<<<<< a\n=======\n>>>>>>> b\n", false,
		  "conflict:1 " },
		{ "notes/a.md", "a\n>>>>>>> main\n", false, "conflict:2 " },
		{ "notes/a.md", "<<<<<<< HEAD\na\n", false, "conflict:1 " },
		{ "notes/a.md", "<<<<<<< a\nx\n<<<<<<< b\n>>>>>>> c\n",
		  false, "conflict:1 conflict:3 " },
		{ "notes/a.md", ">>>>>>> 1a2b3c4 (say it)\n", false,
		  "conflict:1 " },
		{ "notes/a.md", ">>>>>>> as somebody said\n", false, "" },
		{ "notes/a.md", "a >>>>>>> b\n\n    <<<<<<< HEAD\n", false,
		  "" },
		{ "notes/a.md", "a\xff\n", false, "not-utf8:1 " },
		{ "notes/a.md", "id AKIA" "Q7WERTZ3UIOPX2MN\n", false,
		  "secret:1 " },
		{ "notes/a.md", "id AKIA" "IOSFODNN7EXAMPLE\n", false, "" },
		{ "notes/a.md", "(Delete me)\n", false, "template:1 " },
		{ "notes/a.md", "<!-- (delete me) -->\n", false, "" },
		{ "notes/a.md", "it\xc3\xa2\xe2\x82\xac\xe2\x84\xa2s\n", false,
		  "mojibake:1 " },
		{ "notes/a.md", "caf\xc3\xa9 \xc3\xa0 \xc2\xab x \xc2\xbb\n",
		  false, "" },
		{ "notes/a.md", "[a](file:///x) ![b](~/x.png)\n", false,
		  "outside:1 outside:1 " },
		{ "notes/a.md", "[a](../../x.md)\n", false, "outside:1 " },
		{ "notes/a.md", "[a](../x.md) [b](https://x.org)\n", false, "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		look_at_file(&out, cases[i].path, str_of(cases[i].text),
			     cases[i].is_entry);
		assert_string_equal(out.buf, cases[i].expect);
	}
}

/* The same for a note of a journal that has "notes/sqs.md". */
static void look_at_note(struct strbuf *out, const char *text)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(findings) f = FINDINGS_INIT(&mem);
	AUTO(link_names) names = LINK_NAMES_INIT;
	struct check_file file, other;

	check_file_read(&other, "notes/sqs.md", STR("# SQS\n\n## Limits\n"),
			false, &mem);
	check_names_add(&names, &other, &mem);
	link_names_add_path(&names, STR("notes/sqs.md"));
	check_file_read(&file, "notes/a.md", str_of(text), false, &mem);
	file.names = &names;
	check_file(&f, &file);
	findings_sort(&f);
	for (size_t i = 0; i < f.count; i++)
		strbuf_addf(out, "%s:%u ", f.items[i].kind, f.items[i].line);
}

static void an_address_without_scheme_is_told_as_one(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(findings) f = FINDINGS_INIT(&mem);
	AUTO(link_names) names = LINK_NAMES_INIT;
	struct check_file file;

	check_file_read(&file, "notes/a.md",
			STR("[a](www.example.org) [b](example.com) [c](d.md)\n"),
			false, &mem);
	file.names = &names;
	check_file(&f, &file);
	assert_int_equal(f.count, 3);
	assert_string_equal(f.items[0].proposal, "write https:// before it");
	assert_string_equal(f.items[1].proposal, "write https:// before it");
	assert_string_equal(f.items[2].why, "the file is not there");
}

#define LINE_OF_TEXT "What is told at such length is not written twice.\n"
#define LONG_TEXT LINE_OF_TEXT LINE_OF_TEXT LINE_OF_TEXT LINE_OF_TEXT

static void days_are_looked_at_with_their_text(void **state UNUSED)
{
	static const struct {
		const char *bodies[2], *expect;
	} cases[] = {
		{ { "One: " LONG_TEXT,
		    "Two: " LONG_TEXT }, "" },
		{ { "One: " LONG_TEXT,
		    "One: " LONG_TEXT },
		  "same-text:2 " },
		{ { "One\n", "\n" }, "empty-entry:2 " },
		{ { "One\n", "**Thoughts**:\n\n**Link to work**: x\n" },
		  "empty-label:3 " },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(arena) mem = ARENA_INIT;
		AUTO(findings) f = FINDINGS_INIT(&mem);
		AUTO(strbuf) out = STRBUF_INIT;
		struct entry entries[2] = {
			{ .heading = STR("### Day"),
			  .body = str_of(cases[i].bodies[0]) },
			{ .heading = STR("### Day"),
			  .body = str_of(cases[i].bodies[1]) },
		};
		struct check_day days[2] = { { &entries[0], "log.md", 1 },
					     { &entries[1], "log.md", 2 } };
		struct check_log log = { .path = "log.md", .days = days,
					 .count = 2, .today = DAY_NONE };

		check_log(&f, &log);
		for (size_t k = 0; k < f.count; k++)
			strbuf_addf(&out, "%s:%u ", f.items[k].kind,
				    f.items[k].line);
		assert_string_equal(out.buf, cases[i].expect);
	}
}

static void what_was_no_day_is_told(void **state UNUSED)
{
	const struct check_skipped skipped[] = {
		{ "log.md", 3, STR("### Day 3: May 1, 2022"), true },
		{ "log.md", 9, STR("### Day 0: February 30, 2016"), false },
	};
	AUTO(arena) mem = ARENA_INIT;
	AUTO(findings) f = FINDINGS_INIT(&mem);
	struct check_log log = { .path = "log.md", .skipped = skipped,
				 .nskipped = 2, .today = DAY_NONE };

	check_log(&f, &log);
	assert_int_equal(f.count, 2);
	assert_string_equal(f.items[0].kind, "in-comment");
	assert_string_equal(f.items[1].kind, "template-day");
}

static void a_journal_is_looked_at_as_a_whole(void **state UNUSED)
{
	static const struct config_pair pairs[] = {
		{ "streak.grace", "2" }, { "streak.grace", "many" },
	};
	static const char *const here[] = { "2022-07-04" };
	static const char *const gone[] = { "2022-07-04", "2022-07-05" };
	static const struct check_frame frames[] = {
		{ ".hecto/logs/a.md/order", here, 1 },
		{ ".hecto/logs/b.md/order", gone, 2 },
	};
	static const char *const circles[] = { "'a' cannot belong to 'b'" };
	static const char *const strays[] = { "log/list.json" };
	static const struct check_unread unread[] = { { "notes/a.md", "why" } };
	static const struct check_fault faults[] = {
		{ FAULT_UNCOMMITTED, "notes/a.md", "why", "how" },
		{ FAULT_INTERRUPTED, "w-index", "why", "how" },
		{ FAULT_INDEX, "index.db", "why", "how" },
		{ FAULT_DAMAGE, "HEAD", "why", "how" },
	};
	static const char *const expect[] = {
		"setting", "topic", "log-order", "stray-file", "unreadable",
		"damage",
		"index", "interrupted", "uncommitted",
	};
	AUTO(arena) mem = ARENA_INIT;
	AUTO(findings) f = FINDINGS_INIT(&mem);
	AUTO(strset) ids = STRSET_INIT;
	struct check_journal j = { .config_path = ".hecto/config", .ids = &ids };

	strset_put(&ids, STR("2022-07-04"), 0);
	check_journal(&f, &j);
	assert_int_equal(f.count, 0);
	j = (struct check_journal){ ".hecto/config", STR("grace = many\n"),
				    pairs, 2, frames, 2, &ids,
				    ".hecto/topics", circles, 1, strays, 1,
				    unread, 1, faults, 4 };
	check_journal(&f, &j);
	assert_int_equal(f.count, ARRAY_SIZE(expect));
	for (size_t i = 0; i < f.count; i++) {
		assert_string_equal(f.items[i].kind, expect[i]);
		assert_int_equal(f.items[i].note, i >= 7);
	}
}

static void links_are_followed_where_they_are_no_code(void **state UNUSED)
{
	static const struct {
		const char *text, *expect;
	} cases[] = {
		{ "[[sqs]] [[SQS#limits]]\n", "" },
		{ "x\ny [[sns]]\n[[sns]]\n", "broken-link:2 broken-link:3 " },
		{ "[[sqs#prices]]\n", "broken-link:1 " },
		{ "`[[sns]]`\n", "" },
		{ "``[[sns]] ` [[sns]]`` [[sqs]]\n", "" },
		{ "a `code\n[[sns]] goes on` [[sqs]]\n", "" },
		{ "a `code\ngoes on` and\n[[sns]]\n", "broken-link:3 " },
		{ "a lone ` and [[sns]]\n", "broken-link:1 " },
		{ "a \\` and [[sns]] `\n", "broken-link:1 " },
		{ "a \\[\\[sns\\]\\] and \\[[sns]]\n", "" },
		{ "a <!-- [[sns]] --> b\n", "" },
		{ "[[sns]](https://a.example)\n", "" },
		{ "| a |\n|---|\n| [[sqs\\|q]] `[[x]]` [[sns\\|n]] |\n",
		  "broken-link:3 " },
		{ "```\n[[sns]]\n```\n\n    [[sns]]\n", "" },
		{ "[a](gone.md) ![b](gone.png) [c](sqs.md)\n",
		  "missing-file:1 missing-file:1 " },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		look_at_note(&out, cases[i].text);
		assert_string_equal(out.buf, cases[i].expect);
	}
}

static void only_what_is_safe_is_mended(void **state UNUSED)
{
	static const struct {
		const char *before, *after;	/* NULL: nothing to mend */
	} cases[] = {
		{ "x\n", NULL },
		{ "a\r\nb\nc\n", "a\nb\nc\n" },
		{ "a\r\nb\r\nc\n", "a\r\nb\r\nc\r\n" },
		{ "---\nt: a: b\n---\nx\n", "---\nt: \"a: b\"\n---\nx\n" },
		{ "---\nt: \"a\nday: 1\n---\nx\n",
		  "---\nt: a\nday: 1\n---\nx\n" },
		{ "---\nt: [a\nday: 1\n---\nx\n", NULL },
		{ "---\ndate: soon\n---\nx\n", NULL },
		{ "**Thoughts**: x\n\n**Link to work**:\n\n",
		  "**Thoughts**: x\n" },
		{ "**Thoughts**:\n", NULL },
		{ "---\nheading: \"### Day 1\"\n---\nx\n**Thoughts**:\n",
		  NULL },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;
		bool any = check_fix(&out, "log/2022/2022-07-04.md",
				     str_of(cases[i].before), true);

		assert_int_equal(any, cases[i].after != NULL);
		if (cases[i].after)
			assert_string_equal(out.buf, cases[i].after);
	}
}

static void a_link_is_resolved_from_its_file(void **state UNUSED)
{
	static const struct {
		const char *path, *url, *expect;	/* NULL: no file here */
	} cases[] = {
		{ "notes/a/b.md", "c.md", "notes/a/c.md" },
		{ "notes/a/b.md", "../c%20d.md#x", "notes/c d.md" },
		{ "notes/a/b.md", "../../log/./x.md?y", "log/x.md" },
		{ "notes/a/b.md", "../../../x.md", NULL },
		{ "notes/a/b.md", "#x", NULL },
		{ "notes/a/b.md", "mailto:a@example.org", NULL },
		{ "notes/a/b.md", "/x.md", NULL },
		{ "b.md", "%zz.md", "%zz.md" },
		{ "b.md", "", NULL },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;
		bool is = check_resolve(&out, cases[i].path,
					str_of(cases[i].url));

		assert_int_equal(is, cases[i].expect != NULL);
		if (is)
			assert_string_equal(out.buf, cases[i].expect);
	}
}

static void every_check_has_a_name_and_a_way_to_look(void **state UNUSED)
{
	for (const struct check *c = checks; c->kind; c++) {
		assert_true(c->about && c->about[0]);
		assert_true(c->file || c->log || c->journal);
		for (const struct check *d = c + 1; d->kind; d++)
			assert_string_not_equal(c->kind, d->kind);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_in_any_honest_order_are_fine),
		cmocka_unit_test(a_slip_of_a_number_is_told_once),
		cmocka_unit_test(a_round_among_others_is_told),
		cmocka_unit_test(dates_are_held_against_their_log),
		cmocka_unit_test(a_file_is_looked_through),
		cmocka_unit_test(an_address_without_scheme_is_told_as_one),
		cmocka_unit_test(days_are_looked_at_with_their_text),
		cmocka_unit_test(what_was_no_day_is_told),
		cmocka_unit_test(a_journal_is_looked_at_as_a_whole),
		cmocka_unit_test(links_are_followed_where_they_are_no_code),
		cmocka_unit_test(only_what_is_safe_is_mended),
		cmocka_unit_test(a_link_is_resolved_from_its_file),
		cmocka_unit_test(every_check_has_a_name_and_a_way_to_look),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
