/* SPDX-License-Identifier: MIT */
/* What a link is, which links a document has, and where they lead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/document.h"
#include "core/model/link_names.h"

static void a_link_is_of_the_kind_it_looks_like(void **state UNUSED)
{
	static const struct {
		const char *url;
		bool image;
		enum link_kind kind;
	} urls[] = {
		{ "https://e.org/a.png", false, LINK_WEB },
		{ "HTTP://e.org", false, LINK_WEB },
		{ "https://e.org/a.png", true, LINK_IMAGE },
		{ "mailto:ann@example.org", false, LINK_MAIL },
		{ "../a.md#b", false, LINK_FILE },
		{ "file:///x", false, LINK_FILE },
		{ "c:\\x", false, LINK_FILE },
		{ "ftp://e.org/x", false, LINK_OTHER },
		{ "tel:+49", false, LINK_OTHER },
	};
	static const struct {
		const char *name;
		bool embed;
		enum link_kind kind;
	} names[] = {
		{ "Queues", false, LINK_NOTE },
		{ "Queues#Limits", true, LINK_NOTE },
		{ "Node.js", false, LINK_NOTE },
		{ "map.PNG", true, LINK_IMAGE },
		{ "map.png", false, LINK_FILE },
		{ "paper.pdf#page=2", true, LINK_FILE },
	};

	for (size_t i = 0; i < ARRAY_SIZE(urls); i++)
		assert_int_equal(link_kind_of_url(str_of(urls[i].url),
						  urls[i].image),
				 urls[i].kind);
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		assert_int_equal(link_kind_of_wiki(str_of(names[i].name),
						   names[i].embed),
				 names[i].kind);
}

static void a_kind_is_known_by_its_name(void **state UNUSED)
{
	enum link_kind kind;

	for (int i = 0; i < LINK_KIND_COUNT; i++) {
		assert_true(link_kind_parse(
			&kind, link_kind_name((enum link_kind)i)));
		assert_int_equal(kind, i);
	}
	assert_false(link_kind_parse(&kind, "nothing"));
}

static void a_path_is_followed_from_its_folder(void **state UNUSED)
{
	static const struct {
		const char *folder, *url, *expect;	/* NULL: no path */
	} cases[] = {
		{ "notes/a", "../b%20c.md#x", "notes/b c.md" },
		{ "notes", "/log/x.md?y", "log/x.md" },
		{ "", "x.md", "x.md" },
		{ "notes", "../../x.md", NULL },
		{ "notes", "//e.org/x", NULL },
		{ "notes", "https://e.org/x", NULL },
		{ "notes", "#x", NULL },
		{ "notes", "a\\b", NULL },
		{ "notes", "..", NULL },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;
		bool is = link_path(&out, str_of(cases[i].folder),
				    str_of(cases[i].url));

		assert_int_equal(is, cases[i].expect != NULL);
		if (is)
			assert_string_equal(out.buf, cases[i].expect);
	}
}

/* --- of a document ------------------------------------------------------- */

static void every_link_of_a_note_has_line_part_and_passage(void **state UNUSED)
{
	static const char note[] =
		"---\nup: '[[T]]'\nsee: https://e.org/h\n---\n# One\n\n"
		"See [[Queues#Limits|the limits]] and [x](y.md).\n\n"
		"[below](#two) `[[no]]`\n\n"
		"## Two\n\n- a\n- https://e.org/ ![[m.png]]\n\n"
		"<p><a href='z.md'>z</a></p>\n";
	static const struct {
		enum link_kind kind;
		unsigned line;
		int part;
		bool passage;
		const char *target, *text;
	} expected[] = {
		{ LINK_NOTE, 2, 0, false, "T", "" },
		{ LINK_WEB, 3, 0, false, "https://e.org/h", "https://e.org/h" },
		{ LINK_FILE, 7, 0, true, "y.md", "x" },
		{ LINK_NOTE, 7, 0, true, "Queues#Limits", "the limits" },
		{ LINK_WEB, 14, 1, true, "https://e.org/", "https://e.org/" },
		{ LINK_IMAGE, 14, 1, true, "m.png", "" },
		{ LINK_FILE, 16, 1, true, "z.md", "z" },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "notes/t.md", str_of(note), &mem);
	assert_int_equal(doc.nlinks, ARRAY_SIZE(expected));
	for (size_t i = 0; i < doc.nlinks; i++) {
		const struct link *l = &doc.links[i];

		assert_int_equal(l->kind, expected[i].kind);
		assert_int_equal(l->line, expected[i].line);
		assert_int_equal(l->part, expected[i].part);
		assert_int_equal(l->passage >= 0, expected[i].passage);
		assert_true(str_is(l->target, expected[i].target));
		assert_true(str_is(l->text, expected[i].text));
		if (l->passage >= 0)
			assert_true(doc.passages[l->passage].line <= l->line &&
				    doc.passages[l->passage].last_line >=
					    l->line);
	}
}

