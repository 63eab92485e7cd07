/* SPDX-License-Identifier: MIT */
/* Front matter: read from anywhere, changed in one place only. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/text/frontmatter.h"

static void keys_are_read_whoever_wrote_them(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct frontmatter fm;

	assert_int_equal(
		frontmatter_parse(&fm,
				  STR("---\n"
				      "title: 'It''s SQS' # a comment\n"
				      "tags:\n  - aws\n  - \"a: b\"\n"
				      "aliases: [x, y]\n"
				      "cover:\n  image: a.png\n"
				      "empty:\n"
				      "text: |\n  one\n  two\n"
				      "date: 2022-07-04T10:00:00Z\n"
				      "---\nBody\n"),
				  &mem, &err),
		0);
	assert_true(str_is(fm.body, "Body\n"));
	assert_true(str_is(frontmatter_get(&fm, "title"), "It's SQS"));
	assert_true(frontmatter_field(&fm, "tags")->list);
	assert_int_equal(frontmatter_field(&fm, "tags")->count, 2);
	assert_int_equal(frontmatter_field(&fm, "tags")->line, 3);
	assert_int_equal(frontmatter_field(&fm, "tags")->last_line, 5);
	assert_true(str_is(frontmatter_field(&fm, "tags")->values[1], "a: b"));
	assert_int_equal(frontmatter_field(&fm, "aliases")->count, 2);
	assert_true(str_is(frontmatter_get(&fm, "cover.image"), "a.png"));
	assert_null(frontmatter_get(&fm, "empty").s);
	assert_true(str_is(frontmatter_get(&fm, "text"), "one\ntwo\n"));
	assert_int_equal(frontmatter_field(&fm, "text")->last_line, 12);
	assert_int_equal(frontmatter_field(&fm, "date")->line, 13);
	assert_null(frontmatter_field(&fm, "nothing"));
}

static void a_file_without_front_matter_is_all_body(void **state UNUSED)
{
	static const char *const files[] = {
		"", "Text\n", "--\na: b\n---\n", "---\nno end\n", "---",
		"----\na: b\n---\n", " ---\na: b\n---\n",
		"---\nToday: text\n", "---\n\ndate: 2022-07-04\n",
		"---\nnote: text\ndate: 2022-07-04\n",
	};

	for (size_t i = 0; i < ARRAY_SIZE(files); i++) {
		AUTO(arena) mem = ARENA_INIT;
		struct error err = ERROR_INIT;
		struct frontmatter fm;

		assert_int_equal(frontmatter_parse(&fm, str_of(files[i]), &mem,
						   &err),
				 0);
		assert_int_equal(fm.raw.len, 0);
		assert_true(str_is(fm.body, files[i]));
	}
}

static void front_matter_that_is_never_closed_ends_with_its_keys(
	void **state UNUSED)
{
	static const struct {
		const char *file, *raw;
		unsigned line;
	} cases[] = {
		{ "---\ndate: 2022-07-04\ntags: [aws\n**Today**: a\n",
		  "---\ndate: 2022-07-04\ntags: [aws\n", 3 },
		{ "---\r\ntags:\r\n- aws\r\n  - b\r\n\r\nText: a\r\n",
		  "---\r\ntags:\r\n- aws\r\n  - b\r\n", 4 },
		{ "---\ntitle: a\nToday: text\n", "---\ntitle: a\n", 2 },
		{ "---\ndate: 2022-07-04", "---\ndate: 2022-07-04", 2 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(arena) mem = ARENA_INIT;
		AUTO(strbuf) line = STRBUF_INIT;
		struct error err = ERROR_INIT;
		struct str file = str_of(cases[i].file);
		struct frontmatter fm;

		assert_int_equal(frontmatter_parse(&fm, file, &mem, &err), -1);
		strbuf_addf(&line, "line %u: the front matter is never closed",
			    cases[i].line);
		assert_true(str_starts(str_of(err.text), line.buf));
		assert_true(str_is(fm.raw, cases[i].raw));
		assert_int_equal(fm.raw.len + fm.body.len, file.len);
		assert_true(frontmatter_is_unclosed(file));
	}
}

static void what_is_no_yaml_is_split_and_complained_about(void **state UNUSED)
{
	static const struct {
		const char *file, *complaint;
	} cases[] = {
		{ "---\na: [1\nb: 2\n---\nBody", "line 3" },
		{ "---\na: b: c\n---\nBody", "line 2" },
		{ "---\na: &x 1\nb: *x\n---\nBody", "line 3: an alias" },
		{ "---\njust words\n---\nBody", "line 2: the front matter is "
						 "no list" },
		{ "---\n{a: b}\n---\nBody", "line 2: the front matter stands" },
		{ "---\na: [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]\n---\nBody",
		  "nested too deeply" },
		{ "---\na: \xff\n---\nBody", "line" },
		{ "---\na: b\n---\r---\r\nk: v\n---\nBody", "more than one" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(arena) mem = ARENA_INIT;
		struct error err = ERROR_INIT;
		struct frontmatter fm;

		assert_int_equal(frontmatter_parse(&fm, str_of(cases[i].file),
						   &mem, &err),
				 -1);
		assert_non_null(strstr(err.text, cases[i].complaint));
		assert_int_equal(fm.count, 0);
		assert_true(str_is(fm.body, "Body"));
	}
}

static void any_value_comes_back_as_it_was(void **state UNUSED)
{
	const struct str values[] = {
		STR("plain"), STR("### Day 0: July 4, 2022 (Monday)"),
		STR(""), STR("~"), STR("yes"), STR("- x"), STR("a: b"),
		STR("x #y"), STR("\"quoted\" \\ and 'single'"),
		STR("two\nlines\r\n"), STR("\ttab "), STR("log.md:3"),
		STR("2022-07-04T21:30:12-07:00"), STR("caf\xc3\xa9"),
		STR("caf\xe9"), STR("nul\0byte"), STR("\xef\xbb\xbf"),
		STR("\x01\x1b\x7f\xc2\x85\xe2\x80\xa8"), STR("!tag"),
		STR("-"), STR("---"), STR("..."), STR("{a"), STR("]"),
		STR("-1"), STR("%"), STR("a,b"), STR("a:"), STR("?x"),
	};

	for (size_t i = 0; i < ARRAY_SIZE(values); i++) {
		AUTO(arena) mem = ARENA_INIT;
		AUTO(strbuf) out = STRBUF_INIT;
		struct error err = ERROR_INIT;
		struct frontmatter fm;

		frontmatter_begin(&out);
		frontmatter_add(&out, "key", values[i]);
		frontmatter_add_list(&out, "list", values, ARRAY_SIZE(values));
		frontmatter_end(&out);
		strbuf_addstr(&out, "---\nBody");
		assert_int_equal(frontmatter_parse(&fm, strbuf_slice(&out),
						   &mem, &err),
				 0);
		assert_true(str_eq(frontmatter_get(&fm, "key"), values[i]));
		assert_int_equal(frontmatter_field(&fm, "list")->count,
				 ARRAY_SIZE(values));
		assert_true(str_eq(frontmatter_field(&fm, "list")->values[i],
				   values[i]));
		assert_true(str_is(fm.body, "---\nBody"));
	}
}

static void a_change_keeps_every_other_byte(void **state UNUSED)
{
	static const struct {
		const char *file, *value, *expected;
	} cases[] = {
		{ "---\na: 1\nk: old # why\nz: 2\n---\nB", "new",
		  "---\na: 1\nk: new # why\nz: 2\n---\nB" },
		{ "---\nk: \"a\"   \nz: 2\n---\nB", "x: y",
		  "---\nk: \"x: y\"   \nz: 2\n---\nB" },
		{ "---\nk:\nz: 2\n---\nB", "v", "---\nk: v\nz: 2\n---\nB" },
		{ "---\nk:\n  - a\n  # in it\n  - b\n# after\nz: 2\n---\nB", "v",
		  "---\nk: v\n# after\nz: 2\n---\nB" },
		{ "---\nk:\n  - a\nz: 2\n---\nB", NULL, "---\nz: 2\n---\nB" },
		{ "---\nk: |\n  a\n\n  b\nz: 2\n---\nB", NULL,
		  "---\nz: 2\n---\nB" },
		{ "---\nz: 2\n---\nB", "v", "---\nz: 2\nk: v\n---\nB" },
		{ "---\r\nz: 2\r\n---\r\nB", "v",
		  "---\r\nz: 2\r\nk: v\r\n---\r\nB" },
		{ "---\n---\nB", "v", "---\nk: v\n---\nB" },
		{ "B\n", "v", "---\nk: v\n---\nB\n" },
		{ "B\n", NULL, "B\n" },
		{ "\xef\xbb\xbfüB\n", "v", "\xef\xbb\xbf---\nk: v\n---\nüB\n" },
		{ "---\nü: é\nk: ü # ö\n---\nB", "v",
		  "---\nü: é\nk: v # ö\n---\nB" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;
		struct error err = ERROR_INIT;
		struct str value = str_of(cases[i].value);

		assert_int_equal(frontmatter_edit(&out, str_of(cases[i].file),
						  "k", value.s ? &value : NULL,
						  1, false, &err),
				 0);
		assert_string_equal(out.buf, cases[i].expected);
	}
}

static void a_damaged_front_matter_is_not_changed(void **state UNUSED)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct str v = STR("x");

	assert_int_equal(frontmatter_edit(&out, STR("---\na: [\n---\nB"), "k",
					  &v, 1, false, &err),
			 -1);
	assert_int_equal(frontmatter_edit(&out, STR("---\n  a: 1\n---\nB"),
					  "k", &v, 1, false, &err),
			 -1);
	assert_int_equal(out.len, 0);
}

/* Each key repeats those it stands under, so a long one would be multiplied. */
static void a_key_is_not_longer_than_a_line(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) file = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct frontmatter fm;

	strbuf_addstr(&file, "---\n? ");
	for (int i = 0; i < 1000; i++)
		strbuf_addch(&file, 'k');
	strbuf_addstr(&file, "\n: a: 1\n---\n");
	assert_int_equal(frontmatter_parse(&fm, strbuf_slice(&file), &mem,
					   &err), -1);
	assert_string_equal(err.text, "line 2: a key of the front matter is "
			    "too long");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_read_whoever_wrote_them),
		cmocka_unit_test(a_file_without_front_matter_is_all_body),
		cmocka_unit_test(
			front_matter_that_is_never_closed_ends_with_its_keys),
		cmocka_unit_test(what_is_no_yaml_is_split_and_complained_about),
		cmocka_unit_test(any_value_comes_back_as_it_was),
		cmocka_unit_test(a_change_keeps_every_other_byte),
		cmocka_unit_test(a_damaged_front_matter_is_not_changed),
		cmocka_unit_test(a_key_is_not_longer_than_a_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
