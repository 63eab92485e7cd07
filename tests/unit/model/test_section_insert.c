/* SPDX-License-Identifier: MIT */
/* A section grows where it stands; nothing else moves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/strbuf.h"
#include "core/model/section.h"

static void text_is_put_where_the_template_has_it(void **state UNUSED)
{
	static const struct {
		const char *body;
		enum section section;
		const char *text;
		bool item;
		const char *expected;
	} cases[] = {
		/* into an empty body, and one section after another */
		{ "", SECTION_PROGRESS, "Read.", false,
		  "**Today's Progress**: Read.\n" },
		{ "\n", SECTION_PROGRESS, "Read.", false,
		  "\n**Today's Progress**: Read.\n" },
		{ "**Today's Progress**: Read.\n", SECTION_LEARNED, "A fact",
		  true,
		  "**Today's Progress**: Read.\n\n"
		  "**What I learned**:\n- A fact\n" },
		{ "**Today's Progress**: Read.\n\n"
		  "**What I learned**:\n- A fact\n",
		  SECTION_LEARNED, "Two\nlines", true,
		  "**Today's Progress**: Read.\n\n"
		  "**What I learned**:\n- A fact\n- Two\n  lines\n" },
		{ "**Today's Progress**: Read.\n", SECTION_THOUGHTS, "Fine.",
		  false,
		  "**Today's Progress**: Read.\n\n**Thoughts:** Fine.\n" },
		{ "**Today's Progress**: Read.", SECTION_LINKS,
		  "https://a.example", false,
		  "**Today's Progress**: Read.\n\n"
		  "**Link to work:** https://a.example\n" },
		/* between others */
		{ "**Today's Progress**: Read.\n\n**Thoughts:** Fine.\n",
		  SECTION_LEARNED, "A fact", true,
		  "**Today's Progress**: Read.\n\n"
		  "**What I learned**:\n- A fact\n\n"
		  "**Thoughts:** Fine.\n" },
		{ "**Thoughts:** Fine.\n", SECTION_PROGRESS, "Read.", false,
		  "**Today's Progress**: Read.\n\n**Thoughts:** Fine.\n" },
		/* behind what is there */
		{ "**Today's Progress**: Read.\n\n**Thoughts:** Fine.\n\n",
		  SECTION_PROGRESS, "More.", false,
		  "**Today's Progress**: Read.\n\nMore.\n\n"
		  "**Thoughts:** Fine.\n\n" },
		{ "**Thoughts:**\n\n**Link to work:**\n", SECTION_THOUGHTS,
		  "Fine.", false,
		  "**Thoughts:** Fine.\n\n**Link to work:**\n" },
		{ "**What I learned**: one thing\n\nend\n", SECTION_LEARNED,
		  "A fact", true,
		  "**What I learned**: one thing\n\nend\n\n- A fact\n" },
		{ "**Learned:**\n* a\n  * b\n\n**Thoughts** x\n",
		  SECTION_LEARNED, "c", true,
		  "**Learned:**\n* a\n  * b\n* c\n\n**Thoughts** x\n" },
		{ "**Learned:**\n- a\n**Thoughts** x\n", SECTION_LEARNED, "c",
		  true, "**Learned:**\n- a\n- c\n\n**Thoughts** x\n" },
		/* labels as headings, and of another language */
		{ "#### Progress\n\nRead.\n", SECTION_THOUGHTS, "Fine.", false,
		  "#### Progress\n\nRead.\n\n#### Thoughts\n\nFine.\n" },
		{ "**Gedanken:** gut\n", SECTION_THOUGHTS, "Besser.", false,
		  "**Gedanken:** gut\n\nBesser.\n" },
		{ "**Heutiger Fortschritt:** x\n", SECTION_LEARNED, "y", true,
		  "**Heutiger Fortschritt:** x\n\n"
		  "**What I learned**:\n- y\n" },
		/* line ends of the body */
		{ "**Today's Progress**: Read.\r\n", SECTION_LEARNED, "A fact",
		  true,
		  "**Today's Progress**: Read.\r\n\r\n"
		  "**What I learned**:\r\n- A fact\r\n" },
		{ "**Thoughts:**\r\n", SECTION_THOUGHTS, "Fine.", false,
		  "**Thoughts:** Fine.\r\n" },
		/* what only looks like a label */
		{ "```\n**Thoughts:** in code\n```\n", SECTION_THOUGHTS,
		  "Fine.", false,
		  "```\n**Thoughts:** in code\n```\n\n**Thoughts:** Fine.\n" },
		{ "Free text.\n", SECTION_PROGRESS, "Read.", false,
		  "Free text.\n\n**Today's Progress**: Read.\n" },
		{ "**Thoughts:** x\n\n## Evening\n\ny\n", SECTION_THOUGHTS,
		  "z", false, "**Thoughts:** x\n\nz\n\n## Evening\n\ny\n" },
		{ "x\n", SECTION_THOUGHTS, "  ", false, "x\n" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		section_insert(&out, str_of(cases[i].body), cases[i].section,
			       str_of(cases[i].text), cases[i].item);
		assert_string_equal(out.buf, cases[i].expected);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_put_where_the_template_has_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
