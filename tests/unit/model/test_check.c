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
		{ "log/2022/2022-07-04.md", "# A\n\n### B\n", true, "" },
		{ "log/2022/2022-07-04.md",
		  "---\ndate: 2022-07-05\n---\nx\n", true, "file-name:2 " },
		{ "log/2022/2022-07-04.md",
		  "---\ndates: [2022-07-03, 2022-07-04]\n---\nx\n", true, "" },
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
		{ "notes/a.md", "<<<<<<< a\n=======\n>>>>>>> b\n", false,
		  "conflict:1 " },
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
		cmocka_unit_test(only_what_is_safe_is_mended),
		cmocka_unit_test(a_link_is_resolved_from_its_file),
		cmocka_unit_test(every_check_has_a_name_and_a_way_to_look),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
