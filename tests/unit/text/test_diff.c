/* SPDX-License-Identifier: MIT */
/* The difference of two texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/text/diff.h"

static void check(const char *before, const char *after, size_t context,
		  const char *expect)
{
	AUTO(strbuf) out = STRBUF_INIT;

	diff_add(&out, "f", str_of(before), str_of(after), context);
	assert_string_equal(out.buf, expect);
}

#define NAMES "--- a/f\n+++ b/f\n"

static void what_is_the_same_has_no_difference(void **state UNUSED)
{
	check("a\nb\n", "a\nb\n", 3, "");
	check("", "", 3, "");
}

static void a_changed_line_stands_with_its_neighbours(void **state UNUSED)
{
	check("1\n2\n3\n4\n5\n", "1\n2\nx\n4\n5\n", 1,
	      NAMES "@@ -2,3 +2,3 @@\n 2\n-3\n+x\n 4\n");
}

static void lines_come_and_go_at_either_end(void **state UNUSED)
{
	check("", "a\n", 3, NAMES "@@ -0,0 +1 @@\n+a\n");
	check("a\n", "", 3, NAMES "@@ -1 +0,0 @@\n-a\n");
	check("b\n", "a\nb\n", 3, NAMES "@@ -1 +1,2 @@\n+a\n b\n");
	check("a\nb\n", "a\n", 3, NAMES "@@ -1,2 +1 @@\n a\n-b\n");
}

static void changes_far_apart_are_two_hunks(void **state UNUSED)
{
	check("a\n1\n2\n3\nb\n", "A\n1\n2\n3\nB\n", 1,
	      NAMES "@@ -1,2 +1,2 @@\n-a\n+A\n 1\n"
	      "@@ -4,2 +4,2 @@\n 3\n-b\n+B\n");
	check("a\n1\n2\nb\n", "A\n1\n2\nB\n", 1,
	      NAMES "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n-b\n+B\n");
}

static void the_shortest_edit_is_found(void **state UNUSED)
{
	check("a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n", 9,
	      NAMES "@@ -1,7 +1,6 @@\n-a\n-b\n c\n+b\n a\n b\n-b\n a\n+c\n");
}

static void a_missing_final_newline_is_told(void **state UNUSED)
{
	check("a", "a\n", 3,
	      NAMES "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
}

/* Applies a difference to the old text, as patch would. */
static void apply(struct strbuf *out, struct str old, struct str diff)
{
	struct str line;
	size_t at = 0;

	while ((line = str_next_line(&diff)).s) {
		if (str_starts(line, "---") || str_starts(line, "+++"))
			continue;
		if (str_starts(line, "@@ -")) {
			char *end;
			size_t from = strtoul(line.s + 4, &end, 10);

			/* Of no lines the one before them is named. */
			from += str_starts(str_of(end), ",0 ");
			while (at + 1 < from) {
				strbuf_addslice(out, str_next_line(&old));
				strbuf_addch(out, '\n');
				at++;
			}
			continue;
		}
		if (line.s[0] != '+') {
			assert_true(str_eq(str_next_line(&old),
					   str_from(line, 1)));
			at++;
		}
		if (line.s[0] != '-') {
			strbuf_addslice(out, str_from(line, 1));
			strbuf_addch(out, '\n');
		}
	}
	strbuf_addslice(out, old);
}

static void make_text(struct strbuf *out, unsigned *seed, unsigned lines)
{
	for (unsigned i = 0; i < lines; i++) {
		*seed = *seed * 1103515245 + 12345;
		strbuf_addf(out, "%c\n", 'a' + (int)(*seed >> 16) % 4);
	}
}

static void a_difference_leads_from_one_text_to_the_other(void **state UNUSED)
{
	unsigned seed = 7;

	for (unsigned round = 0; round < 300; round++) {
		AUTO(strbuf) before = STRBUF_INIT;
		AUTO(strbuf) after = STRBUF_INIT;
		AUTO(strbuf) diff = STRBUF_INIT;
		AUTO(strbuf) got = STRBUF_INIT;

		make_text(&before, &seed, round % 23);
		make_text(&after, &seed, round % 17);
		diff_add(&diff, "f", strbuf_slice(&before),
			 strbuf_slice(&after), round % 4);
		if (!diff.len)
			continue;
		apply(&got, strbuf_slice(&before), strbuf_slice(&diff));
		assert_string_equal(got.buf, after.buf);
	}
}

static void very_different_texts_end_soon(void **state UNUSED)
{
	AUTO(strbuf) before = STRBUF_INIT;
	AUTO(strbuf) after = STRBUF_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	for (int i = 0; i < 20000; i++) {
		strbuf_addf(&before, "old %d\n", i);
		strbuf_addf(&after, "new %d\n", i);
	}
	diff_add(&out, "f", strbuf_slice(&before), strbuf_slice(&after), 3);
	assert_true(str_starts(strbuf_slice(&out),
			       NAMES "@@ -1,20000 +1,20000 @@\n-old 0\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_the_same_has_no_difference),
		cmocka_unit_test(a_changed_line_stands_with_its_neighbours),
		cmocka_unit_test(lines_come_and_go_at_either_end),
		cmocka_unit_test(changes_far_apart_are_two_hunks),
		cmocka_unit_test(the_shortest_edit_is_found),
		cmocka_unit_test(a_missing_final_newline_is_told),
		cmocka_unit_test(a_difference_leads_from_one_text_to_the_other),
		cmocka_unit_test(very_different_texts_end_soon),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
