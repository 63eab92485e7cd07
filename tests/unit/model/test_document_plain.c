/* SPDX-License-Identifier: MIT */
/* Loose notes, as they are taken apart for the index. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/model/document.h"

/* Each passage on a line: what it is, the last heading above it, its text. */
static void assert_passages(const char *path, const char *text,
			    const char *expected)
{
	static const char *const kinds[] = { "p", "item", "row", "code", "#" };
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct document doc;

	document_parse(&doc, path, str_of(text), &mem);
	for (size_t i = 0; i < doc.npassages; i++) {
		const struct passage *p = &doc.passages[i];
		const struct part *part = &doc.parts[p->part];

		strbuf_addf(&out, "%s ", kinds[p->kind]);
		if (p->kind != PASSAGE_HEADING && part->nheadings)
			strbuf_addf(&out, "[%s] ",
				    part->headings[part->nheadings - 1]);
		strbuf_addf(&out, "%.*s\n", (int)p->text.len, p->text.s);
	}
	assert_string_equal(out.buf, expected);
}

static void a_short_line_above_a_longer_text_is_a_heading(void **state UNUSED)
{
	assert_passages("notes/a.txt",
			"Reliability\n\nFoundations - prevent disruptions\n\n"
			"Queues\n\nTopics\n\nBuckets hold objects of any size\n",
			"# Reliability\np [Reliability] Foundations - prevent "
			"disruptions\np [Reliability] Queues\n# Topics\n"
			"p [Topics] Buckets hold objects of any size\n");
	assert_passages("notes/a.md", "Topics\n\nBuckets hold objects\n",
			"p Topics\np Buckets hold objects\n");
	assert_passages("notes/a.txt", "ls -l /tmp;\n\nlists what is there\n",
			"p ls -l /tmp;\np lists what is there\n");
}

static void bullets_of_word_processors_are_taken_off(void **state UNUSED)
{
	assert_passages("notes/a.txt",
			"Queues:\r\n\r\n- \xc2\xb7 hold things\r\n"
			"- o longer\r\n",
			"# Queues\nitem [Queues] hold things\n"
			"item [Queues] longer\n");
	assert_passages("notes/a.txt",
			"-- a queue holds\n   things\n-- a topic tells\n",
			"item a queue holds things\nitem a topic tells\n");
}

static void a_title_in_the_middle_of_its_line_is_a_heading(void **state UNUSED)
{
	assert_passages("notes/a.txt",
			"\t\t\tShell Scripting\n\nsh is a shell\n",
			"# Shell Scripting\np [Shell Scripting] sh is a "
			"shell\n");
	assert_passages("notes/a.txt", "\tsudo ls\n\nlists\n",
			"code sudo ls\np lists\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_short_line_above_a_longer_text_is_a_heading),
		cmocka_unit_test(bullets_of_word_processors_are_taken_off),
		cmocka_unit_test(
			a_title_in_the_middle_of_its_line_is_a_heading),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
