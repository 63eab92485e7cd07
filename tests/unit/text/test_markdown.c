/* SPDX-License-Identifier: MIT */
/* Markdown: rendered as the golden cases say, and taken apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>

#include "core/base/file.h"
#include "core/base/path.h"
#include "core/text/markdown.h"

#define GOLDEN HECTO_SOURCE_DIR "/tests/golden/markdown"

static bool resolve(void *arg UNUSED, struct str url, struct strbuf *out)
{
	if (str_starts(url, "missing"))
		return false;
	strbuf_addstr(out, "/site/");
	strbuf_addslice(out, url);
	return true;
}

static void read_file(struct strbuf *out, const char *path)
{
	struct error err = ERROR_INIT;

	if (file_read(out, path, 1 << 20, &err))
		fail_msg("%s", err.text);
}

/* HECTO_GOLDEN=update writes what is rendered now; read the difference. */
static bool update(const char *path, struct str text)
{
	const char *mode = getenv("HECTO_GOLDEN");
	FILE *f;

	if (!mode || strcmp(mode, "update"))
		return false;
	f = fopen(path, "w");
	assert_non_null(f);
	assert_int_equal(fwrite(text.s, 1, text.len, f), text.len);
	return fclose(f) == 0;
}

static void check_golden(const char *name)
{
	static const struct markdown_options options = {
		.resolve = resolve,
		.heading_offset = 1,
		.id_prefix = "e-",
	};
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) source = STRBUF_INIT;
	AUTO(strbuf) expected = STRBUF_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	strbuf_addf(&path, GOLDEN "/%s", name);
	read_file(&source, path.buf);
	strbuf_truncate(&path, path.len - 3);
	strbuf_addstr(&path, ".html");
	markdown_render(strbuf_slice(&source), &options, &out);
	if (update(path.buf, strbuf_slice(&out)))
		return;
	read_file(&expected, path.buf);
	if (!str_eq(strbuf_slice(&out), strbuf_slice(&expected)))
		fail_msg("%s renders as:\n%s", name, out.buf);
}

static void every_golden_case_renders_as_it_did(void **state UNUSED)
{
	DIR *dir = opendir(GOLDEN);
	struct dirent *file;
	int cases = 0;

	assert_non_null(dir);
	while ((file = readdir(dir))) {
		if (!str_ends(str_of(file->d_name), ".md"))
			continue;
		check_golden(file->d_name);
		cases++;
	}
	closedir(dir);
	assert_true(cases > 5);
}

static void blocks_come_with_their_lines_and_parents(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks b = markdown_blocks(
		STR("# *SQS* `queue`\n"
		    "\n"
		    "One [link](http://a.example \"t\")\n"
		    "and **two**.\n"
		    "\n"
		    "- [x] done\n"
		    "  - inner\n"
		    "\n"
		    "    more\n"
		    "- [ ] open\n"
		    "\n"
		    "| a | b |\n"
		    "|---|---|\n"
		    "| 1 | *2* |\n"
		    "\n"
		    "```c\n"
		    "# no heading\n"
		    "```\n"
		    "<!-- hidden -->\n"),
		&mem);
	static const struct {
		enum markdown_kind kind;
		unsigned line, last;
		int level, parent;
		const char *text;
	} expected[] = {
		{ MARKDOWN_HEADING, 1, 1, 1, -1, "SQS `queue`" },
		{ MARKDOWN_PARAGRAPH, 3, 4, 0, -1, "One link and two." },
		{ MARKDOWN_ITEM, 6, 6, 1, -1, "done" },
		{ MARKDOWN_ITEM, 7, 7, 2, 2, "inner" },
		{ MARKDOWN_PARAGRAPH, 9, 9, 0, 3, "more" },
		{ MARKDOWN_ITEM, 10, 10, 1, -1, "open" },
		{ MARKDOWN_ROW, 12, 12, 0, -1, "a | b" },
		{ MARKDOWN_ROW, 14, 14, 0, -1, "1 | 2" },
		{ MARKDOWN_CODE, 16, 18, 0, -1, "# no heading\n" },
		{ MARKDOWN_HTML, 19, 19, 0, -1, "<!-- hidden -->\n" },
	};

	assert_int_equal(b.count, ARRAY_SIZE(expected));
	for (size_t i = 0; i < b.count; i++) {
		assert_int_equal(b.blocks[i].kind, expected[i].kind);
		assert_int_equal(b.blocks[i].line, expected[i].line);
		assert_int_equal(b.blocks[i].last_line, expected[i].last);
		assert_int_equal(b.blocks[i].level, expected[i].level);
		assert_int_equal(b.blocks[i].parent, expected[i].parent);
		assert_true(str_is(b.blocks[i].text, expected[i].text));
	}
	assert_int_equal(b.blocks[2].task, TASK_DONE);
	assert_int_equal(b.blocks[5].task, TASK_OPEN);
	assert_int_equal(b.blocks[1].nbreaks, 1);
	assert_int_equal(b.blocks[1].breaks[0], 8);
	assert_true(str_is(b.blocks[1].raw,
			   "One [link](http://a.example \"t\")\nand **two**."));
	assert_int_equal(b.nlinks, 1);
	assert_true(str_is(b.links[0].url, "http://a.example"));
	assert_true(str_is(b.links[0].text, "link"));
	assert_int_equal(b.links[0].line, 3);
}

