/* SPDX-License-Identifier: MIT */
/* Entries: read from any front matter, written in one way, named, titled. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/model/entry.h"

static struct entry parse(const char *path, const char *file,
			  struct arena *mem, struct error *err)
{
	struct entry e;

	if (!entry_parse(&e, path, str_of(file), mem, err))
		*err = (struct error)ERROR_INIT;
	return e;
}

static void an_entry_is_written_as_it_is_read(void **state UNUSED)
{
	static const char file[] =
		"---\n"
		"dates: [2022-07-04, 2022-07-05]\n"
		"days: [0, 1]\n"
		"round: 1\n"
		"heading: \"### Day 0: July 4, 2022 (Monday, holiday)\"\n"
		"heading-end: crlf\n"
		"written: 2022-07-04T21:30:12-07:00\n"
		"minutes: 75\n"
		"tags: [aws, c++]\n"
		"source: my log.md:3\n"
		"private: true\n"
		"flags: [year-inferred]\n"
		"imported: 0123456789abcdef0123456789abcdef\n"
		"---\n"
		"**Today's Progress**: caf\xe9\r\n---\n";
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct entry e = parse("log/2022/2022-07-04.md", file, &mem, &err);

	assert_string_equal(err.text, "");
	assert_string_equal(e.id, "2022-07-04");
	assert_int_equal(e.ndays, 2);
	assert_int_equal(e.nnumbers, 2);
	assert_int_equal(e.round, 1);
	assert_int_equal(e.minutes, 75);
	assert_int_equal(e.heading_end, LINE_END_CRLF);
	assert_int_equal(e.written.offset, -420);
	assert_string_equal(e.log, "my log.md");
	assert_int_equal(e.line, 3);
	assert_string_equal(e.tags[1], "c++");
	assert_true(e.private);
	assert_string_equal(e.flags[0], "year-inferred");
	entry_write(&out, &e);
	assert_string_equal(out.buf, file);
}

static void only_keys_that_say_something_are_written(void **state UNUSED)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct entry e = { .body = STR("Text") };

	entry_write(&out, &e);
	assert_string_equal(out.buf, "---\n---\nText");
}

static void our_keys_join_the_front_matter_that_a_file_has(void **state UNUSED)
{
	struct {
		const char *matter, *expected;
	} cases[] = {
		{ "---\ntitle: \"Queues\"  # mine\n---\n",
		  "---\ntitle: \"Queues\"  # mine\ndate: 2022-07-04\nday: 3\n"
		  "---\nText.\n" },
		{ "---\ndate: 2022-07-04 21:08:27 -0700\n---\n",
		  "---\ndate: 2022-07-04 21:08:27 -0700\nday: 3\n---\nText.\n" },
		{ "---\r\ncreated-at: \"2022-07-01\"\r\n---\r\n",
		  "---\r\ncreated-at: \"2022-07-01\"\r\ndate: 2022-07-04\n"
		  "day: 3\n---\r\nText.\n" },
		{ "---\n: [\n---\n",
		  "---\ndate: 2022-07-04\nday: 3\n---\nText.\n" },
	};
	int day = day_parse_iso(STR("2022-07-04")), number = 3;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;
		AUTO(arena) mem = ARENA_INIT;
		struct error err = ERROR_INIT;
		struct entry again, e = {
			.days = &day, .ndays = 1,
			.numbers = &number, .nnumbers = 1,
			.matter = str_of(cases[i].matter),
			.body = STR("Text.\n"),
		};

		entry_write(&out, &e);
		assert_string_equal(out.buf, cases[i].expected);
		assert_int_equal(entry_parse(&again, "", strbuf_slice(&out),
					     &mem, &err), 0);
		assert_int_equal(entry_day(&again), day);
		assert_int_equal(entry_number(&again), 3);
	}
}

static void setext_headings_keep_both_lines(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct entry e = { .heading = STR("R4D84 (11th Oct)\r\n---"),
			   .body = STR("x\n") };
	struct entry back;

	entry_write(&out, &e);
	back = parse("log/undated/x.md", out.buf, &mem, &err);
	assert_true(str_eq(back.heading, e.heading));
}

static void front_matter_of_other_programs_is_read(void **state UNUSED)
{
	static const struct {
		const char *file, *date;
		size_t ntags;
		bool private;
	} cases[] = {
		{ "---\ndate: 2022-07-04T10:00:00Z\ntags: aws, sqs\n---\n",
		  "2022-07-04", 2, false },
		{ "---\ndate: 2022-07-04 10:00:00 +0200\ntags: aws sqs x\n"
		  "---\n",
		  "2022-07-04", 3, false },
		{ "---\ndate: \"2022/07/04\"\ntags:\n- '#aws'\n- b c\n---\n",
		  "2022-07-04", 2, false },
		{ "---\ncreated: 2022-07-04\ntag: x\ndraft: true\n---\n",
		  "2022-07-04", 1, true },
		{ "---\ndate: 2022-07-04\npublish: false\n---\n", "2022-07-04",
		  0, true },
		{ "---\ntags:\n---\n", "", 0, false },
		{ "No front matter", "", 0, false },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(arena) mem = ARENA_INIT;
		struct error err = ERROR_INIT;
		struct entry e = parse("log/a.md", cases[i].file, &mem, &err);

		assert_string_equal(err.text, "");
		assert_string_equal(day_format(entry_day(&e)).s,
				    cases[i].date);
		assert_int_equal(e.ntags, cases[i].ntags);
		assert_int_equal(e.private, cases[i].private);
	}
}

static void a_bad_value_costs_only_itself(void **state UNUSED)
{
	static const struct {
		const char *line, *complaint;
	} cases[] = {
		{ "date: 2022-02-30", "line 2: '2022-02-30' is no date" },
		{ "day: many", "line 2: 'many' is no day number" },
		{ "day: 4294967297", "is no day number" },
		{ "round: -1", "is no number of a round" },
		{ "minutes: 100000", "is no number of minutes" },
		{ "written: yesterday", "is no time" },
		{ "heading-end: lfcr", "is no line end" },
		{ "x: [", "line" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(arena) mem = ARENA_INIT;
		AUTO(strbuf) file = STRBUF_INIT;
		struct error err = ERROR_INIT;
		struct entry e;

		strbuf_addf(&file, "---\n%s\n---\nBody", cases[i].line);
		assert_int_equal(entry_parse(&e, "log/2022/2022-07-04-2.md",
					     strbuf_slice(&file), &mem, &err),
				 -1);
		assert_non_null(strstr(err.text, cases[i].complaint));
		assert_true(str_is(e.body, "Body"));
		assert_string_equal(day_format(entry_day(&e)).s, "2022-07-04");
	}
}

static void ids_and_paths_come_from_date_or_number(void **state UNUSED)
{
	int day = day_parse_iso(STR("2022-07-04")), number = 14, minus = -1;
	const struct {
		struct entry entry;
		const char *id, *path;
	} cases[] = {
		{ { .days = &day, .ndays = 1, .numbers = &number,
		    .nnumbers = 1, .round = 1 },
		  "2022-07-04", "log/2022/2022-07-04.md" },
		{ { .days = &day, .ndays = 1, .id = "2022-07-04-2" },
		  "2022-07-04", "log/2022/2022-07-04-2.md" },
		{ { .numbers = &number, .nnumbers = 1, .round = 1 }, "R1D014",
		  "log/undated/R1D014.md" },
		{ { .numbers = &number, .nnumbers = 1 }, "D014",
		  "log/undated/D014.md" },
		{ { .numbers = &minus, .nnumbers = 1 }, "D-01",
		  "log/undated/D-01.md" },
		{ { .round = 0 }, "entry", "log/undated/entry.md" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) id = STRBUF_INIT;
		AUTO(strbuf) path = STRBUF_INIT;

		entry_add_wanted_id(&id, &cases[i].entry);
		entry_add_path(&path, &cases[i].entry);
		assert_string_equal(id.buf, cases[i].id);
		assert_string_equal(path.buf, cases[i].path);
	}
	assert_int_equal(entry_number(&cases[5].entry), NUMBER_NONE);
}

static void a_title_is_the_heading_without_marks(void **state UNUSED)
{
	static const char *const titles[][2] = {
		{ "### Day 0: July 4, 2022 (Monday)",
		  "Day 0: July 4, 2022 (Monday)" },
		{ "### **R1D1 (round 1)** ##", "R1D1 (round 1)" },
		{ "R4D84 (11th Oct)\n---", "R4D84 (11th Oct)" },
		{ "###R1D26: October 11 Mon", "R1D26: October 11 Mon" },
		{ "### [Day 2](http://a.example): `May` 2", "Day 2: `May` 2" },
		{ "<h2>Day 3</h2>", "Day 3" },
		{ "    <tr><td>Day 07</td>", "Day 07" },
		{ "<!-- Day 3 -->", "Day 14: July 13, 2022" },
		{ "| 1 | 28/04 | text |", "1 | 28/04 | text" },
		{ "Day 4: *x*\ty", "Day 4: x y" },
		{ "###", "Day 14: July 13, 2022" },
		{ "", "Day 14: July 13, 2022" },
	};
	int day = day_parse_iso(STR("2022-07-13")), number = 14;

	for (size_t i = 0; i < ARRAY_SIZE(titles); i++) {
		AUTO(strbuf) out = STRBUF_INIT;
		struct entry e = { .heading = str_of(titles[i][0]),
				   .days = &day, .ndays = 1,
				   .numbers = &number, .nnumbers = 1 };

		entry_add_title(&out, &e);
		assert_string_equal(out.buf, titles[i][1]);
	}
}

static void a_title_ends_where_the_text_goes_on(void **state UNUSED)
{
	static const char *const titles[][2] = {
		{ "Day 3: ", "Day 3" },
		{ "**Day 3** - ", "Day 3" },
		{ "- 2022-07-04: ", "2022-07-04" },
		{ "| 3 | 4 July | ", "3 | 4 July" },
		{ "第3天：", "第3天" },
		{ "Day 3 — ", "Day 3" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(titles); i++) {
		AUTO(strbuf) out = STRBUF_INIT;
		struct entry e = { .heading = str_of(titles[i][0]) };

		entry_add_title(&out, &e);
		assert_string_equal(out.buf, titles[i][1]);
	}
}

static void a_title_is_made_where_there_is_no_heading(void **state UNUSED)
{
	int day = day_parse_iso(STR("2022-07-13")), number = 9;
	const struct {
		struct entry entry;
		const char *title;
	} cases[] = {
		{ { .days = &day, .ndays = 1, .numbers = &number,
		    .nnumbers = 1, .round = 2 },
		  "R2D9: July 13, 2022" },
		{ { .days = &day, .ndays = 1 }, "July 13, 2022" },
		{ { .numbers = &number, .nnumbers = 1 }, "Day 9" },
		{ { .id = "thoughts" }, "thoughts" },
		{ { .days = &day, .ndays = 1, .title = "Queues,\n in short" },
		  "Queues, in short" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		entry_add_title(&out, &cases[i].entry);
		assert_string_equal(out.buf, cases[i].title);
	}
}

static void the_digest_tells_heading_end_and_body_apart(void **state UNUSED)
{
	const struct entry entries[] = {
		{ .heading = STR("a"), .body = STR("b") },
		{ .heading = STR("ab"), .body = STR("") },
		{ .heading = STR(""), .body = STR("ab") },
		{ .heading = STR("a"), .body = STR("b"),
		  .heading_end = LINE_END_CRLF },
	};
	char seen[ARRAY_SIZE(entries)][33];

	for (size_t i = 0; i < ARRAY_SIZE(entries); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		entry_add_digest(&out, &entries[i]);
		assert_int_equal(out.len, 32);
		memcpy(seen[i], out.buf, 33);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(seen[k], seen[i]);
	}
}

static void labels_blanks_and_template_text_are_nothing(void **state UNUSED)
{
	static const char *const empty[] = {
		"", " \n\t\n", "**Today's Progress**:\n\n**Thoughts:**\n",
		"<!-- a comment\nof two lines -->\n",
		"#### Progress\n\n- \n* \n\n---\n", "**Link to work:** []()\n",
		"**Today's Progress**: ...\n", "Thoughts:\r\n\r\n",
		"- 🟢 **Tasks of today:**\n- 🔴 **Next**:\n",
		"#### Done yesterday:\n\n</details>\n<br/> <hr>\n",
		"**Link to work:** [work](#)\n", "- 🟢 ** Samstag **\n", "Sunday.",
	};
	static const char *const full[] = {
		"x", "**Thoughts:** ok", "- 5", "**Today's Progress**:\nRead",
		"<!-- a --> b", "日本", "**Time:** 1 hour", "`*`a",
		"**Tasks:** pipes", "**Drew pipes**", "#### Drew pipes",
		"<img src=\"x.png\">", "<b>pipes</b>", "[work](#top)",
		"**a** and **b:**", "pipes:", "Sunday school", "Pip",
	};

	for (size_t i = 0; i < ARRAY_SIZE(empty); i++) {
		struct entry e = { .body = str_of(empty[i]) };

		assert_true(entry_is_empty(&e));
	}
	for (size_t i = 0; i < ARRAY_SIZE(full); i++) {
		struct entry e = { .body = str_of(full[i]) };

		assert_false(entry_is_empty(&e));
	}
}

static void
front_matter_that_is_damaged_does_not_make_public(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct entry e;

	e = parse("log/2022/2022-07-04.md",
		  "---\nprivate: true\nmood: [\n---\nmine\n", &mem, &err);
	assert_int_equal(err.kind, ERROR_INPUT);
	assert_true(e.private);
	e = parse("log/2022/2022-07-04.md",
		  "---\nmood: [\n---\nours\n", &mem, &err);
	assert_int_equal(err.kind, ERROR_INPUT);
	assert_false(e.private);
	e = parse("log/2022/2022-07-04.md",
		  "---\nprivate: false\n---\nours\n", &mem, &err);
	assert_false(e.private);
}

static void front_matter_that_is_never_closed_keeps_private(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct entry e;

	e = parse("notes/a.md", "---\nprivate: true\n\nmine\n", &mem, &err);
	assert_true(e.private);
	e = parse("notes/a.md", "---\ntitle: x\npublish: false\nmine\n", &mem,
		  &err);
	assert_true(e.private);
	e = parse("notes/a.md", "---\nA rule, then text.\n", &mem, &err);
	assert_false(e.private);
	e = parse("notes/a.md", "private: true is what I learned\n", &mem,
		  &err);
	assert_false(e.private);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_entry_is_written_as_it_is_read),
		cmocka_unit_test(only_keys_that_say_something_are_written),
		cmocka_unit_test(our_keys_join_the_front_matter_that_a_file_has),
		cmocka_unit_test(setext_headings_keep_both_lines),
		cmocka_unit_test(front_matter_of_other_programs_is_read),
		cmocka_unit_test(a_bad_value_costs_only_itself),
		cmocka_unit_test(
			front_matter_that_is_damaged_does_not_make_public),
		cmocka_unit_test(front_matter_that_is_never_closed_keeps_private),
		cmocka_unit_test(ids_and_paths_come_from_date_or_number),
		cmocka_unit_test(a_title_is_the_heading_without_marks),
		cmocka_unit_test(a_title_ends_where_the_text_goes_on),
		cmocka_unit_test(a_title_is_made_where_there_is_no_heading),
		cmocka_unit_test(the_digest_tells_heading_end_and_body_apart),
		cmocka_unit_test(labels_blanks_and_template_text_are_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