static void entries_and_plans_have_links_too(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "log/2022/2022-07-04.md",
		       STR("---\ndate: 2022-07-04\n---\n"
			   "**Link to work:** [it](https://e.org/w)\n"), &mem);
	assert_int_equal(doc.nlinks, 1);
	assert_int_equal(doc.links[0].line, 4);
	document_parse(&doc, "plans/p.md", STR("- [ ] read [[sqs]]\n"), &mem);
	assert_int_equal(doc.nlinks, 1);
	assert_true(doc.links[0].wiki);
}

/* --- where they lead ----------------------------------------------------- */

static const char *const queue_aliases[] = { "Simple Queue Service", "sqs" };
static const char *const queue_headings[] = { "Queues in short",
					      "Limits & quotas" };
static const char *const day_headings[] = { "Resources" };

static const struct link_document documents[] = {
	{ .path = "notes/aws/Queues.md", .title = "All of queues",
	  .aliases = queue_aliases, .naliases = 2,
	  .headings = queue_headings, .nheadings = 2 },
	{ .path = "notes/202207041230 Topics.md", .title = "Topics" },
	{ .path = "notes/aws/index.md", .title = "AWS" },
	{ .path = "notes/gcp/index.md", .title = "GCP" },
	{ .path = "log/2022/2022-07-04.md", .title = "Day 0: July 4, 2022",
	  .headings = day_headings, .nheadings = 1, .is_entry = true },
	{ .path = "notes/Node.js.md", .title = "Café" },
	{ .path = "notes/gcp/Café.md" },
	{ .path = "notes/resources.txt" },
};

static void add_documents(struct link_names *n)
{
	for (size_t i = 0; i < ARRAY_SIZE(documents); i++)
		link_names_add(n, &documents[i]);
	link_names_add_path(n, STR("notes/img/Map.png"));
}

/* What a link is expected to lead to: a document's path, or one of these. */
#define NONE "-"
#define FILE_THERE "file"
#define SEVERAL "several"

struct wiki_case {
	const char *target, *from, *expect;
	bool no_heading;
};

static const char *end_of(const struct link_found *f)
{
	switch (f->end) {
	case LINK_TO_DOCUMENT: return documents[f->document].path;
	case LINK_TO_FILE: return FILE_THERE;
	case LINK_AMBIGUOUS: return SEVERAL;
	case LINK_NOWHERE:
	case LINK_OUTSIDE: break;
	}
	return NONE;
}

static void check_wiki(const struct wiki_case *cases, size_t count)
{
	AUTO(link_names) n = LINK_NAMES_INIT;

	add_documents(&n);
	for (size_t i = 0; i < count; i++) {
		struct link_found f = link_find_wiki(
			&n, cases[i].from ? cases[i].from : "notes/x.md",
			str_of(cases[i].target));

		if (strcmp(end_of(&f), cases[i].expect) ||
		    f.no_heading != cases[i].no_heading)
			fail_msg("[[%s]] -> %s, heading %s", cases[i].target,
				 end_of(&f), f.no_heading ? "missing" : "fine");
	}
}

static void a_note_is_found_by_each_of_its_names(void **state UNUSED)
{
	static const char queues[] = "notes/aws/Queues.md";
	static const struct wiki_case cases[] = {
		{ .target = "Queues", .expect = queues },
		{ .target = "qUEUES", .expect = queues },
		{ .target = "queues.md", .expect = queues },
		{ .target = "aws/queues", .expect = queues },
		{ .target = "notes/aws/Queues.md", .expect = queues },
		{ .target = "elsewhere/queues", .expect = queues },
		{ .target = "all of queues", .expect = queues },
		{ .target = "Queues in short", .expect = queues },
		{ .target = "simple queue service", .expect = queues },
		{ .target = "SQS", .expect = queues },
		{ .target = "202207041230",
		  .expect = "notes/202207041230 Topics.md" },
		{ .target = "202207041230 Its old name",
		  .expect = "notes/202207041230 Topics.md" },
		{ .target = "2022-07-04", .expect = "log/2022/2022-07-04.md" },
		{ .target = "day 0: july 4, 2022",
		  .expect = "log/2022/2022-07-04.md" },
		{ .target = "Node.js", .expect = "notes/Node.js.md" },
		{ .target = "resources", .expect = "notes/resources.txt" },
		{ .target = "map.png", .expect = FILE_THERE },
		{ .target = "Streams", .expect = NONE },
		{ .target = "20220704", .expect = NONE },
		{ .target = "", .from = "notes/gone.md", .expect = NONE },
	};

	check_wiki(cases, ARRAY_SIZE(cases));
}