/* The parser splits it, and tells nothing of where its lines are. */
static void a_paragraph_above_the_head_of_a_table_has_its_lines(
	void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks b = markdown_blocks(
		STR("first\n\none\n`two\nlines`\n| a | b |\n|---|---|\n"
		    "| 1 | 2 |\n\n- item\n  - three\n    c | d\n"
		    "    --|--\n"),
		&mem);
	static const struct {
		enum markdown_kind kind;
		unsigned line, last;
		const char *raw;
	} expected[] = {
		{ MARKDOWN_PARAGRAPH, 1, 1, "first" },
		{ MARKDOWN_PARAGRAPH, 3, 5, "one\n`two\nlines`" },
		{ MARKDOWN_ROW, 6, 6, "| a | b |" },
		{ MARKDOWN_ROW, 8, 8, "| 1 | 2 |" },
		{ MARKDOWN_ITEM, 10, 10, "- item" },
		{ MARKDOWN_ITEM, 11, 11, "  - three" },
		{ MARKDOWN_ROW, 12, 12, "    c | d" },
	};

	assert_int_equal(b.count, ARRAY_SIZE(expected));
	for (size_t i = 0; i < b.count; i++) {
		assert_int_equal(b.blocks[i].kind, expected[i].kind);
		assert_int_equal(b.blocks[i].line, expected[i].line);
		assert_int_equal(b.blocks[i].last_line, expected[i].last);
		assert_true(str_is(b.blocks[i].raw, expected[i].raw));
	}
}

static void a_refused_text_is_taken_line_by_line(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	AUTO(strbuf) page = STRBUF_INIT;
	struct markdown_blocks b;
	unsigned line;

	strbuf_addstr(&text, "First <b>\n\n");
	for (int i = 0; i < 2000; i++)
		strbuf_addch(&text, '(');
	strbuf_addstr(&text, "\nlast");
	b = markdown_blocks(strbuf_slice(&text), &mem);
	assert_non_null(b.refused);
	assert_int_equal(b.count, 3);
	assert_true(str_is(b.blocks[2].text, "last"));
	assert_int_equal(b.blocks[2].line, 4);
	assert_non_null(markdown_screen(strbuf_slice(&text), &line));
	assert_int_equal(line, 3);
	markdown_render(strbuf_slice(&text), NULL, &page);
	assert_non_null(strstr(page.buf, "First &lt;b&gt;"));
	assert_non_null(strstr(page.buf, "<pre"));
}

static struct markdown_image decide(void *arg UNUSED, struct str url,
				    struct strbuf *out)
{
	strbuf_addstr(out, "files/x.png");
	if (str_starts(url, "http"))
		return (struct markdown_image){ .as = IMAGE_AS_LINK };
	if (str_starts(url, "none"))
		return (struct markdown_image){ .as = IMAGE_AS_TEXT };
	return (struct markdown_image){ IMAGE_SHOWN, 320,
					str_starts(url, "odd") ? 0 : 200 };
}

static bool resolve_no_wiki(void *arg UNUSED, struct str name UNUSED,
			    struct strbuf *out UNUSED)
{
	return false;
}

static void an_embedded_image_is_shown_like_any_other(void **state UNUSED)
{
	static const struct markdown_options options = {
		.resolve_wiki = resolve_no_wiki, .image = decide,
	};
	AUTO(strbuf) out = STRBUF_INIT;

	markdown_render(STR("![[a/q r.png]] ![[q.png|300]] ![[q.png|Queue]] "
			    "![[none.png]] [[q.png]] ![[http://x/q.png]]"),
			&options, &out);
	assert_string_equal(out.buf,
		"<p><img src=\"files/x.png\" alt=\"q r\" width=\"320\" "
		"height=\"200\" loading=\"lazy\"> "
		"<img src=\"files/x.png\" alt=\"q\" width=\"300\" "
		"height=\"187\" loading=\"lazy\"> "
		"<img src=\"files/x.png\" alt=\"Queue\" width=\"320\" "
		"height=\"200\" loading=\"lazy\"> "
		"![[none.png]] [[q.png]] ![[http://x/q.png]]</p>\n");
}

