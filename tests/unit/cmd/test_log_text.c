/* SPDX-License-Identifier: MIT */
/* The text of an entry on its way from the command line or the editor. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "cmd/log/log.h"

static void assert_piece(const struct log_pieces *p, size_t i, enum section s,
			 const char *text)
{
	assert_true(i < p->count);
	assert_int_equal(p->items[i].section, s);
	assert_true(str_is(p->items[i].text, text));
}

static void a_text_is_split_at_its_labels(void **state UNUSED)
{
	AUTO(log_pieces) p = LOG_PIECES_INIT;

	log_pieces_split(&p, STR("before\n\n**Thoughts:** Hm.\nWell.\n\n"
				 "### What I learned\n- a\n- b\n"));
	assert_int_equal(p.count, 3);
	assert_piece(&p, 0, SECTION_PROGRESS, "before");
	assert_piece(&p, 1, SECTION_THOUGHTS, "Hm.\nWell.");
	assert_piece(&p, 2, SECTION_LEARNED, "- a\n- b");
}

static void a_label_in_code_is_none(void **state UNUSED)
{
	AUTO(log_pieces) p = LOG_PIECES_INIT;
	struct str text = STR("```\n**Thoughts:** no\n```\n");

	assert_false(log_has_labels(text));
	log_pieces_split(&p, text);
	assert_int_equal(p.count, 1);
	assert_piece(&p, 0, SECTION_PROGRESS, "```\n**Thoughts:** no\n```");
}

static void sections_without_text_are_no_pieces(void **state UNUSED)
{
	AUTO(log_pieces) p = LOG_PIECES_INIT;

	log_pieces_split(&p, STR("**Thoughts:**\n\n**What I learned**: \n"));
	assert_int_equal(p.count, 0);
	log_pieces_split(&p, STR(""));
	log_pieces_split(&p, STR_NONE);
	assert_int_equal(p.count, 0);
}

/* An edited draft that ended in `remark`, and the body in it. */
static void assert_body(const char *remark, const char *edited,
			const char *expected)
{
	AUTO(log_draft_text) t = LOG_DRAFT_TEXT_INIT;
	AUTO(strbuf) body = STRBUF_INIT;

	strbuf_addstr(&t.remark, remark);
	log_draft_text_read(&t, str_of(edited), &body);
	assert_string_equal(body.buf, expected);
}

static void the_remark_and_bare_labels_are_taken_out(void **state UNUSED)
{
	static const char remark[] = "\n<!-- remark\n     of two lines -->\n";

	assert_body(remark,
		    "**Today's Progress**: did it\n\n**What I learned**:\n\n"
		    "**Thoughts:**\n\n**Link to work:**\n"
		    "\n<!-- remark\n     of two lines -->\n",
		    "**Today's Progress**: did it\n");
	assert_body(remark,
		    "**Today's Progress**:\n\n**What I learned**:\n- one\n\n"
		    "**Thoughts:**\n\n**Link to work:**\n",
		    "**What I learned**:\n- one\n");
	assert_body(remark, "\n<!-- remark\n     of two lines -->\n", "");
	assert_body(remark, "", "");
}

static void what_was_written_is_kept_as_it_is(void **state UNUSED)
{
	static const char remark[] = "\n<!-- r -->\n";

	assert_body(remark, "  indented\n\n\n* a\n\t* b  \nend", "  indented\n\n\n* a\n\t* b  \nend\n");
	assert_body(remark, "mine\n\n<!-- r -->\nand behind it\n",
		    "mine\nand behind it\n");
	/* A label that the template does not have is the user's. */
	assert_body(remark, "**Thoughts**:\n", "**Thoughts**:\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_is_split_at_its_labels),
		cmocka_unit_test(a_label_in_code_is_none),
		cmocka_unit_test(sections_without_text_are_no_pieces),
		cmocka_unit_test(the_remark_and_bare_labels_are_taken_out),
		cmocka_unit_test(what_was_written_is_kept_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