static void the_name_of_a_file_comes_before_a_title(void **state UNUSED)
{
	static const struct wiki_case cases[] = {
		{ .target = "cafe", .expect = "notes/gcp/Café.md" },
	};

	check_wiki(cases, ARRAY_SIZE(cases));
}

static void several_of_one_name_are_ambiguous_elsewhere(void **state UNUSED)
{
	static const struct wiki_case cases[] = {
		{ .target = "index", .expect = SEVERAL },
		{ .target = "index", .from = "notes/gcp/x.md",
		  .expect = "notes/gcp/index.md" },
		{ .target = "gcp/index", .expect = "notes/gcp/index.md" },
	};

	check_wiki(cases, ARRAY_SIZE(cases));
}

static void a_heading_has_to_be_there(void **state UNUSED)
{
	static const char queues[] = "notes/aws/Queues.md";
	static const struct wiki_case cases[] = {
		{ .target = "Queues#limits quotas", .expect = queues },
		{ .target = "Queues#Queues in short#Limits & quotas",
		  .expect = queues },
		{ .target = "Queues#^block", .expect = queues },
		{ .target = "Queues#", .expect = queues },
		{ .target = "#Limits quotas", .from = queues,
		  .expect = queues },
		{ .target = "Queues#Prices", .expect = queues,
		  .no_heading = true },
	};

	check_wiki(cases, ARRAY_SIZE(cases));
}

static void a_link_of_markdown_is_a_path(void **state UNUSED)
{
	static const struct {
		const char *target, *from, *expect;
	} cases[] = {
		{ "aws/Queues.md#x", "notes/x.md", "notes/aws/Queues.md" },
		{ "Queues.md", "notes/aws/x.md", "notes/aws/Queues.md" },
		{ "../notes/aws/Queues", "log/x.md", "notes/aws/Queues.md" },
		{ "img/Map.png", "notes/x.md", FILE_THERE },
		{ "Queues.md", "notes/x.md", NONE },
		{ "https://e.org/Queues.md", "notes/x.md", NONE },
	};
	AUTO(link_names) n = LINK_NAMES_INIT;

	add_documents(&n);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct link_found f = link_find_url(&n, cases[i].from,
						    str_of(cases[i].target));

		assert_string_equal(end_of(&f), cases[i].expect);
	}
}

static void more_namesakes_than_there_is_room_for_are_counted(
	void **state UNUSED)
{
	AUTO(link_names) n = LINK_NAMES_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct link_found f;

	for (int i = 0; i < 20; i++) {
		struct link_document doc = {
			.path = arena_printf(&mem, "notes/%d/a.md", i),
		};

		link_names_add(&n, &doc);
	}
	f = link_find_wiki(&n, "notes/x.md", STR("a"));
	assert_int_equal(f.end, LINK_AMBIGUOUS);
	assert_int_equal(f.several.count, 20);
}

static void aliases_come_from_front_matter(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	size_t count;
	const char *const *aliases = link_aliases(
		STR("---\naliases: [A, b c]\nid: 7\n---\nx\n"), &mem, &count);

	assert_int_equal(count, 3);
	assert_string_equal(aliases[1], "b c");
	assert_string_equal(aliases[2], "7");
	link_aliases(STR("text\naliases: [A]\n"), &mem, &count);
	assert_int_equal(count, 0);
	link_aliases(STR("---\naliases: [A\n---\n"), &mem, &count);
	assert_int_equal(count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_link_is_of_the_kind_it_looks_like),
		cmocka_unit_test(a_kind_is_known_by_its_name),
		cmocka_unit_test(a_path_is_followed_from_its_folder),
		cmocka_unit_test(every_link_of_a_note_has_line_part_and_passage),
		cmocka_unit_test(entries_and_plans_have_links_too),
		cmocka_unit_test(a_note_is_found_by_each_of_its_names),
		cmocka_unit_test(the_name_of_a_file_comes_before_a_title),
		cmocka_unit_test(several_of_one_name_are_ambiguous_elsewhere),
		cmocka_unit_test(a_heading_has_to_be_there),
		cmocka_unit_test(a_link_of_markdown_is_a_path),
		cmocka_unit_test(
			more_namesakes_than_there_is_room_for_are_counted),
		cmocka_unit_test(aliases_come_from_front_matter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