static void an_image_is_what_the_caller_makes_of_it(void **state UNUSED)
{
	static const struct markdown_options options = {
		.resolve = resolve, .image = decide,
	};
	AUTO(strbuf) out = STRBUF_INIT;

	markdown_render(STR("![a \"b\"](q.png) ![c](odd.png) ![d](none.png) "
			    "![e](http://x/y.png) ![](http://x/y.png) "
			    "[![f](http://x/y.png)](z) ![g](javascript:x)"),
			&options, &out);
	assert_string_equal(out.buf,
		"<p><img src=\"files/x.png\" alt=\"a &quot;b&quot;\" "
		"width=\"320\" height=\"200\" loading=\"lazy\"> "
		"<img src=\"files/x.png\" alt=\"c\" loading=\"lazy\"> d "
		"<a href=\"files/x.png\">e</a> "
		"<a href=\"files/x.png\">files/x.png</a> "
		"<a href=\"/site/z\">f</a> g</p>\n");
}

static void an_image_of_html_has_the_size_it_was_given(void **state UNUSED)
{
	static const struct markdown_options options = { .image = decide };
	AUTO(strbuf) out = STRBUF_INIT;

	markdown_render(STR("<img src=q.png width=160>"
			    "<img src=q.png height='100px'>"
			    "<img src=q.png width=30 height=30>"
			    "<img src=q.png width='48%'>"
			    "<img src=q.png width='auto' height=-2>"
			    "<img src=odd.png width=99>"), &options, &out);
	assert_string_equal(out.buf,
		"<p><img src=\"files/x.png\" alt=\"\" width=\"160\" "
		"height=\"100\" loading=\"lazy\">"
		"<img src=\"files/x.png\" alt=\"\" width=\"160\" "
		"height=\"100\" loading=\"lazy\">"
		"<img src=\"files/x.png\" alt=\"\" width=\"30\" "
		"height=\"30\" loading=\"lazy\">"
		"<img src=\"files/x.png\" alt=\"\" class=\"w50\" width=\"320\" "
		"height=\"200\" loading=\"lazy\">"
		"<img src=\"files/x.png\" alt=\"\" width=\"320\" "
		"height=\"200\" loading=\"lazy\">"
		"<img src=\"files/x.png\" alt=\"\" width=\"99\" "
		"loading=\"lazy\"></p>\n");
}

static void note_tag(void *arg, struct str tag)
{
	strbuf_addslice(arg, tag);
}

static void what_html_embeds_is_told_where_it_is_left_out(void **state UNUSED)
{
	AUTO(strbuf) told = STRBUF_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	const struct markdown_options options = {
		.image = decide, .dropped = note_tag, .arg = &told,
	};

	markdown_render(STR("<div><iframe src=\"https://x/\"></iframe>\n"
			    "<!-- <svg> --> <imgs> <img alt=x></div>\n\n"
			    "in <video src=a.mp4 /> line `<svg>` <b>x</b> "
			    "<img src='data:image/png;base64,AA'>\n\n"
			    "<div hidden><object></object></div>\n"),
			&options, &out);
	assert_string_equal(told.buf,
		"<iframe src=\"https://x/\"><img alt=x><video src=a.mp4 />"
		"<img src='data:image/png;base64,AA'>");
}

/* With what each link costs, a second search for them would take minutes. */
static void headings_that_are_not_there_are_looked_for_once(void **state UNUSED)
{
	const struct markdown_options options = { .id_prefix = "" };
	AUTO(strbuf) text = STRBUF_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	for (int i = 0; i < 50000; i++)
		strbuf_addstr(&text, "[a](#x) ");
	markdown_render(strbuf_slice(&text), &options, &out);
	assert_true(str_find_str(strbuf_slice(&out), STR("href")) == out.len);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_image_is_what_the_caller_makes_of_it),
		cmocka_unit_test(an_embedded_image_is_shown_like_any_other),
		cmocka_unit_test(an_image_of_html_has_the_size_it_was_given),
		cmocka_unit_test(
			what_html_embeds_is_told_where_it_is_left_out),
		cmocka_unit_test(every_golden_case_renders_as_it_did),
		cmocka_unit_test(
			headings_that_are_not_there_are_looked_for_once),
		cmocka_unit_test(blocks_come_with_their_lines_and_parents),
		cmocka_unit_test(
			a_paragraph_above_the_head_of_a_table_has_its_lines),
		cmocka_unit_test(a_refused_text_is_taken_line_by_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
